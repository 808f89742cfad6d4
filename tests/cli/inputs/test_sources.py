"""Documents from files, options and standard input; and those that are not valid."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from comodit_client.cli.inputs.parsing import DocumentError, parse
from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run

ADD = ("environments", "add", "OOO")
HANDLER = "handlers:\n  - do: []\n    on: [port]\nfiles:\n  - mode: 0644\ndate: 2018-04-04\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("é.json", '{"name": "Prüfung", "description": "a/b"}'),
        ("é.yaml", "# comment\nname: Prüfung\ndescription: a/b\n"),
        ("x.yml", "{name: Prüfung, description: a/b}"),
        ("plain", '\ufeff{"name": "Prüfung", "description": "a/b"}'),
        ("plain", "name: Prüfung\ndescription: a/b"),
        ("plain", "{name: Prüfung, description: a/b}"),
    ],
)
def test_documents_are_json_or_yaml(cli: Run, tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    found = [
        cli(*ADD, "-f", str(file), "--dry-run", "-o", "json").json["body"],
        cli(*ADD, "-f", "-", "--dry-run", "-o", "json", stdin=text).json["body"],
        cli(*ADD, "--stdin", "--dry-run", "-o", "json", stdin=text).json["body"],
    ]
    assert found == [{"name": "Prüfung", "description": "a/b"}] * 3


def test_the_document_of_an_option_is_json(cli: Run) -> None:
    assert cli(*ADD, "-j", '{"name": "Prod"}', "-o", "json").json["name"] == "Prod"
    assert [one["name"] for one in cli("environments", "list", "OOO", "-o", "json").json] == ["Default", "Prod"]


def test_yaml_has_the_values_of_json() -> None:
    assert parse(HANDLER, "x", ".yaml") == {
        "handlers": [{"do": [], "on": ["port"]}],
        "files": [{"mode": "0644"}],
        "date": "2018-04-04",
    }
    scalars = "[yes, on, true, null, ~, 1, -1, 0, 1.5, 1_000, 12:30, 0x1f, .inf, '1']"
    assert parse(scalars, "x", ".yaml", list) == [
        *("yes", "on", True, None, None, 1, -1, 0, 1.5, "1_000", "12:30", "0x1f", ".inf", "1")
    ]


INVALID: list[tuple[str, str, str]] = [
    ("x.json", '{"name": "a",\n  "b" 1}', "line 2, column 7: expecting ':' delimiter"),
    ("x", '{"name": "a",\n  "b" 1', "line 2, column 7: expecting ':' delimiter"),
    ("x.json", "", "line 1, column 1: the text is empty"),
    ("x.json", '{"a": NaN}', "NaN is not a JSON value"),
    ("x.json", "[" * 100_000, "nested too deeply"),
    ("x.json", '{"a": ' + "1" * 5000 + "}", "digits"),
    ("x.json", "[]", "it is an array, but the command needs an object"),
    ("x.json", "3", "it is a single value, but the command needs an object"),
    ("x.yaml", "", "it is empty, but the command needs an object"),
    ("x.yaml", "name: a\n  b: c\n", "line 2, column 4: mapping values are not allowed"),
    ("x.yaml", "name: [a\nb: c", "line 2, column 2"),
    ("x.yaml", "name: a\n---\nname: b", "line 2, column 1: but found another document"),
    ("x.yaml", "name: *missing", "line 1, column 7: found undefined alias"),
    ("x.yaml", "name: a\nb: \x07", "line 2, column 4: a control character is not allowed"),
    ("x.yaml", "name: !!python/object:os.system {}", "line 1, column 7: could not determine a constructor"),
    ("x.yaml", "name: !!timestamp 2018-04-04", "has no JSON value"),
    ("x.yaml", "name: &a [*a]", "has no JSON value"),
    ("x.yaml", "name: &a {b: *a}", "has no JSON value"),
    ("x.yaml", "name: !!binary 'YQ=='", "has no JSON value"),
    ("x.yaml", "? [a]\n: b", "line 1, column 3: found unhashable key"),
    ("x.yaml", "a: " + "[" * 5000, "nested too deeply"),
]


@pytest.mark.parametrize(("name", "text", "hint"), INVALID)
def test_an_invalid_document_is_a_usage_error(run: Run, tmp_path: Path, name: str, text: str, hint: str) -> None:
    """It is found before anything is sent: there are no credentials."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    result = run(*ADD, "-f", str(file))
    assert (result.status, result.out) == (2, "")
    assert hint in result.err
    assert str(file) in result.err
    assert "Traceback" not in result.err


def test_each_error_has_its_place() -> None:
    with pytest.raises(DocumentError) as found:
        parse('{\n "a": }', "x", ".json")
    assert (found.value.line, found.value.column) == (2, 7)
    assert str(found.value.moved(3)).startswith("Cannot read x: line 5, column 7: expecting value.")


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["-f", "{tmp}/missing.json"], "missing.json: No such file or directory"),
        (["-f", "{tmp}"], "Is a directory"),
        (["-f", "a\0b"], "embedded null byte"),
        (["-f", "{tmp}/latin"], "line 2 is not UTF-8"),
        (["-f", "x", "-j", "{}"], "Cannot use --file and --json together"),
        (["-j", "{}", "--stdin"], "Cannot use --json and --stdin together"),
        (["-j", "{a: 1}"], "--json: line 1, column 2"),
        (["-j", '{"name": "\udce9"}'], "--json: character 11 is not UTF-8"),
        (["--set", "name=\udce9"], "--set: character 6 is not UTF-8"),
        (["--set", "name"], "write it as NAME=VALUE"),
        (["--set", "=x"], "write it as NAME=VALUE"),
        (["--set", "a..b=x"], "write it as NAME=VALUE"),
        (["--set", "a[x]=x"], "write it as NAME=VALUE"),
        (["--set", "a=1", "--set", "a.b=x"], "Cannot set a.b: 'b' is not in an object"),
        (["--set", "a[1]=x"], "Cannot set a[1]: the array has 0 items"),
        (["--set", "[0]=x"], "0 is not in an array"),
        ([], "Use --file, --json or --set"),
    ],
)
def test_bad_input_is_a_usage_error(run: Run, tmp_path: Path, options: list[str], hint: str) -> None:
    (tmp_path / "latin").write_bytes(b"name: a\ndescription: \xe9\n")
    result = run(*ADD, *(option.replace("{tmp}", str(tmp_path)) for option in options))
    assert (result.status, result.out) == (2, "")
    assert hint in result.err


