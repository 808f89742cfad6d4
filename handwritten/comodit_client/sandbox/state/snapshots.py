"""Snapshots: copies of the state of a sandbox, with the time and the faults."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError, bad_request

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.active import SavedFault


@frozen
class Snapshot:
    """The state of a sandbox at one time.

    Attributes:
        state: The entities, the uploaded contents and the agenda.
        time: The time of the sandbox.
        faults: The injected faults.
    """

    state: sqlite3.Connection
    time: float
    faults: Sequence[SavedFault]


class Snapshots:
    """The named snapshots of a sandbox."""

    def __init__(self) -> None:
        self._snapshots: dict[str, Snapshot] = {}

    def names(self) -> list[str]:
        """Return the names, in order of creation."""
        return list(self._snapshots)

    def new_name(self) -> str:
        """Return a name that is not taken."""
        names = (f"snapshot-{number}" for number in count(1))
        return next(name for name in names if name not in self._snapshots)

    def add(self, name: str, snapshot: Snapshot) -> None:
        """Add a snapshot; one with the same name is replaced."""
        replaced = self._snapshots.pop(name, None)
        self._snapshots[name] = snapshot
        if replaced is not None:
            replaced.state.close()

    def get(self, name: str) -> Snapshot:
        """Return a snapshot.

        Raises:
            ApiError: It does not exist.
        """
        if name not in self._snapshots:
            known = ", ".join(self._snapshots) or "none"
            raise ApiError(404, f"Snapshot {name} does not exist; existing snapshots: {known}")
        return self._snapshots[name]

    def close(self) -> None:
        """Drop all snapshots."""
        for snapshot in self._snapshots.values():
            snapshot.state.close()
        self._snapshots.clear()


def checked_name(name: object) -> str:
    """Return the name of a snapshot.

    Raises:
        ApiError: It is not text, or empty.
    """
    if not isinstance(name, str) or not name:
        raise bad_request("The name of a snapshot must be non-empty text")
    return name
