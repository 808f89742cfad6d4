"""Validation: OpenAPI, and the rules of the project."""

from __future__ import annotations

import json

import pytest

from generator.bundle import load
from generator.check import check
from generator.errors import SchemaError

PET = {"$ref": "#/components/schemas/Pet"}
GET = "pets.yaml: paths > /zoos/{zoo}/pets/{pet} > get"


def refusal(schema) -> str:
    with pytest.raises(SchemaError) as caught:
        check(schema.load())
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
            "pets.yaml: components > schemas > Zoo > properties > pet: "
            "the reference #/components/schemas/Pet has no target: define it or correct the name"
        )

    def test_a_list_of_something_that_is_not_there_is_refused(self, schema) -> None:
        schema.component("PetList", {"x-list-of": "Pet"})
        assert "pets.yaml: components > schemas > PetList > " in refusal(schema)

    def test_a_reference_to_a_parameter_that_is_not_there_is_refused(self, schema) -> None:
        schema.call("pets.get", parameters=[{"$ref": "#/components/parameters/size"}])
        assert "the reference #/components/parameters/size has no target: define it or correct the name" in refusal(
            schema
        )

    @pytest.mark.parametrize("reference", ["Pet", "toys.yaml#/Pet", "#/paths/x", "https://zoo.example/Pet", "#/", "#"])
    def test_a_reference_out_of_the_components_is_refused(self, schema, reference: str) -> None:
        schema.view("Pet", {})
        schema.view("Zoo", {"pet": {"$ref": reference}})
        assert refusal(schema) == (
            "pets.yaml: components > schemas > Zoo > properties > pet > $ref: "
            f"{reference!r} is not valid: write #/components/schemas/<name>"
        )

    @pytest.mark.parametrize("group", ["schemas", "responses"])
    def test_a_reference_to_another_kind_of_component_is_refused(self, schema, group: str) -> None:
        schema.view("Failure", {})
        reference = f"#/components/{group}/Failure"
        schema.call("pets.get", parameters=[{"$ref": reference}])
        assert refusal(schema) == (
            f"{GET} > parameters > 0 > $ref: {reference!r} is not valid: write #/components/parameters/<name>"
        )

    @pytest.mark.parametrize(
        "schemas",
        [
            {"A": {"$ref": "A"}},
            {"A": {"$ref": "B"}, "B": {"$ref": "A"}},
            {"A": {"$ref": "B"}, "B": {"$ref": "C"}, "C": {"anyOf": [{"$ref": "B"}, {"type": "null"}]}},
            {"A": {"type": "array", "items": {"$ref": "A"}}},
            {"A": {"type": "object", "additionalProperties": {"$ref": "A"}}},
        ],
        ids=["one", "two", "a cycle further on", "a list", "a map"],
    )
    def test_a_schema_that_is_itself_is_refused(self, schema, schemas) -> None:
        text = json.dumps(schemas).replace('"$ref": "', '"$ref": "#/components/schemas/')
        for name, content in json.loads(text).items():
            schema.component(name, {"description": "It."} | content)
        found = refusal(schema).splitlines()
        assert all(line.endswith(": the schema refers to itself: use the $ref in a member") for line in found)
        assert all(line.startswith("pets.yaml: components > schemas > ") for line in found)

    def test_every_reference_that_leads_nowhere_is_told(self, schema) -> None:
        schema.view("Zoo", {"pet": PET, "other": {"anyOf": [PET, {"type": "null"}]}})
        assert len(refusal(schema).splitlines()) == 2


