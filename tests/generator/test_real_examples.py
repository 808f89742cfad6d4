"""The examples of the project's own schema: nothing lacks one, all are valid, and recorded ones really are."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import bundle
from generator.check import check
from generator.check_examples import misfits
from generator.examples import WITHOUT_EXAMPLE, bodies, complete, parameters
from generator.paths import ROOT
from generator.recorded import add_recorded
from generator.strict_yaml import read

GENERATED = ROOT / "generated" / "comodit_client"
SCHEMA = ROOT / "schema"

Document = dict[str, Any]
RECORDINGS = sorted((Path(__file__).resolve().parents[3] / "shared" / "wire" / "vectors").glob("*.jsonl"))


@pytest.fixture(scope="module")
def document() -> Document:
    loaded = bundle.load(SCHEMA)
    add_recorded(loaded, SCHEMA / "examples")
    check(loaded)
    complete(loaded)
    return loaded


def test_every_schema_and_member_has_examples(document: Document) -> None:
    schemas = document["components"]["schemas"]
    parts = dict(schemas)
    for name, schema in schemas.items():
        parts |= {f"{name}.{wire}": member for wire, member in schema.get("properties", {}).items()}
    assert len(schemas) > 160
    assert len(parts) > 880
    assert [name for name, part in parts.items() if not part.get("examples")] == []


def test_every_parameter_has_an_example(document: Document) -> None:
    found = list(parameters(document))
    assert len(found) > 60
    assert [where for where, parameter in found if "example" not in parameter] == []


def test_every_request_and_response_has_an_example_except_uploads(document: Document) -> None:
    media = [(where, name, one) for where, _, body in bodies(document) for name, one in body.get("content", {}).items()]
    assert len(media) > 400
    assert {name for _, name, one in media if "example" not in one} == set(WITHOUT_EXAMPLE)


def test_all_of_them_are_valid_also_the_composed_ones(document: Document) -> None:
    assert list(misfits(document)) == []


def test_the_library_ships_them(document: Document) -> None:
    assert json.loads((GENERATED / "schema" / "comodit.json").read_text(encoding="utf-8")) == document


def recorded_bodies(document: Document) -> Iterator[tuple[str, str, Any]]:
    """Yield the operation, `request` or `response`, and the value of each body in the recordings."""
    patterns = {
        operation["operationId"]: (method.upper(), re.compile(_pattern(path)))
        for path, method, operation in bundle.operations(document)
    }
    for file in RECORDINGS:
        for line in file.read_text(encoding="utf-8").splitlines():
            recording = json.loads(line)
            for exchange in [*recording["setup_exchanges"], *recording["exchanges"]]:
                request, response = exchange["request"], exchange["response"]
                for identity, (method, pattern) in patterns.items():
                    if method == request["method"] and pattern.fullmatch(request["path"]):
                        yield identity, "request", _value(request)
                        yield identity, "response", _value(response)


def _pattern(path: str) -> str:
    # The original client sometimes appends a slash.
    return (
        re.sub(r"\\{(\w+)\\}", lambda found: ".+" if found[1] == "resource_path" else "[^/]+", re.escape(path)) + "/?"
    )


def _value(message: Document) -> Any:
    if "body_base64" in message:
        return base64.b64decode(message["body_base64"]).decode(errors="replace")
    return message.get("json", message.get("text"))


if RECORDINGS:  # the recordings are not part of the project

    def test_each_recorded_example_is_a_recorded_body(document: Document) -> None:
        found = {(*where, json.dumps(value, sort_keys=True)) for *where, value in recorded_bodies(document)}
        entries = {
            (identity, part, json.dumps(value, sort_keys=True))
            for file in (SCHEMA / "examples").glob("*.yaml")
            for identity, recorded in read(file).items()
            for part, value in recorded.items()
        }
        assert len(entries) > 300
        assert entries - found == set()
