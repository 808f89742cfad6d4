"""Fuzzing: a damaged schema ends in a SchemaError that names a file, or in Python that compiles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import bundle, examples
from generator.build import build
from generator.check import check
from generator.config import read_config
from generator.errors import SchemaError
from generator.parse import parse
from generator.paths import CONFIG
from generator.render import render
from tests.generator.mutations import Mutant, subsets

OWN = read_config(CONFIG)


def outcome(folder: Path, seed: int) -> str:
    """Generate code from a mutation, and return what became of it."""
    files = subsets()[seed % len(subsets())]
    for file in folder.iterdir():
        file.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    Mutant(seed, files).write(folder)
    try:
        document = bundle.load(folder)
        check(document)
        generated = render(build(document, parse(document), OWN), OWN)
        examples.complete(document)
    except SchemaError as error:
        for finding in error.findings:
            assert re.match(r"[\w.-]+\.(yaml|yml):", finding), f"seed {seed}: no file in {finding!r}"
            assert " object at 0x" not in finding, f"seed {seed}: an object in {finding!r}"
        return "rejected"
    for name, text in generated.items():
        compile(text, name, "exec")
    return "generated"


@pytest.mark.slow
def test_a_damaged_schema_is_rejected_or_gives_python(tmp_path) -> None:
    assert {outcome(tmp_path, seed) for seed in range(100)} == {"rejected", "generated"}


@pytest.mark.slow
@pytest.mark.parametrize("start", range(100, 300, 100))
def test_many_damaged_schemas_are_rejected_or_give_python(tmp_path, start: int) -> None:
    assert {outcome(tmp_path, seed) for seed in range(start, start + 100)} == {"rejected", "generated"}


def test_the_parts_of_the_real_schema_are_sound_before_they_are_damaged(tmp_path) -> None:
    for number, files in enumerate(subsets()[:8]):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        document = bundle.load(folder)
        check(document)
        assert render(build(document, parse(document), OWN), OWN)
    assert len(subsets()) > 20
