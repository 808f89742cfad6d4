"""The project's own schema: all of it is generated, and quickly."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from generator import bundle, output
from generator.__main__ import generate
from generator.check import check

# Generating all of it takes seconds.
pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Made:
    """What one run made."""

    document: dict[str, Any]
    tree: output.Tree
    commands: list[list[str]]


@pytest.fixture(scope="module")
def made() -> Made:
    commands: list[list[str]] = []
    original: Callable[..., Any] = subprocess.Popen.__init__

    def counted(self: Any, arguments: list[str], *rest: Any, **more: Any) -> None:
        commands.append(arguments)
        original(self, arguments, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess.Popen, "__init__", counted)
        tree = generate()
    return Made(yaml.safe_load(tree["schema/comodit.yaml"]), tree, commands)


def nodes(made: Made, kind: type[ast.stmt], folder: str = "wire/") -> set[tuple[str, str]]:
    """The functions or classes at the top of the modules that were made from the schema, with their modules."""
    found = set()
    for name, text in made.tree.items():
        module = name.removeprefix(folder).removesuffix(".py")
        if name.startswith(folder) and "/" not in module and "from schema/." in text.split("\n", 1)[0]:
            found |= {(module, node.name) for node in ast.parse(text).body if isinstance(node, kind)}
    return found


def test_two_programs_are_started_whatever_the_size_of_the_schema(made: Made) -> None:
    assert [command[3:4] for command in made.commands] == [["check"], ["format"]]


def test_every_operation_is_a_function(made: Made) -> None:
    wanted = {tuple(operation["operationId"].split(".")) for _, _, operation in bundle.operations(made.document)}
    assert len(wanted) > 100
    assert nodes(made, ast.FunctionDef) == wanted


def test_every_object_is_a_class(made: Made) -> None:
    schemas = made.document["components"]["schemas"].items()
    wanted = {(schema["x-module"], name) for name, schema in schemas if "properties" in schema and "x-module" in schema}
    assert len(wanted) > 50
    wanted |= {(tag["name"], "Operations") for tag in made.document["tags"]}
    assert nodes(made, ast.ClassDef) == wanted


def test_every_object_has_types_for_its_json_and_for_its_keywords(made: Made) -> None:
    wanted = {
        (module, f"{name}{suffix}")
        for module, name in nodes(made, ast.ClassDef)
        for suffix in ("Dict", "Members")
        if name != "Operations"
    }
    bodies = [operation for _, _, operation in bundle.operations(made.document)]
    created = [
        one["requestBody"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
        for one in bodies
        if one["operationId"].endswith(".create") and "$ref" in str(one.get("requestBody"))
    ]
    options = {(module, f"{name}Options") for module, name in nodes(made, ast.ClassDef) if name in created}
    assert len(options) > 20
    by_call = {("application_contexts", "OriginSettingDict")}  # its member `from` cannot be a name in a class
    assert nodes(made, ast.ClassDef, "wire/dicts/") == (wanted | options) - by_call


def test_every_tag_is_a_module(made: Made) -> None:
    assert {f"wire/{tag['name']}.py" for tag in made.document["tags"]} <= made.tree.keys()


def test_the_bundle_is_sound(made: Made) -> None:
    check(made.document)


def test_the_bundle_names_the_source_of_each_operation(made: Made) -> None:
    sources = [operation["x-source"] for _, _, operation in bundle.operations(made.document)]
    assert all(isinstance(source, str) and source for found in sources for source in found)