def test_members_are_set(cli: Run) -> None:
    sent = cli(
        *("platforms", "add", "OOO", "--dry-run", "-o", "json"),
        *("--set", "name=Plat", "--set", "driver.className=x.y", "--set", "description=1 = 2"),
        *("--set", "settings[0].key=port", "--set", "settings[0].value=80", "--set", "settings[1]={}"),
        *("--set", r"a\.b=true", "--set", "empty=", "--set", "text=NaN", "--set", 'quoted="80"'),
    ).json
    assert sent["body"] == {
        "name": "Plat",
        "driver": {"className": "x.y"},
        "description": "1 = 2",
        "settings": [{"key": "port", "value": 80}, {}],
        "a.b": True,
        "empty": "",
        "text": "NaN",
        "quoted": "80",
    }


def test_members_change_a_document(cli: Run) -> None:
    sent = cli(*ADD, "-j", '{"name": "a", "description": "b"}', "--set", "name=c", "--dry-run", "-o", "json").json
    assert sent["body"] == {"name": "c", "description": "b"}


def test_an_update_of_members_keeps_the_others(cli: Run, comodit_sandbox: Sandbox) -> None:
    cli(*ADD, "-j", '{"name": "Prod", "description": "old"}')
    sent = cli("environments", "update", "OOO", "Prod", "--set", "description=new", "--dry-run", "-o", "json").json
    assert sent["body"] == {"name": "Prod", "description": "new"}
    assert cli("environments", "update", "OOO", "Prod", "--set", "description=new", "--raw").json["name"] == "Prod"
    replaced = cli("environments", "update", "OOO", "Prod", "-j", '{"name": "Prod"}', "--dry-run", "--raw").json
    assert replaced["body"] == {"name": "Prod"}


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ('{"name": "x", "value": "***"}', "value"),
        ('{"settings": [{}, {"key": "a", "value": "***"}]}', "settings[1].value"),
        ('{"a": {"b": "***"}}', "a.b"),
    ],
)
def test_masked_documents_are_not_sent(run: Run, document: str, place: str) -> None:
    result = run(*ADD, "-j", document)
    assert result.status == 2
    assert f"the value of {place} is masked" in result.err
    assert "--show-secrets" in result.err


def test_a_mask_can_be_meant_or_replaced(cli: Run) -> None:
    assert cli(*ADD, "--set", "name=***", "--dry-run", "--raw").json["body"] == {"name": "***"}
    words = (*ADD, "-j", '{"name": "***"}', "--set", "name=real", "--dry-run", "--raw")
    assert cli(*words).json["body"] == {"name": "real"}


def test_output_with_masks_is_not_sent_back(cli: Run, tmp_path: Path) -> None:
    setting = ("organizations", "settings")
    cli(*setting, "add", "OOO", "-j", '{"key": "password", "value": "hunter2"}')
    file = tmp_path / "settings.yaml"
    file.write_text(cli(*setting, "list", "OOO", "-o", "yaml").out)
    result = cli(*setting, "change", "OOO", "-f", str(file), "--yes")
    assert (result.status, "[0].value is masked" in result.err) == (2, True)
    file.write_text(cli(*setting, "list", "OOO", "-o", "yaml", "--show-secrets").out)
    assert "Nothing was changed" in cli(*setting, "change", "OOO", "-f", str(file), "--yes").err


def command(sandbox: Sandbox, *words: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONU"))}
    environment |= {"COMODIT_API": sandbox.url, "COMODIT_USERNAME": "UUU", "COMODIT_PASSWORD": "PPP", "LC_ALL": "C"}
    line = [sys.executable, "-m", "comodit_client.cli", *words]
    return subprocess.run(line, env=environment, capture_output=True, check=False, timeout=60, **more)


def test_other_characters_survive_the_locale_c(comodit_sandbox: Sandbox) -> None:
    made = command(comodit_sandbox, *ADD, "-j", '{"name": "Prüfung €"}', stdin=subprocess.DEVNULL)
    assert (made.returncode, made.stderr) == (0, b"")
    listed = command(comodit_sandbox, "environments", "list", "OOO", "--raw", stdin=subprocess.DEVNULL)
    assert "Prüfung €".encode() in listed.stdout


def test_closed_standard_input(comodit_sandbox: Sandbox) -> None:
    """Python has no sys.stdin then."""

    def close() -> None:
        os.close(0)

    results = [
        command(comodit_sandbox, *ADD, "--stdin", preexec_fn=close),
        command(comodit_sandbox, *ADD, preexec_fn=close),
        command(comodit_sandbox, "environments", "delete", "OOO", "Default", preexec_fn=close),
        command(comodit_sandbox, "environments", "list", "OOO", preexec_fn=close),
    ]
    assert [result.returncode for result in results] == [2, 2, 2, 0]
    assert b"Cannot read standard input: it is closed." in results[0].stderr
    assert b"Traceback" not in b"".join(result.stderr for result in results)
