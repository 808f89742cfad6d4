"""The command line of a small schema: a zoo with pets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve

from generator import bundle, examples
from generator.build import build
from generator.cli.build import command_line
from generator.cli.model import Command, CommandLine, commands_of
from generator.cli.read import Sources, read_sources
from generator.config import Config, read_config
from generator.errors import SchemaError
from generator.json_schema import modeline
from generator.model import Module
from generator.parse import parse
from generator.paths import CONFIG
from generator.places import Bundle
from tests.generator.conftest import Schema

PET = {"$ref": "#/components/schemas/Pet"}


class Zoo:
    """The files of a command line, and the schema that they are about. A test changes them, and builds."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.index: dict[str, Any] = {
            "name": "zoo",
            "summary": "Feed the animals.",
            "groups": ["pets"],
            "options": {
                "raw": {"flags": ["--raw"], "description": "Print JSON.", "for": ["all"]},
                "quiet": {"flags": ["-q", "--quiet"], "description": "Print less.", "for": ["all", "plain"]},
                "file": {"flags": ["-f", "--file"], "value": "FILE", "description": "A document.", "for": ["input"]},
                "yes": {"flags": ["--yes"], "description": "Do not ask.", "for": ["confirm"]},
            },
        }
        self.group: dict[str, Any] = {
            "summary": "Pets of a zoo",
            "commands": {
                "list": "pets.list",
                "show": "pets.get",
                "add": "pets.create",
                "update": "pets.update",
                "delete": "pets.delete",
            },
        }

    @property
    def commands(self) -> dict[str, Any]:
        return self.group["commands"]

    @property
    def options(self) -> dict[str, Any]:
        return self.index["options"]

    def folder(self) -> Path:
        folder = self.schema.folder / "cli"
        folder.mkdir(exist_ok=True)
        for name, content in (("index", self.index), ("pets", self.group)):
            head = modeline(f"cli/{name}.yaml")
            text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
            (folder / f"{name}.yaml").write_text(f"{head}\n{text}", encoding="utf-8")
        return folder

    def sources(self) -> Sources:
        return read_sources(self.folder())

    def config(self) -> Config:
        return evolve(read_config(CONFIG), schema=self.schema.write_complete(), package="zoo_client")

    def document(self) -> tuple[Bundle, list[Module]]:
        config = self.config()
        document = bundle.load(config.schema)
        modules = build(document, parse(document), config)
        examples.complete(document)
        return document, modules

    def line(self) -> CommandLine:
        return command_line(self.sources(), *self.document())

    def command(self, words: str) -> Command:
        return next(one for one in commands_of(self.line().root) if " ".join(one.words) == words)

    def refused(self) -> list[str]:
        """Build the command line, and return the findings."""
        with pytest.raises(SchemaError) as caught:
            self.line()
        return caught.value.findings


@pytest.fixture
def zoo(schema: Schema) -> Zoo:
    members = {
        "name": {"type": "string"},
        "mood": {"$ref": "#/components/schemas/Mood"},
        "owner": {"$ref": "#/components/schemas/Owner"},
        "toys": {"type": "array", "items": {"type": "string"}},
        "born": {"type": "string", "readOnly": True},
    }
    schema.view("Pet", members, required=["name"])
    schema.view("Owner", {"name": {"type": "string"}, "phone": {"type": "string"}})
    schema.enum("Mood", ["calm", "wild"])
    schema.component("PetList", {"x-list-of": "Pet"})
    schema.call("pets.list", "/zoos/{zoo}/pets/", answer={"$ref": "#/components/schemas/PetList"})
    schema.call("pets.get", answer=PET, summary="Get the pet.", description="With its `toys`.")
    schema.call("pets.create", "/zoos/{zoo}/pets/", "post", body=PET, answer=PET, summary="Create a pet.")
    schema.call("pets.update", method="put", body=PET, answer=PET)
    schema.call("pets.delete", method="delete")
    return Zoo(schema)
