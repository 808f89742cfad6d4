"""Commands that start something show its id at once, and its end with --wait."""

from __future__ import annotations

import json

import pytest

from comodit_client.api import Client
from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.cli.waits.conftest import requests

ORCHESTRATION = ("organizations", "orchestrations", "actions")
PIPELINE = ("organizations", "pipelines", "actions")
HANDLER = ("hosts", "applications", "actions", "run", "OOO", "Default", "web-00000", "Wordpress", "Restart")
RUNS = [
    (*ORCHESTRATION, "run", "OOO", "Rolling"),
    (*PIPELINE, "run", "OOO", "Release"),
    ("hosts", "actions", "run", "OOO", "Default", "web-00000", "Rolling"),
]


@pytest.mark.parametrize("words", RUNS, ids=" ".join)
def test_an_execution_is_shown_when_it_starts(stopped: Sandbox, stopped_cli: Run, words: tuple[str, ...]) -> None:
    shown = stopped_cli(*words, "-o", "json")
    assert (shown.status, shown.json["status"], shown.err) == (0, "RUNNING", "")
    stopped.advance(60)
    assert len(stopped_cli(*words, "-o", "name").out.split()) == 1
    stopped.advance(60)
    assert stopped_cli(*words).out.startswith("uuid:")


@pytest.mark.parametrize("words", RUNS, ids=" ".join)
def test_with_wait_json_is_the_execution_at_its_end(slow_cli: Run, words: tuple[str, ...]) -> None:
    result = slow_cli(*words, "--wait", "-o", "json")
    assert (result.status, result.json["status"]) == (0, "FINISHED")
    assert result.err == f"Started {result.json['uuid']}.\n"
    assert slow_cli(*words, "--wait", "--raw", "-q").err == ""


def test_with_wait_a_table_has_the_id_before_the_wait(stopped_cli: Run) -> None:
    result = stopped_cli(*RUNS[0], "--wait", "--timeout", "1")
    assert result.status == 6
    assert result.out.startswith("uuid:")
    assert result.out.splitlines()[0].split()[1] in result.err


def test_json_has_the_id_of_a_wait_that_timed_out(stopped_cli: Run) -> None:
    result = stopped_cli(*RUNS[0], "--wait", "--timeout", "1", "-o", "json")
    assert (result.status, result.json["status"]) == (6, "RUNNING")
    assert json.loads(result.err.splitlines()[-1])["error"]["status"] == 6


def test_an_execution_that_fails_names_the_host_and_the_next_command(slow: Sandbox, slow_cli: Run) -> None:
    slow.fail_task("OOO", "Default", "web-00000", task="restart service httpd", error="syntax error")
    result = slow_cli(*RUNS[0], "--wait", "-o", "json")
    uuid = result.json["uuid"]
    assert (result.status, result.json["status"]) == (7, "ERROR")
    assert "OOO/Default/web-00000: syntax error" in result.err
    command = f"organizations orchestrations actions continue OOO Rolling {uuid}"
    assert f"To continue it: comodit {command}\n" in result.err
    going_on = slow_cli(*command.split(), "--skip-error", "--wait", "-o", "json")
    assert (going_on.status, going_on.json["status"]) == (0, "FINISHED")
    assert [queue["status"] for queue in going_on.json["hostQueues"]] == ["ERROR", "FINISHED"]


def test_a_pipeline_that_fails_names_the_step(slow: Sandbox, slow_cli: Run) -> None:
    slow.fail_task("OOO", "Default", "web-00000", task="restart service httpd", error="syntax error")
    result = slow_cli(*RUNS[1], "--wait", "--progress")
    assert result.status == 7
    assert "stage Deploy, step All, orchestration Rolling" in result.err
    assert "Deploy/All: RUNNING" in result.err
    assert "organizations pipelines actions continue OOO Release" in result.err


def test_an_error_is_retried_without_skip_error(slow: Sandbox, slow_cli: Run) -> None:
    slow.fail_task("OOO", "Default", "web-00000", task="restart service httpd", error="syntax error")
    uuid = slow_cli(*RUNS[0], "--wait", "-o", "json").json["uuid"]
    result = slow_cli(*ORCHESTRATION, "continue", "OOO", "Rolling", uuid, "--wait", "-o", "json")
    assert [queue["status"] for queue in result.json["hostQueues"]] == ["FINISHED", "FINISHED"]


def test_dry_run_shows_the_body_of_continue(stopped: Sandbox, stopped_cli: Run) -> None:
    result = stopped_cli(*ORCHESTRATION, "continue", "OOO", "Rolling", "U", "--skip-error", "--wait", "--dry-run")
    assert result.status == 0
    assert "PUT" in result.out
    assert "skipError" in result.out
    assert requests(stopped) == {}


