"""The capabilities of collections, as mixins. A collection has those that the server has operations for."""

from __future__ import annotations

import builtins
from abc import abstractmethod
from collections.abc import AsyncIterator
from typing import Any, TypeVar, cast, overload

from attrs import evolve

from comodit_client.aio._client import lists
from comodit_client.aio._client.operations import Clears, Creates, Deletes, Edits, Gets, Lists, Params, Updates
from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.rest._async_io import GetSyntax, ListSyntax
from comodit_client.rest.collector import Paused
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import EntityNotFoundException, InvalidName, UnsupportedOperation
from comodit_client.wire.request import Request
from comodit_client.wire.view import View

__all__ = [
    "Clearable",
    "Creatable",
    "Deletable",
    "EditableCollection",
    "Enumerable",
    "Gettable",
    "Listable",
    "Updatable",
]

E = TypeVar("E", bound=Entity)


class Enumerable(ListSyntax[E], Collection[E]):
    """Mixin of collections that know their entities: `list`, `count` and iteration."""

    __slots__ = ()

    @overload
    async def list(self, params: Params = None) -> builtins.list[E]: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def list(self, *, parameters: Params) -> builtins.list[E]: ...

    @renamed(parameters="params")
    async def list(self, params: Params = None) -> builtins.list[E]:
        """List the entities.

        Args:
            params: Extra members of the query.

        Returns:
            The entities, in the server's order. All pages are requested if the server returns pages. An
            `IncompleteList` warning says so if some are missing. With an `offset` in `params`, one page is read.

        Raises:
            EntityNotFoundException: The owner does not exist.

        Facts: S2, S3.
        """
        documents = await self.documents(params)
        with Paused(len(documents)):
            return [*map(self.wrap, documents)]

    async def list_complete(self, params: Params = None) -> builtins.list[E]:
        """List the entities for an operation that would do wrong with a part of them.

        Args:
            params: Extra members of the query.

        Returns:
            The entities, in the server's order.

        Raises:
            IncompleteListError: The server returned only a part of the list.
        """
        documents = await self.documents(params, complete=True)
        with Paused(len(documents)):
            return [*map(self.wrap, documents)]

    async def count(self) -> int:
        """Return the number of entities. Sends one list request, even if the list has several pages.

        Returns:
            The number of entities on the server.
        """
        return await self.total()

    @abstractmethod
    async def documents(self, params: Params = None, *, complete: bool = False) -> builtins.list[dict[str, Any]]:
        """Return the JSON objects of the entities.

        Args:
            params: Extra members of the query.
            complete: If True, raise an exception instead of warning when some are missing.

        Raises:
            IncompleteListError: The server returned only a part of the list, and `complete` is True.
        """

    @abstractmethod
    async def total(self, params: Params = None) -> int:
        """Return the number of entities on the server. Sends one request.

        Args:
            params: Extra members of the query.
        """

    async def __aiter__(self) -> AsyncIterator[E]:
        for item in await self.documents():
            yield self.wrap(item)


class Listable(Enumerable[E]):
    """Mixin of collections that the server lists.

    An iteration hands out entities before all of them are read. If the server returns the list in pages, each page is
    requested when the entities before it were handed out. If the list changes in the meantime, all that is left of it
    is read at once, and each entity is handed out once. A response that is invalid at a later place raises its
    exception there. Lists of logs and alerts, which have no identity, are read to their end first.
    """

    __slots__ = ()

    @property
    def operations(self) -> Lists:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError

    async def documents(self, params: Params = None, *, complete: bool = False) -> builtins.list[dict[str, Any]]:
        return await lists.documents(self.client, self._list_request(params), self._items(), complete)

    async def total(self, params: Params = None) -> int:
        return await lists.read_total(self.client, self._list_request(params), self._items())

    async def __aiter__(self) -> AsyncIterator[E]:
        spec = self._items()
        if not spec.is_distinct:
            for item in await self.documents():
                yield self.wrap(item)
            return
        async for items in lists.stream(self.client, self._list_request(None), spec):
            for item in items:
                yield self.wrap(item)

    def _list_request(self, params: Params) -> Request[View]:
        return self.operations.list().with_query(params)

    def _items(self) -> lists.ItemSpec:
        return lists.ItemSpec(type(self.wrap()).IDENTITY, self.shape())


