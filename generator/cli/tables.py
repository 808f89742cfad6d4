"""Writes the table of commands as Python modules: one for each group, which is loaded when it is used."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import Any

from generator.cli.model import Argument, Column, Command, CommandLine, Group, Option, commands_of
from generator.config import Config
from generator.output import Tree

Names = dict[Argument, str]
#: Defaults are left out of the table.
TYPES = "from typing import Any, Final\n"


def tables(line: CommandLine, texts: dict[str, str], config: Config, source: str) -> Tree:
    """Write the table.

    Args:
        line: The command line.
        texts: The templates, by their objects.
        config: The configuration.
        source: What the table is made from, for the first line of each file.

    Returns:
        The text of each module, by its file.
    """
    head = config.head(source)
    root = line.root
    names = argument_names(root)
    index = {
        "name": line.name,
        "summary": root.summary,
        "options": {name: _option(option) for name, option in line.options.items()},
        "arguments": {name: _argument(argument) for argument, name in names.items()},
        "columns": {name: _columns(columns) for name, columns in line.columns.items()},
        "members": {name: list(members) for name, members in line.members.items()},
        "secrets": {name: list(members) for name, members in line.secrets.items()},
        "groups": {word: group.summary for word, group in root.groups.items()},
        "commands": {word: _command(command, names) for word, command in root.commands.items()},
    }
    tree = {"__init__.py": _module(head, "The table of commands: what all of them share.", "INDEX", index)}
    for word, group in root.groups.items():
        tree[f"{word.replace('-', '_')}.py"] = _module(
            head, f"The commands below `{word}`.", "GROUP", _group(group, names)
        )
    tree["templates.py"] = _templates(head, texts)
    return tree


def _templates(head: str, texts: dict[str, str]) -> str:
    """Write the templates line by line, so that a change shows where it is."""
    rows = []
    for name, text in texts.items():
        lines = "".join(f"        {line!r}\n" for line in text.splitlines(keepends=True))
        rows.append(f"    {name!r}: (\n{lines}    ),\n")
    doc = '"""The documents that an editor opens with, by the object. Loaded only then."""'
    return f"{head}{doc}\n\nfrom typing import Final\n\nTEMPLATES: Final[dict[str, str]] = {{\n{''.join(rows)}}}\n"


def argument_names(root: Group) -> Names:
    """Return the key of each argument in the table: its name, with a number where arguments share a name.

    Args:
        root: The group of everything.
    """
    names: Names = {}
    counts = Counter(argument for command in commands_of(root) for argument in command.arguments)
    for argument, _ in counts.most_common():
        same = sum(other.name == argument.name for other in names)
        names[argument] = f"{argument.name}-{same + 1}" if same else argument.name
    return dict(sorted(names.items(), key=itemgetter(1)))


def _module(head: str, doc: str, name: str, value: dict[str, Any]) -> str:
    value_line = f"{name}: Final[dict[str, Any]] = {value!r}"
    return f'{head}"""{doc}"""\n\nfrom __future__ import annotations\n\n{TYPES}\n{value_line}\n'


def _group(group: Group, names: Names) -> dict[str, Any]:
    return _filled(
        summary=group.summary,
        description=group.description,
        commands={word: _command(command, names) for word, command in group.commands.items()},
        groups={word: _group(below, names) for word, below in group.groups.items()},
    )


def _command(command: Command, names: Names) -> dict[str, Any]:
    return _filled(
        summary=command.summary,
        description=command.description,
        operation=command.operation,
        run=command.run,
        current=command.current,
        arguments=[names[argument] for argument in command.arguments],
        traits=list(command.traits),
        options=list(command.options),
        query=command.query,
        question=command.question,
        result=command.result,
        body=command.body,
        columns=_columns(command.columns),
    )


def _argument(argument: Argument) -> dict[str, Any]:
    return _filled(
        name=argument.name,
        description=argument.description,
        optional=not argument.required,
        repeated=argument.repeated,
        query=argument.query,
        keyword=argument.keyword,
        completes=argument.completes,
        label=argument.label,
        in_path=argument.in_path,
    )


def _option(option: Option) -> dict[str, Any]:
    return _filled(
        flags=list(option.flags),
        description=option.description,
        value=option.value,
        choices=list(option.choices),
        repeated=option.repeated,
        query=option.query,
        parameter=option.parameter,
        completes=option.completes,
        traits=list(option.kinds),
        hidden=list(option.hidden),
    )


def _columns(columns: tuple[Column, ...]) -> list[tuple[str, str, str]]:
    return [(column.member, column.title, column.format) for column in columns]


def _filled(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value not in ("", [], {}, False)}