class TestOpenApi:
    def test_a_path_parameter_that_is_not_in_the_path_is_refused(self, schema) -> None:
        schema.call("pets.list", "/pets/", parameters=[{"$ref": "#/components/parameters/pet"}])
        assert refusal(schema) == (
            "pets.yaml: paths > /pets/ > get > parameters > 0: "
            "the path has no parameter 'pet': remove it, or add it to the path"
        )

    @pytest.mark.parametrize("name", ["size", "pet"])
    def test_a_parameter_that_is_given_twice_is_refused_with_its_own_index(self, schema, name: str) -> None:
        place = "path" if name == "pet" else "query"
        twice = [schema.query(name, place, required=True)] * (1 if name == "pet" else 2)
        schema.call("pets.get", parameters=[schema.query("other"), *twice])
        assert refusal(schema) == (
            f"{GET} > parameters > {len(twice)}: the {place} parameter {name} is given twice: remove one of the two"
        )

    def test_a_path_parameter_that_is_optional_is_refused(self, schema) -> None:
        schema.path_parameter("pet", required=False)
        assert refusal(schema) == (
            "openapi.yaml: components > parameters > pet: a path parameter is always required: add required: true"
        )

    @pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
    def test_a_header_that_the_client_sets_is_refused(self, schema, name: str) -> None:
        schema.call("pets.get", parameters=[schema.query(name, "header")])
        assert refusal(schema) == (
            f"{GET} > parameters > 0: the client sets the header {name} itself: remove the parameter"
        )

    def test_what_the_validator_finds_is_told_in_short_lines_with_a_file(self, schema) -> None:
        document = schema.load()
        del document["info"]
        with pytest.raises(SchemaError) as caught:
            check(document)
        assert str(caught.value).replace('"', "'") == (
            "openapi.yaml: 'info' is a required property: correct it as OpenAPI 3.1 requires"
        )


def at(path: str) -> str:
    return f"pets.yaml: components > schemas > {path}"


class TestRules:
    @pytest.mark.parametrize("more", [{"description": ""}, {"description": " "}, {"description": None}])
    def test_a_description_without_text_is_refused(self, schema, more) -> None:
        schema.view("Pet", {"name": {"type": "string", **more}})
        schema.view("Zoo", {}, **more)
        assert sorted(line.split(": ")[1] for line in refusal(schema).splitlines()) == [
            "components > schemas > Pet > properties > name > description",
            "components > schemas > Zoo > description",
        ]

    def test_a_schema_and_a_member_without_description_are_refused(self, schema) -> None:
        schema.component("Pet", {"properties": {"name": {"type": "string"}}})
        assert refusal(schema).splitlines() == [
            f"{at('Pet')}: the key 'description' is missing: add it",
            f"{at('Pet > properties > name')}: the key 'description' is missing: add it",
        ]

    def test_an_operation_without_summary_is_refused(self, schema) -> None:
        del schema.call("pets.get")["summary"]
        assert refusal(schema) == f"{GET}: the key 'summary' is missing: add it"

    def test_a_parameter_without_description_is_refused(self, schema) -> None:
        parameter = schema.query("size")
        del parameter["description"]
        schema.call("pets.get", parameters=[parameter])
        assert refusal(schema) == f"{GET} > parameters > 0: the key 'description' is missing: add it"

    def test_a_shared_parameter_without_description_is_refused(self, schema) -> None:
        del schema.front["components"]["parameters"]["pet"]["description"]
        assert refusal(schema) == (
            "openapi.yaml: components > parameters > pet: the key 'description' is missing: add it"
        )

    @pytest.mark.parametrize("where", [{"in": "query"}, {"in": "path", "schema": {"type": "integer"}}])
    def test_slashes_anywhere_but_in_a_path_are_refused(self, schema, where) -> None:
        schema.path_parameter("pet", **where, **{"x-slashes": True})
        assert refusal(schema) == (
            "openapi.yaml: components > parameters > pet: "
            "x-slashes is only supported for a path parameter of type string: remove it"
        )

    def test_a_required_name_that_is_no_member_is_refused(self, schema) -> None:
        schema.view("Pet", {"name": {"type": "string"}}, required=["naem"])
        assert refusal(schema) == (
            f"{at('Pet > required')}: 'naem' is required but not defined: add the member or correct the name"
        )

    @pytest.mark.parametrize("values", [["calm", None], [1, 2], ["calm", 1], [True]])
    def test_an_enumeration_of_other_than_texts_is_refused(self, schema, values) -> None:
        schema.component("Mood", {"description": "Its mood.", "enum": values})
        assert refusal(schema).startswith(
            f"{at('Mood > enum')}: an enumeration may only have text values: put quotes around them"
        )

    def test_an_enumeration_that_yaml_reads_as_booleans_is_refused(self, schema) -> None:
        schema.write()
        schema.text("lamps.yaml", "components: {schemas: {Lamp: {description: L., enum: [on, off]}}}\n")
        with pytest.raises(
            SchemaError, match=r"lamps\.yaml: components > schemas > Lamp > enum: an enumeration may only"
        ):
            check(load(schema.folder))

    @pytest.mark.parametrize(
        ("mood", "path"),
        [
            ({"type": "string", "enum": ["calm"]}, ""),
            ({"type": "array", "items": {"type": "string", "enum": ["calm"]}}, " > items"),
            ({"anyOf": [{"type": "string", "enum": ["calm"]}, {"type": "null"}]}, " > anyOf > 0"),
            ({"oneOf": [{"type": "null"}, {"type": "string", "enum": ["calm"]}]}, " > oneOf > 1"),
            ({"type": "object", "additionalProperties": {"enum": ["calm"]}}, " > additionalProperties"),
        ],
    )
    def test_an_enumeration_inside_another_schema_is_refused(self, schema, mood, path: str) -> None:
        schema.view("Pet", {"mood": mood})
        hint = "make it a named schema, and use a $ref to it"
        assert refusal(schema) == f"{at('Pet > properties > mood')}{path}: the key 'enum' is not supported here: {hint}"

    @pytest.mark.parametrize(("part", "path"), [("answer", "responses > 200"), ("body", "requestBody")])
    @pytest.mark.parametrize("key", ["enum", "properties"])
    def test_an_enumeration_or_a_class_inside_an_operation_is_refused(
        self, schema, part: str, path: str, key: str
    ) -> None:
        schema.call("pets.feed", method="put", **{part: {key: ["calm"] if key == "enum" else {}}})
        assert refusal(schema) == (
            f"{GET.replace('get', 'put')} > {path} > content > application/json > schema: "
            f"the key {key!r} is not supported here: make it a named schema, and use a $ref to it"
        )

    @pytest.mark.parametrize(
        ("member", "told"),
        [
            (
                {"type": "string", "items": {}},
                "the key 'items' needs the type array: correct the type, or remove the key",
            ),
            ({"type": "array"}, "the key 'items' is missing: add it, or write no type for any JSON value"),
            ({"type": ["string", "array"]}, "the key 'items' is missing: add it, or write no type for any JSON value"),
            (
                {"type": "array", "items": {}, "additionalProperties": {}},
                "the key 'additionalProperties' needs the type",
            ),
            ({"type": "integer", "minLength": 1}, "the key 'minLength' needs the type string"),
            ({"type": "integer", "format": "date"}, "the key 'format' needs the type string"),
        ],
    )
    def test_a_key_that_has_no_meaning_for_the_type_is_refused(self, schema, member, told: str) -> None:
        schema.view("Pet", {"x": member})
        assert refusal(schema).startswith(f"{at('Pet > properties > x')}: {told}")

    def test_typed_additional_members_beside_members_are_refused(self, schema) -> None:
        schema.view("Pet", {"x": {}}, additionalProperties={"type": "string"})
        assert refusal(schema) == (
            f"{at('Pet')}: additionalProperties beside properties is not supported: move the map to a member"
        )

    def test_a_member_may_be_named_as_a_word_of_json_schema(self, schema) -> None:
        words = ["enum", "required", "properties", "items", "allOf", "$ref", "type", "format", "anyOf"]
        schema.view("Pet", {word: {"type": "string"} for word in words}, required=["enum"])
        check(schema.load())

    def test_everything_wrong_is_told_at_once(self, schema) -> None:
        schema.view("Pet", {"name": {"type": "array"}}, required=["x"], additionalProperties={})
        assert len(refusal(schema).splitlines()) == 3


