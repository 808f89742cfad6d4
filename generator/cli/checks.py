"""Finds what the grammar allows in the files of the command line, and what cannot work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.cli.grammar import COMPLETES
from generator.cli.model import Column, Command, CommandLine, Group, Option, Template, commands_of
from generator.cli.operations import Sent
from generator.cli.read import INDEX_FILE, Sources, file_of
from generator.cli.traits import KNOWN
from generator.fragments import Document

#: The module of the table that is no group.
TEMPLATES = "templates"
#: Every command has these options, and every group this command.
HELP_FLAGS, HELP = ("-h", "--help"), "help"


def check(line: CommandLine, sources: Sources, sent: Mapping[str, Sent], document: Document) -> list[str]:
    """Check a command line.

    Args:
        line: The command line.
        sources: The files that it was built from.
        sent: All operations, by their ids.
        document: The bundle.

    Returns:
        A finding for each problem, with its file, its command and a fix.
    """
    index, commands = sources.index, list(commands_of(line.root))
    of_index = chain(
        _reachable(commands, index.get("without_command", {}), sent),
        _arity(line.options),
        _options(line.options, commands),
        _completions(index, sent),
        _arguments(index.get("arguments", {}), commands),
        _columns(line.columns, {command.result for command in commands}, document),
        _labels(index.get("labels", {}), commands, sent, document),
        _templates(line.templates, document),
    )
    found = [f"{sources.folder}/{INDEX_FILE}: {text}" for text in of_index]
    found += [f"{file_of(sources, words)}: {' '.join(words)}: {text}" for words, text in _words(line.root)]
    for command in commands:
        place = f"{file_of(sources, command.words)}: command {' '.join(command.words)}"
        found += [f"{place}: {text}" for text in _command(command, line, sent)]
        found += [f"{place}: columns: {text}" for text in _members(command.result, command.columns, document)]
    return found


def _words(group: Group) -> Iterator[tuple[tuple[str, ...], str]]:
    for word in group.commands:
        if word in group.groups:
            yield (*group.words, word), "a command and a group have this word: rename one of the two"
    for word in (*group.commands, *group.groups):
        if word == HELP:
            yield (*group.words, word), "every group has a command of this name: choose another word"
    if not group.words and TEMPLATES in group.groups:
        yield (TEMPLATES,), "the table of commands has a module of this name: choose another word"
    for below in group.groups.values():
        yield from _words(below)


def _reachable(commands: list[Command], without: Mapping[str, str], sent: Mapping[str, Sent]) -> Iterator[str]:
    used = {name for command in commands for name in command.operations}
    for name in sent:
        if name not in used and name not in without:
            yield f"the operation {name} has no command: add one, or list it under without_command"
    for name in without:
        if name not in sent:
            yield f"without_command: the operation {name} does not exist: remove it or correct its name"
        elif name in used:
            yield f"without_command: a command sends the operation {name}: remove it"


def _arity(options: Mapping[str, Option]) -> Iterator[str]:
    """Find flags with and without a value: in any order of words, a word could belong to either."""
    switches = {flag: name for name, option in options.items() if not option.value for flag in option.flags}
    for name, option in options.items():
        for flag in option.flags:
            if option.value and flag in switches:
                yield (
                    f"options: {flag} has a value in {name} and none in {switches[flag]}: "
                    "give it a value in both or in none"
                )


def _options(options: Mapping[str, Option], commands: list[Command]) -> Iterator[str]:
    given = {trait for command in commands for trait in command.traits}
    own = {name for command in commands for name in command.options}
    known = given | KNOWN
    for name, option in options.items():
        for key, traits in (("for", option.kinds), ("hidden", option.hidden)):
            for trait in traits:
                if trait not in known:
                    yield f"options: {name}: {key}: no command has the trait {trait}: remove it or correct its name"
        if name not in own and given.isdisjoint((*option.kinds, *option.hidden)):
            yield f"options: no command has the option {name}: remove it, or name the commands that have it"


def _completions(index: Document, sent: Mapping[str, Sent]) -> Iterator[str]:
    for key in ("options", "arguments"):
        for name, described in index.get(key, {}).items():
            given = described.get("completes", "file")
            known = given in COMPLETES or "|" in given  # words that are joined by | are the values
            if not known and (given not in sent or sent[given].kind != "list"):
                yield (
                    f"{key}: {name}: {given} does not list anything: "
                    f"use {', '.join(COMPLETES)}, or a list operation such as hosts.list"
                )


def _arguments(described: Document, commands: list[Command]) -> Iterator[str]:
    used = {argument.name for command in commands for argument in command.arguments}
    for name in described:
        if name not in used:
            yield f"arguments: no command has the argument {name}: remove it"


def _columns(columns: Mapping[str, tuple[Column, ...]], results: set[str], document: Document) -> Iterator[str]:
    schemas = document["components"]["schemas"]
    for name, shown in columns.items():
        if name not in schemas and name not in results:
            yield f"columns: the object {name} does not exist: correct its name"
        yield from (f"columns: {name}: {text}" for text in _members(name, shown, document))


def _labels(
    labels: Mapping[str, str], commands: list[Command], sent: Mapping[str, Sent], document: Document
) -> Iterator[str]:
    for name, member in labels.items():
        if member not in (_properties(document, name) or {}):
            yield f"labels: {name} has no member {member}: correct the name"
    completing = {argument.completes for command in commands for argument in command.arguments}
    for name in sorted({sent[one].item for one in completing if one in sent and not sent[one].label}):
        yield f"labels: arguments name objects {name}, and none of its members is required: add the one that they name"


def _templates(templates: Mapping[str, Template], document: Document) -> Iterator[str]:
    schemas = document["components"]["schemas"]
    for name, template in templates.items():
        known = schemas.get(name, {}).get("properties")
        if known is None:
            yield f"templates: the object {name} does not exist, or has no members: correct its name"
            continue
        for member in template.members:
            if member not in known:
                yield f"templates: {name}: it has no member {member}: use {', '.join(known)}"
            elif known[member].get("readOnly"):
                yield f"templates: {name}: the member {member} is read-only: remove it"


def _members(name: str, columns: Iterable[Column], document: Document) -> Iterator[str]:
    for column in columns:
        shown, inner = [name], name
        for member in column.member.split("."):
            known = _properties(document, inner)
            if known is None:  # any JSON value, or an object of the command's own
                break
            if member not in known:
                yield f"{'.'.join(shown)} has no member {member}: use {', '.join(known)}"
                break
            shown.append(member)
            inner = _object(known[member])


def _properties(document: Document, name: str) -> Document | None:
    found: Document | None = document["components"]["schemas"].get(name, {}).get("properties")
    return found


def _object(schema: Document) -> str:
    """Return the name of the object that a member holds; empty if it holds none."""
    parts = [schema, *schema.get("anyOf", ())]
    return next((part["$ref"].rpartition("/")[2] for part in parts if "$ref" in part), "")


def _command(command: Command, line: CommandLine, sent: Mapping[str, Sent]) -> Iterator[str]:
    shown = line.options_of(command)
    flags = Counter(HELP_FLAGS)
    flags.update(flag for option in shown for flag in option.flags)
    for flag, count in flags.items():
        if count > 1:
            names = " and ".join(option.name for option in shown if flag in option.flags)
            yield f"{flag} is written twice, by {names or HELP}: give the command one of the two, or rename one"
    known = KNOWN.union(*((*one.kinds, *one.hidden) for one in line.options.values()))
    for trait in command.traits:
        if trait not in known:
            yield f"the trait {trait} is unknown: correct its name, or give it options in {INDEX_FILE}"
    yield from _order(command)
    yield from _queries(command, shown, sent)


def _order(command: Command) -> Iterator[str]:
    counts = Counter(argument.name for argument in command.arguments)
    for name, count in counts.items():
        if count > 1:
            yield f"the argument {name} is given twice: remove one of the two"
    if any(one.repeated for one in command.arguments) and not all(
        one.required or one.repeated for one in command.arguments
    ):
        yield "an optional argument before a repeated one cannot be left out: make one of them an option"


def _queries(command: Command, shown: list[Option], sent: Mapping[str, Sent]) -> Iterator[str]:
    if not command.operation:
        return
    known = {parameter.wire for name in command.operations for parameter in sent[name].operation.query}
    for parameter in command.query:
        if parameter not in known:
            yield f"query: the operation {command.operation} has no parameter {parameter}: correct its name"
    for option in shown:
        for parameter in option.sends:
            if parameter not in known:
                yield f"the option {option.name} sends {parameter}, which {command.operation} does not have: remove it"
