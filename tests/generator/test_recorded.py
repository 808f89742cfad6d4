"""Recorded examples of requests and responses: the files of schema/examples."""

from __future__ import annotations

import copy

import pytest
import yaml

from generator import examples
from generator.build import build
from generator.check import check
from generator.errors import SchemaError
from generator.parse import parse
from generator.recorded import add_recorded
from tests.generator.conftest import OWN

JSON = "application/json"
PET = {"$ref": "#/components/schemas/Pet"}
NAME = {"type": "string", "examples": ["Rex"]}


@pytest.fixture
def schema(schema):
    schema.add_examples()  # of its path parameters: there is nothing else yet
    return schema


def media(document, path="/zoos/{zoo}/pets/{pet}", method="get", part="responses", content=JSON):
    operation = document["paths"][path][method]
    body = operation["requestBody"] if part == "requestBody" else operation["responses"]["200"]
    return body["content"][content]


def record(schema, content, file="pets.yaml"):
    folder = schema.folder / "examples"
    folder.mkdir(exist_ok=True)
    (folder / file).write_text(content if isinstance(content, str) else yaml.safe_dump(content), encoding="utf-8")


def recorded(schema):
    document = schema.load()
    add_recorded(document, schema.folder / "examples")
    check(document)
    examples.complete(document)
    return document


def findings(schema):
    with pytest.raises(SchemaError) as caught:
        recorded(schema)
    return caught.value.findings


@pytest.fixture
def recording(schema):
    members = {"name": NAME, "uuid": NAME | {"readOnly": True}, "code": NAME | {"writeOnly": True}}
    schema.view("Pet", members, required=["name", "uuid", "code"])
    schema.call("pets.update", method="put", answer=PET, body=PET)
    schema.call("pets.delete", method="delete")
    return schema


class TestRecordedOnes:
    def test_they_take_the_place_of_composed_ones(self, recording) -> None:
        record(recording, {"pets.update": {"request": {"name": "Tom", "code": "1"}}})
        document = recorded(recording)
        assert media(document, method="put", part="requestBody")["example"] == {"name": "Tom", "code": "1"}
        assert media(document, method="put")["example"] == {"name": "Rex", "uuid": "Rex"}

    def test_what_the_server_ignores_in_a_recorded_request_is_left_out(self, recording) -> None:
        bodies = {"request": {"name": "Tom", "uuid": "A0", "code": "1"}, "response": {"name": "Tom", "uuid": "A0"}}
        record(recording, {"pets.update": bodies})
        document = recorded(recording)
        assert media(document, method="put", part="requestBody")["example"] == {"name": "Tom", "code": "1"}
        assert media(document, method="put")["example"] == bodies["response"]

    def test_successes_with_the_same_schema_may_have_other_examples(self, recording) -> None:
        responses = recording.fragments["pets"]["paths"]["/zoos/{zoo}/pets/{pet}"]["put"]["responses"]
        responses["201"] = copy.deepcopy(responses["200"])
        record(recording, {"pets.update": {"response": {"name": "Tom", "uuid": "A0"}}})
        document = recorded(recording)
        modules = build(document, parse(document), OWN)
        assert [one.result_text for one in modules[0].operations if one.name == "update"] == ["Pet"]

    def test_a_text_has_one(self, schema) -> None:
        content = {"text/plain": {"schema": {"type": "string"}}}
        schema.call("pets.call", responses={"200": {"description": "Its answer.", "content": content}})
        record(schema, {"pets.call": {"response": "Woof"}})
        assert media(recorded(schema), content="text/plain")["example"] == "Woof"

    def test_a_mounted_family_has_one_for_each_mount(self, schema) -> None:
        operation = {
            "operationId": "{tag}.get",
            "summary": "Get the note of {of}.",
            "x-source": ["S1"],
            "responses": {"200": {"description": "It.", "content": {JSON: {"schema": {"type": "string"}}}}},
        }
        schema.fragments["notes"] = {
            "x-mounts": [
                {"tag": "zoo_notes", "owner": "/zoos/{zoo}", "of": "a zoo"},
                {"tag": "pet_notes", "owner": "/zoos/{zoo}/pets/{pet}", "of": "a pet"},
            ],
            "paths": {"{owner}/note": {"get": operation}},
        }
        record(schema, {"zoo_notes.get": {"response": "big"}, "pet_notes.get": {"response": "wild"}}, "notes.yaml")
        document = recorded(schema)
        assert media(document, "/zoos/{zoo}/note")["example"] == "big"
        assert media(document, "/zoos/{zoo}/pets/{pet}/note")["example"] == "wild"

    def test_without_the_folder_there_are_none(self, recording) -> None:
        assert media(recorded(recording), method="put")["example"] == {"name": "Rex", "uuid": "Rex"}

    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (
                {"pets.feed": {"request": {}}},
                "pets.feed: no operation has this operationId: correct it, or remove the entry",
            ),
            (
                {"pets.delete": {"request": {}}},
                "pets.delete > request: the operation has no request body of its own: remove the example",
            ),
            (
                {"pets.delete": {"response": {}}},
                "pets.delete > response: the operation has no response with content of its own: remove the example",
            ),
            (
                {"pets.update": {"answer": {}}},
                "pets.update: the key 'answer' is not supported here: remove it, or use one of request, response",
            ),
            (
                {"pets.update": {"request": {"name": "Tom", "code": "1", "nom": 3}}},
                "pets.update > request: the schema does not describe 'nom': correct the example",
            ),
            (
                {"pets.update": {"response": {"name": 3, "uuid": "A0"}}},
                "pets.update > response > name: 3 is not of type 'string': correct the example",
            ),
            (
                {"pets.update": {"response": {"name": "Tom"}}},
                "pets.update > response: 'uuid' is a required property: correct the example",
            ),
        ],
    )
    def test_a_wrong_entry(self, recording, content, text) -> None:
        record(recording, content)
        assert findings(recording) == [f"examples/pets.yaml: {text}"]

    def test_an_entry_in_another_file(self, recording) -> None:
        record(recording, {"pets.update": {"request": {"name": "Tom", "code": "1"}}}, "toys.yaml")
        text = "pets.yaml describes the operation: move the entry to examples/pets.yaml"
        assert findings(recording) == [f"examples/toys.yaml: pets.update: {text}"]

    def test_files_that_cannot_be_read(self, recording) -> None:
        record(recording, "{}", "pets.yml")
        record(recording, "a: 1\na: 2\n", "toys.yaml")
        assert findings(recording) == [
            "examples/pets.yml: the file is not read: rename it to pets.yaml, or remove it",
            "examples/toys.yaml:2: the key 'a' is given twice: remove one of the two",
        ]
