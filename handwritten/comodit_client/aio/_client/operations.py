"""The operations that collections need from the wire layer. The generated `Operations` of each resource have them.

Each protocol names the operations of one capability. If the schema renames or drops an operation, the collection that
needs it no longer passes the type checkers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from comodit_client.rest.exceptions import NoCollection
from comodit_client.wire.request import Request
from comodit_client.wire.view import View

O = TypeVar("O")  # noqa: E741 - operations
#: Extra members of the query.
Params = Mapping[str, Any] | None


class Addressed(Protocol):
    """Operations below a URL."""

    @property
    def url(self) -> str:
        """The URL of the collection, relative to the API root. Each pair of braces stands for a name."""
        ...


class Lists(Addressed, Protocol):
    """Operations that list the entities."""

    def list(self) -> Request[View]:
        """Build the request that lists the entities."""
        ...


class Gets(Addressed, Protocol):
    """Operations that return one entity."""

    def get(self, name: str, /) -> Request[View]:
        """Build the request that returns an entity."""
        ...


class Creates(Addressed, Protocol):
    """Operations that create an entity."""

    def create(self, body: Any, /) -> Request[Any]:
        """Build the request that creates an entity."""
        ...


class Updates(Addressed, Protocol):
    """Operations that update an entity."""

    def update(self, name: str, body: Any, /) -> Request[Any]:
        """Build the request that updates an entity."""
        ...


class Deletes(Addressed, Protocol):
    """Operations that delete an entity."""

    def delete(self, name: str, /) -> Request[Any]:
        """Build the request that deletes an entity."""
        ...


class Clears(Addressed, Protocol):
    """Operations that delete all entities."""

    def clear(self) -> Request[Any]:
        """Build the request that deletes all entities."""
        ...


def bound(holder: object, operations: Callable[..., O], names: tuple[str, ...]) -> O:
    """Bind the operations of a resource to the names of the owners.

    Args:
        holder: The collection or entity that uses them.
        operations: The class of the operations.
        names: The names of the owners, outermost first.

    Raises:
        NoCollection: The number of names is not that of the URL.
    """
    try:
        return operations(*names)
    except TypeError:
        needed = str(getattr(operations, "URL", "")).count("{}")
        raise NoCollection(
            f"Cannot use this {type(holder).__name__}: it needs {needed} names of owners, but has {len(names)}."
        ) from None


class Edits(Lists, Gets, Creates, Updates, Deletes, Protocol):
    """The operations of a collection whose entities can be read and changed."""
