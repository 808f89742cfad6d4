"""The rules of `python -m generator diff`, one change of a small document at a time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.diff.change import Change
from generator.diff.compare import compare
from generator.diff.source import Unreadable, read
from tests.generator.diff_cases import BREAKING, HARMLESS, OLD

ROOT = Path(__file__).resolve().parents[2]


def diff(folder: Path, old: str, new: str, strict: bool = False) -> list[Change]:
    for name, text in (("old.yaml", old), ("new.yaml", new)):
        (folder / name).write_text(text, encoding="utf-8")
    return compare(read(folder / "old.yaml"), read(folder / "new.yaml"), strict)


def edited(before: str, after: str) -> str:
    assert OLD.count(before) >= 1, before
    return OLD.replace(before, after, 1)


def assert_reported(changes: list[Change], identifier: str, snippet: str, breaking: bool) -> None:
    found = {change.identifier: change for change in changes}
    assert identifier in found, list(found)
    change = found[identifier]
    assert change.breaking is breaking
    assert Path(change.file).name == ("old.yaml" if change.old else "new.yaml")
    assert snippet in Path(change.file).read_text(encoding="utf-8").splitlines()[change.line - 1]


@pytest.mark.parametrize("name", BREAKING)
def test_a_breaking_change_is_reported_with_its_line(name: str, tmp_path: Path) -> None:
    before, after, identifier, snippet = BREAKING[name]

    changes = diff(tmp_path, OLD, edited(before, after))

    assert_reported(changes, identifier, snippet, breaking=True)


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_change_is_reported_as_such(name: str, tmp_path: Path) -> None:
    before, after, identifier, snippet = HARMLESS[name]

    changes = diff(tmp_path, OLD, edited(before, after))

    assert_reported(changes, identifier, snippet, breaking=False)
    assert [change.identifier for change in changes if change.breaking] == []


def test_a_document_equals_itself(tmp_path: Path) -> None:
    assert diff(tmp_path, OLD, OLD) == []
    assert diff(tmp_path, OLD, OLD, strict=True) == []


LIMIT = "        - {name: limit, in: query, schema: {type: integer, default: 20, maximum: 100}}\n"
SORT = "        - {$ref: '#/components/parameters/sort'}\n"
PET = "{$ref: '#/components/schemas/Pet'}"
NEW_PET = "schema: {$ref: '#/components/schemas/NewPet'}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("description: The pets.", "description: All pets."),
        ("type: string\n          maxLength", "type: string\n          examples: [Rex]\n          maxLength"),
        (f"anyOf: [{PET}, {{type: 'null'}}]", f"oneOf: [{{type: 'null'}}, {PET}]"),
        ("type: [integer, 'null']", "type: integer\n              nullable: true"),
        (NEW_PET, "schema: {allOf: [{$ref: '#/components/schemas/NewPet'}]}"),
        (LIMIT + SORT, SORT + LIMIT),
        ("enum: [name, age]", "enum: [age, name]"),
        ("name: zone, in: header", "name: Zone, in: header"),
    ],
)
def test_the_same_in_other_words_is_no_change(before: str, after: str, tmp_path: Path) -> None:
    assert diff(tmp_path, OLD, edited(before, after)) == []


def test_a_renamed_schema_is_one_change(tmp_path: Path) -> None:
    changes = diff(tmp_path, OLD, OLD.replace("schemas/Pet'", "schemas/Animal'").replace("    Pet:", "    Animal:"))

    assert [change.identifier for change in changes] == ["schema-renamed Pet"]
    assert changes[0].breaking


def test_a_schema_that_is_written_out_in_place_is_compared_there(tmp_path: Path) -> None:
    inline = "schema: {type: object, required: [name], properties: {name: {type: string}}}"
    changes = diff(tmp_path, OLD, edited("schema: {$ref: '#/components/schemas/NewPet'}", inline))

    found = {change.identifier for change in changes}
    assert {"member-removed NewPet.nickname", "member-removed NewPet.weight", "member-removed NewPet.zone"} <= found
    assert "schema-removed NewPet" not in found


def test_strict_treats_a_response_as_a_request(tmp_path: Path) -> None:
    before, after, identifier, snippet = HARMLESS["member of a response is always sent"]

    changes = diff(tmp_path, OLD, edited(before, after), strict=True)

    assert_reported(changes, identifier, snippet, breaking=True)


def test_a_change_of_a_shared_schema_is_reported_once(tmp_path: Path) -> None:
    changes = diff(tmp_path, OLD, edited("          type: string\n    Pet", "          type: integer\n    Pet"))

    assert [change.identifier for change in changes] == ["type-changed Named.name"]


def test_recursive_and_broken_references_end(tmp_path: Path) -> None:
    node = (
        "{type: object, properties: {next: {$ref: '#/x-own/Node'}, far: {$ref: 'other.yaml#/N'}, lost: {$ref: '#/n'}}}"
    )
    old = f"""\
