"""Writes values as commands write their results, without a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comodit_client.cli.call import Call, option_key
from comodit_client.cli.output.write import write
from comodit_client.cli.table import CommandSpec, find
from tests.cli.conftest import Result

Show = Callable[..., Result]


def call_of(words: str = "hosts list", **options: Any) -> Call:
    """Return a command with options and without arguments."""
    spec: Any = find(words.split())
    typed: CommandSpec = spec
    return Call(tuple(words.split()), typed, {option_key(name): value for name, value in options.items()})


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str]) -> Show:
    """Write a value; the options are those of the command, `columns` and `result` what the table of commands says."""

    def show(value: Any, *, words: str = "hosts list", result: str = "", usual: Any = None, **options: Any) -> Result:
        capsys.readouterr()
        write(value, call_of(words, **options), result, usual)
        written = capsys.readouterr()
        return Result(0, written.out, written.err)

    return show
