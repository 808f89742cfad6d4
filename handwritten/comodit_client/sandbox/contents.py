"""What clients upload: the contents of files, and thumbnails.

They are bytes beside the tree, for they may be large: they are written and read in pieces, and go with their node.
"""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.sandbox.uploads import Upload

#: The content of a file of a definition, by the file's name.
FILE = "file"
#: The thumbnail of a definition; its name is empty.
THUMBNAIL = "thumb"
_TABLE = """
CREATE TABLE IF NOT EXISTS content (
    id    INTEGER PRIMARY KEY,
    node  INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
    kind  TEXT NOT NULL,
    name  TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (node, kind, name)
);
"""


class Contents:
    """The contents that the nodes of a store have."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._connection.executescript(_TABLE)

    def read(self, node: int, kind: str, name: str) -> bytes | None:
        """Return a content, or None when there is none."""
        row = self._connection.execute(
            "SELECT bytes FROM content WHERE node = ? AND kind = ? AND name = ?", (node, kind, name)
        ).fetchone()
        return None if row is None else row[0]

    def write(self, node: int, kind: str, name: str, upload: Upload) -> None:
        """Set a content; there are never more than a few pieces of it in memory."""
        cursor = self._connection.execute(
            "INSERT OR REPLACE INTO content (node, kind, name, bytes) VALUES (?, ?, ?, zeroblob(?))",
            (node, kind, name, upload.size),
        )
        with self._connection.blobopen("content", "bytes", cursor.lastrowid or 0) as blob:
            shutil.copyfileobj(upload.file, blob)

    def rename(self, node: int, kind: str, old: str, new: str) -> None:
        """Have a content follow the new name of its file."""
        self._connection.execute(
            "UPDATE content SET name = ? WHERE node = ? AND kind = ? AND name = ?", (new, node, kind, old)
        )

    def delete(self, node: int, kind: str, name: str) -> None:
        """Remove a content, if it is there."""
        self._connection.execute("DELETE FROM content WHERE node = ? AND kind = ? AND name = ?", (node, kind, name))

    def replace_all(self, source: int, target: int) -> None:
        """Give a node copies of all contents of another one, and no others."""
        self._connection.execute("DELETE FROM content WHERE node = ?", (target,))
        self._connection.execute(
            "INSERT INTO content (node, kind, name, bytes) SELECT ?, kind, name, bytes FROM content WHERE node = ?",
            (target, source),
        )
