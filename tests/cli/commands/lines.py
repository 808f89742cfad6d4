"""The commands of the table, each as a line that can run in the world where everything exists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from comodit_client.cli import table
from tests.cli.commands.prepared import DOCUMENTS, MORE, NAMES, SERVING, WITHOUT_DOCUMENT
from tests.sandbox.world import World

DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())
#: The path and the description of each operation, by its id.
OPERATIONS: dict[str, tuple[str, dict[str, Any]]] = {
    operation["operationId"]: (path, operation)
    for path, item in DOCUMENT["paths"].items()
    for operation in item.values()
    if isinstance(operation, dict)
}
#: Arguments that name nothing in the world.
VALUES = {
    "error": "applications/App/packages/httpd",
    "name": "copy",
    "path": "/etc/hostname",
    "profile": "default",
    "shell": "bash",
    "value": "8080",
}


def commands() -> Iterator[tuple[str, table.CommandSpec]]:
    """Iterate over all commands of the table, with their words."""
    yield from _below("", table.ROOT)


def _below(words: str, group: Any) -> Iterator[tuple[str, table.CommandSpec]]:
    for word in [*group.get("commands", {}), *group.get("groups", {})]:
        found: Any = table.below(group, word)
        line = f"{words} {word}".strip()
        if "traits" in found:
            yield line, found
        else:
            yield from _below(line, found)


COMMANDS = dict(commands())
#: The commands that tests run.
RUNNING = [words for words in COMMANDS if words not in SERVING]


def arguments(words: str, world: World, folder: Path) -> list[str]:
    """Return the line that runs a command on what is in the world.

    Args:
        words: The words of the command.
        world: The world.
        folder: The folder of a command that reads or writes one.
    """
    spec = COMMANDS[words]
    line = [*words.split(), *_values(words, world, folder)]
    if "input" in spec["traits"] and spec.get("run") not in WITHOUT_DOCUMENT:
        line += ["--json", json.dumps(document(words))]
    line += MORE.get(words, [])
    line += [f"--{one}" for one in ("skip-conflict", "update-existing") if one in spec.get("options", ())]
    return [*line, "--yes"] if "confirm" in spec["traits"] else line


def _values(words: str, world: World, folder: Path) -> list[str]:
    spec = COMMANDS[words]
    # Without a folder, an export would write to the current one.
    wanted = [one["name"] for one in table.arguments_of(spec) if one["name"] == "folder" or not one.get("optional")]
    path = OPERATIONS[spec["operation"]][0] if "operation" in spec else ""
    if words in ("wait orchestration", "wait pipeline"):
        path = OPERATIONS[f"{words.split()[1]}_contexts.get"][0]
    others = "".join(f"{{{name}}}" for name in wanted if f"{{{name}}}" not in path)
    names = {
        **VALUES,
        "folder": str(folder),
        "plan": str(folder / "plan.json"),
        **world.names(path),
        **world.names(others),
        **NAMES.get(words, {}),
    }
    if "uuid" in wanted:
        kind = "applications" if words.startswith("app-") else "distributions"
        names["uuid"] = world.names(f"/store/{kind}/{{published}}")["published"]
    if "path" in wanted and "upload" in spec["traits"]:
        folder.mkdir()
        file = folder / "file.png"
        file.write_bytes(b"\x89PNG\r\n\x1a\n")
        names["path"] = str(file)
    return [names[name] for name in wanted]


def document(words: str) -> Any:
    """Return the document that a command sends: the example of the schema, or one that fits the world.

    Args:
        words: The words of the command.
    """
    if words in DOCUMENTS:
        return DOCUMENTS[words]
    _, operation = OPERATIONS[COMMANDS[words].get("operation", "")]
    return operation["requestBody"]["content"]["application/json"]["example"]
