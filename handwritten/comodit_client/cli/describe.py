"""The whole command line as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any

from comodit_client._commands import INDEX
from comodit_client.cli import table

if TYPE_CHECKING:
    from comodit_client.cli.table import ArgumentSpec, CommandSpec, GroupSpec, OptionSpec

#: What each part of the description means, in the description itself.
ABOUT = {
    "common_options": "The options that every command has which lists them under `common`.",
    "commands": "The commands, in the order of the help.",
    "words": "What follows the name of the command line.",
    "usage": "How to write the command. Options may stand anywhere, except after `--`.",
    "arguments": "The arguments, in order.",
    "options": "The options of this command. Without `value`, an option is a switch.",
    "completes": "What the value names: file, folder, profile, or an item of the list that this operation returns.",
    "request": "The HTTP method, the path and the operation of the main request; null if there is none.",
    "result": "The object of the schema that is shown or listed; null if it is none.",
    "sends": "The object of the schema that the command reads as a document; null if it reads none.",
    "asks": "True if the command asks for confirmation unless --yes is given.",
}


def description() -> str:
    """Return all commands, their arguments and options as JSON."""
    common = {name: option for name, option in table.OPTIONS.items() if _common(option)}
    requests = _requests()
    found = {
        "name": table.NAME,
        "summary": INDEX["summary"],
        "about": ABOUT,
        "common_options": {name: _option(option) for name, option in common.items()},
        "commands": [_command(words, spec, requests) for words, spec in _commands()],
    }
    return json.dumps(found, indent=2, ensure_ascii=False)


def _commands() -> Iterator[tuple[tuple[str, ...], CommandSpec]]:
    for word in INDEX["groups"]:
        yield from _below((word,), table.top(word))
    yield from (((word,), spec) for word, spec in INDEX["commands"].items())


def _below(words: tuple[str, ...], group: GroupSpec | None) -> Iterator[tuple[tuple[str, ...], CommandSpec]]:
    if group is not None:
        yield from (((*words, word), spec) for word, spec in group.get("commands", {}).items())
        for word, below in group.get("groups", {}).items():
            yield from _below((*words, word), below)


def _command(words: tuple[str, ...], spec: CommandSpec, requests: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    shown = [(name, option) for name, option, hidden in table.options_of(spec) if not hidden]
    arguments = table.arguments_of(spec)
    operation = spec.get("operation")
    method, path = requests[operation] if operation else ("", "")
    return {
        "words": list(words),
        "usage": " ".join([table.NAME, *words, "[OPTIONS]", *map(_placeholder, arguments)]),
        "summary": spec["summary"],
        "description": spec.get("description", ""),
        "arguments": [_argument(one) for one in arguments],
        "options": [_option(option) for _, option in shown if not _common(option)],
        "common": [name for name, option in shown if _common(option)],
        "request": {"method": method, "path": path, "operation": operation} if operation else None,
        "result": spec.get("result"),
        "sends": spec.get("body") if "input" in spec["traits"] else None,
        "asks": "confirm" in spec["traits"],
    }


def _placeholder(spec: ArgumentSpec) -> str:
    name = spec["name"].upper()
    if spec.get("repeated"):
        return f"[{name}]..."
    return f"[{name}]" if spec.get("optional") else name


def _argument(spec: ArgumentSpec) -> dict[str, Any]:
    return {
        "name": spec["name"],
        "description": spec["description"],
        "required": not spec.get("optional", False),
        "repeated": spec.get("repeated", False),
        "completes": spec.get("completes"),
    }


def _option(spec: OptionSpec) -> dict[str, Any]:
    return {
        "flags": spec["flags"],
        "description": spec["description"],
        "value": spec.get("value"),
        "choices": spec.get("choices"),
        "repeated": spec.get("repeated", False),
        "completes": spec.get("completes"),
    }


def _common(spec: OptionSpec) -> bool:
    return not {"all", "plain"}.isdisjoint(spec.get("traits", ()))


def _requests() -> dict[str, tuple[str, str]]:
    """Return the method and the path of each operation. The table leaves them out: it must load fast."""
    text = resources.files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8")
    return {
        operation["operationId"]: (method.upper(), path)
        for path, item in json.loads(text)["paths"].items()
        for method, operation in item.items()
    }
