"""Validation: OpenAPI, and the rules of the project."""

from __future__ import annotations

import pytest

from generator.bundle import load
from generator.check import check
from generator.errors import SchemaError

PET = {"$ref": "#/components/schemas/Pet"}
GET = "pets.get (GET /zoos/{zoo}/pets/{pet})"


def refusal(schema) -> str:
    document = schema.load()
    with pytest.raises(SchemaError) as caught:
        check(document)
    return str(caught.value)


def test_a_sound_schema_passes(schema) -> None:
    schema.view("Pet", {"name": {"type": "string"}, "toys": {"type": "array", "items": PET}})
    schema.call("pets.get", answer=PET)
    schema.call("pets.update", method="put", body=PET, answer=PET)
    check(schema.load())


class TestReferences:
    def test_a_reference_to_a_schema_that_is_not_there_is_refused(self, schema) -> None:
        schema.call("pets.get", answer=PET)
        assert refusal(schema).endswith(
            "schema: the reference #/components/schemas/Pet has no target: define it or correct the name"
        )

    def test_a_reference_tells_where_it_stands(self, schema) -> None:
        schema.view("Zoo", {"pet": PET})
        assert refusal(schema) == (
            "components > schemas > Zoo > properties > pet: "
            "the reference #/components/schemas/Pet has no target: define it or correct the name"
        )

    def test_a_list_of_something_that_is_not_there_is_refused(self, schema) -> None:
        schema.component("PetList", {"x-list-of": "Pet"})
        assert "components > schemas > PetList > " in refusal(schema)

    def test_a_reference_to_a_parameter_that_is_not_there_is_refused(self, schema) -> None:
        schema.call("pets.get", parameters=[{"$ref": "#/components/parameters/size"}])
        assert "the reference #/components/parameters/size has no target: define it or correct the name" in refusal(
            schema
        )

    @pytest.mark.parametrize("reference", ["Pet", "toys.yaml#/Pet", "#/paths/x", "https://zoo.example/Pet", "#/"])
    def test_a_reference_out_of_the_components_is_refused(self, schema, reference: str) -> None:
        schema.view("Pet", {})
        schema.view("Zoo", {"pet": {"$ref": reference}})
        assert f"the reference {reference} has no target: define it or correct the name" in refusal(schema)

    def test_every_reference_that_leads_nowhere_is_told(self, schema) -> None:
        schema.view("Zoo", {"pet": PET, "other": {"anyOf": [PET, {"type": "null"}]}})
        assert len(refusal(schema).splitlines()) == 2


class TestOpenApi:
    def test_a_type_that_does_not_exist_is_refused_with_its_place(self, schema) -> None:
        schema.view("Pet", {"name": {"type": "text"}})
        assert "'text' is not" in refusal(schema)

    def test_a_wrong_default_is_refused(self, schema) -> None:
        schema.view("Pet", {"age": {"type": "integer", "default": "young", "description": "Its years."}})
        told = refusal(schema)
        assert "'young' is not of type 'integer'" in told
        assert "Its years." in told

    def test_a_path_parameter_that_is_not_in_the_path_is_refused(self, schema) -> None:
        schema.call("pets.list", "/pets/", parameters=[{"$ref": "#/components/parameters/pet"}])
        assert "Path parameter 'pet'" in refusal(schema)

    def test_a_parameter_that_is_given_twice_is_refused(self, schema) -> None:
        schema.call("pets.list", "/pets/", parameters=[schema.query("size"), schema.query("size")])
        assert "Duplicate parameter 'size'" in refusal(schema)

    def test_a_document_without_info_is_refused_in_one_short_line(self, schema) -> None:
        del schema.front["info"]
        assert len(refusal(schema)) < 500

    def test_all_errors_are_told_at_once(self, schema) -> None:
        schema.view("Pet", {"name": {"type": "text"}})
        schema.call("pets.list", "/pets/", parameters=[schema.query("size"), schema.query("size")])
        assert len(refusal(schema).splitlines()) >= 2


