"""The base classes of what an owner has at most once: the entity, and its collection."""

from __future__ import annotations

import builtins
from collections.abc import Hashable
from typing import Any, Protocol, TypeVar

from comodit_client.aio._client.operations import Addressed, Params
from comodit_client.aio.capabilities import Creatable, Deletable, Enumerable, Gettable
from comodit_client.aio.editable import CanCreate, CanDelete, CanRefresh
from comodit_client.aio.entity import Entity
from comodit_client.rest.exceptions import EntityNotFoundException
from comodit_client.wire.request import Request
from comodit_client.wire.view import View

E = TypeVar("E", bound=Entity)
N = TypeVar("N", bound=str | int)


class SingletonOperations(Addressed, Protocol):
    """The operations on an entity that its owner has at most once. It has no name."""

    def get(self) -> Request[View]:
        """Build the request that returns the entity."""
        ...

    def create(self, body: Any, /) -> Request[Any]:
        """Build the request that creates the entity."""
        ...

    def delete(self) -> Request[Any]:
        """Build the request that deletes the entity."""
        ...


class NamelessOperations:
    """The operations of a singleton in the form that other collections have: a name is accepted and ignored.

    Args:
        operations: The operations of the singleton.
    """

    def __init__(self, operations: SingletonOperations) -> None:
        self._operations = operations

    @property
    def url(self) -> str:
        """The URL of the entity, relative to the API root. Each pair of braces stands for a name."""
        return self._operations.url

    def get(self, _name: str, /) -> Request[View]:
        """Build the request that returns the entity."""
        return self._operations.get()

    def create(self, body: Any, /) -> Request[Any]:
        """Build the request that creates the entity.

        Args:
            body: The JSON object.
        """
        return self._operations.create(body)

    def delete(self, _name: str, /) -> Request[Any]:
        """Build the request that deletes the entity."""
        return self._operations.delete()


class SingletonEntity(CanRefresh, CanCreate, CanDelete):
    """Base class of entities that their owner has at most once. Their URL is the collection's."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Always empty: the owner has at most one such entity."""
        return ""

    @property
    def identifier(self) -> str:
        """Always empty: the entity's URL is the collection's."""
        return ""

    def _same(self) -> Hashable:
        home = self._collection
        return super()._same() if home is None else (type(self), home.client, home.url)


class Singleton(Enumerable[E], Gettable[E], Creatable[E], Deletable[E]):
    """Base class of collections with at most one entity, whose URL is the collection's."""

    __slots__ = ()

    @property
    def operations(self) -> NamelessOperations:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError

    def member_names(self, identifier: N) -> tuple[N, ...]:
        return ()

    async def documents(self, params: Params = None, *, complete: bool = False) -> builtins.list[dict[str, Any]]:
        try:
            return [(await self.get(params=params)).get_json()]
        except EntityNotFoundException:
            return []

    async def total(self, params: Params = None) -> int:
        return len(await self.documents(params))
