"""Parsing: what the parser would drop with a warning ends the generation, and what goes in must come out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest
from openapi_python_client.parser.properties import ModelProperty

from generator import parse as parsing
from generator.bundle import load
from generator.errors import SchemaError
from generator.parse import parse

PET = {"$ref": "#/components/schemas/Pet"}


def refusal(schema, change: Callable[[dict[str, Any]], object] = lambda document: None) -> str:
    """Parse without the checks that come before it: they would speak first, of some of these."""
    document = schema.load()
    change(document)
    with pytest.raises(SchemaError) as caught:
        parse(document)
    return str(caught.value)


def answering(schema, media: str, content: dict) -> None:
    schema.call("pets.get")["responses"]["200"]["content"] = {media: content}


def taking(schema, media: str, content: dict) -> None:
    schema.call("pets.update", method="put", requestBody={"required": True, "content": {media: content}})


def test_an_octet_stream_body_without_schema_is_an_error(schema) -> None:
    taking(schema, "application/octet-stream", {})
    assert "Missing schema" in refusal(schema)


def test_a_text_body_without_schema_is_an_error(schema) -> None:
    taking(schema, "text/plain", {})
    assert "Missing schema" in refusal(schema)


@pytest.mark.parametrize("media", ["text/csv", "application/yaml", "*/*", "text/html"])
def test_a_body_of_a_type_that_the_parser_does_not_know_is_an_error(schema, media: str) -> None:
    taking(schema, media, {"schema": {"type": "string"}})
    assert "Unsupported content type" in refusal(schema)


@pytest.mark.parametrize("media", ["*/*", "application/xml", "image/png"])
def test_an_answer_of_a_type_that_the_parser_does_not_know_is_an_error(schema, media: str) -> None:
    answering(schema, media, {"schema": {"type": "string"}})
    assert "Unsupported content_type" in refusal(schema)


def with_default(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Pet"]["properties"]["age"]["default"] = "young"


def test_an_error_of_the_parser_has_a_place_and_the_parser_s_own_words(schema) -> None:
    schema.view("Pet", {"age": {"type": "integer"}})
    assert refusal(schema, with_default).splitlines()[0] == (
        "pets.yaml: components > schemas > Pet: the parser rejects a part of the schema: "
        "Unable to process schema /components/schemas/Pet: Invalid int value: young "
        "Failure to process schema has resulted in the removal of: /components/schemas/Pet"
    )


def test_an_error_of_the_parser_in_an_operation_has_the_place_of_the_operation(schema) -> None:
    taking(schema, "application/octet-stream", {})
    assert refusal(schema).startswith(
        "pets.yaml: paths > /zoos/{zoo}/pets/{pet} > put: the parser rejects a part of the schema: WARNING parsing PUT "
    )


def test_the_texts_of_the_schema_show_in_the_words_of_the_parser(schema) -> None:
    schema.call("pets.get")

    def const(document: dict[str, Any]) -> None:
        one = {"name": "size", "in": "query", "schema": {"const": "a", "default": "b"}}
        document["paths"]["/zoos/{zoo}/pets/{pet}"]["get"]["parameters"].append(one)

    found = refusal(schema, const)
    assert "Invalid value for const size; b != a" in found
    assert "object at 0x" not in found
    assert "UntrustedString" not in found


def test_an_exception_of_the_parser_is_an_error_with_its_words(schema, monkeypatch) -> None:
    def crash(*_: Any, **__: Any) -> None:
        raise KeyError("reason")

    schema.call("pets.get")
    monkeypatch.setattr(parsing.GeneratorData, "from_dict", crash)
    assert refusal(schema) == "schema/: the parser fails (KeyError: 'reason'): undo the last change of the schema"


def test_a_reference_that_leads_nowhere_is_an_error(schema) -> None:
    schema.view("Zoo", {"pet": PET})
    schema.view("Park", {"zoo": {"$ref": "#/components/schemas/Zoo"}})
    told = refusal(schema)
    assert "pets.yaml: components > schemas > Zoo: the parser lost or renamed the schema" in told
    assert "pets.yaml: components > schemas > Park: the parser lost or renamed the schema" in told


def inner_object(document: dict[str, Any]) -> None:
    inner = {"type": "object", "properties": {"x": {"type": "string", "description": "X."}}}
    document["components"]["schemas"]["Foo"]["properties"]["bar"] = inner


def test_an_inner_object_whose_name_would_be_that_of_a_schema_is_an_error(schema) -> None:
    schema.view("Foo", {"bar": {}})
    schema.view("FooBar", {"y": {"type": "string"}})
    assert "the parser rejects a part of the schema" in refusal(schema, inner_object)


def test_an_inner_object_with_members_wants_a_name(schema) -> None:
    schema.view("Foo", {"bar": {}})
    assert refusal(schema, inner_object) == (
        "schema/: FooBar: an object with members inside another schema is not supported: make it a named schema"
    )


def test_an_object_in_a_header_is_an_error(schema) -> None:
    schema.view("Pet", {"name": {"type": "string"}})
    schema.call("pets.get", parameters=[schema.query("X-Pet", "header", schema=PET)])
    assert "pets.yaml: paths > /zoos/{zoo}/pets/{pet} > get: the parser lost the operation" in refusal(schema)


def test_a_path_parameter_whose_name_the_parser_cannot_read_is_an_error(schema) -> None:
    schema.path_parameter("a.b")
    schema.call("pets.get", "/pets/{a.b}")
    assert "pets.yaml: paths > /pets/{a.b} > get: the parser lost the operation" in refusal(schema)


def test_a_schema_that_the_parser_renames_is_an_error(schema) -> None:
    schema.view("pet", {"name": {"type": "string"}})
    assert "pets.yaml: components > schemas > pet: the parser lost or renamed the schema" in refusal(schema)


def test_two_schemas_that_the_parser_gives_one_name_are_an_error(schema) -> None:
    schema.view("PetToy", {"name": {"type": "string"}})
    schema.view("Pet_Toy", {"name": {"type": "string"}})
    assert "Pet_Toy" in refusal(schema)


@pytest.mark.parametrize("member", [{"type": ["string", "array"]}, {"type": ["object", "array", "string", "null"]}])
def test_free_json_that_is_not_written_as_an_empty_schema_is_an_error(schema, member) -> None:
    schema.view("Pet", {"value": member})
    assert "> Pet: the parser rejects a part of the schema" in refusal(schema)


def test_an_array_that_holds_itself_is_an_error(schema) -> None:
    schema.component("Tree", {"description": "T.", "type": "array", "items": {"$ref": "#/components/schemas/Tree"}})
    assert refusal(schema)


def test_a_document_that_the_parser_refuses_as_a_whole_is_an_error(schema) -> None:
    found = refusal(schema, lambda document: document.update(openapi="2.0"))
    assert found.startswith("openapi.yaml: the parser rejects the document: ")


def test_values_that_make_one_identifier_are_no_error(schema) -> None:
    schema.enum("Mood", ["a b", "A-B"])
    assert list(schema.parsed().enums) == ["Mood"]


def test_an_enumeration_whose_values_the_parser_changes_is_an_error(schema, monkeypatch) -> None:
    schema.enum("Mood", ["calm", "wild"])
    monkeypatch.setattr(parsing, "_values", lambda enum: frozenset({"calm"}))
    assert refusal(schema) == (
        "pets.yaml: components > schemas > Mood: the parser changed the values of the enumeration: use text values only"
    )


def test_every_operation_and_schema_that_goes_in_comes_out(schema) -> None:
    schema.view("Pet", {"name": {"type": "string"}})
    schema.component("PetList", {"x-list-of": "Pet"})
    schema.enum("Mood", ["calm"])
    schema.call("pets.get", answer=PET)
    schema.call("pets.list", "/pets/", answer={"$ref": "#/components/schemas/PetList"})
    parsed = schema.parsed()
    assert {"Pet", "PetList"} <= set(parsed.objects)
    assert parsed.enums == {"Mood": {"calm"}}
    assert set(parsed.endpoints) == {"pets.get", "pets.list"}


@pytest.fixture
def copied(monkeypatch) -> list[object]:
    """The objects of the schema that the parser copies."""
    seen: list[object] = []

    def copy(prop: object, memo: object) -> object:
        seen.append(prop)
        return prop

    monkeypatch.setattr(ModelProperty, "__deepcopy__", copy, raising=False)
    return seen


def test_the_parser_copies_nothing_and_its_result_is_the_same(schema, copied, monkeypatch) -> None:
    schema.view("Pet", {"name": {"type": "string"}})
    schema.call("pets.get", answer=PET, parameters=[schema.query("first")])
    schema.call("pets.update", method="put", answer=PET, body=PET)
    document = schema.checked()
    parsed = parse(document)
    assert copied == []
    monkeypatch.setattr(parsing, "_adapted", nullcontext)
    assert parse(document) == parsed
    assert copied


def test_an_operation_that_does_not_come_out_is_missed(schema, monkeypatch) -> None:
    schema.call("pets.get")
    document = load(schema.write())
    monkeypatch.setattr(parsing, "_by_operation", lambda document, data: {})
    with pytest.raises(
        SchemaError,
        match=r"^pets\.yaml: paths > /zoos/{zoo}/pets/{pet} > get: the parser lost the operation: "
        r"check the names and types of its parameters$",
    ):
        parse(document)


def test_an_operation_is_found_by_its_tag_and_name(schema) -> None:
    schema.call("pets.get", "/pets/", parameters=[schema.query("age")])
    schema.call("toys.get", "/toys/", parameters=[schema.query("size")])
    endpoints = schema.parsed().endpoints
    names = {identity: [field.name for field in endpoint.query] for identity, endpoint in endpoints.items()}
    assert names == {"pets.get": ["age"], "toys.get": ["size"]}


@pytest.mark.parametrize(
    "free",
    [{"type": "object"}, {"type": "object", "additionalProperties": True}, {"type": "object", "description": "X."}],
)
def test_an_inner_object_without_members_needs_no_name(schema, free) -> None:
    schema.view("Pet", {"data": free})
    schema.call("pets.get", answer=free)
    assert set(schema.parsed().endpoints) == {"pets.get"}
