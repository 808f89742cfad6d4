"""The base of a sync: what folder and server held when they last agreed. A difference from it is a later change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TypeAlias

from comodit_client.disk import tree
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import UnusableFile

#: In the folder. Exports and readers skip entries whose names begin with a dot.
FILE = ".comodit-sync.json"
#: Stands for the digest of a file that was, or may have been, changed before the first sync. No file has this digest.
CHANGED = "changed"
#: By the name of a file: its digest in the folder, and on the server.
Base: TypeAlias = dict[str, tuple[str, str]]


def read(folder: Place) -> Base:
    """Read the base.

    Args:
        folder: The folder of definitions.

    Returns:
        The digests; none before the first sync.

    Raises:
        UnusableFile: The file cannot be read, or was edited.
    """
    file = folder / FILE
    if not file.is_file():
        return {}
    found = tree.document(file, tree.LARGEST_RECORD)
    try:
        return {name: (local, remote) for name, (local, remote) in found.items()}
    except (TypeError, ValueError) as error:
        raise UnusableFile(
            f"Cannot read {str(file)!r}: it is not what a sync wrote. Remove it, then sync as if for the first time"
        ) from error


def write(folder: Place, base: Mapping[str, tuple[str, str]]) -> None:
    """Write the base.

    Args:
        folder: The folder of definitions.
        base: The digests.

    Raises:
        OSError: The file cannot be written.
    """
    text = json.dumps(dict(sorted(base.items())), indent=1)
    (folder / FILE).replace(BytesIO(text.encode("ascii")))
