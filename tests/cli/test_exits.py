"""The exit status of each real cause, and its message as text and as JSON."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from comodit_client.api import Client, RetryPolicy, exceptions
from comodit_client.cli import execute, exits
from comodit_client.cli.app import App
from comodit_client.cli.call import Call
from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run

LIST = ("flavors", "list")
HOST = '{"name": "web-1", "platform": "Demo Platform", "distribution": "Demo Distribution"}'
Do = Callable[[Client], object]


@pytest.fixture
def doing(cli: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run a function as the command `flavors list`."""

    def doing(function: Do, *options: str) -> Any:
        def command(app: App, call: Call) -> None:
            function(app.client)

        monkeypatch.setitem(execute.KINDS, "list", command)
        return cli(*LIST, *options)

    return doing


def failing(error: BaseException) -> Do:
    def function(client: Client) -> None:
        raise error

    return function


@pytest.fixture
def web(cli: Run) -> tuple[str, str, str]:
    assert cli("applications", "add", "OOO", "-j", '{"name": "wiki", "packages": [{"name": "wiki"}]}').status == 0
    assert cli("hosts", "add", "OOO", "Default", "-j", HOST).status == 0
    return ("OOO", "Default", "web-1")


def test_done(cli: Run) -> None:
    assert cli(*LIST).status == 0


def test_the_server_failed(cli: Run, comodit_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    comodit_sandbox.fail("500", times=0)
    result = cli(*LIST)
    assert (result.status, result.out) == (1, "")
    assert "the server returned 500" in result.err


def test_the_server_is_gone(run: Run) -> None:
    result = run(*LIST, "--api", "http://127.0.0.1:9/api", "--token", "t")
    assert result.status == 1
    assert result.err.startswith("comodit: GET http://127.0.0.1:9/api/flavors/ failed: ")
    assert "Traceback" not in result.err


@pytest.mark.parametrize("words", [("hosts", "lst"), ("hosts", "list"), ("flavors", "list", "--nope"), ("-x",), ("x",)])
def test_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).status == 2
    error = json.loads(run(*words, "-o", "json").err)["error"]
    assert error["status"] == 2
    assert error["message"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("hosts show OOO Default web1", "Host 'web1' does not exist in OOO/Default. Did you mean 'web-1'?"),
        ("hosts show OOO Default WEB-1", "Host 'WEB-1' does not exist in OOO/Default. Did you mean 'web-1'?"),
        ("hosts show OOO Default other", "Host 'other' does not exist in OOO/Default."),
        ("hosts show OOO Defalt web-1", "Environment 'Defalt' does not exist in OOO. Did you mean 'Default'?"),
        ("hosts list OO Default", "Organization 'OO' does not exist. Did you mean 'OOO'?"),
        ("hosts settings show OOO Default web-1 port", "Setting 'port' does not exist in OOO/Default/web-1."),
        ("hosts delete OOO Default web2 --yes", "Host 'web2' does not exist in OOO/Default. Did you mean 'web-1'?"),
    ],
)
def test_a_name_that_does_not_exist(cli: Run, web: tuple[str, ...], words: str, message: str) -> None:
    result = cli(*words.split())
    assert (result.status, result.out, result.err) == (3, "", f"comodit: {message}\n")
    error = json.loads(cli(*words.split(), "--raw").err)["error"]
    assert (error["message"], error["status"], error["code"]) == (message, 3, 404)
    assert error["type"] == "EntityNotFoundException"


def test_what_is_below_an_existing_name(cli: Run, web: tuple[str, ...]) -> None:
    result = cli("hosts", "instance", "show", *web)
    assert result.status == 3
    assert "the server returned 404" in result.err


def test_near_names_are_silent_when_the_list_fails(cli: Run, comodit_sandbox: Sandbox, web: tuple[str, ...]) -> None:
    comodit_sandbox.fail("500", times=0, path="*/hosts/")
    result = cli("hosts", "show", "OOO", "Default", "web1", "-v")
    assert result.status == 3
    assert "the server returned 404" in result.err
    assert result.err.count("/hosts/: ") == 1  # it is not retried


def test_near_names_take_one_request(cli: Run, web: tuple[str, ...]) -> None:
    requests = [
        line for line in cli("hosts", "show", "OOO", "Default", "web1", "-v").err.splitlines() if " in " in line
    ]
    assert [line.split()[1].rpartition("/hosts/")[2] for line in requests if "GET" in line] == ["web1:", ":"]


