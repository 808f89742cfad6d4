"""Conversion of a folder with YAML files into one in the format of an export."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from comodit_client.disk.desired_entities import add
from comodit_client.disk.desired_files import copy, write
from comodit_client.disk.desired_folder import Files, json_file
from comodit_client.disk.desired_places import mistake
from comodit_client.disk.desired_sources import write_sources
from comodit_client.disk.desired_values import Document, documents
from comodit_client.disk.desired_variables import Variables
from comodit_client.disk.layout import DEFINITION
from comodit_client.rest.exceptions import UnusableFile


def build(found: Files, target: Path, variables: Mapping[str, str]) -> None:
    """Write a folder in the format of an export.

    Args:
        found: The files of the folder with YAML files.
        target: The new folder.
        variables: The values of variables, by name.

    Raises:
        UnusableFile: A file cannot be read, or has a mistake; or a variable has no value.
    """
    values = Variables(variables)
    read = [document for file in found.documents for document in documents(file, values)]
    values.check()
    for file in found.others:
        copy(file, target.joinpath(*file.parts))
    for document in read:
        if "kind" not in document.members:
            _write_in_place(document, target)
    free = [document for document in read if "kind" in document.members]
    if free:
        add(free, target)
    elif not (target / DEFINITION).is_file():
        raise UnusableFile(
            f"Cannot use {str(found.folder)!r}: it has no definition of its own. Add a document with `kind: "
            "organization` and its name"
        )
    write_sources(target, read)


def _write_in_place(document: Document, target: Path) -> None:
    instead = json_file(document.file)
    if not instead:
        raise mistake(
            document,
            "the document has no kind. Add it, such as `kind: host`. If the file is a content, move it to a folder "
            "named files",
        )
    write(document, target.joinpath(*instead))
