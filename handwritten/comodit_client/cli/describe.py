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

#: What the parts of the description mean. It is a part of the description itself.
ABOUT = {
    "common_options": "The options of all commands whose `common` is the key.",
    "commands": "All commands. Members that are empty or false are left out.",
    "words": "The words after the name of the command line.",
    "usage": "How to write the command. Options may also stand before, between or after the words and the arguments.",
    "arguments": "The arguments, in order. Those without `required` may be left out.",
    "options": "The options besides the common ones. An option without `value` is a switch.",
    "completes": "What a value names: file, folder, profile, or an item of the list that this operation returns.",
    "request": "The HTTP method and the path of the main request, and its operation in the schema.",
    "result": "The object of the schema that the command shows or lists.",
    "sends": "The object of the schema that the command reads as a document.",
    "asks": "True if the command asks for confirmation, unless --yes is given.",
}
#: Most commands have the options of the first trait; those that show no result have those of the second.
ALL, PLAIN = "all", "plain"


def description() -> str:
    """Return all commands, their arguments and options as JSON."""
    requests = _requests()
    found = {
        "name": table.NAME,
        "summary": INDEX["summary"],
        "about": ABOUT,
        "common_options": {
            trait: [_option(option) for option in table.OPTIONS.values() if trait in option.get("traits", ())]
            for trait in (ALL, PLAIN)
        },
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
    arguments, traits = table.arguments_of(spec), spec["traits"]
    shown = [option for _, option, hidden in table.options_of(spec) if not hidden]
    operation = spec.get("operation", "")
    method, path = requests.get(operation, ("", ""))
    return _filled(
        words=list(words),
        usage=" ".join([table.NAME, *words, "[OPTIONS]", *map(_placeholder, arguments)]),
        summary=spec["summary"],
        description=spec.get("description"),
        arguments=[_argument(one) for one in arguments],
        options=[_option(one) for one in shown if {ALL, PLAIN}.isdisjoint(one.get("traits", ()))],
        common=ALL if ALL in traits else PLAIN,
        request=_filled(method=method, path=path, operation=operation),
        result=spec.get("result"),
        sends=spec.get("body") if "input" in traits else None,
        asks="confirm" in traits,
    )


def _placeholder(spec: ArgumentSpec) -> str:
    name = spec["name"].upper()
    if spec.get("repeated"):
        return f"[{name}]..."
    return f"[{name}]" if spec.get("optional") else name


def _argument(spec: ArgumentSpec) -> dict[str, Any]:
    return _filled(
        name=spec["name"],
        description=spec["description"],
        required=not spec.get("optional", False) and not spec.get("repeated", False),
        repeated=spec.get("repeated"),
        completes=spec.get("completes"),
    )


def _option(spec: OptionSpec) -> dict[str, Any]:
    return _filled(
        flags=spec["flags"],
        description=spec["description"],
        value=spec.get("value"),
        choices=spec.get("choices"),
        repeated=spec.get("repeated"),
        completes=spec.get("completes"),
    )


def _filled(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}


def _requests() -> dict[str, tuple[str, str]]:
    """Return the method and the path of each operation. The table leaves them out: it must load fast."""
    text = resources.files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8")
    return {
        operation["operationId"]: (method.upper(), path)
        for path, item in json.loads(text)["paths"].items()
        for method, operation in item.items()
    }
