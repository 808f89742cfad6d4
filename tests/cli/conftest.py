"""Runs the command in this process, against a sandbox."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from comodit_client.cli.__main__ import main
from comodit_client.sandbox import Sandbox


@dataclass
class Result:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document that it has to be."""
        return json.loads(self.out)


Run = Callable[..., Result]


class Terminal(io.TextIOWrapper):
    """Standard input that says to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command without credentials from the environment; `stdin` is what it can read, from a terminal or not."""
    for name in ("API", "USERNAME", "PASSWORD", "TOKEN", "PROFILE"):
        monkeypatch.delenv(f"COMODIT_{name}", raising=False)

    def run(*words: str, stdin: str = "", terminal: bool = False) -> Result:
        wrapper = Terminal if terminal else io.TextIOWrapper
        monkeypatch.setattr(sys, "stdin", wrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        capfd.readouterr()
        status = main(words)
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Result(status, out, err)

    return run


@pytest.fixture
def cli(run: Run, comodit_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run a command with the credentials of a new sandbox: organization OOO, environment Default, user UUU."""
    monkeypatch.setenv("COMODIT_API", comodit_sandbox.url)
    monkeypatch.setenv("COMODIT_USERNAME", "UUU")
    monkeypatch.setenv("COMODIT_PASSWORD", "PPP")
    yield run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home folder without profiles."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("COMODIT_JWT_TOKEN_FILE", raising=False)
    monkeypatch.setattr("comodit_client.config.files.FILES", ("~/.comoditrc",))
    return tmp_path
