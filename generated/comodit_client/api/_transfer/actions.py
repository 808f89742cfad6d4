# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/actions.py.
# Do not edit: change that, then run `make generate`.
"""The steps of an import. Each is an action that can be displayed, queued and executed."""

from __future__ import annotations

import os
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from comodit_client.api.editable import CanCreate, CanDelete, CanRefresh, CanUpdate
from comodit_client.api.entity import Entity
from comodit_client.api.group import Group
from comodit_client.disk.payloads import list_member
from comodit_client.rest.exceptions import EntityNotFoundException, ImportException

E = TypeVar("E", bound=Entity)
R = TypeVar("R", bound=CanRefresh)


class Action:
    """A step of an import.

    Args:
        conflict: Whether it conflicts with the state of the server.
    """

    __slots__ = ("_conflict",)

    def __init__(self, conflict: bool) -> None:
        self._conflict = conflict

    def conflict(self) -> bool:
        """Return whether the action conflicts with the state of the server.

        Returns:
            True if there is a conflict.
        """
        return self._conflict

    def execute(self) -> None:
        """Execute the action."""
        raise NotImplementedError

    def get_summary(self) -> str:
        """Return a description of the action.

        Returns:
            One line of text.
        """
        raise NotImplementedError

    def display(self) -> None:
        """Print the summary, after a star if there is a conflict."""
        print(f"{'*' if self._conflict else ' '} {self.get_summary()}")  # noqa: T201 - the purpose of the method

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.get_summary()}>"


class EntityAction(Action, Generic[E]):
    """A step that concerns one entity.

    Args:
        conflict: Whether it conflicts with the state of the server.
        res_object: The entity to send.
        entity_type: The name of its kind in messages.
    """

    __slots__ = ("entity_type", "res_object")

    #: The first word or words of the summary.
    VERB: ClassVar[str]

    def __init__(self, conflict: bool, res_object: E, entity_type: str) -> None:
        super().__init__(conflict)
        self.res_object: E = res_object
        self.entity_type: str = entity_type

    def get_summary(self) -> str:
        """Return a description of the action.

        Returns:
            Verb, kind and name.
        """
        return f"{self.VERB} {self.entity_type} {display_name(self.res_object)!r}"


class CreateEntity(EntityAction[CanCreate]):
    """The creation of an entity. It is a conflict if an entity of that name exists."""

    __slots__ = ()
    VERB: ClassVar[str] = "Create"

    def execute(self) -> None:
        """Send the entity."""
        self.res_object.create()


class UpdateEntity(EntityAction[CanUpdate]):
    """The update of an existing entity, which is never a conflict.

    Args:
        res_object: The entity to send.
        entity_type: The name of its kind in messages.
    """

    __slots__ = ()
    VERB: ClassVar[str] = "Update"

    def __init__(self, res_object: CanUpdate, entity_type: str) -> None:
        super().__init__(False, res_object, entity_type)

    def execute(self) -> None:
        """Send the entity. It replaces the one on the server, whose version is not that of the folder."""
        self.res_object.get_json().pop("version", None)
        self.res_object.update()


class DeleteEntity(EntityAction[CanDelete]):
    """The deletion of an entity that is not in the folder, which is never a conflict.

    Args:
        res_object: The entity.
        entity_type: The name of its kind in messages.
    """

    __slots__ = ()
    VERB: ClassVar[str] = "Delete"

    def __init__(self, res_object: CanDelete, entity_type: str) -> None:
        super().__init__(False, res_object, entity_type)

    def execute(self) -> None:
        """Delete the entity, if it still exists."""
        self.res_object.delete()


class AddMembers(EntityAction[Group]):
    """The addition of users to a group. Nobody is removed, so an import locks nobody out."""

    __slots__ = ()
    VERB: ClassVar[str] = "Add members to"

    def execute(self) -> None:
        """Fetch the group, and update it if a user is missing."""
        current = fetch_current(self.res_object)
        if current is None:
            raise ImportException(
                f"Cannot add members to {self.res_object.url}: the group does not exist, and cannot be created"
            )
        present = len(current.users)
        for user in list_member(self.res_object.get_json(), "users"):
            current.add_user(str(user.get("username")))
        if len(current.users) > present:
            current.update()


class Backup(EntityAction[Entity]):
    """The export of an entity before its update.

    Args:
        res_object: The entity on the server.
        entity_type: The name of its kind in messages.
        export: Writes the entity to a folder.
        folder: The folder.
    """

    __slots__ = ("_export", "folder")
    VERB: ClassVar[str] = "Back up"

    def __init__(
        self, res_object: Entity, entity_type: str, export: Callable[[Any, Path, bool], None], folder: Path
    ) -> None:
        super().__init__(False, res_object, entity_type)
        self._export = export
        self.folder: Path = folder

    def execute(self) -> None:
        """Write the entity to the folder, or if that exists, to the first one with a number that does not."""
        folder, number = self.folder, 1
        while os.path.lexists(folder):
            number += 1
            folder = self.folder.with_name(f"{self.folder.name}-{number}")
        self._export(self.res_object, folder, True)


def fetch_current(entity: R) -> R | None:
    """Fetch the current state of an entity.

    Args:
        entity: The entity in the folder, which is not changed.

    Returns:
        The entity on the server, or None if it does not exist.
    """
    found: R = entity.collection.wrap(deepcopy(entity.get_json()))
    try:
        found.refresh()
    except EntityNotFoundException:
        return None
    return found


def display_name(entity: Entity) -> str:
    """Return the name of an entity for a message.

    Args:
        entity: The entity.

    Returns:
        Its identifier. For an entity without one, such as the platform of a host, the name that it refers to.
    """
    document = entity.get_json()
    names = (entity.identifier, document.get("platform"), document.get("distribution"), document.get("key"))
    return next((name for name in names if isinstance(name, str) and name), "")
