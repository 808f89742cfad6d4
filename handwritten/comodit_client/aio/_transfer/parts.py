"""The parts that a definition lists and an update sends one by one: files, parameters and settings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comodit_client.aio._transfer.actions import (
    Action,
    CreateEntity,
    DeleteEntity,
    UpdateEntity,
    fetch_current,
)
from comodit_client.aio._transfer.options import Options
from comodit_client.disk.payloads import PARTS, list_member, to_payload
from comodit_client.disk.restore import restore_secrets
from comodit_client.rest.exceptions import EntityNotFoundException

if TYPE_CHECKING:
    from comodit_client.aio.entity import Entity

#: The member of the definition that lists a kind of part.
MEMBERS: Mapping[str, str] = {"file": "files", "parameter": "parameters"}
#: The members of a setting that hold its value. The server sets the others.
VALUES = ("value", "link", "property")


def find_addressable(
    owner: Any, kind: str, document: Mapping[str, Any], options: Options, left_out: list[str]
) -> Iterator[dict[str, Any]]:
    """Find the files or parameters in a definition that can be addressed.

    Args:
        owner: The entity.
        kind: `file` or `parameter`.
        document: The definition.
        options: The options of the import.
        left_out: The list to which the others are added.

    Yields:
        The files or parameters.
    """
    collection = getattr(owner, MEMBERS[kind])()
    for item in list_member(document, MEMBERS[kind]):
        if options.has_url(kind, collection.wrap(dict(item)).identifier, left_out):
            yield item


async def compare_part(
    owner: Entity, kind: str, item: Mapping[str, Any], update: bool, skip_unchanged: bool = False
) -> CreateEntity | UpdateEntity | None:
    """Compare a file or a parameter in a definition with the server.

    Args:
        owner: The entity, which exists.
        kind: `file` or `parameter`.
        item: The file or the parameter in the definition.
        update: Whether to update an existing one. Otherwise it is a conflict.
        skip_unchanged: Whether to skip an update that changes nothing.

    Returns:
        The action to take, or None.
    """
    part = getattr(owner, MEMBERS[kind])().wrap(dict(item))
    remote = await fetch_current(part)
    if remote is None or not update:
        return CreateEntity(remote is not None, part, kind)
    if merge(kind, part, remote, item) or not skip_unchanged:
        return UpdateEntity(part, kind)
    return None


def merge(kind: str, entity: Entity, remote: Entity, document: Mapping[str, Any], whole: bool = False) -> bool:
    """Complete an entity for its update with the members that the server sets and the secrets that the folder omits.

    Args:
        kind: The name of its kind.
        entity: The entity in the folder, which is changed.
        remote: The entity on the server.
        document: The definition.
        whole: Whether to remove other members that the definition lacks, instead of keeping them.

    Returns:
        Whether there is anything to update, parts with collections of their own excepted.
    """
    current = remote.get_json()
    wanted = to_payload(kind, restore_secrets(document, remote))
    kept = current
    if whole:
        kept = {member: value for member, value in current.items() if member not in to_payload(kind, current)}
    entity.set_json({**kept, **wanted})
    after = to_payload(kind, entity.get_json())
    members = (after.keys() | to_payload(kind, current).keys()) - {*parts_of(entity)}
    return any(after.get(member) != current.get(member) for member in members)


def parts_of(entity: Entity) -> list[str]:
    """Return the members of a definition that are collections of their own. An update of the entity ignores them.

    Args:
        entity: The entity.

    Returns:
        The members. Plain members, such as the parameters of a webhook, are not among them.
    """
    return [member for member in PARTS if callable(getattr(type(entity), member, None))]


def changed_settings(owner: Any, remote: Entity, document: Mapping[str, Any]) -> list[Action]:
    """Compare the settings in a definition with the server.

    Args:
        owner: The entity in the folder.
        remote: The entity on the server.
        document: The definition.

    Returns:
        The actions for settings that differ.
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


async def find_unlisted(owner: Any, kind: str, document: Mapping[str, Any], whole: bool = False) -> list[Action]:
    """Find the files, parameters or settings of an entity that its definition does not list.

    Args:
        owner: The entity, which exists.
        kind: `file`, `parameter` or `setting`.
        document: The definition.
        whole: Whether a definition without the member lists none of them. Otherwise nothing is deleted then.

    Returns:
        Their deletions.
    """
    member = f"{kind}s"
    if not whole and not isinstance(document.get(member), list):
        return []
    collection = getattr(owner, member)()
    wanted = {collection.wrap(item).identifier for item in list_member(document, member)}
    found = await collection.list_complete()
    return [DeleteEntity(part, kind) for part in found if part.identifier not in wanted]


async def has_content(owner: Any, file_name: str) -> bool:
    """Return whether a file has a content on the server.

    Args:
        owner: The owner of the file.
        file_name: The name of the file.

    Returns:
        True if it has one, even an empty one.
    """
    try:
        with Path(os.devnull).open("wb") as nowhere:
            await owner.files().wrap({"name": file_name}).save_content(nowhere)
    except EntityNotFoundException:
        return False
    return True


async def has_thumbnail(owner: Any) -> bool:
    """Return whether an entity has a picture on the server.

    Args:
        owner: The entity.

    Returns:
        True if it has one.
    """
    try:
        await owner.read_thumbnail_content()
    except EntityNotFoundException:
        return False
    return True
