"""What folder and server were like when they were last brought together: what differs from that was changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from comodit_client.disk import tree
from comodit_client.disk.atomic import put
from comodit_client.rest.exceptions import UnusableFile

#: In the folder. Exports leave what begins with a dot alone, and readers pass over it.
FILE = ".comodit-sync.json"
#: Instead of a digest: it was changed, or may have been, before anything was noted. No file has this digest.
CHANGED = "changed"
#: By the name of a file: its digest in the folder, and on the server.
Base: TypeAlias = dict[str, tuple[str, str]]


def read(folder: Path) -> Base:
    """Read what was noted.

    Args:
        folder: The folder of definitions.

    Returns:
        What was noted; empty when nothing was.

    Raises:
        UnusableFile: The file cannot be read, or somebody changed it.
    """
    file = tree.regular(folder / FILE)
    if file is None:
        return {}
    try:
        return {name: (local, remote) for name, (local, remote) in tree.document(file).items()}
    except (TypeError, ValueError) as error:
        raise UnusableFile(
            f"{str(file)!r} is not what was written: remove it, then nothing is known of changes"
        ) from error


def write(folder: Path, base: Mapping[str, tuple[str, str]]) -> None:
    """Note what both sides are like.

    Args:
        folder: The folder of definitions.
        base: The digests.

    Raises:
        OSError: The file cannot be written.
    """
    text = json.dumps(dict(sorted(base.items())), indent=1)
    put(folder / FILE, BytesIO(text.encode("ascii")))
