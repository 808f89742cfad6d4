"""`comodit sandbox` is `comodit-sandbox`, with all its options."""

from __future__ import annotations

import signal
import subprocess
import sys

import httpx
import pytest

from comodit_client.cli.words import ordered
from tests.cli.conftest import Run


def test_it_serves_until_it_is_interrupted() -> None:
    words = ["sandbox", "--port", "0", "--user", "bob", "--password", "p"]
    command = [sys.executable, "-m", "comodit_client.cli", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        port = line.rpartition(" ")[2].strip()
        assert httpx.get(f"http://127.0.0.1:{port}/api/users/bob", auth=("bob", "p")).status_code == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    assert "user bob" in line


def test_its_own_help(run: Run) -> None:
    for flag in ("--help", "-h"):
        result = run("sandbox", flag)
        assert result.status == 0
        assert "--provision-time" in result.out
        assert "--profile" not in result.out


def test_unknown_options(run: Run) -> None:
    result = run("sandbox", "--pot", "0")
    assert result.status == 2
    assert "comodit-sandbox: error" in result.err


def test_the_order_is_kept() -> None:
    words = ["sandbox", "--host", "h", "--user", "u", "--db", "x"]
    assert ordered(words) == words


def test_it_is_not_installed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    for name in ("command_line", "server", "application", "faults.connections", "transport.http_server"):
        monkeypatch.delitem(sys.modules, f"comodit_client.sandbox.{name}", raising=False)
    result = run("sandbox")
    assert result.status == 1
    assert "pip install 'comodit-client[sandbox]'" in result.err
