"""The table of commands, as the generator wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypedDict, cast

from comodit_client._commands import INDEX

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The path of a member, the header of its column, and the format of its values.
Column = tuple[str, str, str]
NAME: str = INDEX["name"]
OPTIONS: dict[str, OptionSpec] = INDEX["options"]
ARGUMENTS: dict[str, ArgumentSpec] = INDEX["arguments"]
COLUMNS: dict[str, list[Column]] = INDEX["columns"]
#: The members of each object, and those that are secret in it or in what it holds.
MEMBERS: dict[str, list[str]] = INDEX["members"]
SECRETS: dict[str, list[str]] = INDEX["secrets"]


class OptionSpec(TypedDict, total=False):
    """An option."""

    flags: list[str]
    description: str
    value: str
    choices: list[str]
    repeated: bool
    query: dict[str, Any]
    parameter: str
    completes: str
    traits: list[str]
    hidden: list[str]


class ArgumentSpec(TypedDict, total=False):
    """An argument."""

    name: str
    description: str
    optional: bool
    repeated: bool
    query: str
    keyword: str
    completes: str
    label: str
    in_path: bool


class CommandSpec(TypedDict, total=False):
    """A command. The first of its traits is its kind."""

    summary: str
    description: str
    operation: str
    run: str
    current: str
    arguments: list[str]
    traits: list[str]
    options: list[str]
    query: dict[str, Any]
    question: str
    result: str
    body: str
    columns: list[Column]


class GroupSpec(TypedDict, total=False):
    """A group of commands. At the root, the groups are only named."""

    summary: str
    description: str
    commands: dict[str, CommandSpec]
    groups: dict[str, GroupSpec]


def top(word: str) -> GroupSpec | None:
    """Load the group of a first word.

    Args:
        word: The word.

    Returns:
        The group; None if there is none.
    """
    if word not in INDEX["groups"]:
        return None
    group: GroupSpec = import_module(f"comodit_client._commands.{word.replace('-', '_')}").GROUP
    return group


def find(words: Sequence[str]) -> GroupSpec | CommandSpec | None:
    """Find a group or a command by its words.

    Args:
        words: The words.

    Returns:
        The group, the command, or None.
    """
    if not words:
        return None
    first, *others = words
    found: Any = INDEX["commands"].get(first) or top(first)
    for word in others:
        if found is None or "traits" in found:
            return None
        found = found.get("commands", {}).get(word) or found.get("groups", {}).get(word)
    return cast("GroupSpec | CommandSpec | None", found)


def arguments_of(spec: CommandSpec) -> list[ArgumentSpec]:
    """Return the arguments of a command.

    Args:
        spec: The command.
    """
    return [ARGUMENTS[name] for name in spec.get("arguments", ())]


def options_of(spec: CommandSpec) -> Iterator[tuple[str, OptionSpec, bool]]:
    """Iterate over the options of a command.

    Args:
        spec: The command.

    Yields:
        The key, the option, and whether it is accepted for old scripts only.
    """
    traits = set(spec["traits"])
    own = spec.get("options", ())
    later = []
    taken: set[str] = set()
    for name, option in OPTIONS.items():
        if name in own or (not traits.isdisjoint(option.get("traits", ())) and taken.isdisjoint(option["flags"])):
            taken.update(option["flags"])
            yield name, option, False
        elif not traits.isdisjoint(option.get("hidden", ())):
            later.append((name, option))
    for name, option in later:
        if taken.isdisjoint(option["flags"]):
            yield name, option, True


def takes_value(flag: str) -> bool:
    """Return whether an option of any command takes a value.

    Args:
        flag: The option as it is written.
    """
    return flag in _valued()


def _valued() -> set[str]:
    if not _VALUED:
        _VALUED.update(flag for option in OPTIONS.values() if "value" in option for flag in option["flags"])
    return _VALUED


_VALUED: set[str] = set()
