"""Types: what a schema says becomes the annotation that an editor shows."""

from __future__ import annotations

import pytest

PET = {"$ref": "#/components/schemas/Pet"}
MOOD = {"$ref": "#/components/schemas/Mood"}
NULL = {"type": "null"}
LIST_OF_LISTS = "lists of lists are not supported: use a list of objects that hold a list"


@pytest.fixture
def zoo(schema):
    schema.view("Pet", {"name": {"type": "string"}}, required=["name"])
    schema.view("Free", {})
    schema.enum("Mood", ["calm", "wild"])
    return schema


@pytest.mark.parametrize(
    ("member", "returns"),
    [
        ({"type": "string"}, "str | None"),
        ({"type": "integer"}, "int | None"),
        ({"type": "number"}, "float | None"),
        ({"type": "boolean"}, "bool | None"),
        ({"type": "string", "format": "date-time"}, "str | None"),
        ({"type": "string", "format": "date"}, "str | None"),
        ({"type": "string", "format": "uuid"}, "str | None"),
        ({"type": "string", "format": "password"}, "str | None"),
        ({"type": ["string", "null"]}, "str | None"),
        ({"type": ["integer", "string"]}, "int | str | None"),
        ({"type": ["integer", "string", "null"]}, "int | str | None"),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, "int | str | None"),
        ({}, "Any"),
        ({"type": "array", "items": {"type": "string"}}, "BoundList[str]"),
        ({"type": ["array", "null"], "items": {"type": "string"}}, "BoundList[str]"),
        ({"type": "array", "items": {"type": ["string", "integer"]}}, "BoundList[int | str]"),
        ({"type": "array", "items": {}}, "BoundList[Any]"),
        ({"type": "array", "items": {"type": "object"}}, "BoundList[dict[str, Any]]"),
        ({"type": "array", "items": MOOD}, "BoundList[Mood | str]"),
        ({"type": "array", "items": PET}, "ViewList[Pet, Pet | PetDict]"),
        ({"type": ["array", "null"], "items": PET}, "ViewList[Pet, Pet | PetDict]"),
        ({"anyOf": [{"type": "array", "items": PET}, NULL]}, "ViewList[Pet, Pet | PetDict]"),
        (PET, "Pet"),
        ({"anyOf": [PET, NULL]}, "Pet"),
        ({"oneOf": [NULL, PET]}, "Pet"),
        (MOOD, "Mood | str | None"),
        ({"anyOf": [MOOD, NULL]}, "Mood | str | None"),
        ({"anyOf": [MOOD, {"type": "integer"}]}, "int | str | None"),
        ({"oneOf": [PET, {"$ref": "#/components/schemas/Free"}]}, "dict[str, Any] | None"),
        ({"anyOf": [PET, {"$ref": "#/components/schemas/Free"}, NULL]}, "dict[str, Any] | None"),
        ({"oneOf": [PET, {"type": "string"}]}, "Any"),
        ({"oneOf": [{"type": "array", "items": PET}, {"type": "string"}]}, "Any"),
        ({"type": "object"}, "dict[str, Any] | None"),
        ({"type": ["object", "null"]}, "dict[str, Any] | None"),
        ({"$ref": "#/components/schemas/Free"}, "dict[str, Any] | None"),
        ({"type": "object", "additionalProperties": True}, "dict[str, Any] | None"),
        ({"type": "object", "additionalProperties": {}}, "dict[str, Any] | None"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "dict[str, str] | None"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "dict[str, int] | None"),
        ({"type": "object", "additionalProperties": PET}, "dict[str, Any] | None"),
    ],
)
def test_the_type_of_a_member(zoo, member, returns: str) -> None:
    zoo.view("Zoo", {"member": member})
    assert zoo.member("Zoo", "member").returns == returns


@pytest.mark.parametrize(
    ("member", "returns"),
    [
        ({"type": "string"}, "str"),
        (MOOD, "Mood | str"),
        (PET, "Pet"),
        ({"type": ["string", "null"]}, "str | None"),
        ({"anyOf": [MOOD, NULL]}, "Mood | str | None"),
        ({"type": "array", "items": {"type": "string"}}, "BoundList[str]"),
    ],
)
def test_a_required_member_is_never_none_unless_it_may_be_null(zoo, member, returns: str) -> None:
    zoo.view("Zoo", {"member": member}, required=["member"])
    assert zoo.member("Zoo", "member").returns == returns


