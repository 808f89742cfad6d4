# Made by `python -m generator` from handwritten/comodit_client/aio/collection.py.
# Do not edit: change that, then run `make generate`.
"""What all collections have in common."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from comodit_client.api._client.operations import N, Operations, Parameters
from comodit_client.api.entity import Entity
from comodit_client.rest._sync_io import Syntax
from comodit_client.rest.exceptions import EntityNotFoundException, InvalidName

if TYPE_CHECKING:
    from comodit_client.api.client import Client

__all__ = ["Collection", "EntityNotFoundException", "OwnedCollection", "Singleton"]

E = TypeVar("E", bound=Entity)


class Collection(Syntax[E], Operations[E]):
    """Entities of one kind below one owner. Making a collection costs no request.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
    """

    __slots__ = ()

    @property
    def url(self) -> str:
        """The URL relative to the API root, names as they are, ending in a slash."""
        url: str = self._api.COLLECTION_URL
        return url.format(*self.where)

    def wrap(self, json_data: dict[str, Any] | None = None) -> E:
        """Wrap a JSON object as an entity of this collection, without a request.

        Args:
            json_data: The JSON object; a new, empty one when not given.

        Returns:
            The entity, on that same object.
        """
        raise NotImplementedError

    def _new(self, json_data: dict[str, Any] | None = None) -> E:
        # Its name in the original client.
        return self.wrap(json_data)

    def list(self, parameters: Parameters = None) -> builtins.list[E]:
        """List the entities (S2).

        Args:
            parameters: Members to add to the query.

        Returns:
            The entities, in the server's order.

        Raises:
            EntityNotFoundException: The owner is not there.
        """
        return [self.wrap(item) for item in self._documents(parameters)]

    def get(self, identifier: str | int = "", parameters: Parameters = None, return_error_code: bool = True) -> E:
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
        view = self.client.run(self.request("get", *self.member_names(identifier), parameters=parameters))
        return self.wrap(view.get_json())

    def refresh(self, entity: E, parameters: Parameters = None) -> None:
        """Read an entity again; what was changed in it and not sent is lost.

        Args:
            entity: The entity.
            parameters: Members to add to the query.

        Raises:
            EntityNotFoundException: It is no longer there.
        """
        member = self.member_names(entity.identifier)
        entity.set_json((self.client.run(self.request("get", *member, parameters=parameters))).get_json())

    def delete(self, identifier: str | int = "", parameters: Parameters = None) -> None:
        """Delete an entity; silent when it is not there.

        Args:
            identifier: What identifies it, its name mostly.
            parameters: Members to add to the query.

        Raises:
            Conflict: Something stands against it.
            InvalidName: The identifier is empty, which would mean the whole collection (S11).
        """
        request = self.request("delete", *self.member_names(identifier), parameters=parameters)
        try:
            self.client.run(request)
        except EntityNotFoundException:
            return

    def clear(self, parameters: Parameters = None) -> None:
        """Delete all entities of the collection.

        Args:
            parameters: Members to add to the query.

        Raises:
            UnsupportedOperation: The API does not offer it for this kind.
        """
        self.client.run(self.request("clear", parameters=parameters))

    def count(self) -> int:
        """Count the entities, by a list request.

        Returns:
            Their number.
        """
        return len(self._documents())

    def exists(self, identifier: str | int = "") -> bool:
        """Tell whether there is such an entity.

        Args:
            identifier: What identifies it, its name mostly; not needed where there is one at most.

        Returns:
            True when there is; False also for what cannot be a name.
        """
        try:
            self.get(identifier)
        except (EntityNotFoundException, InvalidName):
            return False
        return True

    def __iter__(self) -> Iterator[E]:
        for item in self._documents():
            yield self.wrap(item)

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self  # the copy of an entity belongs where the entity does

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.url!r})"

    def _documents(self, parameters: Parameters = None) -> builtins.list[dict[str, Any]]:
        """The JSON objects of the entities; `items` may be left out when there are none, or be a lone object."""
        page = self.client.run(self.request("list", parameters=parameters))
        items = page.get_json().get("items")
        if isinstance(items, builtins.list):
            return items
        return [] if items is None else [items]


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

    def member_names(self, identifier: N) -> tuple[N, ...]:
        return ()

    def _documents(self, parameters: Parameters = None) -> builtins.list[dict[str, Any]]:
        try:
            return [(self.get(parameters=parameters)).get_json()]
        except EntityNotFoundException:
            return []
