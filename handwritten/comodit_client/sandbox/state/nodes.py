"""The tree of JSON documents in SQLite.

A node is a member of a collection of its parent: `kind` is the collection's name in the URL and `name` the identifier.
So the tree has the shape of the API's paths. Data of other nodes, such as an environment's name or its hosts, is added
when a response is built, not stored: a rename or a move changes one row.
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

from comodit_client.sandbox.errors import already_exists, bad_request, out_of_space
from comodit_client.sandbox.state.database import is_full, open_database
from comodit_client.sandbox.state.ids import new_uuid

Document = dict[str, Any]

_COLUMNS = "node.id, node.parent, node.kind, node.name, node.doc, node.data"


@define
class Node:
    """A member of a collection.

    Attributes:
        id: The row of the node.
        parent: The row of the owner; -1 for the root.
        kind: The collection's name in the URL.
        name: The identifier in the collection; empty for a single element such as an instance.
        doc: The members that clients send or read.
        data: Data for the server only, never returned to clients.
    """

    id: int
    parent: int
    kind: str
    name: str
    doc: Document
    data: Document


class Nodes:
    """The tree in a file or in memory: one connection guarded by one lock."""

    def __init__(self, path: str) -> None:
        """Open the database; create it if it is new.

        Args:
            path: A file, or ":memory:" for a temporary database.

        Raises:
            sqlite3.Error: The file cannot be opened, or it is not a database of this sandbox.
        """
        self._lock = threading.RLock()
        self._connection = open_database(path)

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the lock, and commit the changes made inside, or roll them back on an exception.

        Raises:
            ApiError: The disk has no room for the changes, or a name cannot be encoded.
        """
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield
                self._connection.execute("COMMIT")
            except BaseException as error:
                # A full disk may have ended the transaction already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error) and is_full(error):
                    raise out_of_space(str(error)) from error
                if isinstance(error, UnicodeEncodeError):
                    raise bad_request("A name contains half of a surrogate pair, which is not valid text") from None
                raise

    # ---- reading

    def root(self) -> Node:
        """Return the root, which owns organizations, flavors and users."""
        return self.get(0)

    def get(self, node_id: int) -> Node:
        """Return a node that must exist.

        Raises:
            LookupError: The row does not exist.
        """
        for node in self._nodes("WHERE id = ?", (node_id,)):
            return node
        raise LookupError(f"Node {node_id} does not exist")

    def at(self, node_id: int) -> Node | None:
        """Return a node, or None if it no longer exists."""
        return next(self._nodes("WHERE id = ?", (node_id,)), None)

    def find(self, parent: int, kind: str, name: str) -> Node | None:
        """Return a member of a collection, or None."""
        return next(self._nodes("WHERE parent = ? AND kind = ? AND name = ?", (parent, kind, name)), None)

    def single(self, parent: int, kind: str) -> Node | None:
        """Return the element of a collection with at most one, or None."""
        return next(self._nodes("WHERE parent = ? AND kind = ?", (parent, kind)), None)

    def anywhere(self, kind: str, name: str) -> Node | None:
        """Return a node with a name that is unique in the whole tree, or None."""
        return next(self._nodes("WHERE kind = ? AND name = ?", (kind, name)), None)

    def all(self, kind: str) -> list[Node]:
        """Return all nodes of a kind, with any owner."""
        return list(self._nodes("WHERE kind = ? ORDER BY id", (kind,)))

    def having(self, kind: str, member: str, value: str) -> list[Node]:
        """Return all nodes of a kind whose document has a member with a certain value."""
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
        """Return the children of all members of a collection, by the member's row: one query for a whole list."""
        grouped: dict[int, list[Node]] = defaultdict(list)
        for node in self._nodes(
            "WHERE kind = ? AND parent IN (SELECT id FROM node WHERE parent = ? AND kind = ?) ORDER BY id",
            (child_kind, parent, kind),
        ):
            grouped[node.parent].append(node)
        return grouped

    def grandchild_names(self, parent: int, kind: str, child_kinds: Sequence[str]) -> dict[tuple[int, str], list[str]]:
        """Return the names of the children of all members of a collection, by the member's row and the child's kind."""
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
        """Add a member to a collection.

        Raises:
            ApiError: The name is taken.
        """
        data = data or {}
        with _names_checked(kind, name):
            cursor = self._connection.execute(
                "INSERT INTO node (parent, kind, name, doc, data) VALUES (?, ?, ?, ?, ?)",
                (parent, kind, name, json.dumps(doc), json.dumps(data)),
            )
        return Node(cursor.lastrowid or 0, parent, kind, name, doc, data)

    def save(self, node: Node) -> None:
        """Save a node; its name and its parent may have changed.

        Raises:
            ApiError: The new name is taken.
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
        """Delete nodes and all their descendants."""
        self._connection.executemany("DELETE FROM node WHERE id = ?", [(node.id,) for node in nodes])

    def clear(self) -> None:
        """Delete all nodes."""
        self._connection.execute("DELETE FROM node WHERE id <> 0")
        self._connection.execute("UPDATE node SET data = '{}' WHERE id = 0")

    def copy_children(self, source: int, target: int, kinds: Sequence[str]) -> None:
        """Copy the descendants of a node that are of certain kinds, with new identifiers."""
        for kind in kinds:
            for node in self.children(source, kind):
                doc = {**node.doc, "uuid": new_uuid()} if "uuid" in node.doc else node.doc
                copy = self.add(target, kind, node.name, doc, node.data)
                self.copy_children(node.id, copy.id, kinds)

    def _nodes(self, rest: str, values: tuple[object, ...]) -> Iterator[Node]:
        # Only constants of this module and of `store` are formatted here; client data is passed as values.
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
