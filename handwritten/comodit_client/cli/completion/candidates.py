"""The candidates for the word at the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comodit_client.cli import table
from comodit_client.cli.completion.parse import Given, parse
from comodit_client.cli.table import ArgumentSpec, OptionSpec

#: The kinds of candidates: words of the table, names, and files and folders, which the shell completes.
WORD, NAME, FILE, FOLDER = "word", "name", "file", "folder"
HELP = {"-h": "Show this help.", "--help": "Show this help."}


@dataclass(frozen=True)
class Candidates:
    """The candidates for a word.

    Args:
        kind: Their kind.
        items: The candidates, with their descriptions if they are words.
        prefix: What precedes the candidate in its word, such as `--profile=`.
    """

    kind: str
    items: list[tuple[str, str]] = field(default_factory=list)
    prefix: str = ""


def candidates(words: Sequence[str], current: str) -> Candidates:
    """Return the candidates for a word. There may be some that do not match it.

    Args:
        words: The words before it, without the name of the command.
        current: The word, up to the cursor.
    """
    given = parse(words)
    if given.spec is None:
        return Candidates(WORD)
    if given.awaited is not None:
        return _values(given, given.awaited[1], current)
    if current.startswith("-") and not given.only_arguments:
        return _option(given, current)
    if not given.is_command:
        members = given.spec.get("commands", {}) | given.spec.get("groups", {})
        return Candidates(
            WORD, [*((word, spec["summary"]) for word, spec in members.items()), ("help", "Show this help.")]
        )
    argument = _argument(given)
    return Candidates(WORD) if argument is None else _values(given, argument, current)


def _option(given: Given, current: str) -> Candidates:
    prefix, option = given.attached(current)
    if option is not None and (len(prefix) < len(current) or prefix.endswith("=")):
        return _values(given, option[1], current, prefix)
    free = {
        flag: one["description"]
        for flag, (key, one) in given.options().items()
        if key not in given.values or one.get("repeated")
    }
    return Candidates(WORD, [*(free | HELP).items()])


def _argument(given: Given) -> ArgumentSpec | None:
    """Return the argument at the cursor."""
    arguments = table.arguments_of(given.spec)
    position = len(given.arguments)
    if position < len(arguments):
        return arguments[position]
    return arguments[-1] if arguments and arguments[-1].get("repeated") else None


def _values(given: Given, spec: OptionSpec | ArgumentSpec, current: str, prefix: str = "") -> Candidates:
    """Return what an option or an argument can be."""
    source = spec.get("completes", "")
    if source in (FILE, FOLDER):
        return Candidates(source, prefix=prefix)
    if source == "columns":
        before, comma, _ = current[len(prefix) :].rpartition(",")
        prefix += before + comma
    return Candidates(NAME, [(name, "") for name in _names(given, spec, source)], prefix)


def _names(given: Given, spec: Mapping[str, Any], source: str) -> list[str]:
    if source == "columns":
        columns = given.spec.get("columns") or table.COLUMNS.get(given.spec.get("result", ""), [])
        return [title for _, title, _ in columns]
    if source != "profile" and "." not in source:
        return [*spec.get("choices", filter(None, source.split("|")))]
    from comodit_client.cli.completion import names

    return names.profiles() if source == "profile" else names.on_server(given, source, spec.get("label", ""))
