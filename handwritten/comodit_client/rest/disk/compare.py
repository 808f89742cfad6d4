"""What differs between a folder and the server, file by file, and on which side it was changed."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from comodit_client.rest.disk.base import Base
from comodit_client.rest.disk.posted import PARTS
from comodit_client.rest.disk.scan import Item

Side = Literal["folder", "server", "both"]
#: Contents above this are not shown.
LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Diff:
    """A file that differs.

    Args:
        key: Its name, such as `applications/Shop/definition.json`.
        side: Where it was changed: in the folder, on the server, or, as far as is known, on both sides.
        local: The file in the folder; None when it is not there.
        remote: The same of the server; None when it is not there.
        lines: What differs in it, as a person reads it; without secrets.
    """

    key: str
    side: Side
    local: Item | None = field(repr=False, compare=False)
    remote: Item | None = field(repr=False, compare=False)
    lines: tuple[str, ...] = field(default=(), repr=False)

    @property
    def type(self) -> str:
        """What brings it to the other side, or to the server when there is a conflict: `create`, `update`, `delete`."""
        source, target = (self.remote, self.local) if self.side == "server" else (self.local, self.remote)
        return "delete" if source is None else "create" if target is None else "update"

    def __str__(self) -> str:
        """A line for the file, and below it what differs: `-` is the server's, `+` the folder's."""
        where = {"folder": "changed in the folder", "server": "changed on the server", "both": "CONFLICT"}[self.side]
        return "\n".join([f"{self.type} {self.key} ({where})", *(f"  {line}" for line in self.lines)])


def compare(
    local: Mapping[str, Item], remote: Mapping[str, Item], base: Base, shown: Callable[[Item], dict[str, Any]]
) -> list[Diff]:
    """Compare what a folder and the server hold.

    Args:
        local: What is in the folder.
        remote: What the server has.
        base: What both were like when they were last brought together.
        shown: Gives what may be shown of a definition.

    Returns:
        What differs, by name.
    """
    found = []
    for key in sorted(local.keys() | remote.keys()):
        ours, theirs = local.get(key), remote.get(key)
        side = _side(ours, theirs, base.get(key))
        if side is not None:
            found.append(Diff(key, side, ours, theirs, tuple(_difference(ours, theirs, shown))))
    return found


def _side(ours: Item | None, theirs: Item | None, noted: tuple[str, str] | None) -> Side | None:
    if ours is not None and theirs is not None and ours.digest == theirs.digest:
        return None
    if noted is not None:
        here, there = digest_of(ours) != noted[0], digest_of(theirs) != noted[1]
        return "both" if here and there else "folder" if here else "server" if there else None
    if ours is None or theirs is None:  # new on one side; that it was deleted on the other is not known
        return "folder" if theirs is None else "server"
    return "folder" if _is_unchanged(ours, theirs) else "both"


def digest_of(item: Item | None) -> str:
    """Give the digest of a file.

    Args:
        item: The file, or None.

    Returns:
        The digest; empty when there is none.
    """
    return "" if item is None else item.digest


def _is_unchanged(ours: Item, theirs: Item) -> bool:
    """Whether the server has still the version that the folder was written from; a version does not count the parts."""
    if ours.document is None or theirs.document is None:
        return False
    members = ("uuid", "version", *PARTS)
    return "version" in ours.document and all(ours.document.get(one) == theirs.document.get(one) for one in members)


def _difference(ours: Item | None, theirs: Item | None, shown: Callable[[Item], dict[str, Any]]) -> list[str]:
    old, new = _text(theirs, shown), _text(ours, shown)
    if old is None or new is None:
        return [f"{_size(theirs)} on the server, {_size(ours)} in the folder"]
    lines = list(difflib.unified_diff(old, new, n=1, lineterm=""))[2:]
    return lines or (["what differs is secret, or does not show"] if ours and theirs else [])


def _text(item: Item | None, shown: Callable[[Item], dict[str, Any]]) -> list[str] | None:
    if item is None:
        return []
    if item.document is not None:
        return json.dumps(shown(item), indent=2, ensure_ascii=False, sort_keys=True).splitlines()
    if item.file.stat().st_size > LONGEST:
        return None
    try:
        return item.file.read_bytes().decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return None


def _size(item: Item | None) -> str:
    return "nothing" if item is None else f"{item.file.stat().st_size} bytes"
