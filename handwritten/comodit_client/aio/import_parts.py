"""What a definition lists and an update sends one by one: files, parameters, settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comodit_client.aio.import_actions import (
    Action,
    CreateEntity,
    DeleteEntity,
    EntityAction,
    UpdateEntity,
    on_server,
)
from comodit_client.rest.disk.posted import listed
from comodit_client.rest.exceptions import EntityNotFoundException

if TYPE_CHECKING:
    from comodit_client.aio.entity import Entity

#: The member of the definition that lists a kind of part.
MEMBERS: Mapping[str, str] = {"file": "files", "parameter": "parameters"}
#: What of a setting is its value; the rest comes from the server.
VALUES = ("value", "link", "property")


async def compared(owner: Entity, kind: str, document: Mapping[str, Any], update: bool) -> list[EntityAction]:
    """Compare the files or the parameters of an entity that exists with those that its definition lists.

    Args:
        owner: The entity.
        kind: `file` or `parameter`.
        document: The definition.
        update: Whether those that exist are updated; they are conflicts otherwise.

    Returns:
        What is to be done, an action for each.
    """
    actions: list[EntityAction] = []
    collection = getattr(owner, MEMBERS[kind])()
    for item in listed(document, MEMBERS[kind]):
        part = collection._new(item)
        remote = await on_server(part)
        if remote is None or not update:
            actions.append(CreateEntity(remote is not None, part, kind))
        else:
            part.set_json({**remote.get_json(), **item})
            actions.append(UpdateEntity(part, kind))
    return actions


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
    present = {setting.get("key"): setting for setting in listed(remote.get_json(), "settings")}
    for item in listed(document, "settings"):
        current = present.get(item.get("key"))
        if current is None:
            actions.append(CreateEntity(False, owner.settings()._new(item), "setting"))
        elif any(current.get(member) != item.get(member) for member in VALUES if member in item):
            actions.append(UpdateEntity(owner.settings()._new({**current, **item}), "setting"))
    return actions


async def unlisted(owner: Any, kind: str, document: Mapping[str, Any]) -> list[Action]:
    """Find the files, parameters or settings of an entity that exists which its definition does not list.

    Args:
        owner: The entity.
        kind: `file`, `parameter` or `setting`.
        document: The definition.

    Returns:
        Their deletions; none when the definition says nothing of the kind.
    """
    member = f"{kind}s"
    if not isinstance(document.get(member), list):
        return []
    collection = getattr(owner, member)()
    wanted = {collection._new(item).identifier for item in listed(document, member)}
    found = await collection.list()
    return [DeleteEntity(part, kind) for part in found if part.identifier not in wanted]


async def has_content(owner: Any, file_name: str) -> bool:
    """Tell whether the server has a content for a file.

    Args:
        owner: The owner of the file.
        file_name: The name of the file.

    Returns:
        True when it has one, even if that is empty.
    """
    try:
        with Path(os.devnull).open("wb") as nowhere:
            await owner.files()._new({"name": file_name}).save_content(nowhere)
    except EntityNotFoundException:
        return False
    return True


async def has_thumbnail(owner: Any) -> bool:
    """Tell whether the server has a picture of an entity.

    Args:
        owner: The entity.

    Returns:
        True when it has one.
    """
    try:
        await owner.read_thumbnail_content()
    except EntityNotFoundException:
        return False
    return True
