"""The table of commands, as the generator wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Required, TypedDict, cast

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

    flags: Required[list[str]]
    description: Required[str]
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

    name: Required[str]
    description: Required[str]
    optional: bool
    repeated: bool
    query: str
    keyword: str
    completes: str
    label: str
    in_path: bool


class CommandSpec(TypedDict, total=False):
    """A command. The first of its traits is its kind."""

    summary: Required[str]
    description: str
    operation: str
    run: str
    current: str
    arguments: list[str]
    traits: Required[list[str]]
    options: list[str]
    query: dict[str, Any]
    question: str
    result: str
    body: str
    columns: list[Column]


class GroupSpec(TypedDict, total=False):
    """A group of commands. At the root, the groups are only named."""

    summary: Required[str]
    description: str
    commands: dict[str, CommandSpec]
    groups: dict[str, GroupSpec]


#: The command itself, as a group. The members of its groups are loaded by `below`.
ROOT: GroupSpec = cast(
    "GroupSpec",
    {
        "summary": INDEX["summary"],
        "commands": INDEX["commands"],
        "groups": {word: {"summary": summary} for word, summary in INDEX["groups"].items()},
    },
)


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


def below(group: GroupSpec, word: str) -> GroupSpec | CommandSpec | None:
    """Find a command or a group in a group.

    Args:
        group: The group.
        word: The word.

    Returns:
        The command, the group, or None.
    """
    command = group.get("commands", {}).get(word)
    if command is not None:
        return command
    return top(word) if group is ROOT else group.get("groups", {}).get(word)


def find(words: Sequence[str]) -> GroupSpec | CommandSpec | None:
    """Find a group or a command by its words.

    Args:
        words: The words.

    Returns:
        The group, the command, or None.
    """
    found: Any = ROOT if words else None
    for word in words:
        if found is None or "traits" in found:
            return None
        found = below(found, word)
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
    if "passthrough" in traits:  # another program reads its words
        return
    own = spec.get("options", ())
    hidden = []
    # A flag that both the command and a trait have belongs to the trait: --force means not to ask wherever there is a
    # question.
    shared = {flag for option in OPTIONS.values() if _has(traits, option) for flag in option["flags"]}
    taken = set(shared)
    for name, option in OPTIONS.items():
        if _has(traits, option) or (name in own and shared.isdisjoint(option["flags"])):
            taken.update(option["flags"])
            yield name, option, False
        elif not traits.isdisjoint(option.get("hidden", ())):
            hidden.append((name, option))
    for name, option in hidden:
        if taken.isdisjoint(option["flags"]):
            yield name, option, True


def _has(traits: set[str], option: OptionSpec) -> bool:
    return not traits.isdisjoint(option.get("traits", ()))


def takes_value(flag: str) -> bool | None:
    """Return whether an option takes a value. It does so in all commands that have it, or in none.

    Args:
        flag: The option as it is written.

    Returns:
        True or False; None if no command has the option.
    """
    return _flags().get(flag)


def all_flags() -> Iterable[str]:
    """Return the options of all commands, as they are written."""
    return _flags()


@cache
def _flags() -> dict[str, bool]:
    return {flag: "value" in option for option in OPTIONS.values() for flag in option["flags"]}
