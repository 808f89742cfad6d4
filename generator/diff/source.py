"""Reads the documents to compare, and finds the lines of their parts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from attrs import frozen

from generator import bundle
from generator.diff.fragment_lines import FragmentLines
from generator.diff.lines import LOADER, compose, line_of
from generator.errors import SchemaError
from generator.places import Place


class Unreadable(Exception):
    """A document cannot be compared."""


@frozen
class Source:
    """A document to compare.

    Args:
        document: Its content.
        locate: Returns the file and the line of a part, by its path.
    """

    document: dict[str, Any]
    locate: Callable[[Place], tuple[str, int]]


def read(path: Path) -> Source:
    """Read a document.

    Args:
        path: A YAML or JSON file, or a folder of fragments such as `schema/`.

    Raises:
        Unreadable: The file does not exist, or does not hold an OpenAPI document.
    """
    if path.is_dir():
        return _read_folder(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = _parsed(text)
    except OSError as error:
        raise Unreadable(f"Cannot read {path}: {error.strerror}. Check the path.") from error
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        detail = " ".join(str(error).split())
        raise Unreadable(f"Cannot read {path}: it is neither YAML nor JSON: {detail}.") from error
    return Source(_checked(path, content), _locator(path, text))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return _as_json(yaml.load(text, _Loader), [])  # noqa: S506 - a subclass of a safe loader


_Loader: Any = type("_Loader", (LOADER,), {})
# An example such as 2020-01-31 stays text: JSON has no dates.
_Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def _as_json(value: Any, above: list[Any]) -> Any:
    if any(value is outer for outer in above):
        raise yaml.YAMLError("an alias refers to a part that holds it")
    if isinstance(value, dict):
        return {_key(key): _as_json(item, [*above, value]) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item, [*above, value]) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _key(key: Any) -> str:
    # A status code without quotes is a number in YAML.
    return json.dumps(key) if isinstance(key, bool) or key is None else str(key)


def _checked(path: Path, content: Any) -> dict[str, Any]:
    if not isinstance(content, dict) or not str(content.get("openapi", "")).startswith("3."):
        raise Unreadable(f"Cannot compare {path}: it is not an OpenAPI 3 document (`openapi: 3.…`). Convert it first.")
    for key in ("paths", "components"):
        if not isinstance(content.get(key) or {}, dict):
            raise Unreadable(f"Cannot compare {path}: {key} is not a mapping. Validate the document first.")
    return content


def _locator(path: Path, text: str) -> Callable[[Place], tuple[str, int]]:
    roots: list[yaml.Node | None] = []

    def locate(place: Place) -> tuple[str, int]:
        if not roots:  # only documents with changes need their lines
            roots.append(compose(text))
        return str(path), line_of(roots[0], place)

    return locate


def _read_folder(path: Path) -> Source:
    try:
        document = bundle.load(path)
    except SchemaError as error:
        raise Unreadable(f"Cannot read {path}: {error}") from error
    return Source(document, FragmentLines(path, document).locate)
