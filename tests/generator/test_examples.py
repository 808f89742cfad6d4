"""Examples of objects and bodies are composed from those of the members; each of these needs one."""

from __future__ import annotations

import pytest

from generator import examples
from generator.errors import SchemaError

JSON = "application/json"
PET = {"$ref": "#/components/schemas/Pet"}
NAME = {"type": "string", "examples": ["Rex"]}
FILE = {"type": "string", "format": "binary", "description": "Its photo."}


@pytest.fixture
def schema(schema):
    schema.add_examples()  # of its path parameters: there is nothing else yet
    return schema


def completed(schema, document=None):
    document = document or schema.checked()
    examples.complete(document)
    return document


def composed(schema, name="Pet"):
    return completed(schema)["components"]["schemas"][name]["examples"][0]


def findings(schema, call):
    with pytest.raises(SchemaError) as caught:
        call(schema)
    return caught.value.findings


def media(document, path="/zoos/{zoo}/pets/{pet}", method="get", part="responses", content=JSON):
    operation = document["paths"][path][method]
    body = operation["requestBody"] if part == "requestBody" else operation["responses"]["200"]
    return body["content"][content]


class TestComposing:
    def test_an_object_has_the_examples_of_its_members(self, schema) -> None:
        schema.view("Pet", {"name": NAME, "age": {"type": "integer", "examples": [3, 4]}})
        assert composed(schema) == {"name": "Rex", "age": 3}

    def test_a_member_with_an_object_gets_a_composed_one(self, schema) -> None:
        schema.view("Toy", {"label": {"type": "string", "examples": ["ball"]}})
        schema.view("Pet", {"toy": {"$ref": "#/components/schemas/Toy"}, "name": NAME})
        document = completed(schema)
        members = document["components"]["schemas"]["Pet"]["properties"]
        assert members["toy"]["examples"] == [{"label": "ball"}]
        assert members["name"]["examples"] == ["Rex"]

    @pytest.mark.parametrize(
        ("member", "value"),
        [
            ({"type": "array", "items": {"$ref": "#/components/schemas/Toy"}}, [{"label": "ball"}]),
            ({"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/Toy"}]}, {"label": "ball"}),
            ({"oneOf": [{"$ref": "#/components/schemas/Mood"}, {"type": "null"}]}, "calm"),
            ({"$ref": "#/components/schemas/Mood", "examples": ["wild"]}, "wild"),
            ({"type": "array", "items": {"type": "string", "examples": ["a"]}}, ["a"]),
        ],
    )
    def test_a_value_of_each_kind(self, schema, member, value) -> None:
        schema.enum("Mood", ["calm", "wild"])
        schema.view("Toy", {"label": {"type": "string", "examples": ["ball"]}})
        schema.view("Pet", {"member": member})
        assert composed(schema) == {"member": value}

    def test_an_enumeration_can_name_its_typical_value(self, schema) -> None:
        schema.enum("Mood", ["calm", "wild"], examples=["wild"])
        schema.view("Pet", {"mood": {"$ref": "#/components/schemas/Mood"}})
        assert composed(schema) == {"mood": "wild"}

    def test_an_object_leaves_out_objects_that_hold_it(self, schema) -> None:
        schema.view("Pet", {"name": NAME, "young": {"type": "array", "items": PET}, "mother": PET})
        document = completed(schema)
        pet = document["components"]["schemas"]["Pet"]
        assert pet["examples"] == [{"name": "Rex"}]
        assert pet["properties"]["young"]["examples"] == [[{"name": "Rex"}]]
        assert pet["properties"]["mother"]["examples"] == [{"name": "Rex"}]

    def test_a_list_response_has_one_item(self, schema) -> None:
        schema.view("Pet", {"name": NAME})
        schema.component("PetList", {"x-list-of": "Pet"})
        schema.call("pets.list", "/zoos/{zoo}/pets/", answer={"$ref": "#/components/schemas/PetList"})
        expected = {"total": 1, "items": [{"name": "Rex"}]}
        assert media(completed(schema), "/zoos/{zoo}/pets/")["example"] == expected

    def test_a_request_has_no_read_only_members_and_a_response_no_write_only_ones(self, schema) -> None:
        schema.view("Toy", {"label": NAME, "code": NAME | {"writeOnly": True}, "uuid": NAME | {"readOnly": True}})
        toy = {"$ref": "#/components/schemas/Toy"}
        members = {
            "uuid": NAME | {"readOnly": True},
            "code": NAME | {"writeOnly": True},
            "toys": {"type": "array", "items": toy},
            "best": {"anyOf": [toy, {"type": "null"}]},
            "by_name": {"type": "object", "additionalProperties": toy, "examples": [{"a": {"code": "1", "uuid": "2"}}]},
        }
        schema.view("Pet", members)
        schema.call("pets.update", method="put", answer=PET, body=PET)
        document = completed(schema)
        sent, received = (media(document, method="put", part=part)["example"] for part in ("requestBody", "responses"))
        toy_sent = {"label": "Rex", "code": "Rex"}
        toy_received = {"label": "Rex", "uuid": "Rex"}
        assert sent == {"code": "Rex", "toys": [toy_sent], "best": toy_sent, "by_name": {"a": {"code": "1"}}}
        assert received == {
            "uuid": "Rex",
            "toys": [toy_received],
            "best": toy_received,
            "by_name": {"a": {"uuid": "2"}},
        }

    def test_the_given_example_of_an_object_is_used_everywhere(self, schema) -> None:
        members = {"name": NAME, "uuid": NAME | {"readOnly": True}}
        schema.view("Pet", members, examples=[{"name": "Tom", "uuid": "A0"}])
        schema.view("Cage", {"pet": PET})
        schema.call("pets.update", method="put", answer=PET, body=PET)
        document = completed(schema)
        assert composed(schema, "Cage") == {"pet": {"name": "Tom", "uuid": "A0"}}
        assert media(document, method="put")["example"] == {"name": "Tom", "uuid": "A0"}
        assert media(document, method="put", part="requestBody")["example"] == {"name": "Tom"}

    def test_shared_responses_get_one(self, schema) -> None:
        schema.view("Pet", {"name": NAME})
        schema.front["components"]["responses"]["Failure"]["content"] = {JSON: {"schema": PET}}
        document = completed(schema)
        assert document["components"]["responses"]["Failure"]["content"][JSON]["example"] == {"name": "Rex"}

    def test_an_upload_needs_none(self, schema) -> None:
        form = {"type": "object", "properties": {"file": FILE}, "required": ["file"]}
        body = {"required": True, "content": {"multipart/form-data": {"schema": form}}}
        schema.call("pets.upload", method="post", requestBody=body)
        document = completed(schema)
        assert media(document, method="post", part="requestBody", content="multipart/form-data") == {"schema": form}

    def test_a_parameter_with_an_enumeration_needs_none(self, schema) -> None:
        schema.enum("Mood", ["calm", "wild"])
        mood = schema.query("mood", schema={"$ref": "#/components/schemas/Mood"})
        schema.call("pets.get", parameters=[mood])
        operation = completed(schema)["paths"]["/zoos/{zoo}/pets/{pet}"]["get"]
        assert operation["parameters"][2]["example"] == "calm"


