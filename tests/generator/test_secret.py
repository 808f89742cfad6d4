"""A request tells which members of its body are secret."""

from __future__ import annotations

import pytest

PET = {"$ref": "#/components/schemas/Pet"}
SECRET = {"type": "string", "format": "password"}


@pytest.fixture
def zoo(schema):
    schema.view("Chip", {"number": {"type": "string"}, "pin": SECRET})
    schema.view(
        "Pet", {"name": {"type": "string"}, "chips": {"type": "array", "items": {"$ref": "#/components/schemas/Chip"}}}
    )
    return schema


def test_those_of_the_body_and_of_what_is_in_it_are_told(zoo, wire) -> None:
    zoo.view("Vet", {"name": {"type": "string"}, "phone": SECRET, "pet": PET}, module="toys")
    zoo.call("pets.create", "/pets/", method="post", body={"$ref": "#/components/schemas/Vet"})
    assert wire().create({"name": "V"}).secret == ("phone", "pin")


def test_objects_that_hold_each_other_end(zoo, wire) -> None:
    zoo.view("Den", {"key": SECRET, "next": {"$ref": "#/components/schemas/Den"}})
    zoo.call("pets.create", "/pets/", method="post", body={"$ref": "#/components/schemas/Den"})
    assert wire().create({}).secret == ("key",)


def test_a_body_without_secrets_and_no_body_have_none(zoo, wire) -> None:
    zoo.view("Toy", {"name": {"type": "string"}})
    zoo.call("pets.create", "/pets/", method="post", body={"$ref": "#/components/schemas/Toy"}, answer=PET)
    zoo.call("pets.list", "/pets/", answer=PET)
    assert wire().create({}).secret == wire().list().secret == ()
