"""Three-way comparison of a folder and the server: which of them changed a file.

The base of the last sync decides. A file without an entry there, as after an export, is judged by the folder alone. If
it still has the time of the export, it was not edited, and the server changed. The versions in a definition (S16) show
whether the server changed since the export.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from attrs import define, field

from comodit_client.disk.base import Base
from comodit_client.disk.layout import APPLICATION_CONTEXT, ENVIRONMENT, HOST, Single
from comodit_client.disk.payloads import PARTS, list_member, to_payload
from comodit_client.disk.pending import Pending, is_from_push
from comodit_client.disk.place import Place
from comodit_client.disk.scan import Item, digest_of

Side = Literal["folder", "server", "both"]
#: The member of a definition that names its parts of a kind.
NAMED_IN: Mapping[Any, str] = {APPLICATION_CONTEXT: "applications", HOST: "hosts", ENVIRONMENT: "environments"}


def find_changes(
    local: Mapping[str, Item],
    remote: Mapping[str, Item],
    noted: Base,
    pending: Pending,
    is_edited: Callable[[Item], bool],
) -> dict[str, Side]:
    """Find the files that differ, and the side that changed each.

    Args:
        local: The files in the folder.
        remote: The files on the server.
        noted: The base of the last sync.
        pending: The record of an interrupted push.
        is_edited: Returns whether a file in the folder may have been edited since the export.

    Returns:
        The side of each file that differs, by name. It is `both` also if the side is unknown.
    """
    found = _Changes(local, remote, noted, pending, is_edited)
    keys = sorted(local.keys() | remote.keys())
    return _join_conflicts({key: side for key in keys if (side := found.side(key)) is not None}, local, remote)


class _Names:
    """The names in definitions. They are collected once, because a definition may name very many hosts."""

    def __init__(self) -> None:
        self._known: dict[tuple[Place, str], frozenset[str]] = {}

    def has(self, owner: Item, item: Item) -> bool | None:
        """Return whether a definition names a file of its entity; None if definitions do not name such files."""
        if item.content:
            return item.content in self._of(owner, "files")
        if isinstance(item.kind, Single):
            return (owner.document or {}).get(item.kind.member) not in item.kind.absent
        member = None if item.document is None else NAMED_IN.get(item.kind)
        return None if member is None else item.kind.place(item.chain[-1][1])[-1] in self._of(owner, member)

    def _of(self, owner: Item, member: str) -> frozenset[str]:
        key = owner.file, member
        if key not in self._known:
            self._known[key] = frozenset(_strings(owner.document or {}, member))
        return self._known[key]


def _strings(document: Mapping[str, Any], member: str) -> Iterator[str]:
    """Yield the names in a member: those of files, which are objects, or the names themselves."""
    values = document.get(member)
    if member == "files":
        values = [file.get("name") for file in list_member(document, member)]
    yield from (value for value in values if isinstance(value, str)) if isinstance(values, list) else ()


@define(eq=False)
class _Changes:
    """The side that changed each file, computed on demand."""

    _local: Mapping[str, Item]
    _remote: Mapping[str, Item]
    _noted: Base
    _pending: Pending
    _is_edited: Callable[[Item], bool]
    _known: dict[str, Side | None] = field(factory=dict, init=False)
    _names: _Names = field(factory=_Names, init=False)

    def side(self, key: str) -> Side | None:
        if key not in self._known:
            self._known[key] = self._found(key, self._local.get(key), self._remote.get(key))
        return self._known[key]

    def _found(self, key: str, ours: Item | None, theirs: Item | None) -> Side | None:
        if digest_of(ours) == digest_of(theirs):
            return None
        if ours is None and theirs is not None and self._can_only_pull(theirs):
            return "server"
        if key in self._pending and is_from_push(self._pending[key], theirs):
            return "folder"
        if key in self._noted:
            here, there = digest_of(ours) != self._noted[key][0], digest_of(theirs) != self._noted[key][1]
            return "both" if here and there else "folder" if here else "server" if there else None
        if theirs is None:
            return None if ours is None else self._only_local(ours)
        if ours is None:
            return self._only_remote(theirs)
        if not self._is_edited(ours):
            return "server"
        return "folder" if _is_unchanged(ours, theirs) else "both"

    def _can_only_pull(self, theirs: Item) -> bool:
        """Return whether it is a content or a picture that the folder lacks, and whose owner lists it.

        The server cannot delete those, so there is nothing to push.
        """
        owner = self._local.get(theirs.owner)
        return theirs.document is None and owner is not None and self._names.has(owner, theirs) is not False

    def _only_local(self, ours: Item) -> Side:
        above = self._above(ours, self._remote)
        if above == "folder" or above == "both":
            return above
        if not self._is_edited(ours):
            return "server"
        return "both" if above == "server" else "folder"

    def _only_remote(self, theirs: Item) -> Side:
        above = self._above(theirs, self._local)
        if above == "folder" and theirs.owner in self._noted:
            return "both"  # it is new on the server, and the folder deletes its owner
        if above is not None:
            return above
        owner, now = self._local.get(theirs.owner), self._remote.get(theirs.owner)
        if owner is None or now is None or not self._names.has(owner, theirs):
            return "server"
        # It existed when the definition was written, and was deleted from the folder since.
        return "folder" if _is_same_version(owner.document or {}, now.document or {}) else "server"

    def _above(self, item: Item, other: Mapping[str, Item]) -> Side | None:
        """Return the side that added or removed the owner of a file, or the file's name in its owner."""
        owner = other.get(item.owner)
        comes_with_it = item.kind not in (HOST, ENVIRONMENT)
        if owner is None or (comes_with_it and self._names.has(owner, item) is False):
            return self.side(item.owner)
        return None


