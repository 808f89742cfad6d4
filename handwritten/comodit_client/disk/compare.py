"""Differences between a folder and the server, file by file, each with the side that changed."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from comodit_client.disk.scan import Item
from comodit_client.disk.sides import Side

#: The size in bytes up to which the lines of a content are compared.
LONGEST = 100_000


@frozen
class Diff:
    """A file that differs.

    Args:
        diff_type: The change that a sync makes on the other side: `create`, `update` or `delete`. In a conflict, the
            change that a push makes.
        key: The name of the file, such as `applications/Shop/definition.json`.
        old_value: The value before that change: the JSON object of a definition, without secrets, or the SHA-256
            digest of a content or a picture. None if the file does not exist.
        new_value: The value after that change, in the same form.
        side: The side that changed: the folder, the server, or both. It is also `both` if that is unknown.
        local: The file in the folder, if there is one.
        remote: The file on the server, if there is one.
        lines: The differing lines, without secrets.
    """

    type: str = field(alias="diff_type")
    key: str | None = None
    old_value: dict[str, Any] | str | None = field(default=None, repr=False)
    new_value: dict[str, Any] | str | None = field(default=None, repr=False)
    side: Side = field(default="both", kw_only=True)
    local: Item | None = field(default=None, repr=False, eq=False, kw_only=True)
    remote: Item | None = field(default=None, repr=False, eq=False, kw_only=True)
    lines: tuple[str, ...] = field(default=(), repr=False, kw_only=True)

    def __str__(self) -> str:
        """Return a line for the file, and the differing lines below it: `-` for the server, `+` for the folder."""
        where = {"folder": "changed in the folder", "server": "changed on the server", "both": "CONFLICT"}[self.side]
        return "\n".join([f"{self.type} {self.key} ({where})", *(f"  {line}" for line in self.lines)])


def compare(
    local: Mapping[str, Item],
    remote: Mapping[str, Item],
    found: Mapping[str, Side],
    shown: Callable[[Item], dict[str, Any]],
) -> list[Diff]:
    """Describe the differences between a folder and the server.

    Args:
        local: The files in the folder.
        remote: The files on the server.
        found: The names of the files that differ, each with the side that changed.
        shown: Returns the part of a definition that may be shown.

    Returns:
        The differences, sorted by name.
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


def _value(item: Item | None, shown: Callable[[Item], dict[str, Any]]) -> dict[str, Any] | str | None:
    if item is None:
        return None
    return item.digest if item.document is None else shown(item)


def _difference(ours: Item | None, theirs: Item | None, shown: Callable[[Item], dict[str, Any]]) -> list[str]:
    old, new = _text(theirs, shown), _text(ours, shown)
    if old is None or new is None:
        return [f"{_size(theirs)} on the server, {_size(ours)} in the folder"]
    lines = list(difflib.unified_diff(old, new, n=1, lineterm=""))[2:]
    return lines or (["only secrets or invisible characters differ"] if ours and theirs else [])


def _text(item: Item | None, shown: Callable[[Item], dict[str, Any]]) -> list[str] | None:
    if item is None:
        return []
    if item.document is not None:
        return json.dumps(shown(item), indent=2, ensure_ascii=False, sort_keys=True).splitlines()
    with item.file.open() as opened:
        content = opened.read(LONGEST + 1)
    if len(content) > LONGEST:
        return None
    try:
        return content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return None


def _size(item: Item | None) -> str:
    found = None if item is None else item.file.status()
    return "nothing" if found is None else f"{found.st_size} bytes"
