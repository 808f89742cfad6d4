"""Requests to any path: encoded where needed, to the server of the credentials only, responses unchanged."""

from __future__ import annotations

import json

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "path", ["organizations/OOO", "/organizations/OOO", "//organizations/OOO", "organizations/%4fOO"]
)
@pytest.mark.parametrize("method", ["GET", "get"])
def test_paths(cli: Run, path: str, method: str) -> None:
    assert json.loads(cli("api", method, path).out)["name"] == "OOO"


def test_a_url_of_the_same_server(cli: Run, comodit_sandbox: Sandbox) -> None:
    assert json.loads(cli("api", "GET", f"{comodit_sandbox.url}/organizations/OOO").out)["name"] == "OOO"


@pytest.mark.parametrize(
    "path",
    [
        "https://elsewhere.invalid/api/organizations/",
        "{root}.elsewhere.invalid/organizations/",
        "HTTP://elsewhere.invalid/",
        "../sandbox/",
        "organizations/..",
        "organizations/./OOO",
        "organizations/%2e%2E/users",
        "organizations\\..\\users",
    ],
)
def test_paths_elsewhere(cli: Run, comodit_sandbox: Sandbox, path: str) -> None:
    result = cli("api", "GET", path.format(root=comodit_sandbox.url))
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("comodit: Cannot send ")


def test_the_response_is_unchanged(cli: Run, comodit_sandbox: Sandbox) -> None:
    text = httpx.get(f"{comodit_sandbox.url}/organizations/OOO/environments/", auth=("UUU", "PPP")).text
    assert cli("api", "GET", "organizations/OOO/environments/").out == f"{text}\n"


def test_secrets_are_masked(cli: Run) -> None:
    path = "organizations/OOO"
    secret = json.loads(cli("api", "GET", path, "--show-secrets").out)["access"]["secretKey"]
    result = cli("api", "GET", path)
    assert secret not in result.out
    assert "--show-secrets" in result.err


def test_names_are_encoded(cli: Run) -> None:
    name = "50% ü #1 [x]"
    assert cli("api", "POST", "organizations/OOO/environments/", "--json", json.dumps({"name": name})).status == 0
    assert json.loads(cli("api", "GET", f"organizations/OOO/environments/{name}").out)["name"] == name


def test_a_query(cli: Run) -> None:
    cli("api", "PUT", "organizations/OOO/environments/Default/_clone?name=a%20b")
    assert cli("environments", "list", "OOO", "-o", "name").out == "a b\nDefault\n"


def test_formats(cli: Run) -> None:
    assert cli("api", "GET", "organizations/OOO/environments/", "--query", "items[].name", "-o", "json").json == [
        "Default"
    ]


def test_not_json(cli: Run) -> None:
    cli("applications", "add", "OOO", "--json", '{"name": "a", "files": [{"name": "f", "filePath": "/f"}]}')
    upload = "/organizations/OOO/applications/a/files/f/content"
    with httpx.Client(base_url=cli("open").out.partition("/organizations")[0], auth=("UUU", "PPP")) as client:
        client.post(upload, files={"file": b"no newline at the end"})
    assert cli("api", "GET", upload).out == "no newline at the end"


def test_nothing(cli: Run) -> None:
    result = cli("api", "DELETE", "organizations/OOO/environments/Default")
    assert (result.status, result.out.strip()) == (0, "")


def test_a_dry_run(cli: Run) -> None:
    path = "organizations/OOO/environments/Default"
    result = cli("api", "PUT", path, "--json", '{"password": "hidden-1"}', "--dry-run")
    assert result.status == 0
    assert result.out.startswith(f"PUT /{path}\n")
    assert "hidden" not in result.out
    assert cli("api", "DELETE", path, "--dry-run").out == f"DELETE /{path}\n"
    assert cli("api", "GET", path, "--dry-run").status == 0
    assert cli("environments", "list", "OOO", "-o", "name").out == "Default\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["TAKE", "organizations/"], 2),
        (["GET", "organizations/nowhere"], 3),
        (["GET", "organizations/", "--pass", "wrong"], 4),
        (["POST", "organizations/", "--json", '{"name": "OOO"}'], 5),
        (["POST", "organizations/", "--json", "[]"], 1),
    ],
)
def test_statuses(cli: Run, words: list[str], status: int) -> None:
    result = cli("api", *words)
    assert (result.status, result.out) == (status, "")
    assert result.err