def _join_conflicts(found: dict[str, Side], local: Mapping[str, Item], remote: Mapping[str, Item]) -> dict[str, Side]:
    """Turn the deletion of an owner into a conflict if the other side changed one of its parts."""
    below: dict[str, list[str]] = defaultdict(list)
    for key in found:
        below[(local.get(key) or remote[key]).owner].append(key)

    order = sorted(found, key=lambda key: (local.get(key) or remote[key]).depth)
    for key in reversed(order):
        gone: Side | None = "folder" if key not in local else "server" if key not in remote else None
        if found[key] == gone and any(found[one] != gone for one in below[key]):
            found[key] = "both"
    for key in order:
        if found[key] == "both" and (key not in local or key not in remote):
            found.update(dict.fromkeys(below[key], "both"))
    return found


def _is_unchanged(ours: Item, theirs: Item) -> bool:
    """Return whether the server still has the version that the folder was exported from."""
    before, now = ours.chain[-1][1], theirs.chain[-1][1]
    if ours.document is None:
        return _is_content_unchanged(ours.content, before, now)
    is_versioned = "version" in before or "version" in now
    if is_versioned and not _is_same_version(before, now):
        return False
    kind = ours.kind.name
    others = {
        member for member in to_payload(kind, before).keys() | to_payload(kind, now).keys() if member not in PARTS
    }
    if not is_versioned and any(before.get(member) != now.get(member) for member in others):
        return False
    return all(_are_parts_unchanged(list_member(before, part), list_member(now, part), is_versioned) for part in PARTS)


def _is_content_unchanged(content: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    entries = [_by_name(list_member(document, "files")).get(content, {}) for document in (before, now)]
    if all("version" in entry for entry in entries):
        before, now = entries
    return _is_same_version(before, now)


def _are_parts_unchanged(before: list[dict[str, Any]], now: list[dict[str, Any]], is_versioned: bool) -> bool:
    """Return whether the server has the same parts as before.

    If the version of the owner is the same, the folder added or removed the parts that are on one side only. If the
    owner has no version, the folder added only parts without a version, which somebody wrote by hand.
    """
    old, new = _by_name(before), _by_name(now)
    for name in old.keys() | new.keys():
        ours, theirs = old.get(name), new.get(name)
        if ours is not None and theirs is not None:
            comparable = "version" in ours and "version" in theirs
            same = ours.get("version") == theirs.get("version") if comparable else is_versioned or ours == theirs
        else:
            same = is_versioned or (ours is not None and "version" not in ours)
        if not same:
            return False
    return True


def _by_name(parts: list[dict[str, Any]]) -> dict[Any, dict[str, Any]]:
    return {part.get("name", part.get("key")): part for part in parts}


def _is_same_version(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    return "version" in before and all(before.get(member) == now.get(member) for member in ("uuid", "version"))
