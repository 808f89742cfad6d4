"""The database file: its tables, its version, and the migration of older ones.

A file of the sandbox has an application id and a version in its header. Any other file is left as it is: it is
examined before SQLite opens it for writing.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import struct
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

#: The bytes "CIsb" as a number.
_APPLICATION_ID = 0x43497362
_VERSION = 1
_MAGIC = b"SQLite format 3\x00"
_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS node (
        id     INTEGER PRIMARY KEY,
        parent INTEGER REFERENCES node ON DELETE CASCADE,
        kind   TEXT NOT NULL,
        name   TEXT NOT NULL,
        doc    TEXT NOT NULL,
        data   TEXT NOT NULL,
        UNIQUE (parent, kind, name)
    )
    """,
    "CREATE INDEX IF NOT EXISTS node_by_kind_and_name ON node (kind, name)",
    "INSERT OR IGNORE INTO node VALUES (0, NULL, 'root', '', '{}', '{}')",
    """
    CREATE TABLE IF NOT EXISTS upload (
        id     INTEGER PRIMARY KEY,
        size   INTEGER NOT NULL,
        digest TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS piece (
        id     INTEGER PRIMARY KEY,
        upload INTEGER NOT NULL REFERENCES upload ON DELETE CASCADE,
        bytes  BLOB NOT NULL
    )
    """,
    "CREATE INDEX IF NOT EXISTS piece_by_upload ON piece (upload)",
    """
    CREATE TABLE IF NOT EXISTS attachment (
        node   INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
        kind   TEXT NOT NULL,
        name   TEXT NOT NULL,
        upload INTEGER NOT NULL REFERENCES upload,
        PRIMARY KEY (node, kind, name)
    )
    """,
    "CREATE INDEX IF NOT EXISTS attachment_by_upload ON attachment (upload)",
)
#: Indexes of values, so that long lists and due work are found without parsing JSON. Older files get them as well.
_INDEXES = (
    # Older files have it with a list of three kinds, which takes longer than all other work on a new row.
    "DROP INDEX IF EXISTS node_times",
    """
    CREATE INDEX IF NOT EXISTS node_moments ON node (
        parent,
        json_extract(data, '$.moments.ready'),
        json_extract(data, '$.finish'),
        json_extract(data, '$.fault')
    ) WHERE kind = 'instance' OR kind = 'changes' OR kind = 'compliance'
    """,
    # With "kind = 'agenda'" as the condition, SQLite would compile each query for a kind again when the kind changes.
    """
    CREATE INDEX IF NOT EXISTS node_due ON node (json_extract(data, '$.due'))
    WHERE json_extract(data, '$.due') IS NOT NULL
    """,
)
#: The tables of files without a version, with their columns; `content` held the contents before there were uploads.
_UNVERSIONED = {
    "node": ["id", "parent", "kind", "name", "doc", "data"],
    "upload": ["id", "size", "digest"],
    "piece": ["id", "upload", "bytes"],
    "attachment": ["node", "kind", "name", "upload"],
    "content": ["id", "node", "kind", "name", "bytes"],
}
_PIECE = 1 << 20
#: The memory of a temporary database, in KiB as SQLite counts it: thousands of entities. The rest moves to disk.
CACHE = -4000
#: SQLite reports a full disk as such, but an exceeded limit on the size of files as a failed write.
_FULL = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
}


def open_database(path: str, now: Callable[[], float] = time.time) -> sqlite3.Connection:
    """Open the database of a sandbox; create it if it is new, and migrate an older one.

    Args:
        path: A file, or ":memory:" for a temporary database.
        now: Returns the time of the sandbox; the migration needs it.

    Raises:
        sqlite3.Error: The file cannot be opened, or it is not a database of this sandbox. It is left as it is.
    """
    # With an empty name, SQLite keeps a temporary database in memory and moves to disk what does not fit.
    name = "" if path == ":memory:" else path
    try:
        if name:
            examine(Path(name))
        connection = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
        try:
            if not name:
                connection.execute(f"PRAGMA cache_size = {CACHE}")
            _set_up(connection, now)
        except BaseException:
            connection.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise sqlite3.DatabaseError(f"Cannot open the database {path}: {error}. Choose another file.") from error
    return connection


