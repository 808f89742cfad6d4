"""Waiting for hosts, changes and executions that are under way."""

from __future__ import annotations

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.cli.waits.conftest import provision_again, requests

HOSTS = ("wait", "hosts", "OOO", "Default")


def test_hosts_cost_one_request_a_poll(slow: Sandbox, slow_cli: Run) -> None:
    slow.make_hosts(300, prefix="node-", provisioned=True)
    provision_again(slow, "web-00001")
    result = slow_cli(*HOSTS, "--progress", "-o", "json")
    assert len(result.json) == 302
    # Provisioning takes one second of the sandbox, and 0.4 pass between polls.
    assert requests(slow) == {"GET /environments/Default/hosts/": 4}
    lines = [line.split(" ", 1)[1] for line in result.err.splitlines()]
    assert lines[1:] == ["1 PROVISIONING, 301 READY", "web-00001: READY", "done"]


def test_named_hosts_and_their_state(stopped: Sandbox, stopped_cli: Run) -> None:
    stopped.make_hosts(1, prefix="new-")
    result = stopped_cli(*HOSTS, "new-00000", "--for", "defined", "-o", "csv", "--columns", "name,state")
    assert (result.status, result.err) == (0, "")
    assert "new-00000,DEFINED" in result.out
    assert "web" not in result.out


def test_late_hosts_are_named(stopped: Sandbox, stopped_cli: Run) -> None:
    provision_again(stopped, "web-00001")
    result = stopped_cli(*HOSTS, "--timeout", "1s")
    assert (result.status, result.out) == (6, "")
    assert "web-00001 is PROVISIONING" in result.err
    assert "web-00000" not in result.err


def test_a_failed_host_has_its_reason(slow: Sandbox, slow_cli: Run) -> None:
    slow.fail_task("OOO", "Default", "web-00000", task="restart service httpd", error="syntax error")
    handler = ("hosts", "applications", "actions", "run", "OOO", "Default", "web-00000", "Wordpress", "Restart")
    assert slow_cli(*handler, "--wait").status == 7
    result = slow_cli(*HOSTS, "--progress")
    assert (result.status, result.out) == (7, "")
    assert "syntax error" in result.err
    assert "web-00000: ERROR" in result.err


def test_a_host_that_does_not_exist(stopped_cli: Run) -> None:
    result = stopped_cli(*HOSTS, "web-00000", "typo")
    assert result.status == 7
    assert "typo does not exist" in result.err


def test_an_unknown_state_is_a_usage_error(stopped: Sandbox, stopped_cli: Run) -> None:
    result = stopped_cli(*HOSTS, "--for", "REDY")
    assert result.status == 2
    assert "DEFINED, PROVISIONING, READY" in result.err
    assert requests(stopped) == {}


def test_no_hosts_are_an_empty_list(cli: Run) -> None:
    assert cli(*HOSTS, "-o", "json").json == []


def test_changes(slow_cli: Run) -> None:
    handler = ("hosts", "applications", "actions", "run", "OOO", "Default", "web-00000", "Wordpress", "Restart")
    slow_cli(*handler)
    result = slow_cli("wait", "changes", "OOO", "Default", "web-00000", "--progress", "-o", "json")
    assert (result.status, result.json) == (0, [])
    assert "Run Restart of Wordpress" in result.err


@pytest.mark.parametrize(("kind", "name"), [("orchestration", "Rolling"), ("pipeline", "Release")])
def test_executions(slow_cli: Run, kind: str, name: str) -> None:
    uuid = slow_cli("organizations", f"{kind}s", "actions", "run", "OOO", name, "-o", "name").out.strip()
    result = slow_cli("wait", kind, "OOO", name, uuid, "-o", "json")
    assert (result.status, result.json["uuid"], result.json["status"]) == (0, uuid, "FINISHED")


def test_an_execution_that_does_not_exist(stopped_cli: Run) -> None:
    assert stopped_cli("wait", "orchestration", "OOO", "Rolling", "typo").status == 3


def test_quiet_waits_show_no_progress(slow: Sandbox, slow_cli: Run) -> None:
    provision_again(slow, "web-00001")
    assert slow_cli(*HOSTS, "--progress", "-q").err == ""
