"""Copies of a whole database: in temporary databases, and in files."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from comodit_client.sandbox.errors import bad_request, out_of_space
from comodit_client.sandbox.state.database import CACHE, examine, is_full, open_database

#: The bytes of a database whose journal fits in memory. That is several times faster than a temporary file.
_SMALL = 16 << 20


def new_copy(source: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of a database. Like the original, it moves to disk what does not fit in memory.

    Raises:
        ApiError: The disk has no room for it.
    """
    copy = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    # A copy that fails is dropped, so it needs no journal.
    copy.execute("PRAGMA journal_mode = OFF")
    copy.execute(f"PRAGMA cache_size = {CACHE}")
    try:
        with _space_checked():
            source.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def replace_all(target: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """Replace the contents of a database by those of a copy, in one transaction.

    Raises:
        ApiError: The disk has no room for them.
    """
    (mode,) = target.execute("PRAGMA journal_mode").fetchone()
    is_small = mode == "delete" and max(_size(target), _size(copy)) < _SMALL
    if is_small:
        target.execute("PRAGMA journal_mode = MEMORY").fetchone()
    try:
        with _space_checked():
            copy.backup(target)
    finally:
        if is_small:
            target.execute("PRAGMA journal_mode = DELETE").fetchone()


def write_copy(source: sqlite3.Connection, path: Path, root_data: Mapping[str, Any]) -> None:
    """Write a database to a file, whole or not at all; only its owner may read it.

    Args:
        source: The database.
        path: The file; an existing one is replaced.
        root_data: Members to add to the data of the root in the file.

    Raises:
        ApiError: The file cannot be written.
    """
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        os.close(number)
        try:
            with closing(sqlite3.connect(name, isolation_level=None)) as copy, _space_checked():
                source.backup(copy)
                # Of a database with a log, this makes one file.
                copy.execute("PRAGMA journal_mode = DELETE").fetchone()
                copy.execute(
                    "UPDATE node SET data = json_patch(data, ?) WHERE id = 0", (json.dumps({"snapshot": root_data}),)
                )
            Path(name).replace(path)
        finally:
            for end in ("", "-journal", "-wal", "-shm"):
                Path(name + end).unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise bad_request(f"Cannot write the snapshot {str(path)!r}: {error}. Choose another file.") from error


def read_copy(path: Path, target: sqlite3.Connection) -> None:
    """Replace the contents of a database by those of a file. The file and the files beside it stay as they are.

    Raises:
        sqlite3.Error: The file cannot be read, or it is not a database of this sandbox.
    """
    try:
        if not path.is_file() or not path.stat().st_size:
            raise sqlite3.DatabaseError("it is missing or empty")
        examine(path)
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "copy")
            shutil.copyfile(path, copy)
            log = path.with_name(f"{path.name}-wal")
            if log.is_file():
                shutil.copyfile(log, f"{copy}-wal")
            with closing(open_database(str(copy))) as opened:
                opened.backup(target)
    except (OSError, sqlite3.Error) as error:
        raise sqlite3.DatabaseError(f"Cannot read the snapshot {path}: {error}. Choose another file.") from error


def _size(connection: sqlite3.Connection) -> int:
    pages, size = (connection.execute(f"PRAGMA page_{what}").fetchone()[0] for what in ("count", "size"))
    return int(pages * size)


@contextmanager
def _space_checked() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if is_full(error):
            raise out_of_space(str(error)) from error
        raise