openapi: 3.0.3
paths:
  /a:
    get:
      responses:
        '200': {{description: A., content: {{application/json: {{schema: {{$ref: '#/x-own/Node'}}}}}}}}
x-own:
  Node: {node}
components:
  schemas:
    Loop: {{$ref: '#/components/schemas/Loop'}}
    A: {{allOf: [{{$ref: '#/components/schemas/A'}}]}}
"""
    new = old.replace("lost: {$ref: '#/n'}", "lost: {type: string}").replace("{next:", "{id: {type: string}, next:")

    changes = diff(tmp_path, old, new)

    assert "member-added x-own.Node.properties.id" in {change.identifier for change in changes}


def test_json_documents_have_lines(tmp_path: Path) -> None:
    document = yaml.safe_load(OLD.replace("200:", "'200':"))
    (tmp_path / "old.json").write_text(json.dumps(document, indent="\t"), encoding="utf-8")
    document["components"]["schemas"]["State"]["enum"] = ["HEALTHY"]
    (tmp_path / "new.json").write_text(json.dumps(document), encoding="utf-8")

    changes = compare(read(tmp_path / "old.json"), read(tmp_path / "new.json"))

    lines = (tmp_path / "old.json").read_text(encoding="utf-8").splitlines()
    assert [(change.identifier, lines[change.line - 1].strip()) for change in changes] == [
        ("enum-value-removed State.ILL", '"ILL"')
    ]


def test_the_folder_of_fragments_equals_the_bundle() -> None:
    bundle = ROOT / "generated/comodit_client/schema/comodit.yaml"

    assert compare(read(bundle), read(ROOT / "schema"), strict=True) == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("none.yaml", None, "No such file"),
        ("list.yaml", b"- 1\n", "not an OpenAPI 3 document"),
        ("swagger.yaml", b"swagger: '2.0'\n", "not an OpenAPI 3 document"),
        ("broken.yaml", b"openapi: [\n", "neither YAML nor JSON"),
        ("latin.yaml", b"openapi: '\xe9'\n", "neither YAML nor JSON"),
        ("paths.yaml", b"openapi: 3.1.0\npaths: 1\n", "paths is not a mapping"),
        ("loop.yaml", b"openapi: 3.1.0\npaths: &a\n  /x: *a\n", "neither YAML nor JSON"),
    ],
)
def test_an_unreadable_document_is_reported(name: str, content: bytes | None, reason: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(Unreadable, match=reason):
        read(tmp_path / name)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "diff", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_command_prints_text_or_json_and_its_status_says_whether_callers_break(tmp_path: Path) -> None:
    old, new, more = tmp_path / "old.yaml", tmp_path / "new.yaml", tmp_path / "more.yaml"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(edited(*BREAKING["enum value removed"][:2]), encoding="utf-8")
    more.write_text(edited(*HARMLESS["enum value added"][:2]), encoding="utf-8")

    broken, harmless = run(str(old), str(new), "--format", "json"), run(str(old), str(more))

    assert broken.returncode == 1
    assert [change["identifier"] for change in json.loads(broken.stdout)] == ["enum-value-removed State.ILL"]
    assert harmless.returncode == 0
    assert harmless.stdout.startswith("Other changes: 1\n")
    assert run(str(old), str(tmp_path / "none.yaml")).returncode == 2