KEYS = [
    *("default", "example", "deprecated", "nullable", "const", "not", "pattern", "maxLength", "minimum"),
    *("allOf", "discriminator", "title", "xml", "if", "patternProperties", "externalDocs", "uniqueItems", "minItems"),
    *("x-nullable", "contentEncoding", "$defs", "$id", "$anchor", "$comment", "propertyNames", "unevaluatedProperties"),
]


class TestUnsupportedKeys:
    """A key is honoured or rejected: none is ignored."""

    def told(self, schema, place: str, key: str) -> None:
        found = refusal(schema)
        assert found.startswith(f"{place}: the key {key!r} is not supported here: ")
        assert len(found.splitlines()) == 1

    @pytest.mark.parametrize("key", KEYS)
    def test_of_a_member(self, schema, key: str) -> None:
        schema.view("Pet", {"x": {"type": "string", key: "x"}})
        self.told(schema, at("Pet > properties > x"), key)

    @pytest.mark.parametrize(
        "key", [*KEYS, "readOnly", "writeOnly", "x-in-place", "x-python-name", "x-python-datetime"]
    )
    @pytest.mark.parametrize("inner", ["items", "additionalProperties"])
    def test_of_an_inner_schema(self, schema, inner: str, key: str) -> None:
        kind = "array" if inner == "items" else "object"
        schema.view("Pet", {"x": {"type": kind, inner: {"type": "string", key: True}}})
        self.told(schema, at(f"Pet > properties > x > {inner}"), key)

    @pytest.mark.parametrize("key", [*KEYS, "readOnly", "x-python-name"])
    def test_of_a_class(self, schema, key: str) -> None:
        schema.view("Pet", {"x": {}}, **{key: True})
        self.told(schema, at("Pet"), key)

    @pytest.mark.parametrize(
        "key", ["type", "properties", "anyOf", "items", "required", "enum", "additionalProperties"]
    )
    def test_beside_a_reference(self, schema, key: str) -> None:
        schema.view("Pet", {"x": {**PET, key: {}}})
        self.told(schema, at("Pet > properties > x"), key)

    @pytest.mark.parametrize("key", ["type", "properties", "items", "enum", "oneOf"])
    def test_beside_variants(self, schema, key: str) -> None:
        schema.view("Pet", {"x": {"anyOf": [PET], key: {}}})
        self.told(schema, at("Pet > properties > x"), key)

    @pytest.mark.parametrize(
        "key",
        [
            "servers",
            "security",
            "callbacks",
            "tags",
            "externalDocs",
            "consumes",
            "x-internal",
            "requestBodies",
            "x-sources",
        ],
    )
    def test_of_an_operation(self, schema, key: str) -> None:
        schema.call("pets.get", **{key: []})
        self.told(schema, GET, key)

    @pytest.mark.parametrize(
        "key",
        [
            "style",
            "explode",
            "allowReserved",
            "allowEmptyValue",
            "deprecated",
            "examples",
            "content",
            "type",
        ],
    )
    def test_of_a_parameter(self, schema, key: str) -> None:
        schema.call("pets.get", parameters=[schema.query("size", **{key: True})])
        self.told(schema, f"{GET} > parameters > 0", key)

    @pytest.mark.parametrize("key", ["servers", "summary", "description", "parameters", "options", "trace", "$ref"])
    def test_of_a_path(self, schema, key: str) -> None:
        schema.call("pets.get")
        schema.fragment("pets")["paths"]["/zoos/{zoo}/pets/{pet}"][key] = []
        self.told(schema, GET.removesuffix(" > get"), key)

    @pytest.mark.parametrize("key", ["headers", "links", "schema", "x-note"])
    def test_of_a_response(self, schema, key: str) -> None:
        schema.call("pets.get")["responses"]["200"][key] = {}
        self.told(schema, f"{GET} > responses > 200", key)

    @pytest.mark.parametrize("key", ["encoding", "example", "examples"])
    def test_of_a_media_type(self, schema, key: str) -> None:
        schema.call("pets.get", answer={})["responses"]["200"]["content"]["application/json"][key] = {}
        self.told(schema, f"{GET} > responses > 200 > content > application/json", key)

    @pytest.mark.parametrize("group", ["links", "callbacks", "headers", "examples", "pathItems"])
    def test_of_the_components(self, schema, group: str) -> None:
        schema.front["components"][group] = {}
        self.told(schema, "openapi.yaml: components", group)

    @pytest.mark.parametrize(
        ("key", "value", "told"),
        [
            ("x-confidence", "confirmed", "'confirmed' is not supported: use inferred"),
            ("x-timeout-class", "slow", "'slow' is not supported: use short, normal, long"),
            ("deprecated", "yes", "'yes' is not true or false: write true or false"),
            ("operationId", 3, "3 is not text: write text"),
            ("parameters", {}, "{} is not a list: write a list"),
            ("parameters", [], "the list is empty: fill it or remove it"),
            ("responses", [], "[] is not a mapping: write a mapping"),
            ("responses", {"teapot": {}}, "'teapot' is not valid: use a status code such as '200'"),
            ("requestBody", None, "null is not a mapping: write a mapping"),
            ("requestBody", {"required": False, "content": {}}, None),
        ],
    )
    def test_a_value_that_has_no_meaning_is_refused(self, schema, key: str, value, told: str | None) -> None:
        schema.call("pets.get", **{key: value})
        path, told = (
            (f"{GET} > {key}", told) if told else (f"{GET} > {key} > required", "false is not supported: use true")
        )
        assert refusal(schema).startswith(f"{path}: {told}")
