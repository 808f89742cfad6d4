"""Installing and uninstalling applications."""

from __future__ import annotations

from typing import cast

import pytest

from comodit_client.cli import table
from tests.cli.hosts.conftest import APPLICATION, PLACE, World


@pytest.fixture
def provisioned(world: World) -> World:
    assert world("hosts provision").status == 0
    return world


def settings(world: World) -> dict[str, object]:
    found = world.done("hosts applications settings list", APPLICATION)
    return {setting["key"]: setting["value"] for setting in found}


def test_the_defaults_of_the_application_are_sent(provisioned: World) -> None:
    found = provisioned.done("hosts applications install", APPLICATION, "--wait")
    assert found["application"] == APPLICATION
    assert found["services"] == [{"name": "httpd", "enabled": False}]
    assert found["changes"] == [0]
    assert settings(provisioned) == {"port": "80"}, "secret defaults stay in the application"


def test_settings_on_the_command_line(provisioned: World) -> None:
    more = ("--setting", "port=8080", "--setting", "name=Grüße = x", "--setting", 'list=["a"]')
    provisioned.done("hosts applications install", APPLICATION, *more)
    assert settings(provisioned) == {"port": 8080, "name": "Grüße = x", "list": ["a"]}


@pytest.mark.parametrize("text", ["port", "=80"])
def test_a_setting_needs_a_key_and_a_value(provisioned: World, text: str) -> None:
    assert provisioned("hosts applications install", APPLICATION, "--setting", text).status == 2


def test_a_document_needs_no_application(provisioned: World) -> None:
    document = '{"settings": [{"key": "name", "value": "x"}, {"key": "port", "value": "1"}]}'
    found = provisioned.done("hosts applications install", APPLICATION, "-j", document, "--setting", "port=2")
    assert "services" not in found or not found["services"]
    assert settings(provisioned) == {"name": "x", "port": 2}


def test_a_document_that_is_none(provisioned: World) -> None:
    assert provisioned("hosts applications install", APPLICATION, "-j", "[]").status == 2


def test_in_a_table(provisioned: World) -> None:
    result = provisioned("hosts applications install", APPLICATION)
    assert "Queued change 0: Install" in result.err
    assert APPLICATION in result.out
    assert [line.split() for line in result.out.splitlines()[-2:]] == [["changes:"], ["-", "0"]]
    assert provisioned("hosts applications install", APPLICATION).status == 5


def test_without_a_machine_nothing_is_queued(world: World) -> None:
    result = world("hosts applications install", APPLICATION, "--wait", "--raw")
    assert (result.json["changes"], "queued no change" in result.err) == ([], True)
    assert world.done("hosts applications uninstall", APPLICATION, "--yes", "--wait") is None


def test_an_unknown_application(world: World) -> None:
    result = world("hosts applications install", "Nope")
    assert (result.status, result.out, "Nope" in result.err) == (3, "", True)
    assert world("hosts applications uninstall", "Nope", "--yes").status == 3


def test_a_failed_installation(provisioned: World) -> None:
    provisioned.sandbox.fail("task", task="*httpd*", error="no space left")
    result = provisioned("hosts applications install", APPLICATION, "--wait")
    assert (result.status, result.out, "no space left" in result.err) == (7, "", True)
    assert "Queued change 0" in result.err


def test_uninstalling_asks(ready: World) -> None:
    assert ready("hosts applications uninstall", APPLICATION).status == 2
    found = ready.done("hosts applications uninstall", APPLICATION, "--yes", "--wait")
    assert found["description"] == f"Uninstall {APPLICATION}"
    assert {task["status"] for task in found["tasks"]} == {"OK"}
    assert ready.done("hosts applications list") == []


def test_uninstalling_in_a_table(ready: World) -> None:
    assert "Uninstall" in ready("hosts applications uninstall", APPLICATION, "-y").out


@pytest.mark.parametrize("word", ["install", "uninstall"])
def test_a_dry_run_changes_nothing(ready: World, word: str) -> None:
    line = f"hosts applications {word}"
    result = ready(line, APPLICATION, "--wait", "--dry-run")
    assert ready.changing(lambda: ready(line, APPLICATION, "--wait", "--dry-run")) == []
    assert (result.status, "/applications/" in result.out) == (0, True)


@pytest.mark.parametrize("word", ["install", "uninstall"])
def test_a_bad_timeout_is_found_before_anything_is_sent(ready: World, word: str) -> None:
    more = ("--yes",) if word == "uninstall" else ()
    before = ready.sandbox.stats()["total"]
    assert ready(f"hosts applications {word}", APPLICATION, "--timeout", "soon", *more).status == 2
    assert ready.sandbox.stats()["total"] == before


def test_a_host_that_does_not_exist(world: World) -> None:
    assert world.run("hosts", "applications", "install", *PLACE[:2], "nope", APPLICATION).status == 3


def test_what_completes_the_application() -> None:
    """The applications of the organization, not those that the host already has."""
    spec = table.find(["hosts", "applications", "install"])
    assert spec is not None
    last = table.arguments_of(cast("table.CommandSpec", spec))[-1]
    assert (last["name"], last["completes"], last["label"]) == ("application", "applications.list", "name")