def is_full(error: sqlite3.Error) -> bool:
    """Return whether an error means that the disk is full, or that a file has reached its size limit."""
    return getattr(error, "sqlite_errorcode", None) in _FULL


def _set_up(connection: sqlite3.Connection, now: Callable[[], float]) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # Uploads may be large: free their space, and do not overwrite it first.
    connection.execute("PRAGMA auto_vacuum = FULL")
    connection.execute("PRAGMA secure_delete = OFF")
    # The first transaction ends before write-ahead logging begins, so that the header of the file is always complete.
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrate(connection, now)
        for statement in _INDEXES:
            connection.execute(statement)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    # Losing the last transactions in a power failure is acceptable; waiting for the disk at each request is not.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _migrate(connection: sqlite3.Connection, now: Callable[[], float]) -> None:
    """Create the tables, or change those of a file without a version."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == _VERSION:
        return
    for statement in _TABLES:
        connection.execute(statement)
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'content'").fetchone():
        _move_contents(connection)
    # Work that was in progress when the sandbox was killed had no due time.
    connection.execute(
        "UPDATE node SET data = json_object('due', ?) WHERE kind = 'agenda' AND name IN ('message', 'pipeline') "
        "AND json_extract(data, '$.due') > 1e17",
        (now(),),
    )
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")


def _move_contents(connection: sqlite3.Connection) -> None:
    """Move contents that are stored as a whole into uploads."""
    for (row,) in connection.execute("SELECT id FROM content").fetchall():
        content: bytes
        node, kind, name, content = connection.execute(
            "SELECT node, kind, name, bytes FROM content WHERE id = ?", (row,)
        ).fetchone()
        digest = hashlib.sha256(content).hexdigest()
        upload = connection.execute("INSERT INTO upload (size, digest) VALUES (?, ?)", (len(content), digest)).lastrowid
        pieces = [(upload, content[start : start + _PIECE]) for start in range(0, len(content), _PIECE)]
        connection.executemany("INSERT INTO piece (upload, bytes) VALUES (?, ?)", pieces)
        connection.execute("INSERT INTO attachment VALUES (?, ?, ?, ?)", (node, kind, name, upload))
    connection.execute("DROP TABLE content")


def examine(path: Path) -> None:
    """Check that a file is new or a database of the sandbox, without changing it or the files beside it.

    Raises:
        sqlite3.DatabaseError: It is neither.
    """
    if not path.exists():
        return
    if not path.is_file():
        raise sqlite3.DatabaseError("it is not a regular file")
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        return
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise sqlite3.DatabaseError("it is not an SQLite database")
    application, version = struct.unpack_from(">I", header, 68)[0], struct.unpack_from(">I", header, 60)[0]
    if application == _APPLICATION_ID:
        if version > _VERSION:
            raise sqlite3.DatabaseError(
                f"a newer sandbox wrote it (version {version} of its tables, this one knows {_VERSION})"
            )
    elif application or version or not _is_unversioned(path):
        raise sqlite3.DatabaseError("it belongs to another program")


def _is_unversioned(path: Path) -> bool:
    """Return whether a file without a version has no tables, or the sandbox's."""
    log = path.with_name(f"{path.name}-wal")
    if not log.is_file() or not log.stat().st_size:
        return _has_known_tables(path)
    # A sandbox was killed. Only with its log is the file complete, and reading the log in place would write beside it.
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        shutil.copyfile(path, copy)
        shutil.copyfile(log, f"{copy}-wal")
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return _has_known_tables(copy)


def _has_known_tables(path: Path) -> bool:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        found = dict(_tables(connection))
        others = connection.execute("SELECT 1 FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchone()
    known = all(_UNVERSIONED.get(name) == columns for name, columns in found.items())
    return known and others is None and (not found or "node" in found)


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    """Yield the tables with their columns."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    for (name,) in names.fetchall():
        columns = connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (name,))
        yield name, [column for (column,) in columns]
