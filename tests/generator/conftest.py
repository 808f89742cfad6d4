"""A small schema, built in the test, and the output of the generator for it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import comodit_client.wire
from generator import bundle, output
from generator.__main__ import generate
from generator.build import build
from generator.check import check
from generator.config import read_config
from generator.errors import SchemaError
from generator.json_schema import modeline
from generator.model import Member, Module, Operation
from generator.parse import Parsed, parse
from generator.paths import CONFIG
from generator.render import render

JSON = "application/json"
OWN = read_config(CONFIG)
LIST = {
    "type": "object",
    "description": "Many {of} objects.",
    "properties": {
        "total": {"type": "integer", "description": "How many."},
        "items": {"type": "array", "description": "They.", "items": {"$ref": "#/components/schemas/{of}"}},
    },
}


def example(schema: dict[str, Any]) -> Any:
    """Return a value of a type; None for a reference, whose example is composed."""
    kind = schema.get("type")
    first = kind[0] if isinstance(kind, list) else kind
    if first == "array":
        item = example(schema["items"])
        return None if item is None else [item]
    if first is None and schema.keys() & {"$ref", "anyOf", "oneOf"}:
        return None
    return {"integer": 1, "number": 1.5, "boolean": True, "object": {}}.get(first, "text")


class Schema:
    """A schema folder: `openapi.yaml`, and a fragment for each resource, with defaults for all parts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir()
        self.front: dict[str, Any] = {
            "openapi": "3.1.0",
            "info": {"title": "Zoo", "version": "1"},
            "x-list": LIST,
            "components": {
                "parameters": {},
                "responses": {"Failure": {"description": "It failed."}},
            },
        }
        self.fragments: dict[str, dict[str, Any]] = {}
        for name in ("zoo", "pet"):
            self.path_parameter(name)

    def path_parameter(self, name: str, **more: Any) -> None:
        self.front["components"]["parameters"][name] = {
            "name": name,
            "in": "path",
            "required": True,
            "description": f"Name of the {name}.",
            "schema": {"type": "string"},
        } | more

    def fragment(self, name: str) -> dict[str, Any]:
        tag = {"name": name, "description": f"The {name} of the zoo."}
        return self.fragments.setdefault(name, {"tag": tag, "paths": {}, "components": {"schemas": {}}})

    def component(self, name: str, content: dict[str, Any], module: str = "pets") -> None:
        self.fragment(module)["components"]["schemas"][name] = content

    def view(self, name: str, members: dict[str, Any], module: str = "pets", **more: Any) -> None:
        described = {wire: {"description": f"Its {wire}."} | member for wire, member in members.items()}
        content = {"type": "object", "description": f"A {name}.", "properties": described} | more
        self.component(name, content, module)

    def enum(self, name: str, values: list[Any], module: str = "pets", **more: Any) -> None:
        self.component(name, {"type": "string", "description": f"A {name}.", "enum": values} | more, module)

    def call(
        self,
        identity: str,
        path: str = "/zoos/{zoo}/pets/{pet}",
        method: str = "get",
        answer: dict[str, Any] | None = None,
        body: dict[str, Any] | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        """Describe an operation; `answer` and `body` are JSON schemas."""
        status = {"description": "The result."}
        if answer is not None:
            status["content"] = {JSON: {"schema": answer}}
        operation = {
            "operationId": identity,
            "summary": "Do it.",
            "x-source": ["S1"],
            "responses": {"200": status},
        }
        if body is not None:
            operation["requestBody"] = {"required": True, "content": {JSON: {"schema": body}}}
        operation |= more
        self.fragment(identity.split(".")[0])["paths"].setdefault(path, {})[method] = operation
        return operation

    def query(self, name: str, place: str = "query", **more: Any) -> dict[str, Any]:
        return {"name": name, "in": place, "description": f"Which {name}.", "schema": {"type": "string"}} | more

    def write(self) -> Path:
        for name, content in {"openapi": self.front, **self.fragments}.items():
            text = yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
            self.text(f"{name}.yaml", f"{modeline(f'{name}.yaml')}\n{text}")
        return self.folder

    def text(self, file: str, content: str) -> None:
        (self.folder / file).write_text(content, encoding="utf-8")

    def load(self) -> dict[str, Any]:
        return bundle.load(self.write())

    def checked(self) -> dict[str, Any]:
        document = self.load()
        check(document)
        return document

    def parsed(self) -> Parsed:
        return parse(self.checked())

    def built(self) -> list[Module]:
        document = self.checked()
        return build(document, parse(document), OWN)

    def module(self, name: str = "pets") -> Module:
        return next(module for module in self.built() if module.name == name)

    def member(self, view: str, wire: str) -> Member:
        views = [one for module in self.built() for one in module.views if one.name == view]
        return next(member for member in views[0].members if member.wire == wire)

    def operation(self, identity: str) -> Operation:
        operations = [one for module in self.built() for one in module.operations]
        return next(one for one in operations if one.identity == identity)

    def rendered(self) -> dict[str, str]:
        return render(self.built(), OWN)

    def refused(self) -> str:
        """Generate everything, and return the text of the SchemaError."""
        with pytest.raises(SchemaError) as caught:
            self.rendered()
        return str(caught.value)

    def add_examples(self) -> None:
        """Give each member, parameter and body an example, unless its type is a reference."""
        operations = [
            one for part in self.fragments.values() for item in part["paths"].values() for one in item.values()
        ]
        parameters = [one for operation in operations for one in operation.get("parameters", ()) if "$ref" not in one]
        for parameter in [*self.front["components"]["parameters"].values(), *parameters]:
            parameter.setdefault("example", example(parameter["schema"]))
        bodies = [one for part in operations for one in (part.get("requestBody", {}), *part["responses"].values())]
        contents = [(name, media) for body in bodies for name, media in body.get("content", {}).items()]
        schemas = [media.setdefault("schema", {}) for name, media in contents if name != "multipart/form-data"]
        parts = [self.front, *self.fragments.values()]
        named = [one for part in parts for one in part["components"].get("schemas", {}).values()]
        named.append(self.front["x-list"])
        for schema in [*schemas, *(member for one in named for member in one.get("properties", {}).values())]:
            value = example(schema)
            if value is not None:
                schema.setdefault("examples", [value])

    def write_complete(self) -> Path:
        """Write the files with all examples that the generator demands."""
        self.add_examples()
        return self.write()

    def tree(self) -> output.Tree:
        """Generate all files, with an empty async facade."""
        facade = self.folder.parent / "aio"
        facade.mkdir(exist_ok=True)
        return generate(self.write_complete(), facade)


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    return Schema(tmp_path / "schema")


class Wire:
    """Imports the modules generated from a small schema, instead of the real ones."""

    def __init__(self, schema: Schema, folder: Path) -> None:
        self.schema = schema
        self.folder = folder
        self.folder.mkdir()

    def __call__(self, name: str = "pets") -> ModuleType:
        for path, text in self.schema.rendered().items():
            (self.folder / path).parent.mkdir(exist_ok=True)
            (self.folder / path).write_text(text, encoding="utf-8")
        return importlib.import_module(f"comodit_client.wire.{name}")


@pytest.fixture
def wire(schema: Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    folder = tmp_path / "wire"
    prefix = "comodit_client.wire."
    for name in [name for name in sys.modules if name.startswith(f"{prefix}dicts")]:
        monkeypatch.delitem(sys.modules, name)  # it would look for modules in its own folder only
    before = {name for name in sys.modules if name.startswith(prefix)}
    monkeypatch.setattr(comodit_client.wire, "__path__", [str(folder), *comodit_client.wire.__path__])
    importlib.invalidate_caches()
    yield Wire(schema, folder)
    for name in {name for name in sys.modules if name.startswith(prefix)} - before:
        del sys.modules[name]
        vars(comodit_client.wire).pop(name.removeprefix(prefix), None)
