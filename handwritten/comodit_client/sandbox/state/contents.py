"""Uploaded contents: files and thumbnails.

The bytes are stored beside the tree in pieces, since there may be many. Pieces are written as they arrive and read as
they are sent, so that only a few are in memory. An upload is immutable, and a new one replaces it. Copies share an
upload, and a reader gets all of it, even if it is replaced in the meantime.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError, conflict

if TYPE_CHECKING:
    from comodit_client.sandbox.http.uploads import Upload

#: The content of a definition's file, by the file's name.
FILE = "file"
#: The thumbnail of a definition; its name is empty.
THUMBNAIL = "thumb"


@frozen
class StoredContent:
    """A stored content, which is read piece by piece.

    Attributes:
        contents: The contents of the store.
        upload: The row of the upload.
        size: The number of bytes.
        digest: The SHA-256 of the bytes, in hexadecimal.
    """

    contents: Contents
    upload: int
    size: int
    digest: str

    def __iter__(self) -> Iterator[bytes]:
        rest = self.size
        for piece in self.contents.pieces(self.upload):
            rest -= len(piece)
            yield piece
        if rest:
            raise conflict("The state of the sandbox was replaced while this content was read; read it again")

    def read(self) -> bytes:
        """Return all bytes."""
        return b"".join(self)


class Contents:
    """The contents of the nodes of a store.

    Args:
        connection: The store's connection.
        lock: The lock that guards the connection.
    """

    def __init__(self, connection: sqlite3.Connection, lock: threading.RLock) -> None:
        self._connection = connection
        self._lock = lock
        self._users = 0
        self._last = 0
        self.note_restored()
        self._sweep()

    def note_restored(self) -> None:
        """Prepare for a state that was replaced as a whole: rows of uploads are not used a second time."""
        (last,) = self._connection.execute("SELECT coalesce(MAX(id), 0) FROM upload").fetchone()
        self._last = max(self._last, last)
        self._swept_at = -1

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Protect uploads in progress; uploads without an owner are removed when the last user leaves."""
        with self._lock:
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                # On a full disk, even a deletion fails; the next request tries it again.
                if not self._users and self._connection.total_changes != self._swept_at:
                    with suppress(sqlite3.OperationalError):
                        self._sweep()

    def _sweep(self) -> None:
        self._connection.execute("DELETE FROM upload WHERE id NOT IN (SELECT upload FROM attachment)")
        self._swept_at = self._connection.total_changes

    # ---- the contents of nodes

    def find(self, node: int, kind: str, name: str) -> StoredContent | None:
        """Return the content of a node, or None."""
        row = self._connection.execute(
            "SELECT id, size, digest FROM attachment JOIN upload ON upload.id = attachment.upload "
            "WHERE node = ? AND kind = ? AND name = ?",
            (node, kind, name),
        ).fetchone()
        return None if row is None else StoredContent(self, *row)

    def write(self, node: int, kind: str, name: str, upload: Upload) -> None:
        """Set the content of a node."""
        row = upload.store()
        self._connection.execute("INSERT OR REPLACE INTO attachment VALUES (?, ?, ?, ?)", (node, kind, name, row))

    def rename(self, node: int, kind: str, old: str, new: str) -> None:
        """Rename the content of a file."""
        self._connection.execute(
            "UPDATE attachment SET name = ? WHERE node = ? AND kind = ? AND name = ?", (new, node, kind, old)
        )

    def delete(self, node: int, kind: str, name: str) -> None:
        """Remove a content, if it exists."""
        self._connection.execute("DELETE FROM attachment WHERE node = ? AND kind = ? AND name = ?", (node, kind, name))

    def replace_all(self, source: int, target: int) -> None:
        """Replace all contents of a node with those of another one."""
        self._connection.execute("DELETE FROM attachment WHERE node = ?", (target,))
        self._connection.execute(
            "INSERT INTO attachment SELECT ?, kind, name, upload FROM attachment WHERE node = ?", (target, source)
        )

    # ---- the bytes

    def begin(self) -> int:
        """Create an upload; return its row."""
        with self._lock:
            self._last += 1
            self._connection.execute("INSERT INTO upload VALUES (?, 0, '')", (self._last,))
            return self._last

    def add(self, upload: int, piece: bytes | bytearray) -> None:
        """Add a piece to an upload.

        Raises:
            ApiError: The state was replaced during the upload.
        """
        with self._lock:
            try:
                self._connection.execute("INSERT INTO piece (upload, bytes) VALUES (?, ?)", (upload, piece))
            except sqlite3.IntegrityError:
                raise _gone() from None

    def end(self, upload: int, size: int, digest: str) -> None:
        """Record the size and the digest of a complete upload.

        Raises:
            ApiError: The state was replaced during the upload.
        """
        with self._lock:
            values = (size, digest, upload)
            if not self._connection.execute("UPDATE upload SET size = ?, digest = ? WHERE id = ?", values).rowcount:
                raise _gone()

    def pieces(self, upload: int) -> Iterator[bytes]:
        """Yield the pieces of an upload."""
        last = 0
        while (row := self._piece_after(upload, last)) is not None:
            last, piece = row
            yield piece

    def _piece_after(self, upload: int, last: int) -> tuple[int, bytes] | None:
        with self._lock:
            row: tuple[int, bytes] | None = self._connection.execute(
                "SELECT id, bytes FROM piece WHERE upload = ? AND id > ? ORDER BY id LIMIT 1", (upload, last)
            ).fetchone()
        return row


def _gone() -> ApiError:
    return conflict("The state of the sandbox was replaced during this upload; send it again")
