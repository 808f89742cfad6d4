"""The order of a command line: old scripts write options before, between and after the words of a command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from comodit_client.cli import table

#: What a word stands for that is not in the table: `comodit help hosts` is `comodit hosts --help`.
HELP_WORD, HELP = "help", "--help"
HELP_OPTIONS = frozenset({HELP, "-h"})
#: The command that an option stands for: `export --format ansible ORG` is `export organizations --format ansible ORG`.
IMPLIED: Mapping[tuple[str, ...], str] = {("export", "--format"): "organizations"}
#: Options that replace the command, wherever they stand among its words.
INSTEAD = frozenset({"--version", "--describe"})


def ordered(arguments: Sequence[str]) -> list[str]:
    """Move the options that stand before the last word of a command behind it.

    Args:
        arguments: The command line.

    Returns:
        The words of the command, the options that stood between them, and everything else.
    """
    return _Line(arguments).ordered()


class _Line:
    def __init__(self, arguments: Sequence[str]) -> None:
        self.arguments = arguments
        self.position = 0
        self.words: list[str] = []
        self.options: list[str] = []
        self.marker: list[str] = []  # the -- after which nothing is an option
        self.node: Any = table.ROOT

    def ordered(self) -> list[str]:
        while self.position < len(self.arguments):
            argument = self.arguments[self.position]
            if not self.marker and _is_option(argument):
                if argument in INSTEAD and not self._is_passed_on():
                    return [argument]
                if not self._take_option(argument):
                    break
            elif not self._take_word(argument):
                break
        rest = self.arguments[self.position :]
        # Only commands have options: without one, click reports the word or the option that is not there.
        options = self.options if self._is_command() or not rest else []
        return [*self.words, *options, *self.marker, *rest]

    def _is_command(self) -> bool:
        return "traits" in self.node

    def _is_passed_on(self) -> bool:
        return "passthrough" in self.node.get("traits", ())

    def _take_option(self, argument: str) -> bool:
        """Take an option, or the -- that ends the options; return whether there may be further words."""
        if argument == "--":
            self.marker = ["--"]
            self.position += 1
            return True
        count = 0 if self._is_passed_on() else _length(argument)
        self.options += self.arguments[self.position : self.position + count]
        self.position += count
        # click reports an unknown option: whether a value follows it cannot be known.
        return count > 0

    def _take_word(self, argument: str) -> bool:
        """Take a word; return whether there may be further words."""
        if self._is_command():
            return False
        found = table.below(self.node, argument)
        if found is None and self._take_implied():
            return False
        self.position += 1
        if found is None and argument == HELP_WORD and not self.marker:
            self.options.append(HELP)
            return True
        # click reports a word that is not there. It must not take an option for it.
        self.words.append(argument)
        self.node = found or self.node
        return found is not None

    def _take_implied(self) -> bool:
        """Take the word that an option stands for, if there is one."""
        flags = [argument.partition("=")[0] for argument in self.arguments]
        word = next((IMPLIED[(*self.words, flag)] for flag in flags if (*self.words, flag) in IMPLIED), None)
        if word is None:
            return False
        self.words.append(word)
        self.node = table.below(self.node, word)
        return True


def _is_option(argument: str) -> bool:
    return len(argument) > 1 and argument.startswith("-")


def _length(flag: str) -> int:
    """Return how many arguments an option takes, itself included; 0 if no command has it."""
    if flag.startswith("--"):
        name, has_value, _ = flag.partition("=")
        if name in HELP_OPTIONS:
            return 1
        valued = table.takes_value(name)
        return 0 if valued is None else 2 if valued and not has_value else 1
    # A value may follow a short option without a space; switches can be combined: -qo json.
    for position, letter in enumerate(flag[1:], start=1):
        valued = False if f"-{letter}" in HELP_OPTIONS else table.takes_value(f"-{letter}")
        if valued is None:
            return 0
        if valued:
            return 2 if position == len(flag) - 1 else 1
    return 1
