"""Lists drafted operations as operations without a command, because the generator asks for one or the other."""

from __future__ import annotations

from pathlib import Path

from generator import bundle
from generator.cli.read import INDEX_FILE
from generator.config import Config
from generator.errors import SchemaError
from generator.learn.folder import SchemaFolder

REASON = "Drafted from recorded requests. Add a command if people should use it."
KEY = "without_command"


def list_operations(folder: SchemaFolder, config: Config) -> None:
    """List the operations that a draft adds.

    Args:
        folder: The files to edit.
        config: The configuration, with the folder of the schema before the draft.
    """
    files = config.command_line
    if files is None or not files.folder.is_relative_to(config.schema) or not folder.changed():
        return
    try:
        with folder.copied() as copy:
            added = _operations(copy) - _operations(config.schema)
    except SchemaError:  # the problems of the draft are reported elsewhere
        return
    if added:
        text = folder.include(files.folder.relative_to(config.schema) / INDEX_FILE)
        for name in sorted(added):
            text.add_below((KEY,), name, REASON)


def _operations(folder: Path) -> set[str]:
    return {operation["operationId"] for _, _, operation in bundle.operations(bundle.load(folder))}
