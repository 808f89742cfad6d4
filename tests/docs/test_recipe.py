"""The figures of the recipe are those of the project: exact for what is counted, within a tenth for lines."""

from __future__ import annotations

import json
import re
from importlib import resources

import pytest

from comodit_client.cli.describe import description
from tests.docs.conftest import DOCS, ROOT

RECIPE = (DOCS / "explanation" / "the-recipe.md").read_text(encoding="utf-8")
SIZES = dict(re.findall(r"^\| \d \| ([^|,]+)[^|]* \| ([^|]+) \|$", RECIPE, re.MULTILINE))
DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8"))
OPERATIONS = [operation for item in DOCUMENT["paths"].values() for operation in item.values()]


def lines(folder: str, suffix: str) -> int:
    return sum(len(file.read_text(encoding="utf-8").splitlines()) for file in (ROOT / folder).rglob(f"*.{suffix}"))


def test_the_facts_operations_and_commands_are_counted() -> None:
    facts = (DOCS / "reference" / "server-facts.md").read_text(encoding="utf-8")
    assert SIZES["numbered facts"] == f"{len(re.findall(r'^- [*][*]S[0-9]+[*][*]', facts, re.MULTILINE))} facts"
    assert SIZES["the schema"].startswith(f"{len(OPERATIONS)} operations")
    inferred = sum(operation.get("x-confidence") == "inferred" for operation in OPERATIONS)
    assert f"{inferred} of the {len(OPERATIONS)} operations do" in RECIPE
    commands = json.loads(description())["commands"]
    assert SIZES["the command line"] == f"{len(commands)} commands"


@pytest.mark.parametrize(
    ("part", "folder", "suffix"),
    [
        ("the schema", "schema", "yaml"),
        ("the wire layer", "generated/comodit_client/wire", "py"),
        ("the async facade", "handwritten/comodit_client/aio", "py"),
        ("the blocking facade", "generated/comodit_client/api", "py"),
        ("the sandbox", "handwritten/comodit_client/sandbox", "py"),
    ],
)
def test_the_lines_are_about_as_many(part: str, folder: str, suffix: str) -> None:
    (stated,) = re.findall(r"([\d,]+) lines", SIZES[part])
    assert lines(folder, suffix) == pytest.approx(int(stated.replace(",", "")), rel=0.1)


def test_every_part_has_a_figure() -> None:
    assert len(SIZES) == 7
