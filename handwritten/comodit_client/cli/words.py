"""The order of a command line: old scripts write options before, between and after the words of a command."""

from __future__ import annotations

from collections.abc import Sequence

from comodit_client.cli import table


def ordered(arguments: Sequence[str]) -> list[str]:
    """Move the options that stand before the last word of a command behind it.

    Args:
        arguments: The command line.

    Returns:
        The words of the command, the options that stood between them, and everything else.
    """
    words: list[str] = []
    options: list[str] = []
    rest = list(arguments)
    while rest:
        if rest[0] == "--" or (not _is_option(rest[0]) and table.find([*words, rest[0]]) is None):
            break
        if _is_option(rest[0]):
            count = _length(rest)
            options += rest[:count]
            del rest[:count]
        else:
            words.append(rest.pop(0))
    return [*words, *options, *rest]


def _is_option(argument: str) -> bool:
    return len(argument) > 1 and argument.startswith("-")


def _length(arguments: Sequence[str]) -> int:
    """Return how many arguments the option at the start takes, itself included."""
    flag = arguments[0]
    if flag.startswith("--"):
        return 2 if "=" not in flag and table.takes_value(flag) else 1
    # A value may follow a short option without a space; switches can be combined: -qo json.
    for position, letter in enumerate(flag[1:], start=1):
        if table.takes_value(f"-{letter}"):
            return 2 if position == len(flag) - 1 else 1
    return 1
