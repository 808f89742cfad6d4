# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/parts.py.
# Do not edit: change that, then run `make generate`.
"""What a definition lists and an update sends one by one: files, parameters, settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comodit_client.api._transfer.actions import (
    Action,
    CreateEntity,
    DeleteEntity,
    EntityAction,
    UpdateEntity,
    on_server,
)
from comodit_client.disk.payloads import PARTS, list_member, to_payload
from comodit_client.disk.restore import restored
from comodit_client.rest.exceptions import EntityNotFoundException

if TYPE_CHECKING:
    from comodit_client.api.entity import Entity

#: The member of the definition that lists a kind of part.
MEMBERS: Mapping[str, str] = {"file": "files", "parameter": "parameters"}
#: What of a setting is its value; the rest comes from the server.
VALUES = ("value", "link", "property")


def compared(
    owner: Entity, kind: str, item: Mapping[str, Any], update: bool, skip_unchanged: bool = False
) -> EntityAction | None:
    """Compare a file or a parameter of an entity that exists with what its definition lists.

    Args:
        owner: The entity.
        kind: `file` or `parameter`.
        item: The file or the parameter, as the definition has it.
        update: Whether one that exists is updated; it is a conflict otherwise.
        skip_unchanged: Whether to leave out an update that changes nothing.

    Returns:
        What is to be done; None for nothing.
    """
    part = getattr(owner, MEMBERS[kind])().wrap(dict(item))
    remote = on_server(part)
    if remote is None or not update:
        return CreateEntity(remote is not None, part, kind)
    if merge(kind, part, remote, item) or not skip_unchanged:
        return UpdateEntity(part, kind)
    return None


def merge(kind: str, entity: Entity, remote: Entity, document: Mapping[str, Any], whole: bool = False) -> bool:
    """Complete an entity for its update: what the server owns and the secrets that the folder leaves out stay.

    Args:
        kind: The name of its kind.
        entity: The entity, as it is in the folder.
        remote: The same, as it is on the server.
        document: The definition.
        whole: Whether other members that the definition leaves out are removed, and not kept.

    Returns:
        Whether there is anything to update; parts with collections of their own do not count.
    """
    current = remote.get_json()
    wanted = to_payload(kind, restored(document, remote))
    kept = current
    if whole:
        kept = {member: value for member, value in current.items() if member not in to_payload(kind, current)}
    entity.set_json({**kept, **wanted})
    after = to_payload(kind, entity.get_json())
    members = (after.keys() | to_payload(kind, current).keys()) - {*parts_of(entity)}
    return any(after.get(member) != current.get(member) for member in members)


def parts_of(entity: Entity) -> list[str]:
    """Tell which members of a definition are collections of their own, which an update of the entity passes over.

    Args:
        entity: The entity.

    Returns:
        The members; those that are only members, as the parameters of a webhook, are not among them.
    """
    return [member for member in PARTS if callable(getattr(type(entity), member, None))]


def changed_settings(owner: Any, remote: Entity, document: Mapping[str, Any]) -> list[Action]:
    """Compare the settings of an entity that exists with those that its definition lists.

    Args:
        owner: The entity.
        remote: The same, as it is on the server.
        document: The definition.

    Returns:
        What is to be done; nothing for settings that are the same.
    """
    actions: list[Action] = []
    present = {setting.get("key"): setting for setting in list_member(remote.get_json(), "settings")}
    for item in list_member(document, "settings"):
        current = present.get(item.get("key"))
        if current is None:
            actions.append(CreateEntity(False, owner.settings().wrap(item), "setting"))
        elif any(current.get(member) != item.get(member) for member in VALUES if member in item):
            actions.append(UpdateEntity(owner.settings().wrap({**current, **item}), "setting"))
    return actions


def unlisted(owner: Any, kind: str, document: Mapping[str, Any], whole: bool = False) -> list[Action]:
    """Find the files, parameters or settings of an entity that exists which its definition does not list.

    Args:
        owner: The entity.
        kind: `file`, `parameter` or `setting`.
        document: The definition.
        whole: Whether a definition that says nothing of the kind means that there are none.

    Returns:
        Their deletions; none when the definition says nothing of the kind and is not `whole`.
    """
    member = f"{kind}s"
    if not whole and not isinstance(document.get(member), list):
        return []
    collection = getattr(owner, member)()
    wanted = {collection.wrap(item).identifier for item in list_member(document, member)}
    found = collection.list()
    return [DeleteEntity(part, kind) for part in found if part.identifier not in wanted]


def has_content(owner: Any, file_name: str) -> bool:
    """Tell whether the server has a content for a file.

    Args:
        owner: The owner of the file.
        file_name: The name of the file.

    Returns:
        True when it has one, even if that is empty.
    """
    try:
        with Path(os.devnull).open("wb") as nowhere:
            owner.files().wrap({"name": file_name}).save_content(nowhere)
    except EntityNotFoundException:
        return False
    return True


def has_thumbnail(owner: Any) -> bool:
    """Tell whether the server has a picture of an entity.

    Args:
        owner: The entity.

    Returns:
        True when it has one.
    """
    try:
        owner.read_thumbnail_content()
    except EntityNotFoundException:
        return False
    return True
