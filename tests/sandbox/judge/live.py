"""Paths of the API with names that exist at the time: they are read from the state of the sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from urllib.parse import quote

from comodit_client.sandbox.state.store import Node, Store

#: The parts of a host that have no name of their own.
_SINGLE = ("instance", "platform", "distribution")
#: How often a name does not exist.
_UNKNOWN = 0.05


class LivePaths:
    """Fills the variables of paths with names that exist.

    The tree of the store has the shape of the paths. What is not in it, such as the name of a sensor, is given.

    Args:
        store: The state of the sandbox.
        given: Names by variable.
        random: The source of choices.
    """

    def __init__(self, store: Store, given: Mapping[str, str], random: Random) -> None:
        self._store = store
        self._given = given
        self._random = random

    def names(self, path: str) -> dict[str, str]:
        """Return a name for each variable of a path."""
        names: dict[str, str] = {}
        node: Node | None = self._store.root()
        kind = ""
        for segment in path.strip("/").split("/"):
            if not segment.startswith("{"):
                node = self._single(node, segment)
                kind = f"{kind}/{segment}" if kind in ("store", "purchased") else segment
                continue
            variable = segment[1:-1]
            names[variable] = self._name(node, kind, variable)
            node = self._store.find(node.id, kind, names[variable]) if node else None
            kind = ""
        return names

    def _single(self, node: Node | None, segment: str) -> Node | None:
        single = self._store.single(node.id, segment) if node and segment in _SINGLE else None
        return single or node

    def _name(self, node: Node | None, kind: str, variable: str) -> str:
        if self._random.random() < _UNKNOWN:
            return self._random.choice(("nope", "é ü", "a/b", "x" * 300, "0", "%2F"))
        found = self._store.names(node.id, kind) if node else []
        # The parts of definitions are stored in their documents.
        found = found or [str(part["name"]) for part in (node.doc.get(kind, []) if node else []) if "name" in part]
        return self._random.choice(found) if found else self._given.get(variable, "nope")


def filled(path: str, names: Mapping[str, str]) -> str:
    """Return a path with the names of its variables, percent-encoded."""
    for name, value in names.items():
        path = path.replace(f"{{{name}}}", quote(value, safe="/" if name == "resource_path" else ""))
    return path
