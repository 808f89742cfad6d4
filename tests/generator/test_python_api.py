"""Breaks of the Python API, planted one at a time in a small package."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_config
from generator.diff.change import Change
from generator.gate import python_api
from generator.gate.layout import layout
from generator.gate.surface import Surface, load
from generator.paths import CONFIG
from tests.generator.python_api_cases import AIO, FILES, HARMLESS, PLANTS

LAYOUT = layout(read_config(CONFIG))


def written(root: Path, file: str = "", before: str | None = "", after: str = "") -> Path:
    """Write the package, with one change. The blocking API is derived from the async one, as in the project."""
    for name, text in FILES.items():
        if name == file and before is None:
            continue
        if name == file:
            assert before is not None
            assert before in text
            text = text.replace(before, after)
        for target in (name, name.replace("handwritten/", "generated/").replace("aio", "api")):
            if target == name or "aio" in name:
                path = root / target
                path.parent.mkdir(parents=True, exist_ok=True)
                (path.parent / "__init__.py").touch()
                derived = text.replace("async ", "").replace(".aio", ".api")
                path.write_text(text if target == name else derived, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def base(folder: Path) -> Surface:
    return load(folder, LAYOUT)


def line(root: Path, change: Change) -> str:
    return (root / change.file).read_text(encoding="utf-8").splitlines()[change.line - 1]


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_break_is_reported_once_with_file_and_line(
    name: str, folder: Path, base: Surface, tmp_path: Path
) -> None:
    file, before, after, identifier, snippet = PLANTS[name]

    changes = python_api.breaking(base, load(written(tmp_path, file, before, after), LAYOUT))

    found = [change for change in changes if change.identifier == identifier]
    assert len(found) == 1, [change.identifier for change in changes]
    assert snippet in line(folder if found[0].old else tmp_path, found[0])
    assert "generated/comodit_client/api" not in found[0].file


@pytest.mark.parametrize("name", HARMLESS)
def test_an_addition_breaks_nothing(name: str, base: Surface, tmp_path: Path) -> None:
    file, before, after, identifier = HARMLESS[name]
    new = load(written(tmp_path, file, before, after), LAYOUT)

    assert python_api.breaking(base, new) == []
    assert [change.identifier for change in python_api.additions(base, new)][:1] == ([identifier] if identifier else [])


def test_an_unchanged_package_has_no_changes(base: Surface, tmp_path: Path) -> None:
    new = load(written(tmp_path), LAYOUT)

    assert {"api.zoo.Pet", "aio.zoo.Pet", "api.Pet", "api.exceptions.Conflict"} <= base.names.keys()
    assert "api.zoo._private" not in base.names
    assert python_api.breaking(base, new) == []
    assert python_api.additions(base, new) == []


def test_a_break_of_both_apis_is_one(base: Surface, tmp_path: Path) -> None:
    changes = python_api.breaking(base, load(written(tmp_path, *PLANTS["parameter removed"][:3]), LAYOUT))

    assert [(change.identifier, change.file) for change in changes] == [
        ("parameter-removed api.zoo.Pet.feed(times)", AIO)
    ]
    assert changes[0].text == "the parameter was removed, in api and aio"


def test_a_break_of_the_async_api_alone_is_reported_as_its_own(base: Surface, tmp_path: Path) -> None:
    root = written(tmp_path)
    file = root / AIO
    file.write_text(file.read_text(encoding="utf-8").replace("async def call", "def call"), encoding="utf-8")

    assert [change.identifier for change in python_api.breaking(base, load(root, LAYOUT))] == [
        "async-changed aio.zoo.Pet.call"
    ]


def test_the_members_of_a_removed_base_are_not_reported_again(base: Surface, tmp_path: Path) -> None:
    changes = python_api.breaking(base, load(written(tmp_path, *PLANTS["capability removed"][:3]), LAYOUT))

    assert [change.identifier for change in changes] == ["base-removed api.zoo.Pets(Gettable)"]
