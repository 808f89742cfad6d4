"""The pages of the REST reference, made from small schemas."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from generator.build import build
from generator.check import check
from generator.config import Reference, read_config
from generator.markdown import anchors, cell, code, fenced, prose, value
from generator.output import Tree
from generator.parse import parse
from generator.paths import CONFIG
from generator.reference import reference

OWN = evolve(read_config(CONFIG), package="zoo_client", reference=Reference(Path("docs"), "guide.md"))


@pytest.fixture
def pages(schema) -> Any:
    """Return a function that writes the pages of the schema; they need the texts of an example."""

    def pages(**examples: Any) -> Tree:
        document = schema.load()
        check(document)
        modules = build(document, parse(document), OWN)
        for name, example in examples.items():
            document["components"]["parameters"][name]["example"] = example
        return reference(document, modules, OWN)

    return pages


def section(page: str, heading: str) -> str:
    return re.split(r"\n##+ ", page.partition(f"# {heading}\n")[2])[0]


class TestAPage:
    def test_describes_an_operation(self, schema, pages) -> None:
        schema.view("Pet", {"name": {"type": "string", "examples": ["Rex"]}})
        operation = schema.call(
            "pets.update",
            method="put",
            body={"$ref": "#/components/schemas/Pet"},
            answer={"$ref": "#/components/schemas/Pet"},
            summary="Update the pet.",
            description="Only `name` can <b>change</b>.",
            parameters=[
                schema.query("X-ComodIT-Mode", "header", required=True, example="fast"),
                schema.query("dryRun"),
            ],
        )
        operation["x-confidence"] = "inferred"
        operation["responses"]["404"] = {"$ref": "#/components/responses/Failure"}
        text = pages(zoo="Bronx", pet="R x/2")["pets.md"]
        assert text.startswith("<!-- Made by `python -m generator` from schema/pets.yaml. Do not edit: change that, ")
        assert "| [Update the pet](#update-the-pet) | `PUT /zoos/{zoo}/pets/{pet}` |" in text
        assert section(text, "Update the pet") == (
            "\n`PUT /zoos/{zoo}/pets/{pet}`\n\n"
            "Only `name` can &lt;b>change&lt;/b>.\n\n"
            "Inferred: nobody has seen this operation work.\n\n"
            "Operation: `pets.update`.\n\n"
            "| Parameter | In | Type | Required | Description | Example |\n"
            "|---|---|---|---|---|---|\n"
            '| `zoo` | path | string | yes | Name of the zoo. | `"Bronx"` |\n'
            '| `pet` | path | string | yes | Name of the pet. | `"R x/2"` |\n'
            '| `X-ComodIT-Mode`, in Python `mode` | header | string | yes | Which X-ComodIT-Mode. | `"fast"` |\n'
            "| `dryRun`, in Python `dry_run` | query | string | no | Which dryRun. |  |\n\n"
            "**Request body**: [Pet](#pet).\n\n"
            "| Status | Description | Response body |\n"
            "|---|---|---|\n"
            "| 200 | The result. | [Pet](#pet) |\n"
            "| 404 | It failed. | empty |\n"
            "| other | It failed. | empty |\n\n"
            "**Python**:\n\n"
            '```python\nwire.pets.update("Bronx", "R x/2", body, mode="fast")\n```\n'
        )

    def test_shows_the_examples_of_bodies(self, schema, pages) -> None:
        schema.view("Pet", {"name": {"type": "string"}})
        operation = schema.call("pets.create", "/pets/", "post", body={"$ref": "#/components/schemas/Pet"}, answer={})
        operation["requestBody"]["description"] = "The pet."
        document = schema.load()
        modules = build(document, parse(document), OWN)
        described = document["paths"]["/pets/"]["post"]
        described["requestBody"]["content"]["application/json"]["example"] = {"name": "Ré"}
        described["responses"]["200"]["content"]["application/json"]["example"] = [1]
        described["responses"]["202"] = {"description": "Later.", "content": {"text/plain": {"example": "a ``` b\n"}}}
        text = reference(document, modules, OWN)["pets.md"]
        assert '**Request body**: [Pet](#pet). The pet.\n\n```json\n{\n  "name": "Ré"\n}\n```\n' in text
        assert "**Response**:\n\n```json\n[\n  1\n]\n```\n" in text
        assert "````text\na ``` b\n````" in text
        assert "| 202 | Later. | text |" in text

    def test_names_the_types_of_values(self, schema, pages) -> None:
        schema.enum("Mood", ["calm", "wi|ld"])
        schema.view("Toy", {"name": {"type": "string"}}, "toys")
        schema.component("Names", {"type": "array", "description": "Names.", "items": {"type": "string"}})
        members = {
            "mood": {"$ref": "#/components/schemas/Mood"},
            "toys": {"type": "array", "items": {"$ref": "#/components/schemas/Toy"}},
            "toy": {"anyOf": [{"$ref": "#/components/schemas/Toy"}, {"type": "null"}]},
            "labels": {"type": "object", "additionalProperties": {"type": "integer"}},
            "born": {"type": ["string", "null"], "format": "date-time"},
            "chip": {"type": "string", "format": "password", "writeOnly": True},
            "id": {"type": "string", "format": "uuid", "readOnly": True, "x-confidence": "observed"},
            "free": {"examples": [{"a": ["|"]}]},
        }
        schema.view("Pet", members, required=["id"])
        pages_ = pages()
        rows = re.findall(
            r"^\| `(\w+)` \| `(\w+)` \| (.*?) \| (.*) \| (.*) \|$", section(pages_["pets.md"], "Pet"), re.M
        )
        assert {name: kind for name, _, kind, _, _ in rows} == {
            "mood": "[Mood](#mood)",
            "toys": "list of [Toy](toys.md#toy)",
            "toy": "[Toy](toys.md#toy) or null",
            "labels": "map of integer",
            "born": "date and time or null",
            "chip": "string",
            "id": "uuid",
            "free": "any JSON value",
        }
        texts = {name: text for name, _, _, text, _ in rows}
        assert texts["chip"] == "Its chip. Write-only. Secret."
        assert texts["id"] == "Its id. Read-only. Required. Observed in recorded exchanges only."
        assert rows[-1][4] == '`{"a": ["\\|"]}`'
        assert "Values: `calm`, `wi\\|ld`." in section(pages_["pets.md"], "Mood")
        assert "Names. Type: list of string." in section(pages_["pets.md"], "Names")

    def test_describes_a_family_once_for_all_owners(self, schema, pages) -> None:
        schema.call("pets.list", "{owner}/pets/", summary="List the pets of {of}.", operationId="{tag}.list")
        family = schema.fragments["pets"]
        del family["tag"]
        family["x-mounts"] = [
            {"tag": "zoo_pets", "owner": "/zoos/{zoo}", "of": "a zoo"},
            {"tag": "cage_pets", "owner": "/cages/{cage}", "of": "a cage"},
        ]
        schema.path_parameter("cage")
        text = pages(cage="C1")["pets.md"]
        assert "The pets of a zoo or a cage." in text
        assert "| `/cages/{cage}` | `cage_pets` | The pets of a cage. |" in text
        assert text.count("\n## ") == 1
        part = section(text, "List the pets of an owner")
        assert "`GET {owner}/pets/`" in part
        assert "Operations: `zoo_pets.list`, `cage_pets.list`." in part
        assert "| `cage` | path | string | by owner | Name of the cage. |" in part
        assert '```python\nwire.zoo_pets.list("zoo")\nwire.cage_pets.list("C1")\n```' in part

    def test_describes_a_file_to_upload(self, schema, pages) -> None:
        field = {"type": "string", "format": "binary", "description": "The photo."}
        form = {"type": "object", "properties": {"file": field}, "required": ["file"]}
        operation = schema.call("pets.upload", method="post")
        operation["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": form}}}
        part = section(pages()["pets.md"], "Do it")
        assert "**Request body**: A form with a file in the field `file`. The photo." in part
        assert 'wire.pets.upload("zoo", "pet", upload)' in part

    def test_links_sections_with_the_same_heading(self, schema, pages) -> None:
        schema.view("Objects", {"name": {"type": "string"}})
        schema.call("pets.list", "/pets/", answer={"$ref": "#/components/schemas/Objects"})
        schema.call("pets.get", "/pets/{pet}")
        text = pages()["pets.md"]
        assert "| [Do it](#do-it) | `GET /pets/` |" in text
        assert "| [Do it](#do-it-1) | `GET /pets/{pet}` |" in text
        assert "| 200 | The result. | [Objects](#objects-1) |" in text

    def test_says_that_an_operation_is_deprecated_or_observed(self, schema, pages) -> None:
        schema.call("pets.get", deprecated=True, **{"x-confidence": "observed"})
        part = section(pages()["pets.md"], "Do it")
        assert "Deprecated: the server may remove it.\n\nObserved: it was seen in recorded exchanges only.\n" in part


class TestTheIndex:
    def test_lists_the_pages_the_servers_the_schemes_and_the_errors(self, schema, pages) -> None:
        schema.view("Pet", {"name": {"type": "string"}})
        schema.front["info"]["description"] = "The zoo.\n\nIts <pets>."
        schema.front["servers"] = [{"url": "https://zoo.example", "description": "The zoo's own."}]
        schema.front["components"]["securitySchemes"] = {
            "basic": {"type": "http", "scheme": "basic", "description": "User | password."}
        }
        schema.front["components"]["schemas"] = {
            "Failure": {"type": "object", "description": "Why.", "properties": {"error": {"description": "Text."}}}
        }
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/Failure"}}}
        schema.front["components"]["responses"]["Failure"]["content"] = content
        schema.call("pets.get")
        made = pages()
        assert sorted(made) == ["index.md", "pets.md"]
        index = made["index.md"]
        assert "The zoo.\n\nIts &lt;pets>.\n" in index
        assert "- `https://zoo.example`: The zoo's own." in index
        assert "| `basic` | User \\| password. |" in index
        assert "| [Pets](pets.md) | The pets of the zoo. |" in index
        assert "[sends it](guide.md)" in index
        assert "`zoo_client.wire`" in index
        assert "- Failure: It failed." in index
        assert "Why." in section(index, "Failure")
        assert "| other | It failed. | [Failure](index.md#failure) |" in made["pets.md"]


class TestMarkdown:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a\n  b", "a b"),
            ("<b>", "&lt;b>"),
            ("`a < b` < c", "`a < b` &lt; c"),
            ("``a ` < b``", "``a ` < b``"),
            ("a|b", "a|b"),
        ],
    )
    def test_prose_has_no_html(self, text: str, expected: str) -> None:
        assert prose(text) == expected

    def test_a_cell_ends_where_its_column_does(self) -> None:
        assert cell("a|b `c|d`") == "a\\|b `c\\|d`"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("a", "`a`"), ("a`b", "``a`b``"), ("`a``", "``` `a`` ```"), ("|", "`\\|`")],
    )
    def test_code_keeps_backticks(self, text: str, expected: str) -> None:
        assert code(text) == expected

    def test_a_long_value_is_cut(self) -> None:
        assert value("x" * 200) == f'`"{"x" * 119}…`'
        assert value(None) == "`null`"

    def test_a_block_may_hold_a_fence(self) -> None:
        assert fenced("a\n", "text") == "```text\na\n```"
        assert fenced("```", "text") == "````text\n```\n````"

    def test_anchors_are_those_of_github(self) -> None:
        found = anchors(["Get the host's `file`", "A", "A", "Hand-over: done?"])
        assert found == ["get-the-hosts-file", "a", "a-1", "hand-over-done"]
