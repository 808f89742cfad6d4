"""Merging of a definition, which may state only some members, with the entity on the server."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from comodit_client.disk.payloads import list_member
from comodit_client.disk.restore import IDENTITIES, restore_secrets
from comodit_client.wire.view import View

#: Members that the server sets in each object; those of a definition may come from another server.
OF_THE_SERVER = ("uuid", "version")
#: The members of a setting that hold its value. A definition that has one of them states all.
VALUES = ("value", "link", "property")


def merge(document: Mapping[str, Any], current: View, parts: Collection[str], prune: bool) -> dict[str, Any]:
    """Complete a definition with what it does not state.

    Members that the definition lacks are kept. A null removes a member, except a secret. An object that the API
    describes is merged member by member; free values, such as that of a setting, are taken whole. A list states all of
    its items, except a list of parts without `prune`.

    Args:
        document: The definition.
        current: The entity on the server.
        parts: The members that are collections of their own: files, parameters and settings.
        prune: Whether a list of parts states all of them.

    Returns:
        The definition that the server shall have.
    """
    stated = restore_secrets(document, current)
    result = _merged(stated, current)
    for member in parts:
        if member in stated:
            result[member] = _parts(list_member(stated, member), current, member, prune)
    return result


def _merged(stated: Mapping[str, Any], current: View) -> dict[str, Any]:
    held = current.get_json()
    found = {
        member: _value(value, current, member)
        for member, value in stated.items()
        if member not in OF_THE_SERVER or member not in held
    }
    return {**held, **{member: value for member, value in found.items() if value is not None or member in held}}


def _value(stated: Any, owner: View, member: str) -> Any:
    held, name = owner.get_json().get(member), owner.MEMBERS.get(member)
    if name is None or type(held) is not type(stated) or not isinstance(held, (dict, list)):
        return stated
    view = getattr(owner, name)
    if isinstance(view, View) and isinstance(stated, dict):
        return _merged(stated, view)
    if isinstance(stated, list) and not isinstance(view, View):
        return _items(stated, [item for item in view if isinstance(item, View)])
    return stated


def _items(stated: list[Any], views: list[View]) -> list[Any]:
    """Merge the items of a list with those on the server that they mean. No item stands for two."""
    found: dict[int, View] = {}
    left = list(views)
    for is_meant in (_is_stated, _has_identity):
        for number, item in enumerate(stated):
            if number in found or not isinstance(item, dict):
                continue
            same_place = views[number : number + 1]
            for view in [*same_place, *views]:
                if any(view is other for other in left) and is_meant(item, view.get_json()):
                    found[number] = view
                    left = [other for other in left if other is not view]
                    break
    return [_merged(item, found[number]) if number in found else item for number, item in enumerate(stated)]


def _is_stated(stated: Any, held: Any) -> bool:
    """Return whether a value has all that a definition states."""
    if not isinstance(stated, dict) or not isinstance(held, dict):
        return bool(stated == held)
    return all(_is_stated(value, held.get(member)) for member, value in stated.items() if member not in OF_THE_SERVER)


def _has_identity(stated: Mapping[str, Any], held: Mapping[str, Any]) -> bool:
    identity = next((member for member in IDENTITIES if stated.get(member)), None)
    return identity is not None and held.get(identity) == stated[identity]


def _parts(stated: list[dict[str, Any]], owner: View, member: str, prune: bool) -> list[dict[str, Any]]:
    """Merge parts in the order of the server, because no request can change it; new ones come last."""
    views = [view for view in getattr(owner, owner.MEMBERS[member]) if isinstance(view, View)]
    name = "key" if member == "settings" else "name"
    wanted = {item.get(name): item for item in stated}
    result = []
    for view in views:
        held = view.get_json()
        item = wanted.pop(held.get(name), None)
        if item is not None:
            result.append(_setting(item, view) if member == "settings" else _merged(item, view))
        elif not prune:
            result.append(held)
    return [*result, *wanted.values()]


def _setting(stated: Mapping[str, Any], view: View) -> dict[str, Any]:
    others = {member: None for member in VALUES if any(stated.get(name) is not None for name in VALUES)}
    return _merged({**others, **stated}, view)