@pytest.mark.parametrize("words", [*RUNS, HANDLER], ids=" ".join)
def test_dry_run_starts_nothing_and_does_not_wait(stopped: Sandbox, stopped_cli: Run, words: tuple[str, ...]) -> None:
    assert "_run" in stopped_cli(*words, "--wait", "--dry-run").out
    assert requests(stopped) == {}


def test_a_paused_execution_is_resumed(slow_cli: Run) -> None:
    uuid = slow_cli(*RUNS[0], "-o", "name").out.strip()
    assert slow_cli(*ORCHESTRATION, "pause", "OOO", "Rolling", uuid, "--raw").json["status"] == "PAUSED"
    assert slow_cli("wait", "orchestration", "OOO", "Rolling", uuid).status == 7
    resumed = slow_cli(*ORCHESTRATION, "resume", "OOO", "Rolling", uuid, "--wait", "-o", "json")
    assert (resumed.status, resumed.json["status"]) == (0, "FINISHED")


def test_a_handler_shows_the_key_of_its_change(stopped: Sandbox, stopped_cli: Run) -> None:
    shown = stopped_cli(*HANDLER, "-o", "json").json
    assert {name: shown[name] for name in ("host", "application", "handler")} == {
        "host": "web-00000",
        "application": "Wordpress",
        "handler": "Restart",
    }
    key = stopped_cli(*HANDLER, "-o", "name").out.strip()
    with Client(stopped.url, "UUU", "PPP") as client:
        changes = client.hosts("OOO", "Default").new("web-00000").all_changes()
    assert [change.change_id for change in changes] == [shown["key"], key]
    assert stopped_cli(*HANDLER).out.startswith("key:")


def test_with_wait_a_handler_ends_with_its_change(slow_cli: Run) -> None:
    result = slow_cli(*HANDLER, "--wait", "-o", "json")
    assert [task["status"] for task in result.json["tasks"]] == ["OK"]
    assert result.err == f"Started {result.json['key']}.\n"


def test_a_handler_that_fails(slow: Sandbox, slow_cli: Run) -> None:
    slow.fail_task("OOO", "Default", "web-00000", task="restart service httpd", error="syntax error")
    result = slow_cli(*HANDLER, "--wait", "-o", "json")
    assert (result.status, [task["status"] for task in result.json["tasks"]]) == (7, ["ERROR"])
    assert "syntax error" in result.err


def test_executions_are_filtered_by_status_in_any_case(slow: Sandbox, slow_cli: Run) -> None:
    slow_cli(*RUNS[0], "--wait")
    slow.fail_task("OOO", "Default", "web-00000", task="restart service httpd", error="syntax error")
    slow_cli(*RUNS[0], "--wait")
    logs = ("organizations", "orchestrations-logs", "list", "OOO", "Rolling", "--raw")
    assert [one["status"] for one in slow_cli(*logs).json] == ["FINISHED", "ERROR"]
    assert [one["status"] for one in slow_cli(*logs, "--status", "error").json] == ["ERROR"]
    assert slow_cli(*logs, "--status", "Paused").json == []


def test_a_job_asks_before_it_runs(cli: Run, comodit_sandbox: Sandbox) -> None:
    comodit_sandbox.make_hosts(1, prefix="old-")
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        client.get_organization("OOO").jobs().create(
            "Clean up",
            enabled=True,
            action="DELETE_HOST",
            cron="0 2 * * *",
            input="organizations/OOO/environments/Default/hosts/old-00000",
        )
        assert cli("organizations", "jobs", "run", "OOO", "Clean up").status == 2
        assert client.get_environment("OOO", "Default").hosts().exists("old-00000")
        assert cli("organizations", "jobs", "run", "OOO", "Clean up", "--yes", "--wait").status == 0
        assert not client.get_environment("OOO", "Default").hosts().exists("old-00000")


@pytest.mark.parametrize("text", ["x", "10d", "-1", "1.5.2", "m", "10 m", "\u0661"])
def test_an_invalid_timeout_is_reported_before_anything_is_sent(stopped: Sandbox, stopped_cli: Run, text: str) -> None:
    for words in (*RUNS, HANDLER, ("wait", "hosts", "OOO", "Default")):
        result = stopped_cli(*words, *(["--wait"] if words[0] != "wait" else []), f"--timeout={text}")
        assert (result.status, result.out) == (2, "")
        assert "90, 90s, 10m or 1h" in result.err
    assert requests(stopped) == {}


@pytest.mark.parametrize("text", ["0", "0s", "20", "30s", "0.5m", "1h"])
def test_a_timeout_is_a_duration_and_0_is_no_limit(slow_cli: Run, text: str) -> None:
    assert slow_cli(*HANDLER, "--wait", "--timeout", text).status == 0
