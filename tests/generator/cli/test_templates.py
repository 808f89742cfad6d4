"""The documents that an editor opens with: they explain, parse, and fit the schema when they are filled in."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from comodit_client._commands.templates import TEMPLATES
from comodit_client.cli.describe import description
from generator.cli.templates import templates
from tests.generator.cli.conftest import Zoo


def pet(zoo: Zoo) -> str:
    document, _ = zoo.document()
    return templates(zoo.line(), document)["Pet"]


def filled(template: str) -> Any:
    """Return the document with all optional members, and the examples as the values of the required ones."""
    text = re.sub(r"^## Example: (.*)\n(\w+):$", r"\2: \1", template, flags=re.MULTILINE)
    text = re.sub(r"^##.*$", "", text, flags=re.MULTILINE)
    return yaml.safe_load(re.sub(r"^# ", "", text, flags=re.MULTILINE))


class TestATemplate:
    def test_required_members_are_to_be_filled_in_and_others_to_be_chosen(self, zoo: Zoo) -> None:
        text = pet(zoo)
        assert text.startswith("## A Pet.\n## Fill in the required members. ")
        assert "\n\n## Its name. Required.\n## Example: text\nname:\n\n" in text
        assert "\n\n## Its toys.\n# toys:\n# - text\n" in text
        assert text.index("\nname:") < text.index("\n# mood:")

    def test_it_parses_as_it_is(self, zoo: Zoo) -> None:
        assert yaml.safe_load(pet(zoo)) == {"name": None}

    def test_choices_are_named(self, zoo: Zoo) -> None:
        zoo.schema.view("Owner", {"name": {"type": "string"}, "mood": {"$ref": "#/components/schemas/Mood"}})
        text = pet(zoo)
        assert "## Its mood. One of: calm, wild.\n# mood: calm\n" in text
        assert "## Its owner. mood is one of: calm, wild.\n# owner:\n#   name: text\n#   mood: calm\n" in text

    def test_read_only_members_are_left_out(self, zoo: Zoo) -> None:
        zoo.schema.view("Owner", {"name": {"type": "string"}, "since": {"type": "string", "readOnly": True}})
        assert "born" not in pet(zoo)
        assert "since" not in pet(zoo)

    def test_the_index_chooses_the_members_and_their_order(self, zoo: Zoo) -> None:
        zoo.index["templates"] = {
            "Pet": {"required": ["mood", "name"], "optional": ["owner"]},
            "Owner": {"optional": ["phone"]},
        }
        document = filled(pet(zoo))
        assert document == {"mood": "calm", "name": "text", "owner": {"phone": "text"}}
        assert list(document) == ["mood", "name", "owner"]
        zoo.index["templates"]["Pet"]["optional"] = []
        assert filled(pet(zoo)) == {"mood": "calm", "name": "text"}

    def test_a_required_object_has_its_example(self, zoo: Zoo) -> None:
        zoo.index["templates"] = {"Pet": {"required": ["owner"], "optional": []}}
        assert yaml.safe_load(pet(zoo)) == {"owner": {"name": "text", "phone": "text"}}

    def test_an_object_deep_inside_shows_what_it_requires(self, zoo: Zoo) -> None:
        zoo.schema.view("Owner", {"friend": {"$ref": "#/components/schemas/Person"}})
        zoo.schema.view("Person", {"name": {"type": "string"}, "age": {"type": "integer"}}, required=["name"])
        assert filled(pet(zoo))["owner"] == {"friend": {"name": "text"}}

    def test_a_value_that_looks_like_another_type_is_quoted(self, zoo: Zoo) -> None:
        zoo.schema.view("Owner", {"name": {"type": "string", "examples": ["007"]}})
        assert filled(pet(zoo))["owner"] == {"name": "007"}

    def test_long_texts_are_wrapped(self, zoo: Zoo) -> None:
        zoo.schema.view("Owner", {"name": {"type": "string"}}, description="Word " * 60)
        assert max(map(len, pet(zoo).splitlines())) <= 100


DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8"))


def problems(document: dict[str, Any], name: str, value: Any) -> list[str]:
    """Find what does not fit a schema. A request needs no member that only the server sends."""
    schemas = {
        one: schema | {"required": [key for key in schema.get("required", ()) if not sent_only(schema, key)]}
        for one, schema in document["components"]["schemas"].items()
    }
    rules = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
    return [f"{name}: {error.message}" for error in Draft202012Validator(rules).iter_errors(value)]


def sent_only(schema: dict[str, Any], member: str) -> bool:
    return bool(schema["properties"][member].get("readOnly"))


def test_all_templates_of_the_project_fit_the_schema_when_they_are_filled_in() -> None:
    assert len(TEMPLATES) > 30
    for name, text in TEMPLATES.items():
        assert isinstance(yaml.safe_load(text), dict | None), name
        value = filled(text)
        assert value
        assert problems(DOCUMENT, name, value) == []
        known = DOCUMENT["components"]["schemas"][name]["properties"]
        assert [member for member in value if member not in known or known[member].get("readOnly")] == []


def test_a_template_that_does_not_fit_is_noticed() -> None:
    assert problems(DOCUMENT, "Host", filled("name:\n# applications: web\n")) != []


def test_every_document_that_a_command_reads_has_a_template() -> None:
    commands = json.loads(description())["commands"]
    assert {one["sends"] for one in commands if one.get("sends")} == TEMPLATES.keys()
