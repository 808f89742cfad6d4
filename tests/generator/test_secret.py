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


KEY = {"$ref": "#/components/schemas/Key"}
NULL = {"type": "null"}


@pytest.fixture
def keys(schema):
    schema.component("Key", {"type": "string", "format": "password", "description": "A key."})
    schema.component("Same", {**KEY, "description": "The same."})
    schema.component("Keys", {"type": "array", "items": {"$ref": "#/components/schemas/Same"}, "description": "Keys."})
    schema.view("Chip", {"number": {"type": "string"}, "pin": SECRET})
    return schema


HOLDERS = {
    "a text": SECRET,
    "a nullable text": {"type": ["string", "null"], "format": "password"},
    "anyOf": {"anyOf": [SECRET, NULL]},
    "oneOf": {"oneOf": [NULL, SECRET]},
    "anyOf within anyOf": {"anyOf": [{"anyOf": [SECRET, {"type": "integer"}]}, NULL]},
    "one of two texts": {"anyOf": [{"type": "integer"}, SECRET]},
    "a list": {"type": "array", "items": SECRET},
    "a nullable list": {"anyOf": [{"type": "array", "items": SECRET}, NULL]},
    "a list of nullable texts": {"type": "array", "items": {"anyOf": [SECRET, NULL]}},
    "a map": {"type": "object", "additionalProperties": SECRET},
    "a map of lists": {"type": "object", "additionalProperties": {"type": "array", "items": SECRET}},
    "a reference": KEY,
    "a marked reference": {"$ref": "#/components/schemas/Name", "format": "password"},
    "a chain of references": {"$ref": "#/components/schemas/Same"},
    "a nullable reference": {"anyOf": [{"$ref": "#/components/schemas/Same"}, NULL]},
    "a list of references": {"$ref": "#/components/schemas/Keys"},
    "a map of objects, which has no view": {
        "type": "object",
        "additionalProperties": {"$ref": "#/components/schemas/Chip"},
    },
    "an object or a text, which has no view": {"oneOf": [{"$ref": "#/components/schemas/Chip"}, {"type": "string"}]},
}


@pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)
def test_a_secret_is_found_wherever_it_is(keys, wire, capsys, holder) -> None:
    keys.component("Name", {"type": "string", "description": "A name."})
    keys.view("Pet", {"name": {"type": "string"}, "x": holder})
    keys.call("pets.create", "/pets/", method="post", body=PET)
    pets = wire()
    assert {"x"} == pets.Pet.SECRETS
    assert "x" in pets.create({}).secret
    pets.Pet({"name": "Rex", "x": {"a": ["hush"]}}).show()
    assert capsys.readouterr().out == " Name: Rex\n X: ********\n"


VIEWS = {
    "an object": {"$ref": "#/components/schemas/Chip"},
    "a nullable object": {"anyOf": [{"$ref": "#/components/schemas/Chip"}, NULL]},
    "a list of objects": {"type": "array", "items": {"$ref": "#/components/schemas/Chip"}},
}


@pytest.mark.parametrize("holder", VIEWS.values(), ids=VIEWS)
def test_an_object_with_a_view_masks_its_own_members(keys, wire, holder) -> None:
    keys.view("Pet", {"x": holder})
    keys.call("pets.create", "/pets/", method="post", body=PET)
    pets = wire()
    assert (frozenset(), {"pin"}) == (pets.Pet.SECRETS, pets.Chip.SECRETS)
    assert pets.create({}).secret == ("pin",)


@pytest.mark.parametrize(
    "body",
    [
        {"type": "array", "items": PET},
        {"anyOf": [PET, NULL]},
        {"oneOf": [PET, {"type": "string"}]},
        {"type": "object", "additionalProperties": PET},
    ],
    ids=["a list", "nullable", "a union", "a map"],
)
def test_the_secrets_of_every_kind_of_body_are_found(keys, wire, body) -> None:
    keys.view("Pet", {"x": {"anyOf": [KEY, NULL]}})
    keys.call("pets.create", "/pets/", method="post", body=body)
    assert wire().create([]).secret == ("x",)


@pytest.mark.parametrize("body", [SECRET, KEY, {"type": "array", "items": KEY}, {"anyOf": [SECRET, NULL]}])
def test_a_body_that_is_a_secret_itself_is_refused(keys, body) -> None:
    keys.call("pets.create", "/pets/", method="post", body=body)
    assert keys.refused() == (
        "pets.yaml: paths > /pets/ > post: requestBody: a body that is a secret itself is not supported: "
        "make it a member of an object"
    )


@pytest.mark.parametrize("place", ["query", "header"])
@pytest.mark.parametrize("kind", [SECRET, KEY, {"anyOf": [SECRET, NULL]}])
def test_a_parameter_that_is_a_secret_is_refused(keys, place: str, kind) -> None:
    keys.call("pets.get", "/pets/", parameters=[keys.query("key", place, schema=kind)])
    assert keys.refused() == (
        "pets.yaml: paths > /pets/ > get > parameters > 0: a parameter cannot be a secret, "
        "because URLs and headers are logged: send it in the request body"
    )


def test_a_path_parameter_that_is_a_secret_is_refused(keys) -> None:
    keys.path_parameter("pet", schema=SECRET)
    assert keys.refused().startswith("openapi.yaml: components > parameters > pet: a parameter cannot be a secret")


def test_the_published_description_marks_every_secret_at_its_member(keys) -> None:
    keys.view("Pet", {"x": {"anyOf": [KEY, NULL]}, "y": {"type": "string"}})
    members = keys.load()["components"]["schemas"]["Pet"]["properties"]
    assert (members["x"].get("format"), members["y"].get("format")) == ("password", None)
