"""Removes parts of a copy of the real schema, so that recorded traffic shows more than it describes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.learn.yaml_text import YamlText
from generator.places import Place

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: The keys of named schemas without parts that can be removed: their examples are not composed.
SCALAR = frozenset({"type", "description", "examples", "format"})


def remove_parts(folder: Path, chance: random.Random, count: int) -> list[str]:
    """Remove members, values of enumerations and operations, and return what was removed."""
    for file in folder.glob("*.yaml"):
        _remove_examples(file)
    found = [(file, path) for file in sorted(folder.glob("*.yaml")) for path in removable(file)]
    removed = []
    for file, path in sorted(chance.sample(found, count), key=_order, reverse=True):  # items from the last one
        text = YamlText(file.read_text(encoding="utf-8"))
        text.remove(path)
        file.write_text(text.text, encoding="utf-8")
        removed.append(f"{file.name}: {path}")
    return removed


def _remove_examples(file: Path) -> None:
    """Remove the examples of named schemas: they show members and values that may be removed."""
    text = YamlText(file.read_text(encoding="utf-8"))
    schemas = text.value(("components", "schemas")) or {}
    for name in [name for name, schema in schemas.items() if "examples" in schema and not schema.keys() <= SCALAR]:
        text.remove(("components", "schemas", name, "examples"))
    file.write_text(text.text, encoding="utf-8")


def removable(file: Path) -> Iterator[Place]:
    """Yield the paths of parts that can be removed without an error in what is left."""
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)
    for path, item in content.get("paths", {}).items():
        if len(content["paths"]) > 1:
            yield from (("paths", path, method) for method in item)
    for name, schema in content.get("components", {}).get("schemas", {}).items():
        start: Place = ("components", "schemas", name)
        members = schema.get("properties", {})
        optional = [wire for wire in members if wire not in schema.get("required", ())]
        yield from ((*start, "properties", wire) for wire in optional[: len(members) - 1])
        yield from ((*start, "enum", index) for index in range(1, len(schema.get("enum", ()))))


def _order(found: tuple[Path, Place]) -> list[str]:
    return [str(found[0]), *(f"{key:03}" if isinstance(key, int) else key for key in found[1])]
