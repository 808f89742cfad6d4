"""The table of commands: Python modules that load fast, without defaults and without repetitions."""

from __future__ import annotations

from typing import Any

from generator.cli.files import package
from tests.generator.cli.conftest import Zoo


def modules(zoo: Zoo) -> dict[str, dict[str, Any]]:
    document, _ = zoo.document()
    found = {}
    for name, text in package(zoo.line(), document, zoo.config()).items():
        found[name] = {}
        exec(compile(text, name, "exec"), found[name])
    return found


def test_the_index_has_what_all_commands_share(zoo: Zoo) -> None:
    zoo.index["commands"] = {"wash": {"run": "zoo.wash", "summary": "Wash.", "arguments": ["zoo"]}}
    index = modules(zoo)["__init__.py"]["INDEX"]
    assert (index["name"], index["groups"]) == ("zoo", {"pets": "Pets of a zoo"})
    assert index["options"]["file"] == {
        "flags": ["-f", "--file"],
        "description": "A document.",
        "value": "FILE",
        "traits": ["input"],
    }
    assert index["columns"]["Pet"] == [("name", "name", ""), ("mood", "mood", ""), ("born", "born", "")]
    assert index["commands"]["wash"] == {
        "summary": "Wash.",
        "run": "zoo.wash",
        "arguments": ["zoo-2"],
        "traits": ["run", "all"],
    }


def test_arguments_that_differ_have_keys_that_differ(zoo: Zoo) -> None:
    zoo.index["commands"] = {"wash": {"run": "zoo.wash", "summary": "Wash.", "optional": ["zoo"]}}
    arguments = modules(zoo)["__init__.py"]["INDEX"]["arguments"]
    assert arguments["zoo"] == {"name": "zoo", "description": "Name of the zoo.", "in_path": True}
    assert arguments["zoo-2"] == {"name": "zoo", "description": "Name of the zoo.", "optional": True}


def test_a_group_is_a_module_of_its_own(zoo: Zoo) -> None:
    group = modules(zoo)["pets.py"]["GROUP"]
    assert list(group["commands"]) == ["list", "show", "add", "update", "delete"]
    assert group["commands"]["update"] == {
        "summary": "Do it.",
        "operation": "pets.update",
        "current": "pets.get",
        "arguments": ["zoo", "pet"],
        "traits": ["update", "input", "writes", "all"],
        "result": "Pet",
        "body": "Pet",
    }


def test_the_templates_are_a_module_of_their_own(zoo: Zoo) -> None:
    found = modules(zoo)
    assert list(found["templates.py"]["TEMPLATES"]) == ["Pet"]
    assert "TEMPLATES" not in found["__init__.py"]
