"""Every command of the original client exists, with as many arguments, and accepts the options that it used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from comodit_client.cli import table
from comodit_client.cli.tree import Root
from tests.cli.commands.lines import COMMANDS, RUNNING
from tests.cli.commands.prepared import NOT_IN_JSON, SERVING
from tests.cli.conftest import Run

OLD: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("old_commands.yaml").read_text("utf-8"))
HELP = [command for command in OLD if command.endswith(" help")]
OTHERS = [command for command in OLD if not command.endswith(" help")]


def found(command: str) -> click.Command:
    """Return the command of some words, as the shell's words find it."""
    here: click.Command = Root()
    ctx = click.Context(here)
    for word in command.split():
        assert isinstance(here, click.Group), command
        below = here.get_command(ctx, word)
        assert below is not None, f"{command}: no {word}"
        here = below
    return here


def test_all_old_commands_are_counted() -> None:
    assert (len(OLD), len(HELP), len(OTHERS)) == (397, 56, 341)


def test_all_old_commands_run_but_those_that_are_listed() -> None:
    """The tests of `commands` run those of RUNNING, and the last test of this file those of HELP."""
    assert [command for command in OTHERS if command not in COMMANDS] == []
    listed = {*SERVING, *NOT_IN_JSON} & OLD.keys()
    assert len({*HELP, *RUNNING} & OLD.keys()) == 397 - len(listed)


@pytest.mark.parametrize("command", OTHERS)
def test_a_command_has_the_old_arguments_and_options(command: str) -> None:
    made = found(command)
    assert not isinstance(made, click.Group)
    arguments = [one for one in made.params if isinstance(one, click.Argument)]
    old = OLD[command]["arguments"]
    assert len(arguments) == len(old)
    assert sum(one.required for one in arguments) == sum(not one.startswith("[") for one in old)
    accepted = {flag for one in made.params if isinstance(one, click.Option) for flag in one.opts}
    assert [flag for flag in OLD[command].get("options", []) if flag not in accepted] == []


@pytest.mark.parametrize("command", HELP)
def test_help_of_a_group_lists_its_commands(run: Run, command: str) -> None:
    result = run(*command.split())
    group = table.find(command.split()[:-1])
    assert group is not None
    assert (result.status, result.err) == (0, "")
    assert [word for word in group.get("commands", {}) if f"  {word} " not in result.out] == []  # type: ignore[attr-defined]