def test_not_logged_in(cli: Run) -> None:
    result = cli(*LIST, "--pass", "wrong-password")
    assert result.status == 4
    assert "comodit login" in result.err
    assert "wrong-password" not in result.err


def test_no_credentials(run: Run, home: Path) -> None:
    result = run(*LIST)
    assert result.status == 4
    assert "comodit login" in result.err
    assert "COMODIT_API" in result.err


def test_forbidden(cli: Run, comodit_sandbox: Sandbox) -> None:
    comodit_sandbox.add_user("bob", "p")
    result = cli("organizations", "delete", "OOO", "--yes", "--user", "bob", "--pass", "p")
    assert result.status == 4
    assert "403" in result.err


def test_conflict(cli: Run, web: tuple[str, ...]) -> None:
    result = cli("hosts", "add", "OOO", "Default", "-j", HOST, "-o", "json")
    assert result.status == 5
    error = json.loads(result.err)["error"]
    assert (error["status"], error["code"]) == (5, 409)


def test_version_conflict(doing: Callable[..., Any]) -> None:
    assert doing(failing(exceptions.VersionConflict("changed", 412))).status == 5


def test_a_request_times_out(cli: Run, comodit_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Client.from_config

    def impatient(*args: Any, **options: Any) -> Client:
        return original(*args, **options, timeout=0.1, retries=RetryPolicy(attempts=1))

    monkeypatch.setattr(Client, "from_config", impatient)
    comodit_sandbox.fail("latency", seconds=60.0)
    result = cli(*LIST)
    comodit_sandbox.end_faults()
    assert result.status == 6


def test_a_wait_times_out(doing: Callable[..., Any], web: tuple[str, str, str]) -> None:
    result = doing(lambda client: client.get_host(*web).wait_for_state("READY", timeout=0.01), "--raw")
    assert result.status == 6
    assert json.loads(result.err)["error"]["type"] == "WaitTimeout"


def test_a_wait_misses_its_goal(doing: Callable[..., Any], comodit_sandbox: Sandbox, web: tuple[str, str, str]) -> None:
    comodit_sandbox.fail_task(*web, task="add package wiki", error="no such package")

    def provision(client: Client) -> None:
        host = client.get_host(*web)
        host.provision()
        host.wait_for_state("READY", timeout=60)
        host.install("wiki", {})
        host.wait_for_state("DEFINED", timeout=60)

    result = doing(provision, "--raw")
    assert result.status == 7
    assert json.loads(result.err)["error"]["type"] == "HostFailed"


@pytest.mark.parametrize("kind", [exceptions.HostFailed, exceptions.ChangeFailed, exceptions.ExecutionFailed])
def test_all_failed_waits(kind: type[Exception]) -> None:
    assert exits.status_of(kind("text")) == 7


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_interrupted(doing: Callable[..., Any], error: BaseException) -> None:
    result = doing(failing(error))
    assert (result.status, result.err) == (130, "comodit: Interrupted.\n")
    assert json.loads(doing(failing(error), "--raw").err)["error"]["status"] == 130


def test_an_unexpected_exception_is_a_bug(doing: Callable[..., Any]) -> None:
    result = doing(failing(KeyError("x")))
    assert result.status == 1
    assert "KeyError: 'x'. This is a bug" in result.err
    assert "Traceback" not in result.err
    assert json.loads(doing(failing(KeyError("x")), "-qo", "json").err)["error"]["type"] == "KeyError"


@pytest.mark.parametrize(
    "option", [["--token", "planted-secret"], ["--token=planted-secret"], ["--pass", "planted-secret"]]
)
def test_a_traceback_has_no_secret(
    doing: Callable[..., Any], option: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMODIT_PASSWORD", "planted-password")
    result = doing(failing(RuntimeError("got planted-secret and planted-password")), "--debug", *option)
    assert "Traceback" in result.err
    assert "got *** and ***" in result.err
    assert "planted" not in result.err


def test_debug_shows_the_cause_of_an_expected_error(cli: Run) -> None:
    assert "Traceback" in cli("hosts", "list", "OOO", "x", "--debug").err
    assert "Traceback" not in cli("hosts", "list", "OOO", "x").err


def test_an_error_of_the_system(doing: Callable[..., Any], tmp_path: Path) -> None:
    result = doing(lambda _: (tmp_path / "missing").read_text())
    assert (result.status, result.err) == (
        1,
        f"comodit: Cannot read or write: {tmp_path}/missing: No such file or directory.\n",
    )


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("a -o json", True),
        ("a -ojson", True),
        ("a -qo json", True),
        ("a -qvojson", True),
        ("a --output=json", True),
        ("a --raw", True),
        ("--raw a -o table", True),
        ("a -o json -o table", False),
        ("a -o yaml", False),
        ("a -- -o json", False),
        ("a --user --raw", False),
        ("a --set -ojson", False),
        ("a -o", False),
        ("a --columns", False),
    ],
)
def test_errors_are_json_when_results_are(line: str, wanted: bool) -> None:
    assert exits.wants_json(line.split()) is wanted


