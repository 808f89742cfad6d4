"""`python -m generator drift` compares recorded responses with the schema; the sandbox's have no differences."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import yaml

from comodit_client.wire.drift import DriftReport
from generator import bundle, drift, exchanges
from generator.__main__ import main
from generator.paths import ROOT

URL = "https://my.comodit.com/api/organizations/Acme"
CASSETTES = sorted((ROOT / "tests" / "scenarios" / "cassettes").glob("*.yaml"))
SECRET = "hush-4711"


@pytest.fixture(scope="module")
def document():
    return bundle.load(ROOT / "schema")


@pytest.fixture
def record(tmp_path):
    """Write a HAR file with responses to GET requests, as URL, status and JSON."""

    def write(*responses, name="recorded.har", method="GET"):
        entries = [
            {
                "request": {"method": method, "url": url},
                "response": {"status": status, "content": {"mimeType": "application/json", "text": json.dumps(body)}},
            }
            for url, status, body in responses
        ]
        (tmp_path / name).write_text(json.dumps({"log": {"entries": entries}}), encoding="utf-8")
        return tmp_path / name

    return write


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command; return its exit status, output and errors."""

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["generator", "drift", *map(str, words)])
        status = main()
        return status, *capsys.readouterr()

    return call


def test_responses_as_described_have_no_drift(record, run):
    file = record((URL, 200, {"name": "Acme"}), (f"{URL}/environments/", 200, {"items": [{"name": "Default"}]}))
    assert run(file) == (0, "Responses: 2. Differences: 0.\n", "")


def test_differences_are_printed_once_and_without_values(record, run):
    body = {"name": SECRET, "colour": SECRET, "version": SECRET}
    file = record((URL, 200, body), (URL.replace("Acme", SECRET), 200, body))
    operation = "(organizations.get: GET /organizations/{organization} 200)"
    assert run(file) == (
        1,
        f"other type $.version of Organization, found string, expected integer {operation}\n"
        f"unknown member $.colour of Organization, found string {operation}\n"
        "Responses: 2. Differences: 2.\n",
        "",
    )


def test_the_report_is_printed_and_written_as_json(record, run, tmp_path):
    file = record((URL, 203, {"name": "Acme"}))
    status, text, errors = run(file, "--format", "json", "--output", tmp_path / "drift.json")
    assert (status, errors) == (1, "")
    assert (tmp_path / "drift.json").read_text(encoding="utf-8") == text
    (found,) = DriftReport.read(tmp_path / "drift.json")
    assert (found.kind, found.operation, found.found) == ("unknown status", "organizations.get", "203")


def test_a_report_without_drift_is_written_too(record, run, tmp_path):
    assert run(record((URL, 200, {"name": "Acme"})), "--output", tmp_path / "drift.json")[0] == 0
    assert list(DriftReport.read(tmp_path / "drift.json")) == []


def test_only_responses_are_compared(tmp_path, run):
    sent = {"method": "PUT", "path": "/organizations/Acme", "json": {"name": "Acme", "colour": 1}}
    entry = {"request": sent, "response": {"status": 200, "json": {"name": "Acme"}}}
    file = tmp_path / "recorded.jsonl"
    file.write_text(json.dumps({"exchanges": [entry]}) + "\n", encoding="utf-8")
    assert run(file) == (0, "Responses: 1. Differences: 0.\n", "")


def test_a_cassette_is_compared(tmp_path, run):
    entry = {
        "request": {"method": "GET", "uri": URL, "body": "", "headers": {}},
        "response": {"status": {"code": 200}, "headers": {}, "body": {"string": '{"name": "Acme", "colour": 1}'}},
    }
    file = tmp_path / "recorded.yaml"
    file.write_text(yaml.dump({"interactions": [entry]}), encoding="utf-8")
    assert run(file)[0] == 1


def test_what_else_a_browser_records_is_ignored(record, run):
    page = ("https://my.comodit.com/index.html", 200, "<html>")
    assert run(record((URL, 200, {"name": "Acme"}), page)) == (0, "Responses: 1. Differences: 0.\n", "")
    assert run(record((URL, 200, None), method="OPTIONS")) == (0, "Responses: 0. Differences: 0.\n", "")
    assert run(record((URL, 0, None), (URL, 304, None)))[1] == "Responses: 0. Differences: 0.\n"
    elsewhere = ("https://comodit.example/v1/organizations/Acme", 200, {"name": "Acme", "colour": 1})
    status, text, _ = run(record(elsewhere, page))
    assert (status, text.splitlines()[-1]) == (1, "Responses: 2. Differences: 2."), "the root has another path"


@pytest.mark.parametrize("content", ["", "{}", '{"log": {"entries": [{}]}}', "<html>"])
def test_a_file_of_another_kind_exits_with_2(tmp_path, run, content):
    file = tmp_path / "recorded.har"
    file.write_text(content, encoding="utf-8")
    status, text, errors = run(file)
    assert (status, text) == (2, "")
    assert f"{file}: this is not a file of recorded exchanges" in errors


def test_a_file_that_cannot_be_read_or_written_exits_with_2(record, run, tmp_path):
    assert "cannot read the file" in run(tmp_path / "nothing.har")[2]
    assert run(tmp_path / "nothing.har")[0] == 2
    status, text, errors = run(record((URL, 200, {"name": "Acme"})), "--output", tmp_path / "no folder" / "drift.json")
    assert (status, text) == (2, "")
    assert "drift.json" in errors


def test_a_broken_schema_exits_with_2(record, capsys, monkeypatch, tmp_path):
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "openapi.yaml").write_text("openapi: [", encoding="utf-8")
    config = tmp_path / "generator.toml"
    config.write_text('package = "zoo"\n', encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["generator", "--config", str(config), "drift", str(record((URL, 200, {})))])
    assert main() == 2
    assert "openapi.yaml" in capsys.readouterr().err


def test_without_a_file_the_usage_is_shown(run, capsys):
    with pytest.raises(SystemExit) as stopped:
        run()
    assert stopped.value.code == 2
    assert "the following arguments are required: file" in capsys.readouterr().err


def test_the_make_target_passes_its_file(record):
    command = ["make", "--no-print-directory", "--dry-run", "--old-file=.venv/.ready", "drift", "FILE=recorded.har"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].endswith("python -m generator drift recorded.har")


def test_the_generator_starts_without_generated_code():
    code = "import sys; sys.modules['comodit_client.wire'] = None; import generator.__main__"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize("cassette", CASSETTES, ids=lambda file: file.stem)
def test_the_responses_of_the_sandbox_have_no_drift(document, cassette):
    found = drift.with_api(document, exchanges.read_exchanges(cassette))
    assert found
    assert [str(one) for one in drift.compared(document, found)] == []


def test_there_are_cassettes():
    assert len(CASSETTES) >= 12
