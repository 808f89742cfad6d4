"""Finds the given examples of a bundle that do not fit their schemas."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.exceptions import best_match

from generator.examples import NOT_IN, bodies, parameters
from generator.fragments import Document
from generator.places import Place

#: The server's form of a date, and that of RFC 3339.
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:?\d\d)")
#: The form that a text with this format has.
FORMS = {"date-time": "2026-03-01T09:30:00.000+0000", "date": "2026-03-01", "uuid": "32 hexadecimal digits"}
Given = Iterator[tuple[Place, Document, Any]]


def _is_date_time(value: object) -> bool:
    return not isinstance(value, str) or bool(DATE_TIME.fullmatch(value) and datetime.fromisoformat(value))


def _is_date(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value))


def _is_uuid(value: object) -> bool:
    return not isinstance(value, str) or bool(UUID(value))


_FORMATS = FormatChecker(())
_FORMATS.checkers = {
    "date-time": (_is_date_time, ValueError),
    "date": (_is_date, ValueError),
    "uuid": (_is_uuid, ValueError),
}


def misfits(document: Document) -> Iterator[tuple[Place, str]]:
    """Find examples that their schema does not allow, or that have members or values that it does not describe.

    Args:
        document: The bundle. Its references have targets.

    Yields:
        The path of the example, and the problem.
    """
    checkers = {part: _checker(document, flag) for part, flag in NOT_IN.items()}
    for path, schema, value in (*_of_schemas(document), *_of_parameters(document)):
        yield from _misfits(checkers["responses"], path, schema, value)
    for where, part, body in bodies(document):
        for name, media in body.get("content", {}).items():
            path = (*where, "content", name)
            if "example" in media:
                yield from _misfits(checkers[part], (*path, "example"), media.get("schema", {}), media["example"])


def _misfits(checker: Draft202012Validator, path: Place, schema: Document, value: Any) -> Iterator[tuple[Place, str]]:
    for error in checker.evolve(schema=_closed(schema)).iter_errors(value):
        found = best_match([error]) or error
        yield (*path, *found.absolute_path), f"{_text(found)}: correct the example"


def _text(error: ValidationError) -> str:
    value: Any = error.instance
    schema: Any = error.schema
    if error.validator == "format":
        return f"{value!r} is not a {schema['format']} such as {FORMS[schema['format']]}"
    if error.validator == "additionalProperties":
        unknown = sorted(value.keys() - schema["properties"].keys())
        return f"the schema does not describe {', '.join(map(repr, unknown))}"
    return f"{error.message:.200}"


def _checker(document: Document, flag: str) -> Draft202012Validator:
    """Return a validator in which objects are closed, and the members with a flag are not required."""
    schemas = {name: _closed(schema, flag) for name, schema in document["components"]["schemas"].items()}
    return Draft202012Validator({"components": {"schemas": schemas}}, format_checker=_FORMATS)


def _closed(schema: Document, flag: str = "") -> Document:
    closed = copy.deepcopy(schema)
    for part, _ in _parts(closed, ()):
        if "properties" in part:
            part.setdefault("additionalProperties", False)
            members = part["properties"]
            part["required"] = [name for name in part.get("required", ()) if not members.get(name, {}).get(flag)]
    return closed


def _parts(schema: Document, path: Place) -> Iterator[tuple[Document, Place]]:
    """Yield a schema and all schemas in it, each with its path."""
    yield schema, path
    inner: list[tuple[Place, Document]] = [
        ((key,), schema[key]) for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)
    ]
    inner += [((key, index), one) for key in ("anyOf", "oneOf") for index, one in enumerate(schema.get(key, ()))]
    inner += [(("properties", name), member) for name, member in schema.get("properties", {}).items()]
    for more, part in inner:
        yield from _parts(part, (*path, *more))


def _of_schemas(document: Document) -> Given:
    schemas: dict[Place, Document] = {
        ("components", "schemas", name): schema for name, schema in document["components"]["schemas"].items()
    }
    for where, _, body in bodies(document):
        for name, media in body.get("content", {}).items():
            schemas[*where, "content", name, "schema"] = media.get("schema", {})
    for start, schema in schemas.items():
        for part, path in _parts(schema, start):
            for index, value in enumerate(part.get("examples", ())):
                yield (*path, "examples", index), part, value


def _of_parameters(document: Document) -> Given:
    for where, parameter in parameters(document):
        if "example" in parameter:
            yield (*where, "example"), parameter["schema"], parameter["example"]
