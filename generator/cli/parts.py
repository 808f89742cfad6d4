"""Describes the command line for its pages: the reference in Markdown, and the manual pages."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from generator.cli.model import Argument, Command, CommandLine, Group, Option
from generator.cli.traits import ALL, PLAIN

#: Options with these traits are described once, for all commands.
EVERYWHERE = frozenset((ALL, PLAIN))


@frozen
class Described:
    """An argument or an option.

    Args:
        flags: How to write it, without the value.
        value: What its value is; empty for a switch or an argument.
        description: What it is or does.
    """

    flags: tuple[str, ...]
    value: str
    description: str


@frozen
class CommandPart:
    """A command.

    Args:
        name: Its words.
        usage: How to write it, with its arguments.
        summary: One sentence.
        description: More sentences; may be empty.
        arguments: The arguments.
        own: The options that only some commands have.
        shared: The options of its traits, which are described once.
        request: The method and the path; empty if it sends no operation, or more than that.
    """

    name: str
    usage: str
    summary: str
    description: str
    arguments: list[Described]
    own: list[Described]
    shared: list[Described]
    request: str


@frozen
class GroupPart:
    """The commands of a group, without those of the groups below it."""

    name: str
    summary: str
    description: str
    commands: list[CommandPart]


@frozen
class Page:
    """A first word.

    Args:
        word: The word.
        summary: What it is about.
        groups: The group of the word and all groups below it that have commands.
    """

    word: str
    summary: str
    groups: list[GroupPart]

    @property
    def alone(self) -> bool:
        """True if the word is a command, and no group."""
        return bool(self.groups) and self.groups[0].commands[0].name == self.word


def pages(line: CommandLine) -> list[Page]:
    """Describe each first word.

    Args:
        line: The command line.

    Returns:
        The groups, and then the commands that belong to no group.
    """
    found = [Page(word, group.summary, list(_groups(line, group))) for word, group in line.root.groups.items()]
    for word, command in line.root.commands.items():
        part = _command(line, command)
        found.append(Page(word, part.summary, [GroupPart("", "", "", [part])]))
    return found


def common(line: CommandLine) -> tuple[list[Described], list[Described], list[Described]]:
    """Describe the options that are described once.

    Args:
        line: The command line.

    Returns:
        The options of all commands, those of all that show a result, and those of the other traits.
    """
    shared = [option for option in line.options.values() if option.kinds]
    everywhere = [described(option) for option in shared if PLAIN in option.kinds]
    results = [described(option) for option in shared if PLAIN not in option.kinds and ALL in option.kinds]
    return everywhere, results, [described(option) for option in shared if EVERYWHERE.isdisjoint(option.kinds)]


def described(option: Option) -> Described:
    """Describe an option.

    Args:
        option: The option.
    """
    more = " Can be given several times." if option.repeated else ""
    return Described(option.flags, option.value, f"{option.description}{more}")


def usage(name: str, command: Command) -> str:
    """Return how to write a command.

    Args:
        name: The name of the command line.
        command: The command.
    """
    return " ".join([name, *command.words, "[OPTIONS]", *map(_placeholder, command.arguments)])


def _placeholder(argument: Argument) -> str:
    name = argument.name.upper()
    if argument.repeated:
        return f"[{name}]..."
    return name if argument.required else f"[{name}]"


def _groups(line: CommandLine, group: Group) -> Iterator[GroupPart]:
    commands = [_command(line, command) for command in group.commands.values()]
    if commands:
        yield GroupPart(" ".join(group.words), group.summary, group.description, commands)
    for below in group.groups.values():
        yield from _groups(line, below)


def _command(line: CommandLine, command: Command) -> CommandPart:
    options = line.options_of(command)
    own = [option for option in options if option.name in command.options]
    shared = [option for option in options if option not in own and EVERYWHERE.isdisjoint(option.kinds)]
    return CommandPart(
        name=" ".join(command.words),
        usage=usage(line.name, command),
        summary=command.summary,
        description=command.description,
        arguments=[Described((one.name.upper(),), "", one.description) for one in command.arguments],
        own=[described(option) for option in own],
        shared=[described(option) for option in shared],
        request="" if command.run else command.request,
    )
