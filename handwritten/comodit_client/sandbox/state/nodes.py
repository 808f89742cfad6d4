"""The tree of JSON documents in SQLite.

A node is a member of a collection of its parent: `kind` is the collection's name in the URL and `name` the identifier.
So the tree has the shape of the API's paths. Data of other nodes, such as an environment's name or its hosts, is added
when a response is built, not stored: a rename or a move changes one row.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from attrs import define

from comodit_client.sandbox.errors import already_exists, bad_request, out_of_space
from comodit_client.sandbox.state.database import is_full, open_database
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.list_views import ListView, Reader

Document = dict[str, Any]

#: The id, the parent, the kind, the name, and the document and the data as JSON.
Row = tuple[int, int, str, str, str, str]
#: Writes documents as responses contain them: lists of hosts copy their JSON.
node_text = json.JSONEncoder(separators=(",", ":")).encode
#: Reads them; `json.loads` searches for blanks around a document as well.
_decode = json.JSONDecoder().raw_decode
#: The row of the root.
ROOT = 0

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

    def __init__(self, path: str, now: Callable[[], float] = time.time) -> None:
        """Open the database; create it if it is new.

        Args:
            path: A file, or ":memory:" for a temporary database.
            now: Returns the time of the sandbox, which the migration of an older file needs.

        Raises:
            sqlite3.Error: The file cannot be opened, or it is not a database of this sandbox.
        """
        self._lock = threading.RLock()
        self._connection = open_database(path, now)
        self._views: WeakSet[ListView] = WeakSet()

    @property
    def lock(self) -> threading.RLock:
        """The lock that transactions hold. Hold it to do several of them without others in between."""
        return self._lock

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
        return self.get(ROOT)

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

    def rows(self, parent: int, kind: str) -> list[int]:
        """Return the rows of a collection, in order of creation."""
        # One text is fetched faster than many rows.
        query = "SELECT json_group_array(id) FROM node WHERE parent = ? AND kind = ?"
        (found,) = self._connection.execute(query, (parent, kind)).fetchone()
        return sorted(json.loads(found))

    def view(self, rows: Sequence[int], read: Reader) -> ListView:
        """Return a view of rows as they are now, which ends when nothing refers to it.

        Args:
            rows: The rows.
            read: Reads rows with those directly below them; called with the lock held.
        """
        view = ListView(rows, read, self._lock)
        self._views.add(view)
        return view

    # ---- writing

    def add(self, parent: int, kind: str, name: str, doc: Document, data: Document | None = None) -> Node:
        """Add a member to a collection.

        Raises:
            ApiError: The name is taken.
        """
        data = data or {}
        self._preserve(parent)
        with _names_checked(kind, name):
            cursor = self._connection.execute(
                "INSERT INTO node (parent, kind, name, doc, data) VALUES (?, ?, ?, ?, ?)",
                (parent, kind, name, node_text(doc), node_text(data)),
            )
        return Node(cursor.lastrowid or 0, parent, kind, name, doc, data)

    def add_rows(self, owner: int, rows: Iterable[Row]) -> None:
        """Add many nodes below one owner, at any depth.

        Args:
            owner: The row of the owner.
            rows: The rows in order, each after its parent. Their numbers follow the highest one: see `next_row`.
        """
        self._preserve(owner)
        self._connection.executemany("INSERT INTO node VALUES (?, ?, ?, ?, ?, ?)", rows)

    def next_row(self) -> int:
        """Return the number of the next row."""
        highest: int = self._connection.execute("SELECT MAX(id) FROM node").fetchone()[0]
        return highest + 1

    def save(self, node: Node) -> None:
        """Save a node; its name and its parent may have changed.

        Raises:
            ApiError: The new name is taken.
        """
        self._preserve(node.id, node.parent)
        with _names_checked(node.kind, node.name):
            self._connection.execute(
                "UPDATE node SET parent = ?, name = ?, doc = ?, data = ? WHERE id = ?",
                (
                    None if node.parent < 0 else node.parent,
                    node.name,
                    node_text(node.doc),
                    node_text(node.data),
                    node.id,
                ),
            )

    def delete(self, nodes: Iterable[Node]) -> None:
        """Delete nodes and all their descendants."""
        nodes = list(nodes)
        self._preserve(*(row for node in nodes for row in (node.id, node.parent)))
        self._connection.executemany("DELETE FROM node WHERE id = ?", [(node.id,) for node in nodes])

    def clear(self) -> None:
        """Delete all nodes."""
        self._preserve_all()
        self._connection.execute("DELETE FROM node WHERE id <> 0")
        self._connection.execute("UPDATE node SET data = '{}' WHERE id = 0")

    def copy_children(self, source: int, target: int, kinds: Sequence[str]) -> None:
        """Copy the descendants of a node that are of certain kinds, with new identifiers."""
        for kind in kinds:
            for node in self.children(source, kind):
                doc = {**node.doc, "uuid": new_uuid()} if "uuid" in node.doc else node.doc
                copy = self.add(target, kind, node.name, doc, node.data)
                self.copy_children(node.id, copy.id, kinds)

    def _preserve(self, *rows: int) -> None:
        """Prepare for a change of nodes, by their rows and those of their parents."""
        for view in self._views:
            view.preserve(rows)

    def _preserve_all(self) -> None:
        """Prepare for a change of all nodes."""
        for view in self._views:
            view.preserve_all()

    def _nodes(self, rest: str, values: tuple[object, ...]) -> Iterator[Node]:
        # Only constants of this module and of `store` are formatted here; client data is passed as values.
        for row in self._connection.execute(f"SELECT {_COLUMNS} FROM node {rest}", values):  # noqa: S608
            parent = -1 if row[1] is None else row[1]
            yield Node(row[0], parent, row[2], row[3], _read(row[4]), _read(row[5]))


def _read(text: str) -> Document:
    # Half of all documents are empty, and a list of hosts reads many.
    document: Document = {} if text == "{}" else _decode(text)[0]
    return document


@contextmanager
def _names_checked(kind: str, name: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError:
        raise already_exists(kind, name) from None
