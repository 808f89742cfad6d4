"""Somebody who uses the installed command, in shell scripts and at a terminal, against a sandbox."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.state.clock import ManualClock
from tests.cli.conftest import Result
from tests.cli.terminal import Terminal

#: Variables of the machine that change what the command does.
REMOVED = ("COMODIT_", "CLICOLOR", "NO_COLOR", "LC_", "LANG", "TERM", "COLUMNS", "LINES", "EDITOR", "VISUAL", "XDG_")


class User:
    """Somebody with a home folder and a shell.

    Args:
        home: The home folder, which is the working directory, too.
        sandbox: The server whose credentials are in the environment.
    """

    def __init__(self, home: Path, sandbox: Sandbox) -> None:
        self.home = home
        self.sandbox = sandbox
        self.credentials = {"COMODIT_API": sandbox.url, "COMODIT_USERNAME": "UUU", "COMODIT_PASSWORD": "PPP"}
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(REMOVED)}
        self.environment |= {"HOME": str(home), "LANG": "C.UTF-8", "PATH": f"{home / 'bin'}:{os.environ['PATH']}"}
        self.program("comodit", f"#!/bin/sh\nexec '{sys.executable}' -m comodit_client.cli \"$@\"\n")

    def program(self, name: str, text: str) -> str:
        """Put a program into the path, and return its path."""
        path = self.home / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)
        return str(path)

    def shell(self, script: str, *arguments: str, stdin: str | None = "", **variables: str) -> Result:
        """Run a shell script, in which `comodit` is a command; without a terminal."""
        done = subprocess.run(
            ["bash", "-c", script, "script", *arguments],
            input=None if stdin is None else stdin.encode(),
            capture_output=True,
            cwd=self.home,
            env={**self.environment, **self.credentials, **variables},
            start_new_session=True,
            timeout=120,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def done(self, script: str, *arguments: str, stdin: str = "", **variables: str) -> str:
        """Run a shell script that has to succeed, and return its output."""
        result = self.shell(script, *arguments, stdin=stdin, **variables)
        assert result.status == 0, result.err
        return result.out

    def terminal(self, *words: str, size: tuple[int, int] = (40, 100), **variables: str) -> Terminal:
        """Run `comodit` in a terminal."""
        environment = {**self.environment, **self.credentials, **variables}
        return Terminal(*words, environment=environment, folder=self.home, size=size)

    def host(self, name: str, **members: Any) -> None:
        """Create a host without a command."""
        body = {"name": name, "platform": "Demo Platform", "distribution": "Demo Distribution", **members}
        self.done('comodit -q hosts add OOO Default --json "$1"', json.dumps(body))

    def requests(self, method: str = "") -> dict[str, int]:
        """Return the number of requests that the server has received, by method and path."""
        return {line: count for line, count in self.sandbox.stats()["requests"].items() if line.startswith(method)}


@pytest.fixture
def user(tmp_path: Path, comodit_sandbox: Sandbox) -> User:
    """A user of a sandbox in which everything happens at once."""
    return User(tmp_path, comodit_sandbox)


@pytest.fixture(scope="session")
def _slow_server() -> Iterator[Sandbox]:
    with Sandbox(clock=ManualClock()) as sandbox:
        yield sandbox


@pytest.fixture
def waiting(tmp_path: Path, _slow_server: Sandbox) -> User:
    """A user of a sandbox in which nothing that is started ever ends, until `advance`."""
    _slow_server.reset()
    return User(tmp_path, _slow_server)
