"""The command line as the generator sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import Factory, frozen


@frozen
class Argument:
    """An argument of a command.

    Args:
        name: The name, for the usage line and for functions.
        description: What it is.
        required: True if the command cannot run without it.
        repeated: True if it can be given several times.
        query: The query parameter that it is sent as; empty for a part of the path or a local argument.
        keyword: The keyword of the operation's function that must be given; empty if there is none.
        completes: What completes it: file, folder, profile, a list operation, or words; empty for nothing.
        label: The member of a listed object that names it.
        in_path: True if it is a part of the operation's path.
    """

    name: str
    description: str
    required: bool = True
    repeated: bool = False
    query: str = ""
    keyword: str = ""
    completes: str = ""
    label: str = ""
    in_path: bool = False


@frozen
class Option:
    """An option.

    Args:
        name: The key in the table.
        flags: How to write it.
        description: What it does.
        value: What its value is; empty for a switch.
        choices: The values that it can have.
        repeated: True if it can be given several times.
        query: The query parameters that it sends.
        parameter: The query parameter that gets its value.
        completes: What completes its value.
        kinds: The kinds and traits of the commands that have it.
        hidden: The kinds and traits of the commands that accept it for old scripts and do not show it.
        listed: True if only those commands have it that list it.
    """

    name: str
    flags: tuple[str, ...]
    description: str
    value: str = ""
    choices: tuple[str, ...] = ()
    repeated: bool = False
    query: dict[str, Any] = Factory(dict)
    parameter: str = ""
    completes: str = ""
    kinds: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    listed: bool = False

    @property
    def sends(self) -> set[str]:
        """The query parameters that it sends."""
        return {*self.query, *([self.parameter] if self.parameter else [])}


@frozen
class Column:
    """A column of a table.

    Args:
        member: The path of the member.
        title: The header.
        format: How to show the value; empty for as it is.
    """

    member: str
    title: str
    format: str = ""


@frozen
class Command:
    """A command.

    Args:
        words: Its words.
        kind: What it does with its operation; `run` if it has none.
        summary: One sentence.
        description: More sentences; may be empty.
        operation: The operation's id; empty if it has none.
        request: The method and the path; empty if it has no operation.
        operations: All operations that it may send.
        run: The module and the function that run it; empty if sending the operation is enough.
        current: The operation that reads what an update changes; empty if there is none.
        arguments: The arguments.
        traits: Its kind and its traits, which give it most of its options.
        options: The keys of its other options.
        query: The query parameters with a fixed value.
        question: What to ask before it runs; empty for nothing.
        result: The name of the object that it returns or lists; empty if there is none.
        body: The name of the object that it sends; empty if there is none.
        columns: The columns of its table; empty for those of the object.
    """

    words: tuple[str, ...]
    kind: str
    summary: str
    description: str
    operation: str
    request: str
    operations: tuple[str, ...]
    run: str
    current: str
    arguments: tuple[Argument, ...]
    traits: tuple[str, ...]
    options: tuple[str, ...]
    query: dict[str, Any]
    question: str
    result: str
    body: str
    columns: tuple[Column, ...]


@frozen
class Group:
    """A group of commands.

    Args:
        words: Its words.
        summary: What it is about.
        description: More about it; may be empty.
        commands: The commands, by their last word.
        groups: The groups, by their last word.
    """

    words: tuple[str, ...]
    summary: str
    description: str
    commands: dict[str, Command]
    groups: dict[str, Group]


@frozen
class Template:
    """The members that the template of an object shows.

    Args:
        required: The members to fill in; None for what the schema requires.
        optional: The members that may be left out; None for all others that can be sent.
    """

    required: tuple[str, ...] | None = None
    optional: tuple[str, ...] | None = None

    @property
    def members(self) -> tuple[str, ...]:
        """All members that are listed."""
        return (*(self.required or ()), *(self.optional or ()))


@frozen
class Texts:
    """What the manual says about all commands.

    Args:
        sections: Paragraphs, by their headings.
        exit_statuses: The meanings of the exit statuses.
        environment: The meanings of the environment variables.
        files: The contents of the files that the command reads.
    """

    sections: dict[str, str] = Factory(dict)
    exit_statuses: dict[str, str] = Factory(dict)
    environment: dict[str, str] = Factory(dict)
    files: dict[str, str] = Factory(dict)


@frozen
class CommandLine:
    """The whole command line.

    Args:
        name: The command's name.
        options: The options, by their keys.
        columns: The columns of tables, by the object.
        root: The group of everything.
        members: The members of each object that a command returns.
        secrets: Its secret members, at any depth.
        templates: The members that templates show, by the object. Others show all that can be sent.
        texts: What the manual says about all commands.
    """

    name: str
    options: dict[str, Option]
    columns: dict[str, tuple[Column, ...]]
    root: Group
    members: dict[str, tuple[str, ...]] = Factory(dict)
    secrets: dict[str, tuple[str, ...]] = Factory(dict)
    templates: dict[str, Template] = Factory(dict)
    texts: Texts = Texts()

    def options_of(self, command: Command) -> list[Option]:
        """Return the options of a command that help shows.

        Args:
            command: The command.
        """
        return [
            option
            for name, option in self.options.items()
            if name in command.options or not set(option.kinds).isdisjoint(command.traits)
        ]


def commands_of(group: Group) -> Iterator[Command]:
    """Iterate over the commands of a group and of all groups below it.

    Args:
        group: The group.

    Yields:
        Each command, in the order in which help shows them.
    """
    yield from group.commands.values()
    for below in group.groups.values():
        yield from commands_of(below)
