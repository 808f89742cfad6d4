"""The capabilities of entities, as mixins. An entity has those that its collection has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, overload

from comodit_client.aio._client.operations import Params
from comodit_client.aio.capabilities import Creatable, Deletable, EditableCollection, Gettable, Updatable
from comodit_client.aio.entity import Entity
from comodit_client.rest.deprecated import deprecated, renamed

__all__ = ["CanCreate", "CanDelete", "CanRefresh", "CanRename", "CanUpdate", "EditableEntity", "RenamableEntity"]


class CanRefresh(Entity):
    """Mixin of entities that can be read again."""

    __slots__ = ()

    @overload
    async def refresh(self, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def refresh(self, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    async def refresh(self, params: Params = None) -> None:
        """Read the entity again. Unsent changes are lost.

        Args:
            params: Extra members of the query.

        Raises:
            EntityNotFoundException: It no longer exists.
        """
        await self._home_as(Gettable).refresh(self, params)


class CanCreate(Entity):
    """Mixin of entities that can be created."""

    __slots__ = ()

    @overload
    async def create(self, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def create(self, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    async def create(self, params: Params = None) -> None:
        """Create the entity on the server.

        Args:
            params: Extra members of the query.

        Raises:
            Conflict: The name is already in use.
            BadRequest: The server rejected the entity's JSON object.

        Facts: S14.
        """
        await self._home_as(Creatable).send_new(self, params)


class CanUpdate(Entity):
    """Mixin of entities that can be updated."""

    __slots__ = ()

    @overload
    async def update(
        self, force: bool | Params = False, params: Params = None, *, if_unchanged: bool = False
    ) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def update(self, force: bool | Params = False, *, parameters: Params, if_unchanged: bool = False) -> None: ...

    @renamed(parameters="params")
    async def update(self, force: bool | Params = False, params: Params = None, *, if_unchanged: bool = False) -> None:
        """Update the entity on the server.

        The request holds the whole JSON object, including unknown members. The response replaces the object.

        Args:
            force: If True, send `force=true`. A dict is taken as `params`, as in the original client.
            params: Extra members of the query.
            if_unchanged: If True, the update fails if another client changed the entity since it was read. The
                request has the version that was read in the header `If-Match`. It is sent once, without retries.

        Raises:
            EntityNotFoundException: It does not exist on the server.
            Conflict: The entity on the server has another version. Refresh the entity, then repeat the change.
            UnsupportedOperation: `if_unchanged` is True, but the entity has no version.

        Facts: S5.
        """
        await self._home_as(Updatable).send_changes(self, update_query(force, params), if_unchanged)


class CanRename(Entity):
    """Mixin of entities whose name can be changed."""

    __slots__ = ()

    async def rename(self, new_name: str, *, if_unchanged: bool = False) -> None:
        """Rename the entity and send its other changes. If the request fails, the entity keeps its old name.

        Args:
            new_name: The new name.
            if_unchanged: If True, fail if another client changed the entity since it was read, as in `update`.

        Raises:
            Conflict: The name is already in use, or the entity on the server has another version.
            UnsupportedOperation: `if_unchanged` is True, but the entity has no version.
        """
        await self._home_as(Updatable).send_rename(self, new_name, if_unchanged)


class CanDelete(Entity):
    """Mixin of entities that can be deleted."""

    __slots__ = ()

    @overload
    async def delete(self, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def delete(self, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    async def delete(self, params: Params = None) -> None:
        """Delete the entity. Nothing happens if it does not exist.

        Args:
            params: Extra members of the query.

        Raises:
            Conflict: Another entity prevents the deletion, such as the host's instance.

        Facts: S8.
        """
        await self._home_as(Deletable).delete(self.identifier, params)


class EditableEntity(CanRefresh, CanCreate, CanUpdate, CanDelete):
    """Base class of entities that can be created, read, updated and deleted."""

    __slots__ = ()

    @property
    def collection(self) -> EditableCollection[Any]:
        """The collection of the entity. None for an entity that is only a part of another response."""
        return cast("EditableCollection[Any]", super().collection)


class RenamableEntity(EditableEntity, CanRename):
    """Base class of editable entities whose name can be changed."""

    __slots__ = ()


def update_query(force: bool | Params, params: Params) -> dict[str, Any]:
    """Return the query of an update.

    Args:
        force: Whether to send `force=true`; or members of the query, as in the original client.
        params: Extra members of the query.
    """
    if isinstance(force, Mapping):
        return {**force, **(params or {})}
    return {**(params or {}), **({"force": True} if force else {})}