class Full(io.RawIOBase):
    def writable(self) -> bool:
        return True

    def write(self, _: Any) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("words", [LIST, (*LIST, "-o", "json"), ("--help",), ("--version",)])
def test_standard_output_is_full(cli: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(Full()), encoding="utf-8"))
    monkeypatch.setattr(exits, "discard_output", lambda: None)
    status = exits_with(words)
    assert status == 1


def exits_with(words: tuple[str, ...]) -> int:
    from comodit_client.cli.__main__ import main

    return main(words)


def test_standard_output_is_closed(
    cli: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert exits_with(LIST) == 1
    assert "standard output is closed" in capfd.readouterr().err


def command(*words: str, stdout: Any = subprocess.PIPE, env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **(env or {})}
    arguments = [sys.executable, "-m", "comodit_client.cli", *words]
    return subprocess.Popen(arguments, env=environment, stdout=stdout, stderr=subprocess.PIPE)


@pytest.mark.parametrize("words", [("--help",), (*LIST, "-o", "json")])
def test_a_broken_pipe(cli: Run, words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    with command(*words, stdout=write) as process:
        os.close(write)
        assert process.communicate(timeout=60)[1] == b""
    assert process.returncode == 141


def test_a_full_disk(cli: Run) -> None:
    with Path("/dev/full").open("wb") as full, command(*LIST, stdout=full) as process:
        error = process.communicate(timeout=60)[1]
    assert process.returncode == 1
    assert error == b"comodit: Cannot write the result to standard output: No space left on device.\n"


def test_ctrl_c_during_a_request(cli: Run, comodit_sandbox: Sandbox) -> None:
    comodit_sandbox.fail("latency", seconds=60.0)
    with command(*LIST) as process:
        until = time.monotonic() + 60
        while not comodit_sandbox.faults()[0]["applied"] and time.monotonic() < until:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, error = process.communicate(timeout=60)
    comodit_sandbox.end_faults()
    assert (process.returncode, out, error) == (130, b"", b"comodit: Interrupted.\n")


@pytest.mark.parametrize("style", ["table", "json", "yaml", "csv", "name"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_locale_without_the_characters(cli: Run, monkeypatch: pytest.MonkeyPatch, style: str, encoding: str) -> None:
    name = "東京-😀"
    assert cli("organizations", "add", "-j", json.dumps({"name": "Tokio", "description": name})).status == 0
    target = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(target, encoding=encoding, errors="strict"))
    assert exits_with(("organizations", "list", "-o", style)) == 0
    written = target.getvalue().decode("ascii")
    if style == "json":
        assert json.loads(written)[-1]["description"] == name
    elif style == "yaml":
        assert '"\\u6771\\u4EAC-\\U0001F600"' in written
    elif style != "name":
        assert "??-?" in written


def test_the_locale_c(cli: Run) -> None:
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    with command("flavors", "show", "東京", env=environment) as process:
        out, error = process.communicate(timeout=60)
    assert (process.returncode, out) == (3, b"")
    assert error.decode() == "comodit: Flavor '東京' does not exist.\n"


def test_standard_error_is_full(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BufferedWriter(Full()), encoding="utf-8"))
    monkeypatch.setattr(exits, "discard_output", lambda: None)
    assert exits_with(("hosts", "lst", "--raw")) == 2


@pytest.mark.parametrize("words", [("--version",), ("hosts", "lst")])
def test_what_has_no_result_needs_no_standard_output(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert exits_with(words) == (0 if words == ("--version",) else 2)
