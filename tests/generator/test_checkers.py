"""What is generated passes the checkers, at their strictest: one schema that uses all there is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import output
from generator.paths import ROOT

TOY = {"$ref": "#/components/schemas/Toy"}
PET = {"$ref": "#/components/schemas/Pet"}
MOOD = {"$ref": "#/components/schemas/Mood"}
USER = """
from typing import Any, assert_type

from comodit_client import wire
from comodit_client.wire.dicts.pets import PetDict
from comodit_client.wire.pets import Mood, Pet
from comodit_client.wire.request import Request
from comodit_client.wire.toys import Toy

pet = Pet({})
assert_type(pet.name, str)
assert_type(pet.nick, str | None)
assert_type(pet.items[0], Toy)
assert_type(pet.first, Toy)
assert_type(pet.words[0], str)
assert_type(pet.free, Any)
assert_type(pet.table, dict[str, str] | None)
assert_type(wire.pets.get("North", "Rex"), Request[Pet])
assert_type(wire.pets.delete("North", "Rex"), Request[None])
assert_type(wire.pets.text("North", "Rex"), Request[str])
assert_type(wire.toys.all("North"), Request[list[Toy]])
mood: Mood = "calm"
pet.mood = "a new one"
pet.first = {"label": "ball"}
pet.items = [Toy({}), {"label": "ball"}]
pet.items = (Toy(label=name) for name in "ab")
pet.items.append({"label": "ball"})
pet.items += [{"label": "ball"}]
pet.words = ["sit"]
pet.words = {"sit", "run"}
pet.words = (word for word in "ab")
pet.words += ["sit"]
given: dict[str, Any] = pet.get_json()
assert_type(Pet.from_json(given), Pet)
document: PetDict = {"name": "Rex", "self": {"name": "x"}, "list": ["calm"]}
Pet(document, nick=None, extra={"x": 1})
Pet(name="Rex", mood="new", first={"label": "a"}, items=[Toy(), {}], list=["calm"], self_=pet, free=1, tags=[Toy()])
wire.pets.update("North", "Rex", {"name": "x"}, size="1", force=True)
"""
WRONG = """
from comodit_client import wire
from comodit_client.wire.pets import Mood, Pet

Pet({}).naem
Pet({}).name = 1
Pet({}).age = 1
wire.pets.get("North")
wire.pets.update("North", "Rex", {}, force=True)
wire.pest
Pet({"naem": "Rex"})
Pet(naem="Rex")
Pet(name=1)
Pet(age=1)
Pet(self=Pet())
Pet(words="sit")
Pet(items=["ball"])
Pet(first={"lable": "ball"})
Pet().words = "sit"
Pet().words = b"sit"
Pet().words = {"sit": 1}
Pet().words.extend("sit")
Pet().words.append(1)
Pet().words += "sit"
Pet().words[:] = "sit"
Pet().items = "ball"
Pet().items.append("ball")
Pet().items.append({"lable": "ball"})
Pet().items.extend([{"lable": "ball"}])
Pet().items.insert(0, "ball")
Pet().items += ["ball"]
Pet().items[0] = "ball"
Pet().items[:] = ["ball"]
mood: Mood = "a new one"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("checked")


@pytest.fixture
def generated(schema, folder: Path) -> Path:
    """The tree of a small schema, in a folder that looks like the project's."""
    if (folder / "generated").exists():
        return folder
    schema.enum("Mood", ["calm", 'so "so"'])
    schema.view("Toy", {"label": {"type": "string"}, "owner": PET}, module="toys")
    members = {
        "name": {"type": "string"},
        "nick": {"type": ["string", "null"]},
        "age": {"type": "integer", "readOnly": True},
        "mood": MOOD,
        "first": TOY,
        "items": {"type": "array", "items": TOY},
        "list": {"type": "array", "items": MOOD},
        "words": {"type": ["array", "null"], "items": {"type": "string"}},
        "value": {"type": ["integer", "string"]},
        "type": {"type": "object"},
        "table": {"type": "object", "additionalProperties": {"type": "string"}},
        "free": {},
        "pin": {"type": "string", "format": "password"},
        "self": {"anyOf": [PET, {"type": "null"}]},
        "either": {"oneOf": [PET, TOY]},
        "tags": {"type": "array", "items": TOY, "x-in-place": True},
    }
    schema.view("Pet", members, required=["name", "nick"])
    schema.path_parameter("pet-name", schema={"type": "integer"})
    parameters = [schema.query("force", schema={"type": "boolean"}), schema.query("size", required=True)]
    schema.call("pets.list", "/zoos/{zoo}/pets/", answer={"type": "array", "items": PET})
    schema.call("pets.get", answer=PET)
    schema.call("pets.update", method="put", body=PET, answer=PET, parameters=parameters)
    schema.call("pets.delete", method="delete", parameters=[schema.query("X-Key", "header")])
    schema.call("pets.moods", "/moods/", answer={"type": "array", "items": MOOD})
    schema.call("pets.set", "/set/{pet-name}", method="put", body={"type": "array", "items": TOY}, answer={})
    schema.call("pets.text", "/zoos/{zoo}/pets/{pet}/text")["responses"]["200"]["content"] = {"text/plain": {}}
    schema.call("toys.all", "/zoos/{zoo}/toys/", answer={"type": "array", "items": TOY})
    schema.call("toys.tables", "/tables/", method="put", body={"type": "object"}, answer={"type": "object"})
    schema.call("nothing.do", "/nothing/", method="post")
    output.write(schema.tree(), folder / "generated" / "comodit_client")
    return folder


def checked(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True)


def strict(folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    options = ["--strict", "--config-file=", "--explicit-package-bases", f"--cache-dir={folder / 'cache'}"]
    return checked(folder, "mypy", *options, *files)


@pytest.fixture(autouse=True)
def mypy_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MYPYPATH", str(folder / "generated"))


def test_it_passes_mypy_strict(generated: Path) -> None:
    found = strict(generated, "generated")
    assert found.stdout.startswith("Success: no issues found in 26 source files"), found.stdout + found.stderr


def test_a_program_that_uses_it_is_typed_to_the_last_argument(generated: Path) -> None:
    (generated / "user.py").write_text(USER)
    found = strict(generated, "user.py")
    assert found.stdout.startswith("Success"), found.stdout + found.stderr


def test_a_program_that_is_wrong_is_found_out_line_by_line(generated: Path) -> None:
    (generated / "wrong.py").write_text(WRONG)
    lines = strict(generated, "wrong.py").stdout.splitlines()
    errors = [line for line in lines if ": error: " in line]
    assert [int(line.split(":")[1]) for line in errors] == [*range(5, len(WRONG.splitlines()) + 1)]


def test_it_passes_ruff_with_the_project_s_own_configuration(generated: Path) -> None:
    config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    lint = checked(generated, "ruff", "check", *config, "generated")
    assert lint.returncode == 0, lint.stdout
    layout = checked(generated, "ruff", "format", "--check", *config, "generated")
    assert layout.returncode == 0, layout.stdout
