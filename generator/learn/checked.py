"""Checks a draft with the generator, and gives other names where the generator demands them."""

from __future__ import annotations

import re

from attrs import evolve

from generator.built import built
from generator.config import Config
from generator.errors import SchemaError
from generator.fragments import Document
from generator.json_schema import check_modelines
from generator.learn.facade import FacadeNames
from generator.learn.folder import SchemaFolder
from generator.learn.yaml_text import YamlText
from generator.names import member_name, parameter_name, snake_case
from generator.places import Place
from generator.taken import CLASS_HINT, DATE_HINT, MEMBER_HINT, OPERATION_HINT

PARAMETERS: Place = ("components", "parameters")


def problems(folder: SchemaFolder, config: Config) -> list[str]:
    """Return what prevents the generation.

    Args:
        folder: The files.
        config: The configuration.
    """
    try:
        with folder.copied() as copy:
            check_modelines(copy)
            built(evolve(config, schema=copy))
    except SchemaError as error:
        return error.findings
    return []


class Renaming:
    """Gives other names to drafted parts.

    Args:
        folder: The files to edit.
        config: The configuration.

    Attributes:
        unusable: The names of drafted schemas that cannot be used.
    """

    def __init__(self, folder: SchemaFolder, config: Config) -> None:
        self._folder = folder
        self._config = config
        self.unusable: set[str] = set()

    def beside_facade(self) -> None:
        """Rename the drafted members that have the name of a method of the facade."""
        if self._config.facade is None:
            return
        facade = FacadeNames(self._config.facade.folder)
        for file in self._folder.changed():
            text = self._folder.files[file]
            schemas: Document = text.value(("components", "schemas")) or {}
            for view, schema in schemas.items():
                members = schema.get("properties", {})
                drafted = [wire for wire in members if _is_drafted(members[wire])]
                taken = facade.beside(view) if drafted else set()
                for wire in drafted:
                    if member_name(wire, members[wire]) in taken:
                        _rename(text, ("components", "schemas", view, "properties", wire), "x-python-name", wire)

    def apply(self, findings: list[str]) -> bool:
        """Rename the parts that findings of the generator name.

        Args:
            findings: The findings.

        Returns:
            Whether a name was changed.
        """
        before = [text.text for text in self._folder.files.values()], len(self.unusable)
        for finding in findings:
            file, _, rest = finding.partition(": ")
            place, _, message = rest.partition(": ")
            if file in self._folder.files:
                self._rename(file, tuple(place.split(" > ")), message)
        return before != ([text.text for text in self._folder.files.values()], len(self.unusable))

    def _rename(self, file: str, path: Place, message: str) -> None:
        text = self._folder.files[file]
        found = text.value(path)
        if not isinstance(found, dict):
            return
        wire = str(path[-1])
        if message.endswith(CLASS_HINT):
            self.unusable.add(wire)
        elif "operationId" in found and message.endswith(OPERATION_HINT):
            text.replace_entry(path, "operationId", "operationId", f"{found['operationId']}_2")
        elif "operationId" in found and message.endswith(MEMBER_HINT):
            self._rename_parameter(message.partition("'")[2].partition("'")[0])
        elif _is_drafted(found) and message.endswith(MEMBER_HINT):
            _rename(text, path, "x-python-name", wire)
        elif _is_drafted(found) and message.endswith(DATE_HINT):
            _rename(text, path, "x-python-datetime", f"{wire}_time")

    def _rename_parameter(self, name: str) -> None:
        text = self._folder.files["openapi.yaml"]
        parameters: Document = text.value(PARAMETERS) or {}
        for key, parameter in parameters.items():
            if parameter["in"] == "path" and parameter_name(parameter, self._config.http_header_prefix) == name:
                _rename(text, (*PARAMETERS, key), "x-python-name", f"{name}_name")


def _is_drafted(schema: Document) -> bool:
    return schema.get("x-confidence") == "observed"


def _rename(text: YamlText, path: Place, key: str, wire: str) -> None:
    current = text.value((*path, key))
    if current is not None:
        text.replace_entry(path, key, key, f"{current}2")
        return
    plain = re.sub(r"^[^a-z]+", "", snake_case(wire)).strip("_") or "member"
    text.add_key(path, key, plain if key == "x-python-datetime" or path[:2] == PARAMETERS else f"{plain}_f")
