# Made by `python -m generator` from handwritten/comodit_client/aio/collection.py.
# Do not edit: change that, then run `make generate`.
"""The base classes of all collections."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from comodit_client.api._client import lists
from comodit_client.api._client.operations import N, Operations, Parameters
from comodit_client.api.entity import Entity
from comodit_client.rest._sync_io import Syntax
from comodit_client.rest.exceptions import EntityNotFoundException, InvalidName, NoCollection

if TYPE_CHECKING:
    from comodit_client.api.client import Client

__all__ = ["Collection", "EntityNotFoundException", "OwnedCollection", "Singleton"]

E = TypeVar("E", bound=Entity)


class Collection(Syntax[E], Operations[E]):
    """Base class of all collections: the entities of one kind below one owner. Creating one sends no request.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
    """

    __slots__ = ()

    @property
    def url(self) -> str:
        """The URL relative to the API root, with unencoded names and a trailing slash.

        Raises:
            NoCollection: There are fewer names than the URL has.
        """
        url: str = self._api.COLLECTION_URL
        try:
            return url.format(*self.where)
        except IndexError:
            raise NoCollection(
                f"Cannot build the URL of this {type(self).__name__}: it needs {url.count('{}')} names of owners, but "
                f"has {len(self.where)}."
            ) from None

    def wrap(self, json_data: dict[str, Any] | None = None) -> E:
        """Wrap a JSON object as an entity of this collection. Sends no request.

        Args:
            json_data: The JSON object. Default: a new, empty one.

        Returns:
            The entity. It is a view on the same object, not a copy.
        """
        raise NotImplementedError

    def _new(self, json_data: dict[str, Any] | None = None) -> E:
        # The name of `wrap` in the original client.
        return self.wrap(json_data)

    def list(self, parameters: Parameters = None) -> builtins.list[E]:
        """List the entities.

        Args:
            parameters: Extra members of the query.

        Returns:
            The entities, in the server's order. All pages are requested if the server returns pages. An
            `IncompleteList` warning says so if some are missing. With an `offset` in `parameters`, one page is read.

        Raises:
            EntityNotFoundException: The owner does not exist.

        Facts: S2, S3.
        """
        return [self.wrap(item) for item in self.documents(parameters)]

    def list_complete(self, parameters: Parameters = None) -> builtins.list[E]:
        """List the entities for an operation that would do wrong with a part of them.

        Args:
            parameters: Extra members of the query.

        Returns:
            The entities, in the server's order.

        Raises:
            IncompleteListError: The server returned only a part of the list.
        """
        return [self.wrap(item) for item in self.documents(parameters, complete=True)]

    def get(self, identifier: str | int = "", parameters: Parameters = None, return_error_code: bool = True) -> E:
        """Get an entity.

        Args:
            identifier: The identifier, which is usually the name. Changes have a number.
            parameters: Extra members of the query.
            return_error_code: Ignored. It exists for scripts of the original client.

        Returns:
            The entity.

        Raises:
            EntityNotFoundException: The entity does not exist.
            InvalidName: The identifier is empty or would address another resource.

        Facts: S8.
        """
        request = self.request("get", *self.member_names(identifier), parameters=parameters)
        return self.wrap((self.client.run(self.checked(request))).get_json())

    def refresh(self, entity: E, parameters: Parameters = None) -> None:
        """Read an entity again. Unsent changes are lost.

        Args:
            entity: The entity.
            parameters: Extra members of the query.

        Raises:
            EntityNotFoundException: It no longer exists.
        """
        request = self.request("get", *self.member_names(entity.identifier), parameters=parameters)
        entity.set_json((self.client.run(self.checked(request))).get_json())

    def delete(self, identifier: str | int = "", parameters: Parameters = None) -> None:
        """Delete an entity. Nothing happens if it does not exist.

        Args:
            identifier: The identifier, which is usually the name.
            parameters: Extra members of the query.

        Raises:
            Conflict: Another entity prevents the deletion.
            InvalidName: The identifier is empty, which would address the whole collection.

        Facts: S11.
        """
        request = self.request("delete", *self.member_names(identifier), parameters=parameters)
        try:
            self.client.run(request)
        except EntityNotFoundException:
            return

    def clear(self, parameters: Parameters = None) -> None:
        """Delete all entities of the collection.

        Args:
            parameters: Extra members of the query.

        Raises:
            UnsupportedOperation: The API has no such operation for this kind of entity.
        """
        self.client.run(self.request("clear", parameters=parameters))

    def count(self) -> int:
        """Return the number of entities. Sends one list request, even if the list has several pages.

        Returns:
            The number of entities on the server.
        """
        return self.total()

    def exists(self, identifier: str | int | Entity = "") -> bool:
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
            self.get(identifier)
        except (EntityNotFoundException, InvalidName):
            return False
        return True

    def __iter__(self) -> Iterator[E]:
        for item in self.documents():
            yield self.wrap(item)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and (self.client, self.url) == (other.client, other.url)

    def __hash__(self) -> int:
        return hash((type(self), self.client, self.url))

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self  # the copy of an entity belongs to the same collection

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.url!r})"

    def documents(self, parameters: Parameters = None, *, complete: bool = False) -> builtins.list[dict[str, Any]]:
        """Return the JSON objects of the entities.

        Args:
            parameters: Extra members of the query.
            complete: If True, raise an exception instead of warning when some are missing.

        Raises:
            IncompleteListError: The server returned only a part of the list, and `complete` is True.
        """
        return lists.documents(self.client, self.request("list", parameters=parameters), self._items(), complete)

    def total(self, parameters: Parameters = None) -> int:
        """Return the number of entities on the server. Sends one request.

        Args:
            parameters: Extra members of the query.
        """
        return lists.read_total(self.client, self.request("list", parameters=parameters), self._items())

    def _items(self) -> lists.ItemSpec:
        return lists.ItemSpec(type(self.wrap()).IDENTITY, self.shape())


class OwnedCollection(Collection[E]):
    """Base class of collections that owners of several kinds have. Each kind of owner has its own wire module.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
        api: The module of the wire layer with the operations for this kind of owner.
    """

    __slots__ = ("_api",)

    def __init__(self, client: Client, where: tuple[str, ...], api: ModuleType) -> None:
        super().__init__(client, where)
        self._api = api

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), self.client, self.where, self._api.__name__)  # a module does not pickle


class Singleton(Collection[E]):
    """Base class of collections with at most one entity, whose URL is the collection's."""

    __slots__ = ()

    def member_names(self, identifier: N) -> tuple[N, ...]:
        return ()

    def documents(self, parameters: Parameters = None, *, complete: bool = False) -> builtins.list[dict[str, Any]]:
        try:
            return [(self.get(parameters=parameters)).get_json()]
        except EntityNotFoundException:
            return []

    def total(self, parameters: Parameters = None) -> int:
        return len(self.documents(parameters))


def _rebuilt(kind: type[OwnedCollection[E]], client: Client, where: tuple[str, ...], api: str) -> OwnedCollection[E]:
    return kind(client, where, import_module(api))
