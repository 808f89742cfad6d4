"""What precedes the word at the cursor, by the table of commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from comodit_client._commands import INDEX
from comodit_client.cli import table
from comodit_client.cli.table import OptionSpec
from comodit_client.cli.words import ordered

#: The group of the first words; the groups in it are not loaded.
ROOT = {
    "commands": INDEX["commands"],
    "groups": {word: {"summary": summary} for word, summary in INDEX["groups"].items()},
}
#: The key of an option in the table, and the option.
Named = tuple[str, OptionSpec]


@dataclass
class Given:
    """What precedes the word at the cursor.

    Args:
        spec: The command, or the group that its words name so far; None if they are unknown.
        arguments: The arguments.
        values: The values of the options that are given, by their keys; True for a switch.
        awaited: The option whose value comes next.
        only_arguments: Whether `--` ended the options.
    """

    spec: Any
    arguments: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    awaited: Named | None = None
    only_arguments: bool = False

    @property
    def is_command(self) -> bool:
        """True if the words of a command are complete."""
        return "traits" in self.spec

    def options(self) -> dict[str, Named]:
        """Return the options that can be given, by their flags: those of the command, or of every command."""
        options = (
            ((key, one) for key, one, is_hidden in table.options_of(self.spec) if not is_hidden)
            if self.is_command
            else ((key, one) for key, one in table.OPTIONS.items() if "all" in one.get("traits", ()))
        )
        return {flag: (key, one) for key, one in options for flag in one["flags"]}

    def option(self, flag: str) -> Named | None:
        """Find an option that a flag names; old scripts write some with commands that do not have them.

        Args:
            flag: The flag.
        """
        others = ((key, one) for key, one in table.OPTIONS.items() if flag in one["flags"])
        return self.options().get(flag) or next(others, None)

    def attached(self, word: str) -> tuple[str, Named | None]:
        """Return the option whose value a word contains, as in `--output=json` and `-ojson`, or awaits.

        Args:
            word: A word that starts with a hyphen.

        Returns:
            The part of the word that precedes the value, and the option; the whole word and None if it is a switch.
        """
        flag, equals, _ = word.partition("=")
        if word.startswith("--"):
            found = self.option(flag)
            return (flag + equals, found) if found is not None and "value" in found[1] else (word, None)
        for end, letter in enumerate(word[1:], start=2):
            found = self.option(f"-{letter}")
            if found is not None and "value" in found[1]:
                return word[:end], found
        return word, None

    def add(self, word: str) -> None:
        """Read a word.

        Args:
            word: The next word that is not one of the command's.
        """
        if self.awaited is not None:
            self.values[self.awaited[0]] = word
            self.awaited = None
        elif self.only_arguments or len(word) < 2 or not word.startswith("-"):
            self.arguments.append(word)
        elif word == "--":
            self.only_arguments = True
        else:
            self._add_option(word)

    def _add_option(self, word: str) -> None:
        prefix, option = self.attached(word)
        if option is None:
            switch = self.option(word)
            self.values |= {switch[0]: True} if switch is not None else {}
        elif prefix == word and not word.endswith("="):
            self.awaited = option
        else:
            self.values[option[0]] = word.removeprefix(prefix)


def parse(words: Sequence[str]) -> Given:
    """Read the words before the cursor.

    Args:
        words: The words, without the name of the command.
    """
    rest, path, given = ordered(words), list[str](), Given(ROOT)
    while rest and (below := table.find([*path, rest[0]])) is not None:
        path.append(rest.pop(0))
        given.spec = below
    for word in rest:
        given.add(word)
    if given.arguments and not given.is_command:
        given.spec = None
    return given
