"""What all collections have in common."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from comodit_client.aio.entity import Entity
from comodit_client.rest.colour_async import Syntax
from comodit_client.rest.exceptions import EntityNotFoundException, InvalidName, UnsupportedOperation
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.wire.request import Request

__all__ = ["Collection", "EntityNotFoundException", "OwnedCollection", "Singleton"]

E = TypeVar("E", bound=Entity)
N = TypeVar("N", bound=str | int)
Parameters = Mapping[str, Any] | None


class Collection(Syntax[E], Generic[E]):
    """Entities of one kind below one owner. Making a collection costs no request.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
    """

    __slots__ = ("_client", "_where")

    #: The module of the wire layer that has the collection's operations.
    _api: ModuleType

    def __init__(self, client: Client, where: tuple[str, ...] = ()) -> None:
        self._client = client
        self._where = where

    @property
    def client(self) -> Client:
        """The client that sends the requests."""
        return self._client

    @property
    def url(self) -> str:
        """The URL relative to the API root, names as they are, ending in a slash."""
        url: str = self._api.COLLECTION_URL
        return url.format(*self._where)

    def _new(self, json_data: dict[str, Any] | None = None) -> E:
        """Wrap a JSON object as an entity of this collection; an empty one when not given."""
        raise NotImplementedError

    async def list(self, parameters: Parameters = None) -> builtins.list[E]:
        """List the entities (S2).

        Args:
            parameters: Members to add to the query.

        Returns:
            The entities, in the server's order.

        Raises:
            EntityNotFoundException: The owner is not there.
        """
        return [self._new(item) for item in await self._documents(parameters)]

    async def get(self, identifier: str | int = "", parameters: Parameters = None, return_error_code: bool = True) -> E:
        """Get an entity.

        Args:
            identifier: What identifies it, its name mostly; a change has a number.
            parameters: Members to add to the query.
            return_error_code: Kept for old scripts; a missing entity always raises.

        Returns:
            The entity.

        Raises:
            EntityNotFoundException: There is none (S8).
            InvalidName: The identifier is empty, or would mean another resource.
        """
        view = await self.client.run(self._request("get", *self._member(identifier), parameters=parameters))
        return self._new(view.get_json())

    async def refresh(self, entity: E, parameters: Parameters = None) -> None:
        """Read an entity again; what was changed in it and not sent is lost.

        Args:
            entity: The entity.
            parameters: Members to add to the query.

        Raises:
            EntityNotFoundException: It is no longer there.
        """
        member = self._member(entity.identifier)
        entity.set_json((await self.client.run(self._request("get", *member, parameters=parameters))).get_json())

    async def delete(self, identifier: str | int = "", parameters: Parameters = None) -> None:
        """Delete an entity; silent when it is not there.

        Args:
            identifier: What identifies it, its name mostly.
            parameters: Members to add to the query.

        Raises:
            Conflict: Something stands against it.
            InvalidName: The identifier is empty, which would mean the whole collection (S11).
        """
        request = self._request("delete", *self._member(identifier), parameters=parameters)
        try:
            await self.client.run(request)
        except EntityNotFoundException:
            return

    async def clear(self, parameters: Parameters = None) -> None:
        """Delete all entities of the collection.

        Args:
            parameters: Members to add to the query.

        Raises:
            UnsupportedOperation: The API does not offer it for this kind.
        """
        await self.client.run(self._request("clear", parameters=parameters))

    async def count(self) -> int:
        """Count the entities, by a list request.

        Returns:
            Their number.
        """
        return len(await self._documents())

    async def exists(self, identifier: str | int = "") -> bool:
        """Tell whether there is such an entity.

        Args:
            identifier: What identifies it, its name mostly; not needed where there is one at most.

        Returns:
            True when there is; False also for what cannot be a name.
        """
        try:
            await self.get(identifier)
        except (EntityNotFoundException, InvalidName):
            return False
        return True

    async def __aiter__(self) -> AsyncIterator[E]:
        for item in await self._documents():
            yield self._new(item)

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self  # the copy of an entity belongs where the entity does

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.url!r})"

    async def _documents(self, parameters: Parameters = None) -> builtins.list[dict[str, Any]]:
        """The JSON objects of the entities; `items` may be left out when there are none, or be a lone object."""
        page = await self.client.run(self._request("list", parameters=parameters))
        items = page.get_json().get("items")
        if isinstance(items, builtins.list):
            return items
        return [] if items is None else [items]

    async def _create(self, entity: E, parameters: Parameters = None) -> None:
        request = self._request("create", body=entity.get_json(), parameters=parameters)
        self._take(entity, await self.client.session.run_or_none(request))

    async def _update(self, entity: E, parameters: Parameters = None) -> None:
        member = self._member(entity.identifier)
        request = self._request("update", *member, body=entity.get_json(), parameters=parameters)
        self._take(entity, await self.client.session.run_or_none(request))

    async def _rename(self, entity: E, new_name: str) -> None:
        if not isinstance(new_name, str) or not new_name:
            raise InvalidName("new name", new_name)
        renamed = {**entity.get_json(), "name": new_name}
        request = self._request("update", *self._member(entity.identifier), body=renamed)
        answer = await self.client.session.run_or_none(request)
        entity.set_json(renamed if answer is None else answer.get_json())

    @staticmethod
    def _take(entity: E, answer: View | None) -> None:
        # An empty answer means that it goes on in the background: what is here stays.
        if answer is not None:
            entity.set_json(answer.get_json())

    def _member(self, identifier: N) -> tuple[N, ...]:
        """The names that an operation on one entity is given, after those of the owners."""
        return (identifier,)

    def _request(self, verb: str, *names: str | int, parameters: Parameters = None, **arguments: Any) -> Request[Any]:
        operation = getattr(self._api, verb, None)
        if operation is None:
            raise UnsupportedOperation(f"ComodIT's API has no {verb} for {type(self).__name__}")
        request: Request[Any] = operation(*self._where, *names, **arguments)
        return request.with_query(parameters)


class OwnedCollection(Collection[E]):
    """A collection that owners of several kinds have; the operations of each kind are in a module of their own.

    Args:
        client: The client that sends the requests.
        where: The names that lead to the owner, outermost first.
        api: The module of the wire layer with the operations on this kind of owner.
    """

    __slots__ = ("_api",)

    def __init__(self, client: Client, where: tuple[str, ...], api: ModuleType) -> None:
        super().__init__(client, where)
        self._api = api


class Singleton(Collection[E]):
    """A collection that holds one entity at most, whose URL is that of the collection."""

    __slots__ = ()

    def _member(self, identifier: N) -> tuple[N, ...]:
        return ()

    async def _documents(self, parameters: Parameters = None) -> builtins.list[dict[str, Any]]:
        try:
            return [(await self.get(parameters=parameters)).get_json()]
        except EntityNotFoundException:
            return []
