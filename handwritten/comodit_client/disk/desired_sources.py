"""Where the definitions of a folder that was made from YAML files come from, for messages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from comodit_client.disk import tree
from comodit_client.disk.names import hidden_name
from comodit_client.disk.place import Place

if TYPE_CHECKING:
    from comodit_client.disk.desired_values import Document

#: The end of the name of the record, which is beside the folder.
ENDING = ".comodit-sources"


def write_sources(folder: Path, documents: Iterable[Document]) -> None:
    """Record where definitions come from.

    Args:
        folder: The folder that was made.
        documents: The documents that were written to it.
    """
    found = {
        document.written.relative_to(folder).as_posix(): f"{'/'.join(document.file.parts)}, line {document.line}"
        for document in documents
        if document.written is not None
    }
    _record(folder).write_text(json.dumps(found), encoding="ascii")


def read_sources(folder: Path) -> dict[str, str]:
    """Read where definitions come from.

    Args:
        folder: A folder of definitions.

    Returns:
        The YAML files with lines, by the paths of the definitions; none if the folder was not made from YAML files.

    Raises:
        UnusableFile: The record cannot be read.
    """
    record = _record(folder)
    if not record.is_file():
        return {}
    found = tree.document(Place.at(record.parent) / record.name, tree.LARGEST_RECORD)
    return {path: str(source) for path, source in found.items()}


def _record(folder: Path) -> Path:
    return folder.absolute().with_name(f"{hidden_name(folder.absolute().name)}{ENDING}")
