"""A terminal whose user has answers."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from comodit_client.cli.__main__ import main
from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Result, Run

#: Runs a command whose prompts get these answers, and returns the prompts, too.
Ask = Callable[..., tuple[Result, list[str]]]


@pytest.fixture
def log_in(run: Run, home: Path, comodit_sandbox: Sandbox) -> Iterator[Run]:
    """Log in at the sandbox; the words follow."""
    yield lambda *words, **more: run("login", "--api", comodit_sandbox.url, "--user", "UUU", *words, **more)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def ask(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Ask:
    def ask(*words: str, answers: tuple[str, ...]) -> tuple[Result, list[str]]:
        prompts: list[str] = []
        left = list(answers)

        def answer(prompt: str = "") -> str:
            prompts.append(prompt)
            return left.pop(0)

        monkeypatch.setattr(sys, "stdin", Terminal())
        monkeypatch.setattr(click.termui, "visible_prompt_func", answer)
        monkeypatch.setattr(click.termui, "hidden_prompt_func", lambda prompt: answer(f"(hidden) {prompt}"))
        capfd.readouterr()
        status = main(words)
        out, err = capfd.readouterr()
        return Result(status, out, err), [*prompts, *(f"not asked: {one}" for one in left)]

    return ask
