"""The store: the tree of nodes, uploaded contents, and queries that know the kinds of nodes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from comodit_client.sandbox.state.contents import Contents
from comodit_client.sandbox.state.nodes import Document, Node, Nodes

__all__ = ["Document", "HostTimes", "Node", "Store"]

_HOST_TIMES = (
    "SELECT parent, MAX(json_extract(data, '$.moments.ready')), MAX(json_extract(data, '$.finish')), "
    "MIN(json_extract(data, '$.fault')) FROM node WHERE kind IN ('instance', 'changes', 'compliance')"
)
#: Rows that are given as a JSON list.
_GIVEN = "(SELECT value FROM json_each(?))"
_HOST_TEXTS = f"""
    SELECT id, parent, doc,
        (SELECT json_group_array(name) FROM
            (SELECT name FROM node c WHERE c.parent = host.id AND c.kind = 'applications' ORDER BY c.id)),
        (SELECT name FROM node c WHERE c.parent = host.id AND c.kind = 'platform'),
        (SELECT name FROM node c WHERE c.parent = host.id AND c.kind = 'distribution')
    FROM node host WHERE id IN {_GIVEN}
"""  # noqa: S608  only constants are formatted
#: Conditions for hosts at or below a node, by the node's kind; `e` is the host's environment.
_BELOW = {
    "root": "? = 0",
    "organizations": "e.parent = ?",
    "environments": "e.id = ?",
    "hosts": "node.id = ?",
}


class HostTimes(NamedTuple):
    """The times that determine the state of a host.

    Attributes:
        ready: When provisioning ends; None without a machine.
        busy_until: When the last task of its changes ends; None without tasks.
        failed: When its first task fails or its first compliance error is reported; None without failures.
    """

    ready: float | None = None
    busy_until: float | None = None
    failed: float | None = None


class HostText(NamedTuple):
    """What is stored of a host and of its contexts.

    Attributes:
        row: The row of the host.
        environment: The row of its environment.
        doc: Its document as JSON.
        applications: The names of its applications as JSON, in order of installation.
        platform: The name of its platform, or None.
        distribution: The name of its distribution, or None.
    """

    row: int
    environment: int
    doc: str
    applications: str
    platform: str | None
    distribution: str | None


class Store(Nodes):
    """The tree of nodes with queries for hosts, links and agendas.

    Attributes:
        contents: The uploaded contents of nodes.
    """

    def __init__(self, path: str) -> None:
        """Open the database, and create its tables if it is new.

        Args:
            path: A file, or ":memory:".
        """
        super().__init__(path)
        self.contents = Contents(self._connection, self._lock)

    def host_times(self, host: int) -> HostTimes:
        """Return the times that determine the state of a host."""
        row = self._connection.execute(f"{_HOST_TIMES} AND parent = ?", (host,)).fetchone()
        return HostTimes(*row[1:])

    def times_of_hosts(self, hosts: Sequence[int]) -> dict[int, HostTimes]:
        """Return the times of those of some hosts that have a machine, by the host's row."""
        rows = self._connection.execute(f"{_HOST_TIMES} AND parent IN {_GIVEN} GROUP BY parent", (json.dumps(hosts),))
        return {row[0]: HostTimes(*row[1:]) for row in rows}

    def host_texts(self, hosts: Sequence[int]) -> Iterator[HostText]:
        """Yield what the rows of some hosts and of their contexts contain."""
        return map(HostText._make, self._connection.execute(_HOST_TEXTS, (json.dumps(hosts),)))

    def setting_texts(self, owners: Sequence[int]) -> Iterator[tuple[int, str, str]]:
        """Yield the settings of some nodes in order of creation: the owner's row, the key and the JSON."""
        query = f"SELECT parent, name, doc FROM node WHERE kind = 'settings' AND parent IN {_GIVEN} ORDER BY id"
        return self._connection.execute(query, (json.dumps(owners),))

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

    def due(self, now: float) -> list[Node]:
        """Return the agenda entries that are due, in order."""
        due = "json_extract(data, '$.due')"
        return list(self._nodes(f"WHERE kind = 'agenda' AND {due} <= ? ORDER BY {due}, id", (now,)))

    def rename_contexts(self, organization: int, context_kind: str, old: str, new: str) -> None:
        """Rename the contexts of a renamed definition."""
        hosts = self.users_of(organization, context_kind, old)
        self._preserve(*(host.id for host in hosts))
        self._connection.executemany(
            "UPDATE node SET name = ? WHERE parent = ? AND kind = ? AND name = ?",
            [(new, host.id, context_kind, old) for host in hosts],
        )