@pytest.mark.parametrize(
    ("member", "accepts"),
    [
        ({"type": "string"}, "str | None"),
        (PET, "Pet | PetDict | None"),
        ({"type": "array", "items": PET}, "Iterable[Pet | PetDict] | None"),
        ({"type": "array", "items": {"type": "integer"}}, "Values[int] | None"),
        ({"type": "array", "items": MOOD}, "Values[Mood | str] | None"),
        (MOOD, "Mood | str | None"),
        ({}, "Any"),
    ],
)
def test_what_a_member_may_be_set_to(zoo, member, accepts: str) -> None:
    zoo.view("Zoo", {"member": member})
    assert zoo.member("Zoo", "member").accepts == accepts


@pytest.mark.parametrize(
    ("member", "holds"),
    [
        ({"type": "string"}, "str | None"),
        (PET, "PetDict | None"),
        ({"type": "array", "items": PET}, "list[PetDict] | None"),
        ({"type": "array", "items": {"type": "integer"}}, "list[int] | None"),
        (MOOD, "Mood | str | None"),
        ({"type": "object"}, "dict[str, Any] | None"),
        ({}, "Any"),
    ],
)
def test_what_a_json_object_holds_for_a_member(zoo, member, holds: str) -> None:
    zoo.view("Zoo", {"member": member})
    assert zoo.member("Zoo", "member").holds == holds


def test_a_view_that_is_used_in_itself_is_known_as_a_view(schema) -> None:
    schema.view("Node", {"inner": {"$ref": "#/components/schemas/Node"}, "name": {"type": "string"}})
    assert schema.member("Node", "inner").returns == "Node"


def test_views_that_use_each_other_are_known_as_views(schema) -> None:
    schema.view("Cat", {"prey": {"$ref": "#/components/schemas/Mouse"}})
    schema.view("Mouse", {"fear": {"$ref": "#/components/schemas/Cat"}})
    assert schema.member("Cat", "prey").returns == "Mouse"
    assert schema.member("Mouse", "fear").returns == "Cat"


@pytest.mark.parametrize(
    "items",
    [
        {"type": "array", "items": {"type": "string"}},
        {"type": "array", "items": PET},
    ],
)
def test_a_list_of_lists_is_refused_with_its_place(zoo, items) -> None:
    zoo.view("Zoo", {"rows": {"type": "array", "items": items}})
    assert zoo.refused() == f"pets.yaml: components > schemas > Zoo > properties > rows: {LIST_OF_LISTS}"


def test_a_list_of_lists_as_an_answer_is_refused_with_its_place(zoo) -> None:
    zoo.call("zoos.rows", answer={"type": "array", "items": {"type": "array", "items": {"type": "string"}}})
    assert zoo.refused() == f"zoos.yaml: paths > /zoos/{{zoo}}/pets/{{pet}} > get: response: {LIST_OF_LISTS}"


@pytest.mark.parametrize("member", [{"anyOf": [NULL]}, {"oneOf": [NULL, NULL]}, {"anyOf": [{"anyOf": [NULL]}]}, NULL])
def test_a_member_that_is_always_null_is_refused(zoo, member) -> None:
    zoo.view("Zoo", {"member": member})
    found = zoo.refused()
    assert found.startswith("pets.yaml: components > schemas > Zoo > properties > member: ")
    assert "null is not supported: " in found


def test_a_type_that_nobody_thought_of_is_refused(zoo) -> None:
    zoo.view("Zoo", {"member": {"type": "string", "format": "binary"}})
    assert zoo.refused() == (
        "pets.yaml: components > schemas > Zoo > properties > member: "
        "the type FileProperty is not supported: use string, integer, number, boolean"
    )


def test_a_schema_of_openapi_yaml_has_no_module_and_cannot_be_used(schema) -> None:
    failure = {"type": "object", "description": "F.", "properties": {"x": {"type": "string", "description": "X."}}}
    schema.front["components"]["schemas"] = {"Oops": failure}
    schema.view("Zoo", {"last": {"$ref": "#/components/schemas/Oops"}})
    assert schema.refused() == (
        "pets.yaml: components > schemas > Zoo > properties > last: "
        "Oops: a schema in openapi.yaml cannot be used here: move it to a fragment"
    )


def test_every_refusal_is_told_in_one_run(zoo) -> None:
    rows = {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}
    zoo.view("Zoo", {"rows": rows})
    zoo.view("Park", {"rows": rows, "str": {"type": "string"}})
    zoo.call("zoos.rows", answer=rows)
    assert [line.removesuffix(f": {LIST_OF_LISTS}") for line in zoo.refused().splitlines()] == [
        "pets.yaml: components > schemas > Zoo > properties > rows",
        "pets.yaml: components > schemas > Park > properties > rows",
        "zoos.yaml: paths > /zoos/{zoo}/pets/{pet} > get: response",
    ]
