"""The operations of a resource that are bound to the names of the owner."""

from __future__ import annotations

import inspect

import pytest

from comodit_client.rest.exceptions import InvalidName
from comodit_client.wire.request import Upload

PET = {"$ref": "#/components/schemas/Pet"}
FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": {"type": "string", "format": "binary", "description": "It."}},
}


@pytest.fixture
def zoo(schema):
    schema.view("Pet", {"name": {"type": "string"}})
    return schema


def test_they_take_the_names_after_those_of_the_owner(zoo, wire) -> None:
    zoo.call("pets.list", "/zoos/{zoo}/pets/")
    zoo.call("pets.get", answer=PET)
    pets = wire()
    bound = pets.Operations("North")
    assert bound.get("Rex") == pets.get("North", "Rex")
    assert bound.list() == pets.list("North")
    assert (bound.url, pets.Operations.URL) == ("zoos/{}/pets/", "zoos/{}/pets/")
    with pytest.raises(TypeError):
        pets.Operations()


def test_they_pass_bodies_queries_and_headers_on(zoo, wire) -> None:
    zoo.call("pets.list", "/zoos/{zoo}/pets/")
    parameters = [zoo.query("loud"), zoo.query("X-Time", "header"), {**zoo.query("size"), "required": True}]
    zoo.call("pets.update", method="put", body=PET, parameters=parameters)
    pets = wire()
    arguments = {"size": "big", "loud": "yes", "x_time": "now"}
    made = pets.Operations("North").update("Rex", {"name": "Max"}, **arguments)
    assert made == pets.update("North", "Rex", {"name": "Max"}, **arguments)
    assert (made.query, made.headers) == ({"size": "big", "loud": "yes"}, {"X-Time": "now"})
    assert str(inspect.signature(pets.Operations.update)) == str(inspect.signature(pets.update)).replace(
        "zoo: 'str'", "self"
    )


def test_they_pass_uploads_on(zoo, wire) -> None:
    zoo.call("pets.list", "/zoos/{zoo}/pets/")
    zoo.call("pets.set_picture", method="put", requestBody={"content": {"multipart/form-data": {"schema": FORM}}})
    upload = Upload(b"picture", "rex.png")
    assert wire().Operations("North").set_picture("Rex", upload).parts == {"file": upload}


def test_an_operation_with_another_path_is_left_out(zoo, wire) -> None:
    zoo.call("pets.list", "/zoos/{zoo}/pets/")
    zoo.call("pets.find", "/pets/{pet}")
    assert not hasattr(wire().Operations, "find")


def test_without_a_collection_all_common_names_are_bound(zoo, wire) -> None:
    zoo.call("pets.get")
    zoo.call("pets.run", "/zoos/{zoo}/pets/{pet}/run", method="put")
    pets = wire()
    assert pets.Operations("North", "Rex").get() == pets.get("North", "Rex")
    assert pets.Operations("North", "Rex").run() == pets.run("North", "Rex")


def test_without_common_names_none_is_bound(zoo, wire) -> None:
    zoo.call("pets.get")
    zoo.call("pets.check", "/check")
    pets = wire()
    assert pets.Operations().get("North", "Rex") == pets.get("North", "Rex")


def test_a_name_is_checked_when_the_request_is_made(zoo, wire) -> None:
    zoo.call("pets.list", "/zoos/{zoo}/pets/")
    bound = wire().Operations("")
    with pytest.raises(InvalidName):
        bound.list()
