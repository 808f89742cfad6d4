"""The store: the tree of nodes, uploaded contents, and queries that know the kinds of nodes."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from comodit_client.sandbox.state.contents import Contents
from comodit_client.sandbox.state.database_copies import new_copy, read_copy, replace_all, write_copy
from comodit_client.sandbox.state.nodes import Document, Node, Nodes

__all__ = ["Document", "Node", "Store"]

_READY, _FINISH, _FAULT = (f"json_extract(data, '$.{path}')" for path in ("moments.ready", "finish", "fault"))
#: What determines the state of a host. Its index has all values, so no JSON is parsed.
_TIMES = "FROM node INDEXED BY node_moments WHERE (kind = 'instance' OR kind = 'changes' OR kind = 'compliance')"
#: The state of a host at a given time (S39, S41). After a provisioning that failed, the time of READY is negative.
_STATE = f"""
    SELECT CASE
        WHEN MAX({_READY}) IS NULL THEN 'DEFINED'
        WHEN MAX({_READY}) < 0 THEN 'ERROR'
        WHEN MAX({_READY}) > :now THEN 'PROVISIONING'
        WHEN MAX({_FINISH}) > :now THEN 'UPDATING'
        WHEN MIN({_FAULT}) <= :now THEN 'ERROR'
        ELSE 'READY'
    END {_TIMES}
"""
#: Rows that are given as a JSON list.
_GIVEN = "(SELECT value FROM json_each(:rows))"
_CONTEXTS = "FROM node c WHERE c.parent = host.id AND c.kind"
_HOST_TEXTS = f"""
    SELECT
        id,
        parent,
        substr(doc, 1, length(doc) - 1)
            || ',"applications":'
            || (SELECT json_group_array(name) FROM (SELECT name {_CONTEXTS} = 'applications' ORDER BY c.id))
            || coalesce((SELECT ',"platform":' || json_quote(name) {_CONTEXTS} = 'platform'), '')
            || coalesce((SELECT ',"distribution":' || json_quote(name) {_CONTEXTS} = 'distribution'), ''),
        ({_STATE} AND parent = host.id)
    FROM node host WHERE id IN {_GIVEN}
"""  # noqa: S608  only constants are formatted
_SETTING_TEXTS = f"""
    SELECT parent, name, doc FROM node WHERE kind = 'settings' AND parent IN {_GIVEN} ORDER BY id
