"""The state: a tree of JSON documents in SQLite.

A node is a member of a collection of its parent: `kind` is the collection's name in the URL and `name` the identifier,
so that the tree has the shape of the API's paths. What other nodes say (the name of the environment, the hosts of an
environment) is not stored in a document but put in when it is answered: a rename or a move is one row.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from attrs import define

from comodit_client.sandbox.errors import already_exists, bad_request
from comodit_client.sandbox.state.ids import new_uuid

Document = dict[str, Any]

_TABLE = """
CREATE TABLE IF NOT EXISTS node (
    id     INTEGER PRIMARY KEY,
    parent INTEGER REFERENCES node ON DELETE CASCADE,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL,
    doc    TEXT NOT NULL,
    data   TEXT NOT NULL,
    UNIQUE (parent, kind, name)
);
CREATE INDEX IF NOT EXISTS node_by_kind_and_name ON node (kind, name);
INSERT OR IGNORE INTO node VALUES (0, NULL, 'root', '', '{}', '{}');
"""
_COLUMNS = "node.id, node.parent, node.kind, node.name, node.doc, node.data"


@define
class Node:
    """A member of a collection.

    Attributes:
        id: The row.
        parent: The row of the owner; the root has -1.
        kind: The collection's name in the URL.
        name: The identifier in the collection; empty for a single element such as an instance.
        doc: The members that clients sent or may read.
        data: What the server alone knows, never answered as it is.
    """

    id: int
    parent: int
    kind: str
    name: str
    doc: Document
    data: Document


class Nodes:
    """The tree, in a file or in memory; one connection behind one lock."""

    def __init__(self, path: str) -> None:
        """Open the database, and make its table when it is new.

        Args:
            path: A file, or ":memory:" for what is gone when it is closed.
        """
        self._lock = threading.RLock()
        # Without a name SQLite holds in memory what fits there, and takes a file of its own for the rest.
        name = "" if path == ":memory:" else path
        self._connection = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA foreign_keys = ON")
        # What was uploaded may be large: its room is given back, and not overwritten first.
        self._connection.execute("PRAGMA auto_vacuum = FULL")
        self._connection.execute("PRAGMA secure_delete = OFF")
        # A sandbox may lose its last moment when the power fails; it should not wait for the disk at each request.
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(_TABLE)

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the lock and keep either all changes made inside or, when an exception leaves the block, none."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                # A full disk ends a transaction by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    # ---- reading

    def root(self) -> Node:
        """Return the node that owns organizations and flavors."""
        return self.get(0)

    def get(self, node_id: int) -> Node:
        """Return a node that is known to exist.

        Raises:
            LookupError: There is no such row.
        """
        for node in self._nodes("WHERE id = ?", (node_id,)):
            return node
        raise LookupError(f"no node {node_id}")

    def at(self, node_id: int) -> Node | None:
        """Return a node that may be gone."""
        return next(self._nodes("WHERE id = ?", (node_id,)), None)

    def find(self, parent: int, kind: str, name: str) -> Node | None:
        """Return the member of a collection, or None."""
        return next(self._nodes("WHERE parent = ? AND kind = ? AND name = ?", (parent, kind, name)), None)

    def single(self, parent: int, kind: str) -> Node | None:
        """Return the one element of a collection that holds at most one, or None."""
        return next(self._nodes("WHERE parent = ? AND kind = ?", (parent, kind)), None)

    def anywhere(self, kind: str, name: str) -> Node | None:
        """Return a node whose name is unique in the whole tree, or None."""
        return next(self._nodes("WHERE kind = ? AND name = ?", (kind, name)), None)

    def all(self, kind: str) -> list[Node]:
        """Return all nodes of a kind, whoever owns them."""
        return list(self._nodes("WHERE kind = ? ORDER BY id", (kind,)))

    def having(self, kind: str, member: str, value: str) -> list[Node]:
        """Return the nodes of a kind, wherever they are, whose document has a member of a value."""
        return list(
            self._nodes("WHERE kind = ? AND json_extract(doc, '$.' || ?) = ? ORDER BY id", (kind, member, value))
        )

    def children(self, parent: int, kind: str) -> list[Node]:
        """Return the members of a collection, in order of creation."""
        return list(self._nodes("WHERE parent = ? AND kind = ? ORDER BY id", (parent, kind)))

    def names(self, parent: int, kind: str) -> list[str]:
        """Return the identifiers of a collection, in order of creation."""
        rows = self._connection.execute(
            "SELECT name FROM node WHERE parent = ? AND kind = ? ORDER BY id", (parent, kind)
        )
        return [row[0] for row in rows]

    def grandchildren(self, parent: int, kind: str, child_kind: str) -> dict[int, list[Node]]:
        """Return what the members of a collection own, by the member's row: one query for a whole list."""
        grouped: dict[int, list[Node]] = defaultdict(list)
        for node in self._nodes(
            "WHERE kind = ? AND parent IN (SELECT id FROM node WHERE parent = ? AND kind = ?) ORDER BY id",
            (child_kind, parent, kind),
        ):
            grouped[node.parent].append(node)
        return grouped

    def grandchild_names(self, parent: int, kind: str, child_kinds: Sequence[str]) -> dict[tuple[int, str], list[str]]:
        """Return the identifiers of what the members of a collection own, by the member's row and the kind."""
        grouped: dict[tuple[int, str], list[str]] = defaultdict(list)
        rows = self._connection.execute(
            "SELECT parent, kind, name FROM node WHERE kind IN (SELECT value FROM json_each(?)) "
            "AND parent IN (SELECT id FROM node WHERE parent = ? AND kind = ?) ORDER BY id",
            (json.dumps(child_kinds), parent, kind),
        )
        for owner, child_kind, name in rows:
            grouped[owner, child_kind].append(name)
        return grouped

    # ---- writing

    def add(self, parent: int, kind: str, name: str, doc: Document, data: Document | None = None) -> Node:
        """Make a member of a collection.

        Raises:
            Refusal: The name is taken.
        """
        data = data or {}
        with _names_checked(kind, name):
            cursor = self._connection.execute(
                "INSERT INTO node (parent, kind, name, doc, data) VALUES (?, ?, ?, ?, ?)",
                (parent, kind, name, json.dumps(doc), json.dumps(data)),
            )
        return Node(cursor.lastrowid or 0, parent, kind, name, doc, data)

    def save(self, node: Node) -> None:
        """Write a node back; its name and its parent may have changed.

        Raises:
            Refusal: The new name is taken.
        """
        with _names_checked(node.kind, node.name):
            self._connection.execute(
                "UPDATE node SET parent = ?, name = ?, doc = ?, data = ? WHERE id = ?",
                (
                    None if node.parent < 0 else node.parent,
                    node.name,
                    json.dumps(node.doc),
                    json.dumps(node.data),
                    node.id,
                ),
            )

    def delete(self, nodes: Iterable[Node]) -> None:
        """Remove nodes and all that they own."""
        self._connection.executemany("DELETE FROM node WHERE id = ?", [(node.id,) for node in nodes])

    def clear(self) -> None:
        """Remove everything."""
        self._connection.execute("DELETE FROM node WHERE id <> 0")
        self._connection.execute("UPDATE node SET data = '{}' WHERE id = 0")

    def copy_children(self, source: int, target: int, kinds: Sequence[str]) -> None:
        """Copy what a node owns, and what that owns, as far as it is of the given kinds; identifiers are new."""
        for kind in kinds:
            for node in self.children(source, kind):
                doc = {**node.doc, "uuid": new_uuid()} if "uuid" in node.doc else node.doc
                copy = self.add(target, kind, node.name, doc, node.data)
                self.copy_children(node.id, copy.id, kinds)

    def _nodes(self, rest: str, values: tuple[object, ...]) -> Iterator[Node]:
        # Only constants of this module and of `store` are put together here; what clients send goes in as values.
        for row in self._connection.execute(f"SELECT {_COLUMNS} FROM node {rest}", values):  # noqa: S608
            parent = -1 if row[1] is None else row[1]
            yield Node(row[0], parent, row[2], row[3], _read(row[4]), _read(row[5]))


def _read(text: str) -> Document:
    # Half of all documents are empty, and a list of hosts reads many.
    document: Document = {} if text == "{}" else json.loads(text)
    return document


@contextmanager
def _names_checked(kind: str, name: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError:
        raise already_exists(kind, name) from None
    except UnicodeEncodeError:
        raise bad_request("A name holds half of a surrogate pair, which is no text") from None
