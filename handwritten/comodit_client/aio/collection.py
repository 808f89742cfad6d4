"""The base class of all collections. What a collection can do comes from the mixins in `capabilities`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, SupportsIndex, TypeVar

from comodit_client.aio._client.operations import bound
from comodit_client.aio.entity import Entity
from comodit_client.rest.absent import absent
from comodit_client.rest.exceptions import EntityNotFoundException
from comodit_client.rest.shapes import with_shape

if TYPE_CHECKING:
    from comodit_client.aio._client.operations import Addressed
    from comodit_client.aio.client import Client
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.request import Request

__all__ = ["Collection", "EntityNotFoundException", "OwnedCollection"]

E = TypeVar("E", bound=Entity)
N = TypeVar("N", bound=str | int)
O = TypeVar("O", bound="Addressed")  # noqa: E741 - operations
T = TypeVar("T")


class Collection(Generic[E]):
    """Base class of all collections: the entities of one kind below one owner. Creating one sends no request.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
    """

    __slots__ = ("_client", "where")

    #: What to do instead of a method of the original client that the server has no operation for.
    INSTEAD: ClassVar[Mapping[str, str]] = {}

    def __init__(self, client: Client, where: tuple[str, ...] = ()) -> None:
        self._client = client
        self.where: tuple[str, ...] = where

    @property
    def client(self) -> Client:
        """The client that sends the requests."""
        return self._client

    @property
    def operations(self) -> Addressed:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        raise NotImplementedError

    @property
    def url(self) -> str:
        """The URL relative to the API root, with unencoded names and a trailing slash.

        Raises:
            NoCollection: The number of names is not that of the URL.
        """
        return self.operations.url.format(*self.where)

    def wrap(self, json_data: dict[str, Any] | None = None) -> E:
        """Wrap a JSON object as an entity of this collection. Sends no request.

        Args:
            json_data: The JSON object. Default: a new, empty one.

        Returns:
            The entity. It is a view on the same object, not a copy.
        """
        raise NotImplementedError

    def build(self, json_data: dict[str, Any], members: Mapping[str, object]) -> E:
        """Build an entity without sending it.

        Args:
            json_data: The JSON object, with the members that are arguments of `new`.
            members: Its other members, as keywords of the entity.

        Returns:
            The entity. It is a view on the same object, not a copy.

        Raises:
            WrongType: A keyword does not exist, or a value has the wrong type.
        """
        return type(self.wrap())(self, json_data, **members)

    def _new(self, json_data: dict[str, Any] | None = None) -> E:
        # The name of `wrap` in the original client.
        return self.wrap(json_data)

    def member_names(self, identifier: N) -> tuple[N, ...]:
        """Return the names in the URL of an entity, after those of the owners.

        Args:
            identifier: The identifier of the entity.
        """
        return (identifier,)

    def shape(self) -> Mapping[str, Shape]:
        """Return the shapes of the members that the library reads from an entity."""
        kind: Any = type(self.wrap())
        return _shape_of(kind)

    def checked(self, request: Request[T]) -> Request[T]:
        """Return a request whose response must have the members that the library reads from an entity.

        Args:
            request: The request; its response is an entity of the collection.
        """
        return with_shape(request, self.shape())

    def _bound(self, operations: Callable[..., O]) -> O:
        """Bind the operations of a resource to the names of the owners.

        Raises:
            NoCollection: The number of names is not that of the URL.
        """
        return bound(self, operations, self.where)

    if not TYPE_CHECKING:  # neither checkers nor completion show what the server cannot do

        def __getattr__(self, name: str) -> Any:
            return absent(self, name, self.INSTEAD)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and (self.client, self.url) == (other.client, other.url)

    def __hash__(self) -> int:
        return hash((type(self), self.client, self.url))

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self  # the copy of an entity belongs to the same collection

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        return super().__reduce_ex__(max(2, int(protocol)))  # older protocols know no slots

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.url!r})"


@cache
def _shape_of(kind: Any) -> Mapping[str, Shape]:
    return kind.READS if kind.IDENTITY is None else {kind.IDENTITY: (str, int), **kind.READS}


class OwnedCollection(Collection[E], Generic[E, O]):
    """Base class of collections that owners of several kinds have. Each kind of owner has its own operations.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
        operations: The class of the operations for this kind of owner.
    """

    __slots__ = ("_operations",)

    def __init__(self, client: Client, where: tuple[str, ...], operations: Callable[..., O]) -> None:
        super().__init__(client, where)
        self._operations = operations

    @property
    def operations(self) -> O:
        """The operations of the wire layer on this collection. Each returns a request for `client.run`."""
        return self._bound(self._operations)