"""  # noqa: S608
#: Hosts whose names contain a text.
_NAMED = "FROM node WHERE kind = 'hosts' AND instr(lower(name), lower(?))"
_BELOW_GIVEN = "WHERE parent IN (SELECT value FROM json_each(?))"
#: Changes that are in progress or have failed at a given time.
_OPEN = f"kind = 'changes' AND ({_FINISH} > ? OR {_FAULT} <= ?)"
#: Conditions for hosts at or below a node, by the node's kind; `e` is the host's environment.
_BELOW = {
    "root": "? = 0",
    "organizations": "e.parent = ?",
    "environments": "e.id = ?",
    "hosts": "node.id = ?",
}


class Store(Nodes):
    """The tree of nodes with queries for hosts, links and agendas.

    Attributes:
        contents: The uploaded contents of nodes.
        generation: The number of times that all of the state was replaced.
    """

    def __init__(self, path: str, now: Callable[[], float] = time.time) -> None:
        """Open the database, and create its tables if it is new.

        Args:
            path: A file, or ":memory:".
            now: Returns the time of the sandbox, which the migration of an older file needs.
        """
        super().__init__(path, now)
        self.contents = Contents(self._connection, self._lock)
        self.generation = 0

    # ---- the state as a whole

    def copy(self) -> sqlite3.Connection:
        """Return a copy of the state in a temporary database.

        Raises:
            ApiError: The disk has no room for it.
        """
        with self._lock:
            return new_copy(self._connection)

    def restore(self, copy: sqlite3.Connection) -> None:
        """Replace the state by a copy. Lists that are being read keep the state at their beginning.

        Raises:
            ApiError: The disk has no room for it.
        """
        with self._lock:
            self._preserve_all()
            replace_all(self._connection, copy)
            self.generation += 1
            self.contents.note_restored()

    def write_copy(self, path: Path, root_data: Document, copy: sqlite3.Connection | None = None) -> None:
        """Write the state to a file, whole or not at all.

        Args:
            path: The file; an existing one is replaced.
            root_data: Members to add to the server's data of the root in the file.
            copy: The copy to write. Default: the present state.

        Raises:
            ApiError: The file cannot be written.
        """
        with self._lock:
            write_copy(copy or self._connection, path, root_data)

    def read_copy(self, path: Path) -> None:
        """Replace the state by that in a file, which stays as it is.

        Raises:
            sqlite3.Error: The file cannot be read, or it is not a database of this sandbox.
        """
        with self._lock:
            read_copy(path, self._connection)
            self.contents.note_restored()

    def host_state(self, host: int, now: float) -> str:
        """Return the state of a host at a given time."""
        query = f"{_STATE} AND parent = :host"
        state: str = self._connection.execute(query, {"now": now, "host": host}).fetchone()[0]
        return state

    def busy_until(self, host: int) -> float:
        """Return when the last task of a host's changes ends; 0 without tasks."""
        query = f"SELECT MAX({_FINISH}) {_TIMES} AND parent = ?"
        busy_until: float | None = self._connection.execute(query, (host,)).fetchone()[0]
        return busy_until or 0.0

    def host_texts(self, hosts: Sequence[int], now: float) -> Iterator[tuple[int, int, str, str]]:
        """Yield the rows of some hosts, those of their environments, their JSON, and their states at a given time.

        The JSON has the stored members and the contexts, and no closing brace, so that more members can be added.
        """
        return self._connection.execute(_HOST_TEXTS, {"rows": json.dumps(hosts), "now": now})

    def setting_texts(self, owners: Sequence[int]) -> Iterator[tuple[int, str, str]]:
        """Yield the settings of some nodes in order of creation: the owner's row, the key and the JSON."""
        return self._connection.execute(_SETTING_TEXTS, {"rows": json.dumps(owners)})

    def hosts_in(self, owner: Node) -> list[Node]:
        """Return the hosts at or below a node; none for nodes that cannot own hosts."""
        return self._hosts(owner, "")

    def provisioned_hosts(self, owner: Node) -> list[Node]:
        """Return the hosts at or below a node that have an instance."""
        return self._hosts(owner, "JOIN node i ON i.parent = node.id AND i.kind = 'instance'")

    def _hosts(self, owner: Node, join: str) -> list[Node]:
        if owner.kind not in _BELOW:
            return []
        rest = f"{join} JOIN node e ON e.id = node.parent WHERE node.kind = 'hosts' AND {_BELOW[owner.kind]}"
        return list(self._nodes(f"{rest} ORDER BY node.id", (owner.id,)))

    def count_hosts(self, text: str = "") -> int:
        """Return the number of hosts whose names contain a text, in any case."""
        count: int = self._connection.execute(f"SELECT count(*) {_NAMED}", (text,)).fetchone()[0]
        return count

    def hosts_named(self, text: str, limit: int) -> list[int]:
        """Return the rows of the first hosts whose names contain a text, in any case."""
        rows = self._connection.execute(f"SELECT id {_NAMED} ORDER BY id LIMIT ?", (text, limit))
        return [row for (row,) in rows]

    def below(self, owners: Sequence[int], kind: str) -> list[Node]:
        """Return the nodes of a kind directly below some nodes, in order of creation."""
        return list(self._nodes(f"{_BELOW_GIVEN} AND kind = ? ORDER BY id", (json.dumps(owners), kind)))

    def open_changes(self, hosts: Sequence[int], now: float) -> list[Node]:
        """Return the changes of some hosts that are in progress or have failed at a given time, in order."""
        return list(self._nodes(f"{_BELOW_GIVEN} AND {_OPEN} ORDER BY id", (json.dumps(hosts), now, now)))

    def has_links(self) -> bool:
        """Return whether any setting is a link to another one."""
        query = "SELECT 1 FROM node WHERE kind = 'settings' AND json_extract(doc, '$.link') IS NOT NULL LIMIT 1"
        return self._connection.execute(query).fetchone() is not None

    def users_of(self, organization: int, context_kind: str, name: str) -> list[Node]:
        """Return the hosts of an organization with a context of a definition."""
        return list(
            self._nodes(
                "JOIN node c ON c.parent = node.id AND c.kind = ? AND c.name = ? JOIN node e ON e.id = node.parent "
                "WHERE node.kind = 'hosts' AND e.parent = ? ORDER BY node.id",
                (context_kind, name, organization),
            )
        )

    def due(self, now: float) -> Iterator[Node]:
        """Yield the agenda entries that are due, in order."""
        due = "json_extract(data, '$.due')"
        return self._nodes(f"INDEXED BY node_due WHERE kind = 'agenda' AND {due} <= ? ORDER BY {due}, id", (now,))

    def rename_contexts(self, organization: int, context_kind: str, old: str, new: str) -> None:
        """Rename the contexts of a renamed definition."""
        hosts = self.users_of(organization, context_kind, old)
        self._preserve(*(host.id for host in hosts))
        self._connection.executemany(
            "UPDATE node SET name = ? WHERE parent = ? AND kind = ? AND name = ?",
            [(new, host.id, context_kind, old) for host in hosts],
        )
