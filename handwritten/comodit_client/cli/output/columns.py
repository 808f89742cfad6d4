"""The columns of a table: those of the object, or those that the user wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from comodit_client.cli import table
from comodit_client.cli.exits import USAGE, Failure

if TYPE_CHECKING:
    from comodit_client.cli.table import Column


@dataclass
class Columns:
    """The columns that a list can have.

    Args:
        items: The objects of the list.
        usual: The columns of such objects; empty if they have none.
        result: The name of the objects in the schema; empty if it is unknown.
    """

    items: Sequence[dict[str, Any]]
    usual: Sequence[Column]
    result: str = ""

    def __post_init__(self) -> None:
        self.members = dict.fromkeys((*table.MEMBERS.get(self.result, ()), *_members(self.items)))

    def shown(self, names: str | None) -> list[Column]:
        """Return the columns to show.

        Args:
            names: The names that the user gave, separated by commas; None for the usual columns.

        Raises:
            Failure: A column does not exist.
        """
        if names is None:
            return list(self.usual) or [(name, name, "") for name in _members(self.items)]
        return [self.find(name.strip()) for name in names.split(",") if name.strip()]

    def find(self, name: str) -> Column:
        """Return a column.

        Args:
            name: The title of a column, or a member; in upper or lower case.

        Raises:
            Failure: It does not exist; the message names similar ones.
        """
        lower = name.lower()
        for position in (1, 0):  # users read the titles
            for column in self.usual:
                if column[position].lower() == lower:
                    return column
        path = self._path(name)
        if path is None:
            raise Failure(self._objection(name), USAGE)
        return path, path, ""

    def _path(self, name: str) -> str | None:
        if not self.items and not self.members:
            return name  # nothing is known about the objects, and nothing will be shown
        parts = name.split(".")
        for item in self.items:
            found = _resolved(item, parts)
            if found is not None:
                return found
        first = _spelling(self.members, parts[0])
        # The schema knows it, but all these objects do without.
        if first is None or any(item.get(first) is not None for item in self.items):
            return None
        return ".".join([first, *parts[1:]])

    def _objection(self, name: str) -> str:
        known = list(dict.fromkeys([*(title for _, title, _ in self.usual), *self.members]))
        near = get_close_matches(name.lower(), known)
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        return f"Column {name!r} does not exist.{hint} Available columns: {', '.join(known)}."


def _members(items: Sequence[dict[str, Any]]) -> dict[str, None]:
    found: dict[str, None] = {}
    for item in items:
        if not found.keys() >= item.keys():
            found |= dict.fromkeys(item)
    return found


def _resolved(item: Any, parts: Sequence[str]) -> str | None:
    path = []
    for part in parts:
        name = _spelling(item, part) if isinstance(item, dict) else None
        if name is None:
            return None
        path.append(name)
        item = item[name]
    return ".".join(path)


def _spelling(names: dict[str, Any], given: str) -> str | None:
    return given if given in names else next((name for name in names if name.lower() == given.lower()), None)
