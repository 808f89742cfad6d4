"""Servers that are gone or fail, and credentials that are wrong or missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.scenarios.conftest import User

LIST = "comodit hosts list OOO Default"


@pytest.fixture
def stranger(user: User) -> User:
    """A user without any credentials."""
    user.credentials.clear()
    return user


def test_a_server_that_is_gone(tmp_path: Path) -> None:
    with Sandbox() as sandbox:
        user = User(tmp_path, sandbox)
    result = user.shell(f"{LIST} -v")
    assert (result.status, result.out) == (1, "")
    assert "Connection refused" in result.err.splitlines()[-1]
    assert user.credentials["COMODIT_API"] in result.err


def test_errors_of_the_server_are_retried_and_shown(user: User) -> None:
    user.sandbox.fail("503", times=2, path="*/hosts/")
    result = user.shell(f"{LIST} -o json -v")
    assert (result.status, result.out) == (0, "[]\n")
    lines = [line.partition("hosts/: ")[2].split()[0] for line in result.err.splitlines()]
    assert lines == ["503", "retry", "503", "retry", "200"]


def test_a_change_is_not_sent_twice(user: User) -> None:
    user.sandbox.fail("500", times=2, method="POST", path="*/hosts/")
    before = user.requests("POST").get("POST /api/organizations/OOO/environments/Default/hosts/", 0)
    result = user.shell("comodit hosts add OOO Default --set name=web")
    assert (result.status, "500" in result.err) == (1, True)
    assert user.requests("POST")["POST /api/organizations/OOO/environments/Default/hosts/"] == before + 1


def test_a_response_that_is_not_from_the_server(user: User) -> None:
    user.sandbox.fail("html", times=0)
    result = user.shell(f"{LIST} -o json")
    assert (result.status, result.out) == (1, "")
    assert "Internal error" not in json.loads(result.err)["error"]["message"]


def test_a_wrong_password(user: User) -> None:
    result = user.shell(LIST, COMODIT_PASSWORD="wrong")
    assert (result.status, result.out, "comodit login" in result.err) == (4, "", True)
    assert "wrong" not in result.err.replace("wrong password", "")


def test_a_profile_that_is_not_there(stranger: User) -> None:
    (stranger.home / ".comoditrc").write_text(
        "[client]\ndefault_profile = work\n[work]\napi = https://example.org/api\ntoken = t\n"
    )
    result = stranger.shell(f"{LIST} --profile wrok")
    assert (result.status, "Did you mean 'work'" in result.err) == (4, True), result.err


def test_no_configuration_at_all(stranger: User) -> None:
    result = stranger.shell(LIST)
    assert (result.status, result.out, "comodit login" in result.err) == (4, "", True)
    # A user of a service may have no home folder either.
    assert stranger.shell(LIST, HOME="/nonexistent").status == 4


def test_url_and_token_are_enough(user: User) -> None:
    words = 'comodit organizations application-keys add OOO --json \'{"name": "k", "method": "TOKEN"}\''
    token = user.done(f"{words} --show-secrets --query token -o name").strip()
    url = user.credentials["COMODIT_API"]
    user.credentials.clear()
    script = 'env -i PATH="$PATH" PYTHONPATH="$PYTHONPATH" comodit --api "$1" --token "$2" organizations list -o name'
    result = user.shell(script, url, token)
    assert (result.status, result.out, result.err) == (0, "OOO\n", "")
