"""What differs between a folder and the server, file by file, and on which side it was changed."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Mapping
from dataclasses import InitVar, dataclass, field
from typing import Any

from comodit_client.disk.scan import Item
from comodit_client.disk.sides import Side

#: Contents above this are not shown.
LONGEST = 100_000


@dataclass(frozen=True)
class Diff:
    """A file that differs.

    Args:
        diff_type: What brings it to the other side, or to the server when there is a conflict: `create`, `update` or
            `delete`.
        key: Its name, such as `applications/Shop/definition.json`.
        old_value: What is there before that: the JSON object of a definition, without secrets, or the SHA-256 digest of
            a content or a picture; None when there is nothing.
        new_value: The same of what comes in its place.
        side: Where it was changed: in the folder, on the server, or, as far as is known, on both sides.
        local: The file in the folder; None when it is not there.
        remote: The same of the server; None when it is not there.
        lines: What differs in it, as a person reads it; without secrets.
    """

    diff_type: InitVar[str]
    key: str | None = None
    old_value: Any = field(default=None, repr=False)
    new_value: Any = field(default=None, repr=False)
    type: str = field(init=False)
    side: Side = field(default="both", kw_only=True)
    local: Item | None = field(default=None, repr=False, compare=False, kw_only=True)
    remote: Item | None = field(default=None, repr=False, compare=False, kw_only=True)
    lines: tuple[str, ...] = field(default=(), repr=False, kw_only=True)

    def __post_init__(self, diff_type: str) -> None:
        object.__setattr__(self, "type", diff_type)

    def __str__(self) -> str:
        """A line for the file, and below it what differs: `-` is the server's, `+` the folder's."""
        where = {"folder": "changed in the folder", "server": "changed on the server", "both": "CONFLICT"}[self.side]
        return "\n".join([f"{self.type} {self.key} ({where})", *(f"  {line}" for line in self.lines)])


def compare(
    local: Mapping[str, Item],
    remote: Mapping[str, Item],
    found: Mapping[str, Side],
    shown: Callable[[Item], dict[str, Any]],
) -> list[Diff]:
    """Tell what differs in what a folder and the server hold.

    Args:
        local: What is in the folder.
        remote: What the server has.
        found: What differs, and on which side it was changed.
        shown: Gives what may be shown of a definition.

    Returns:
        What differs, by name.
    """
    return [_diff(key, local.get(key), remote.get(key), found[key], shown) for key in sorted(found)]


def _diff(
    key: str, local: Item | None, remote: Item | None, side: Side, shown: Callable[[Item], dict[str, Any]]
) -> Diff:
    source, target = (remote, local) if side == "server" else (local, remote)
    diff_type = "delete" if source is None else "create" if target is None else "update"
    values = _value(target, shown), _value(source, shown)
    lines = tuple(_difference(local, remote, shown))
    return Diff(diff_type, key, *values, side=side, local=local, remote=remote, lines=lines)


def _value(item: Item | None, shown: Callable[[Item], dict[str, Any]]) -> Any:
    if item is None:
        return None
    return item.digest if item.document is None else shown(item)


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