class TestMissingOnes:
    @pytest.mark.parametrize(
        "member",
        [
            {"type": "string"},
            {},
            {"type": "array", "items": {"type": "string"}},
            {"type": "object", "additionalProperties": {"type": "string"}},
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
        ],
    )
    def test_a_member(self, schema, member) -> None:
        schema.view("Pet", {"name": NAME, "new": member})
        where = "pets.yaml: components > schemas > Pet > properties > new"
        assert findings(schema, completed) == [f"{where}: the example is missing: add examples"]

    def test_parameters(self, schema) -> None:
        del schema.front["components"]["parameters"]["pet"]["example"]
        schema.call("pets.get", parameters=[schema.query("mood")])
        assert findings(schema, completed) == [
            "openapi.yaml: components > parameters > pet: the example is missing: add example",
            "pets.yaml: paths > /zoos/{zoo}/pets/{pet} > get > parameters > 0: the example is missing: add example",
        ]

    def test_bodies(self, schema) -> None:
        schema.call("pets.update", method="put", answer={"type": "string"}, body={"type": "object"})
        where = "pets.yaml: paths > /zoos/{zoo}/pets/{pet} > put >"
        fix = "the example is missing: add examples to its schema, or an entry to schema/examples"
        assert findings(schema, completed) == [
            f"{where} requestBody > content > {JSON}: {fix}",
            f"{where} responses > 200 > content > {JSON}: {fix}",
        ]

    def test_the_generator_demands_them(self, schema) -> None:
        schema.view("Pet", {"name": {"anyOf": [{"type": "string"}, {"type": "null"}]}})
        assert "Pet > properties > name: the example is missing" in findings(schema, lambda schema: schema.tree())[0]
