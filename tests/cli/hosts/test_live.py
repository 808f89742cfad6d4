"""Live actions, handlers, and the changes that they queue."""

from __future__ import annotations

import pytest

from comodit_client.cli.commands.queued import QueuedChanges
from tests.cli.hosts.conftest import APPLICATION, PLACE, World
from tests.cli.terminal import Terminal

ACTIONS = {
    "update-file": ("conf", "update file conf"),
    "restart-service": ("httpd", "restart service httpd"),
    "update-service": ("httpd", "update service httpd"),
    "enable-service": ("httpd", "enable service httpd"),
    "disable-service": ("httpd", "disable service httpd"),
    "install-package": ("httpd", "install package httpd"),
    "update-package": ("httpd", "update package httpd"),
    "update-git": ("repo", "update git repo"),
}


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("more", [(), ("--wait",)])
def test_the_queued_change_is_shown(ready: World, action: str, more: tuple[str, ...]) -> None:
    name, task = ACTIONS[action]
    found = ready.done(f"hosts applications actions {action}", APPLICATION, name, *more)
    assert found["orderNum"] == 1
    assert [one["description"] for one in found["tasks"]] == [task]


@pytest.mark.parametrize("action", ACTIONS)
def test_the_number_can_be_stored(ready: World, action: str) -> None:
    result = ready(f"hosts applications actions {action}", APPLICATION, ACTIONS[action][0], "-o", "name")
    assert (result.status, result.out) == (0, "1\n")


@pytest.mark.parametrize("action", ACTIONS)
def test_a_dry_run_changes_nothing(ready: World, action: str) -> None:
    line = f"hosts applications actions {action}"
    name = ACTIONS[action][0]
    assert ready.changing(lambda: ready(line, APPLICATION, name, "--dry-run", "--wait")) == []
    assert "PUT" in ready(line, APPLICATION, name, "--dry-run").out


@pytest.mark.parametrize("action", ACTIONS)
def test_what_is_not_there(ready: World, action: str) -> None:
    assert ready(f"hosts applications actions {action}", APPLICATION, "nope").status == 3
    assert ready(f"hosts applications actions {action}", "Nope", ACTIONS[action][0]).status == 3


@pytest.mark.parametrize(
    ("action", "name", "release", "task"),
    [
        ("install-package", "httpd", "2.4", "install package httpd 2.4"),
        ("update-package", "httpd", "2.4", "update package httpd 2.4"),
        ("update-git", "repo", "feature/ü", "update git repo feature/ü"),
    ],
)
def test_releases_and_branches(ready: World, action: str, name: str, release: str, task: str) -> None:
    found = ready.done(f"hosts applications actions {action}", APPLICATION, name, release)
    assert [one["description"] for one in found["tasks"]] == [task]


def test_a_host_without_an_instance(world: World) -> None:
    assert world("hosts applications install", APPLICATION).status == 0
    result = world("hosts applications actions restart-service", APPLICATION, "httpd")
    assert (result.status, result.out) == (5, "")


def test_a_change_that_fails(ready: World) -> None:
    ready.sandbox.fail("task", task="restart service httpd", error="no such unit")
    result = ready("hosts applications actions restart-service", APPLICATION, "httpd", "--wait")
    assert (result.status, "no such unit" in result.err) == (7, True)


def test_a_wait_without_end(ready: World) -> None:
    ready("hosts instance shutdown")
    line = "hosts applications actions restart-service"
    result = ready(line, APPLICATION, "httpd", "--wait", "--timeout", "0.05")
    assert (result.status, result.out) == (6, "")
    assert "Queued change 1" in result.err


def test_rebuilding_is_a_change_too(ready: World) -> None:
    ready.sandbox.deviate(*PLACE, application=APPLICATION, kind="packages", name="httpd")
    found = ready.done("hosts compliance rebuild", "--wait")
    assert [task["description"] for task in found["tasks"]] == ["add package httpd"]
    assert ready.changing(lambda: ready("hosts compliance rebuild", "--dry-run")) == []


def test_handlers(ready: World) -> None:
    line = "hosts applications actions impact"
    assert ready.done(line, APPLICATION, "Restart")["on"] == ["port"]
    assert "Restart" in ready(line, APPLICATION, "Restart").out
    result = ready(line, APPLICATION, "restart")
    assert (result.status, result.out, "Restart" in result.err) == (3, "", True)
    assert ready(line, "Nope", "Restart").status == 3


@pytest.fixture
def pending(ready: World) -> World:
    """One change is completed, and one is pending because the machine is off."""
    ready("hosts instance shutdown")
    assert ready.done("hosts applications actions restart-service", APPLICATION, "httpd")["orderNum"] == 1
    return ready


def numbers(world: World) -> list[int]:
    return [change["orderNum"] for change in world.done("hosts changes list-all")]


def test_clearing_needs_a_confirmation(pending: World) -> None:
    result = pending("hosts changes delete-all")
    assert (result.status, numbers(pending)) == (2, [0, 1])
    assert pending("hosts changes delete-all", "--all").status == 2


@pytest.mark.parametrize(("more", "left"), [((), [1]), (("--all",), [])])
def test_clearing_without_a_terminal(pending: World, more: tuple[str, ...], left: list[int]) -> None:
    assert pending("hosts changes delete-all", "--yes", *more).status == 0
    assert numbers(pending) == left


@pytest.mark.parametrize(("typed", "left"), [("o\n", [1]), ("A\n", []), ("x\na\n", [])])
def test_clearing_asks_on_a_terminal(pending: World, typed: str, left: list[int]) -> None:
    with Terminal("hosts", "changes", "delete-all", *PLACE) as terminal:
        terminal.send(typed)
        assert terminal.wait() == 0, terminal.text
    assert f"1 - Restart service httpd of {APPLICATION}" in terminal.text
    assert numbers(pending) == left


@pytest.mark.parametrize("more", [(), ("--all",)])
def test_a_dry_run_of_clearing(pending: World, more: tuple[str, ...]) -> None:
    assert pending.changing(lambda: pending("hosts changes delete-all", "--dry-run", *more)) == []
    assert "DELETE" in pending("hosts changes delete-all", "--dry-run", *more).out


def test_a_diagnosis_in_words(pending: World) -> None:
    lines = pending("diagnose").out.splitlines()
    assert lines[0].startswith("/".join(PLACE))
    assert lines[-1] == "the instance is STOPPED"


def test_a_diagnosis_as_data(ready: World) -> None:
    ready.sandbox.fail("task", task="restart service httpd", error="no such unit")
    ready("hosts applications actions restart-service", APPLICATION, "httpd")
    ready.sandbox.deviate(*PLACE, application=APPLICATION, kind="packages", name="httpd")
    found = ready.done("diagnose")
    assert (found["state"], found["instanceState"], found["notes"]) == ("ERROR", "RUNNING", [])
    assert [change["orderNum"] for change in found["changes"]] == [1]
    assert [error["name"] for error in found["complianceErrors"]] == ["httpd"]
    assert len(found["reasons"]) == 2
    assert ready.run("diagnose", *PLACE[:2], "nope").status == 3


def test_changes_without_a_key(ready: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old server sends none; the wait is for all changes then."""
    read = QueuedChanges._all
    monkeypatch.setattr(QueuedChanges, "_all", lambda self: [{**one, "key": None} for one in read(self)])
    line = "hosts applications actions restart-service"
    assert ready.done(line, APPLICATION, "httpd", "--wait")["orderNum"] == 1
    ready.sandbox.fail("task", task="restart service httpd", error="no such unit")
    assert ready(line, APPLICATION, "httpd", "--wait").status == 7