class Gettable(GetSyntax[E], Collection[E]):
    """Mixin of collections whose entities can be read one by one."""

    __slots__ = ()

    @property
    def operations(self) -> Gets:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError

    @overload
    async def get(self, identifier: str | int = "", params: Params = None, return_error_code: bool = True) -> E: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def get(self, identifier: str | int = "", *, parameters: Params, return_error_code: bool = True) -> E: ...

    @renamed(parameters="params")
    async def get(self, identifier: str | int = "", params: Params = None, return_error_code: bool = True) -> E:
        """Get an entity.

        Args:
            identifier: The identifier, which is usually the name. Changes have a number.
            params: Extra members of the query.
            return_error_code: Ignored. It exists for scripts of the original client.

        Returns:
            The entity.

        Raises:
            EntityNotFoundException: The entity does not exist.
            InvalidName: The identifier is empty or would address another resource.

        Facts: S8.
        """
        return self.wrap(await self._read(identifier, params))

    @overload
    async def refresh(self, entity: E, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def refresh(self, entity: E, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    async def refresh(self, entity: E, params: Params = None) -> None:
        """Read an entity again. Unsent changes are lost.

        Args:
            entity: The entity.
            params: Extra members of the query.

        Raises:
            EntityNotFoundException: It no longer exists.
        """
        entity.set_json(await self._read(entity.identifier, params))

    async def exists(self, identifier: str | int | Entity = "") -> bool:
        """Return whether an entity exists.

        Args:
            identifier: The identifier, which is usually the name, or an entity. Leave it out for collections of at most
                one entity.

        Returns:
            True if it exists. False if it does not, if the identifier is not a valid name, or if the entity belongs to
            another collection.
        """
        if isinstance(identifier, Entity):
            if identifier.collection != self:
                return False
            identifier = identifier.loaded_as
        try:
            await self.get(identifier)
        except (EntityNotFoundException, InvalidName):
            return False
        return True

    async def _read(self, identifier: str | int, params: Params) -> dict[str, Any]:
        request = self.operations.get(_name(identifier)).with_query(params)
        return (await self.client.run(self.checked(request))).get_json()


class Creatable(Collection[E]):
    """Mixin of collections that entities can be added to."""

    __slots__ = ()

    @property
    def operations(self) -> Creates:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError

    async def send_new(self, entity: E, params: Params = None) -> None:
        """Create an entity on the server.

        Args:
            entity: The entity; the response replaces its JSON object.
            params: Extra members of the query.
        """
        request = self.operations.create(entity.get_json()).with_query(params)
        entity.take_response(await self.client.session.run_or_none(self.checked(request)))


class Updatable(Collection[E]):
    """Mixin of collections whose entities can be updated."""

    __slots__ = ()

    @property
    def operations(self) -> Updates:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError

    async def send_changes(self, entity: E, params: Params = None, if_unchanged: bool = False) -> None:
        """Update an entity on the server.

        Args:
            entity: The entity; the response replaces its JSON object.
            params: Extra members of the query.
            if_unchanged: Whether the entity on the server must have the same version.

        Raises:
            UnsupportedOperation: The entity must be unchanged, but has no version.
        """
        request = self._update_request(entity, entity.get_json(), if_unchanged).with_query(params)
        entity.take_response(await self.client.session.run_or_none(request))

    async def send_rename(self, entity: E, new_name: str, if_unchanged: bool = False) -> None:
        """Rename an entity on the server.

        Args:
            entity: The entity. It keeps its name if the request fails.
            new_name: The new name.
            if_unchanged: Whether the entity on the server must have the same version.

        Raises:
            InvalidName: The new name is empty or not a string.
            UnsupportedOperation: The entity must be unchanged, but has no version.
        """
        if not isinstance(new_name, str) or not new_name:
            raise InvalidName("new name", new_name)
        renamed = {**entity.get_json(), "name": new_name}
        response = await self.client.session.run_or_none(self._update_request(entity, renamed, if_unchanged))
        entity.set_json(renamed if response is None else response.get_json())

    def _update_request(self, entity: E, body: dict[str, Any], if_unchanged: bool) -> Request[Any]:
        request = self.checked(self.operations.update(_name(entity.identifier), body))
        return _if_version(request, entity) if if_unchanged else request


class Deletable(Collection[E]):
    """Mixin of collections whose entities can be deleted one by one."""

    __slots__ = ()

    @property
    def operations(self) -> Deletes:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError

    @overload
    async def delete(self, identifier: str | int = "", params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def delete(self, identifier: str | int = "", *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    async def delete(self, identifier: str | int = "", params: Params = None) -> None:
        """Delete an entity. Nothing happens if it does not exist.

        Args:
            identifier: The identifier, which is usually the name.
            params: Extra members of the query.

        Raises:
            Conflict: Another entity prevents the deletion.
            InvalidName: The identifier is empty, which would address the whole collection.

        Facts: S11.
        """
        request = self.operations.delete(_name(identifier)).with_query(params)
        try:
            await self.client.run(request)
        except EntityNotFoundException:
            return


class Clearable(Collection[E]):
    """Mixin of collections that can be emptied."""

    __slots__ = ()

    @property
    def operations(self) -> Clears:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError

    @overload
    async def clear(self, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def clear(self, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    async def clear(self, params: Params = None) -> None:
        """Delete all entities of the collection.

        Args:
            params: Extra members of the query.
        """
        await self.client.run(self.operations.clear().with_query(params))


class EditableCollection(Listable[E], Gettable[E], Creatable[E], Updatable[E], Deletable[E]):
    """Base class of collections whose entities can be listed, read, created, updated and deleted."""

    __slots__ = ()

    @property
    def operations(self) -> Edits:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError


def _name(identifier: str | int) -> str:
    return cast("str", identifier)  # the wire layer checks each name, and accepts numbers


def _if_version(request: Request[Any], entity: Entity) -> Request[Any]:
    """Return a request that fails if the entity on the server has another version than the one that was read."""
    version = entity.get_json().get("version")
    if not isinstance(version, int):
        raise UnsupportedOperation(
            f"Cannot check whether {entity!r} is unchanged: it has no version. "
            "Read it from the server first, or update it without if_unchanged."
        )
    return evolve(request, headers={**request.headers, "If-Match": f'"{version}"'})
