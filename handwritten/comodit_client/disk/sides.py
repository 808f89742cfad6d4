"""On which side a file was changed, of a folder and the server.

What was noted when both were last brought together tells it. For what was never noted, as after an export, the folder
tells by itself: a file that still has the time of the export was not edited, so what differs is the server's change;
the versions in a definition (S16) tell whether the server is still as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Literal

from comodit_client.disk.base import Base
from comodit_client.disk.layout import APPLICATION_CONTEXT, ENVIRONMENT, HOST, Single
from comodit_client.disk.payloads import PARTS, list_member, to_payload
from comodit_client.disk.pending import Pending, is_of_push
from comodit_client.disk.scan import Item, digest_of

Side = Literal["folder", "server", "both"]
#: The member of a definition that names what hangs on it, by the kind of that.
NAMED_IN: Mapping[Any, str] = {APPLICATION_CONTEXT: "applications", HOST: "hosts", ENVIRONMENT: "environments"}


def sides(
    local: Mapping[str, Item],
    remote: Mapping[str, Item],
    noted: Base,
    pending: Pending,
    is_edited: Callable[[Item], bool],
) -> dict[str, Side]:
    """Find what was changed, and where.

    Args:
        local: What is in the folder.
        remote: What the server has.
        noted: What both were like when they were last brought together.
        pending: What a push that was stopped midway was about to send.
        is_edited: Tells of a file of the folder whether it may have been edited since it was exported.

    Returns:
        The side of each file that differs, by name; `both` also where it is not known.
    """
    found = _Sides(local, remote, noted, pending, is_edited)
    keys = sorted(local.keys() | remote.keys())
    return _agreeing({key: side for key in keys if (side := found.side(key)) is not None}, local, remote)


class _Sides:
    def __init__(
        self,
        local: Mapping[str, Item],
        remote: Mapping[str, Item],
        noted: Base,
        pending: Pending,
        is_edited: Callable[[Item], bool],
    ) -> None:
        self._local = local
        self._remote = remote
        self._noted = noted
        self._pending = pending
        self._is_edited = is_edited
        self._known: dict[str, Side | None] = {}

    def side(self, key: str) -> Side | None:
        if key not in self._known:
            self._known[key] = self._found(key, self._local.get(key), self._remote.get(key))
        return self._known[key]

    def _found(self, key: str, ours: Item | None, theirs: Item | None) -> Side | None:
        if digest_of(ours) == digest_of(theirs):
            return None
        if ours is None and theirs is not None and self._is_wanted(theirs):
            return "server"
        if key in self._pending and is_of_push(self._pending[key], theirs):
            return "folder"
        if key in self._noted:
            here, there = digest_of(ours) != self._noted[key][0], digest_of(theirs) != self._noted[key][1]
            return "both" if here and there else "folder" if here else "server" if there else None
        if theirs is None:
            return None if ours is None else self._only_here(ours)
        if ours is None:
            return self._only_there(theirs)
        if not self._is_edited(ours):
            return "server"
        return "folder" if _is_unchanged(ours, theirs) else "both"

    def _is_wanted(self, theirs: Item) -> bool:
        """Whether it is a content or a picture that the folder lacks and still has the place for.

        The server cannot delete those: there is nothing to push, only something to pull.
        """
        owner = self._local.get(theirs.owner)
        return theirs.document is None and owner is not None and _names(owner, theirs) is not False

    def _only_here(self, ours: Item) -> Side:
        above = self._above(ours, self._remote)
        if above == "folder" or above == "both":
            return above
        if not self._is_edited(ours):
            return "server"
        return "both" if above == "server" else "folder"

    def _only_there(self, theirs: Item) -> Side:
        above = self._above(theirs, self._local)
        if above == "folder" and theirs.owner in self._noted:
            return "both"  # it came after what it hangs on was noted, which goes in the folder
        if above is not None:
            return above
        owner, now = self._local.get(theirs.owner), self._remote.get(theirs.owner)
        if owner is None or now is None or not _names(owner, theirs):
            return "server"
        # It was there when the definition was written, and is no longer in the folder.
        return "folder" if _is_same_version(owner.document or {}, now.document or {}) else "server"

    def _above(self, item: Item, other: Mapping[str, Item]) -> Side | None:
        """The side on which what the file hangs on came, went, or came to name the file or no longer to do so."""
        owner = other.get(item.owner)
        comes_with_it = item.kind not in (HOST, ENVIRONMENT)
        if owner is None or (comes_with_it and _names(owner, item) is False):
            return self.side(item.owner)
        return None


def _agreeing(found: dict[str, Side], local: Mapping[str, Item], remote: Mapping[str, Item]) -> dict[str, Side]:
    """What is deleted on one side takes nothing along that was changed on the other: all of it is a conflict then."""
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


def _names(owner: Item, item: Item) -> bool | None:
    """Whether a definition names a file that hangs on its entity; None where definitions name no such files."""
    document = owner.document or {}
    if item.content:
        return any(file.get("name") == item.content for file in list_member(document, "files"))
    if isinstance(item.kind, Single):
        return document.get(item.kind.member) not in item.kind.absent
    member = None if item.document is None else NAMED_IN.get(item.kind)
    if member is None:
        return None
    names = document.get(member)
    return isinstance(names, list) and item.kind.place(item.chain[-1][1])[-1] in names


def _is_unchanged(ours: Item, theirs: Item) -> bool:
    """Whether the server still has the version that the folder was written from."""
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
    """Whether the server has the same parts as before.

    One that is on one side only came or went in the folder if the version of the owner is still the same. Where that
    has none, it is the folder's only if it was written there by hand: the server would have told a version.
    """
    old, new = _by_name(before), _by_name(now)
    for name in old.keys() | new.keys():
        ours, theirs = old.get(name), new.get(name)
        if ours is not None and theirs is not None:
            told = "version" in ours and "version" in theirs
            same = ours.get("version") == theirs.get("version") if told else is_versioned or ours == theirs
        else:
            same = is_versioned or (ours is not None and "version" not in ours)
        if not same:
            return False
    return True


def _by_name(parts: list[dict[str, Any]]) -> dict[Any, dict[str, Any]]:
    return {part.get("name", part.get("key")): part for part in parts}


def _is_same_version(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    return "version" in before and all(before.get(member) == now.get(member) for member in ("uuid", "version"))
