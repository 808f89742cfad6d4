"""What an import does, step by step: each step is an action."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, ClassVar

from comodit_client.aio.entity import Entity
from comodit_client.disk.payloads import list_member
from comodit_client.disk.tree import regular
from comodit_client.rest.exceptions import EntityNotFoundException, ImportException, UnusableFile


class Action:
    """A step of an import.

    Args:
        conflict: Whether something on the server stands against it.
    """

    __slots__ = ("_conflict",)

    def __init__(self, conflict: bool) -> None:
        self._conflict = conflict

    def conflict(self) -> bool:
        """Tell whether something on the server stands against it.

        Returns:
            True when there is a conflict.
        """
        return self._conflict

    async def execute(self) -> None:
        """Do it."""
        raise NotImplementedError

    def get_summary(self) -> str:
        """Say what it does.

        Returns:
            A line of text.
        """
        raise NotImplementedError

    def display(self) -> None:
        """Print the summary, with a star before it when there is a conflict."""
        print(f"{'*' if self._conflict else ' '} {self.get_summary()}")  # noqa: T201 - that is what it is for

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.get_summary()}>"


class EntityAction(Action):
    """A step that is about one entity.

    Args:
        conflict: Whether something on the server stands against it.
        res_object: The entity, as it shall be.
        entity_type: What messages call its kind.
    """

    __slots__ = ("entity_type", "res_object")

    #: What it does, as the summary says it.
    VERB: ClassVar[str]

    def __init__(self, conflict: bool, res_object: Entity, entity_type: str) -> None:
        super().__init__(conflict)
        self.res_object: Entity = res_object
        self.entity_type: str = entity_type

    def get_summary(self) -> str:
        """Say what it does.

        Returns:
            Verb, kind and name.
        """
        return f"{self.VERB} {self.entity_type} {title(self.res_object)!r}"


class CreateEntity(EntityAction):
    """An entity is created; a conflict when there is one of that name."""

    __slots__ = ()
    VERB: ClassVar[str] = "Create"

    async def execute(self) -> None:
        """Send the entity."""
        await self.res_object.create()


class UpdateEntity(EntityAction):
    """An entity that exists is updated; never a conflict.

    Args:
        res_object: The entity, as it shall be.
        entity_type: What messages call its kind.
    """

    __slots__ = ()
    VERB: ClassVar[str] = "Update"

    def __init__(self, res_object: Entity, entity_type: str) -> None:
        super().__init__(False, res_object, entity_type)

    async def execute(self) -> None:
        """Send the entity."""
        await self.res_object.update()


class DeleteEntity(EntityAction):
    """An entity that is not in the folder is deleted; never a conflict.

    Args:
        res_object: The entity.
        entity_type: What messages call its kind.
    """

    __slots__ = ()
    VERB: ClassVar[str] = "Delete"

    def __init__(self, res_object: Entity, entity_type: str) -> None:
        super().__init__(False, res_object, entity_type)

    async def execute(self) -> None:
        """Delete the entity; silent when it is gone already."""
        await self.res_object.delete()


class AddMembers(EntityAction):
    """The users of a group are added to those who are in it: an import locks nobody out."""

    __slots__ = ()
    VERB: ClassVar[str] = "Add members to"

    async def execute(self) -> None:
        """Read the group, and send it where somebody is missing."""
        current: Any = await on_server(self.res_object)
        if current is None:
            raise ImportException(f"{self.res_object.url} is not there, and a group cannot be created")
        present = len(current.users)
        for user in list_member(self.res_object.get_json(), "users"):
            current.add_user(user.get("username"))
        if len(current.users) > present:
            await current.update()


class UploadContent(Action):
    """The content of a file is uploaded.

    Args:
        conflict: Whether something on the server stands against it.
        src_file: The local file.
        res: The owner of the file.
        file_name: The name of the file on the server.
        entity_type: What messages call the kind of the owner.
    """

    __slots__ = ("entity_type", "file_name", "res", "src_file")

    def __init__(self, conflict: bool, src_file: Path, res: Any, file_name: str, entity_type: str = "entity") -> None:
        super().__init__(conflict)
        self.src_file: Path = src_file
        self.res: Any = res
        self.file_name: str = file_name
        self.entity_type: str = entity_type

    async def execute(self) -> None:
        """Upload the content, which is read while it is sent."""
        await self.res.files().wrap({"name": self.file_name}).set_content(require_file(self.src_file))

    def get_summary(self) -> str:
        """Say what it does.

        Returns:
            Verb, name of the file, owner and local file.
        """
        return f"Upload file {self.file_name!r} of {self.entity_type} {title(self.res)!r} from {str(self.src_file)!r}"


class UploadThumb(Action):
    """A picture is uploaded.

    Args:
        conflict: Whether something on the server stands against it.
        src_file: The local file.
        res: The entity that has the picture.
        entity_type: What messages call its kind.
    """

    __slots__ = ("entity_type", "res", "src_file")

    def __init__(self, conflict: bool, src_file: Path, res: Any, entity_type: str = "entity") -> None:
        super().__init__(conflict)
        self.src_file: Path = src_file
        self.res: Any = res
        self.entity_type: str = entity_type

    async def execute(self) -> None:
        """Upload the picture."""
        await self.res.set_thumbnail_content(require_file(self.src_file))

    def get_summary(self) -> str:
        """Say what it does.

        Returns:
            Verb, entity and local file.
        """
        return f"Upload thumbnail of {self.entity_type} {title(self.res)!r} from {str(self.src_file)!r}"


class Backup(EntityAction):
    """An entity is exported before it is updated.

    Args:
        res_object: The entity, as it is on the server.
        entity_type: What messages call its kind.
        export: Writes it to a folder.
        folder: That folder.
    """

    __slots__ = ("_export", "folder")
    VERB: ClassVar[str] = "Back up"

    def __init__(
        self, res_object: Entity, entity_type: str, export: Callable[[Any, Path, bool], Awaitable[None]], folder: Path
    ) -> None:
        super().__init__(False, res_object, entity_type)
        self._export = export
        self.folder: Path = folder

    async def execute(self) -> None:
        """Write the entity to the first folder of that name, or with a number, that is not there yet."""
        folder, number = self.folder, 1
        while os.path.lexists(folder):
            number += 1
            folder = self.folder.with_name(f"{self.folder.name}-{number}")
        await self._export(self.res_object, folder, True)


async def on_server(entity: Entity) -> Entity | None:
    """Get what the server has under the name of an entity.

    Args:
        entity: The entity, as it is in the folder.

    Returns:
        The entity, as it is on the server; None when there is none.
    """
    found: Entity = entity.collection.wrap(deepcopy(entity.get_json()))
    try:
        await found.refresh()
    except EntityNotFoundException:
        return None
    return found


def title(entity: Entity) -> str:
    """Give the name of an entity for a message.

    Args:
        entity: The entity.

    Returns:
        What identifies it; that of its place when it has no name of its own, as the platform of a host.
    """
    document = entity.get_json()
    names = (entity.identifier, document.get("platform"), document.get("distribution"), document.get("key"))
    return next((name for name in names if isinstance(name, str) and name), "")


def require_file(file: Path) -> Path:
    """Check once more that a local file is one: some time has passed since the folder was read.

    Args:
        file: Its path.

    Returns:
        The same.

    Raises:
        UnusableFile: It is gone, or a symbolic link by now.
    """
    if regular(file) is None:
        raise UnusableFile(f"{str(file)!r} is no longer there")
    return file
