"""The command `python -m generator learn`."""

from __future__ import annotations

import json
import sys

import pytest

from comodit_client.wire.drift import DriftReport
from generator import bundle
from generator.__main__ import main
from generator.drift import compared
from generator.learn import learned
from tests.generator.learn.learning import members, seen

FILES = ("pets.har", "pets.jsonl", "pets.json")


@pytest.fixture
def run(schema, tmp_path, monkeypatch):
    schema.view("Pet", {"name": {"type": "string"}}, required=["name"])
    schema.call("pets.get", answer={"$ref": "#/components/schemas/Pet"})
    schema.write_complete()
    config = tmp_path / "generator.toml"
    config.write_text('package = "zoo"\n', encoding="utf-8")

    def run(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["generator", "--config", str(config), "learn", *arguments])
        return main()

    return run


def written(folder, schema, file, response):
    """Write a file that shows a response, and return its path."""
    path = "/zoos/Berlin/pets/Knut"
    request = {"method": "GET", "path": path, "url": f"http://zoo.example{path}"}
    text = {"text": json.dumps(response), "mimeType": "application/json"}
    contents = {
        "pets.har": {"log": {"entries": [{"request": request, "response": {"status": 200, "content": text}}]}},
        "pets.jsonl": {"exchanges": [{"request": request, "response": {"status": 200, "json": response}}]},
    }
    if file in contents:
        (folder / file).write_text(json.dumps(contents[file]), encoding="utf-8")
    else:
        DriftReport(compared(bundle.load(schema.folder), [seen(response)])).write(folder / file)
    return str(folder / file)


@pytest.mark.parametrize("file", FILES)
def test_a_patch_is_printed(run, schema, tmp_path, capsys, file) -> None:
    before = (schema.folder / "pets.yaml").read_text(encoding="utf-8")
    assert run(written(tmp_path, schema, file, {"name": "Knut", "age": 3})) == 0
    printed, notes = capsys.readouterr()
    assert printed.startswith("--- a/schema/pets.yaml\n+++ b/schema/pets.yaml\n@@ ")
    assert "+        age:\n+          type: integer\n" in printed
    assert notes == "pets.yaml: components > schemas > Pet > properties > age: member\n"
    assert (schema.folder / "pets.yaml").read_text(encoding="utf-8") == before


def test_a_patch_is_written(run, schema, tmp_path, capsys) -> None:
    patch = tmp_path / "age.patch"
    assert run(written(tmp_path, schema, "pets.har", {"name": "Knut", "age": 3}), "--output", str(patch)) == 0
    assert "age:" in patch.read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_it_is_applied(run, schema, tmp_path, capsys) -> None:
    recording = written(tmp_path, schema, "pets.har", {"name": "Knut", "age": 3})
    assert run(recording, "--apply") == 0
    assert members(schema.folder, "Pet")["age"]["type"] == "integer"
    assert run(recording, "--apply") == 0
    assert capsys.readouterr().err.count("age") == 1


def test_what_is_skipped_is_listed(run, schema, tmp_path, capsys) -> None:
    assert run(written(tmp_path, schema, "pets.har", {"name": "Knut", "a b/c": 3})) == 0
    printed, notes = capsys.readouterr()
    assert printed == ""
    assert notes.startswith("skipped: ")


def test_a_draft_that_cannot_be_generated_is_printed_with_the_reasons(
    run, schema, tmp_path, capsys, monkeypatch
) -> None:
    monkeypatch.setattr(learned, "problems", lambda folder, config: ["pets.yaml: something is wrong: correct it"])
    assert run(written(tmp_path, schema, "pets.har", {"name": "Knut", "age": 3})) == 1
    printed, notes = capsys.readouterr()
    assert "age:" in printed
    assert notes.endswith("The draft cannot be generated. Correct it:\npets.yaml: something is wrong: correct it\n")


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("missing.json", None, "No such file"),
        ("broken.json", "{", "Cannot read"),
        ("other.txt", "x", "unknown kind of file"),
        ("broken.yaml", "a: b", "not a file of recorded exchanges"),
    ],
)
def test_a_file_that_cannot_be_read(run, tmp_path, capsys, file, text, reason) -> None:
    if text is not None:
        (tmp_path / file).write_text(text, encoding="utf-8")
    assert run(str(tmp_path / file)) == 1
    assert reason in capsys.readouterr().err


def test_a_patch_that_cannot_be_written(run, schema, tmp_path, capsys) -> None:
    target = tmp_path / "missing" / "x.patch"
    assert run(written(tmp_path, schema, "pets.har", {"name": "Knut", "age": 3}), "--output", str(target)) == 1
    assert f"{target}: cannot write the patch: No such file" in capsys.readouterr().err