class TestRules:
    def test_a_schema_without_description_is_refused(self, schema) -> None:
        schema.view("Pet", {}, description="")
        assert refusal(schema) == "pets.yaml: Pet: the description is missing: add one"

    def test_a_member_without_description_is_refused(self, schema) -> None:
        schema.view("Pet", {"name": {"type": "string", "description": ""}})
        assert refusal(schema) == "pets.yaml: Pet.name: the description is missing: add one"

    def test_an_operation_without_summary_is_refused(self, schema) -> None:
        del schema.call("pets.get")["summary"]
        assert refusal(schema) == f"{GET}: the summary is missing: add one"

    def test_a_parameter_without_description_is_refused(self, schema) -> None:
        schema.call("pets.get", parameters=[schema.query("size", description="")])
        assert refusal(schema) == f"{GET}, parameter size: the description is missing: add one"

    def test_a_shared_parameter_without_description_is_refused(self, schema) -> None:
        schema.path_parameter("pet", description="")
        assert refusal(schema) == "openapi.yaml, parameter pet: the description is missing: add one"

    def test_a_parameter_without_schema_is_refused_for_the_parser_drops_it_without_a_word(self, schema) -> None:
        parameter = schema.query("size")
        parameter["content"] = {"application/json": {"schema": parameter.pop("schema")}}
        schema.call("pets.get", parameters=[parameter])
        assert refusal(schema) == (
            f"{GET}, parameter size: the schema is missing: add one, or the parser drops the parameter"
        )

    @pytest.mark.parametrize("where", [{"in": "query"}, {"in": "path", "schema": {"type": "integer"}}])
    def test_slashes_anywhere_but_in_a_path_are_refused(self, schema, where) -> None:
        schema.path_parameter("pet", **where, **{"x-slashes": True})
        assert "parameter pet: x-slashes is only supported for a path parameter of type string" in refusal(schema)

    def test_a_required_name_that_is_no_member_is_refused(self, schema) -> None:
        schema.view("Pet", {"name": {"type": "string"}}, required=["naem"])
        assert refusal(schema) == (
            "pets.yaml: Pet: 'naem' is required but not defined: add the member or correct the name"
        )

    def test_all_of_is_refused(self, schema) -> None:
        schema.view("Pet", {})
        schema.component("Dog", {"description": "A dog.", "allOf": [PET]})
        assert refusal(schema) == "pets.yaml: Dog: allOf is not supported: write the members out"

    @pytest.mark.parametrize("values", [["calm", None], [1, 2], ["calm", 1], [True]])
    def test_an_enumeration_of_other_than_texts_is_refused(self, schema, values) -> None:
        schema.component("Mood", {"description": "Its mood.", "enum": values})
        assert refusal(schema).startswith(
            "pets.yaml: Mood: an enumeration may only have text values: put quotes around them"
        )

    def test_an_enumeration_that_yaml_reads_as_booleans_is_refused(self, schema) -> None:
        schema.write()
        schema.text("lamps.yaml", "components: {schemas: {Lamp: {description: L., enum: [on, off]}}}\n")
        with pytest.raises(SchemaError, match=r"lamps\.yaml: Lamp: an enumeration may only have text values"):
            check(load(schema.folder))

    @pytest.mark.parametrize(
        "mood",
        [
            {"type": "string", "enum": ["calm"]},
            {"type": "array", "items": {"type": "string", "enum": ["calm"]}},
            {"anyOf": [{"type": "string", "enum": ["calm"]}, {"type": "null"}]},
            {"oneOf": [{"type": "string", "enum": ["calm"]}, {"type": "integer"}]},
            {"type": "object", "additionalProperties": {"type": "string", "enum": ["calm"]}},
        ],
    )
    def test_an_enumeration_inside_another_schema_is_refused(self, schema, mood) -> None:
        schema.view("Pet", {"mood": mood})
        assert refusal(schema).startswith("pets.yaml: Pet.mood: an enumeration inside another schema is not supported")

    @pytest.mark.parametrize("part", ["answer", "body"])
    def test_an_enumeration_inside_an_operation_is_refused(self, schema, part: str) -> None:
        schema.call("pets.feed", method="put", **{part: {"type": "string", "enum": ["calm"]}})
        assert refusal(schema).startswith(
            "pets.feed (PUT /zoos/{zoo}/pets/{pet}): an enumeration inside another schema is not supported"
        )

    def test_an_enumeration_inside_a_parameter_is_refused(self, schema) -> None:
        schema.call("pets.get", parameters=[schema.query("mood", schema={"type": "string", "enum": ["calm"]})])
        assert refusal(schema).startswith(f"{GET}, parameter mood: an enumeration inside another schema")

    def test_a_member_may_be_named_as_a_word_of_json_schema(self, schema) -> None:
        words = ["enum", "required", "properties", "items", "allOf", "$ref", "type"]
        schema.view("Pet", {word: {"type": "string"} for word in words}, required=["enum"])
        check(schema.load())

    def test_everything_wrong_is_told_at_once(self, schema) -> None:
        schema.view("Pet", {"name": {"type": "string", "description": ""}}, description="", required=["x"])
        assert len(refusal(schema).splitlines()) == 3
