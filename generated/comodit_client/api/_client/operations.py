# Made by `python -m generator` from handwritten/comodit_client/aio/_client/operations.py.
# Do not edit: change that, then run `make generate`.
"""The package-internal interface of collections: the names of the owners, and the requests."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, SupportsIndex, TypeVar

from attrs import evolve

from comodit_client.rest.exceptions import InvalidName, UnsupportedOperation
from comodit_client.rest.shapes import with_shape
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.api.entity import Entity
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.request import Request

E = TypeVar("E", bound="Entity")
N = TypeVar("N", bound=str | int)
Parameters = Mapping[str, Any] | None


class Operations(Generic[E]):
    """The requests of one collection. Entities and the transfer engines use this class; scripts do not.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
    """

    __slots__ = ("_client", "where")

    #: The module of the wire layer that has the collection's operations.
    _api: ModuleType

    def __init__(self, client: Client, where: tuple[str, ...] = ()) -> None:
        self._client = client
        self.where: tuple[str, ...] = where

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        return super().__reduce_ex__(max(2, int(protocol)))  # older protocols know no slots

    @property
    def client(self) -> Client:
        """The client that sends the requests."""
        return self._client

    def member_names(self, identifier: N) -> tuple[N, ...]:
        """Return the names that an operation on one entity takes, after those of the owners.

        Args:
            identifier: The identifier of the entity.
        """
        return (identifier,)

    def request(self, verb: str, *names: str | int, parameters: Parameters = None, **arguments: Any) -> Request[Any]:
        """Build the request of an operation.

        Args:
            verb: The operation's name in the wire module.
            names: The names after those of the owners.
            parameters: Extra members of the query.
            arguments: Further arguments of the operation.

        Raises:
            UnsupportedOperation: The API has no such operation for this kind of entity.
        """
        operation = getattr(self._api, verb, None)
        if operation is None:
            message = f"Cannot {verb} in {self!r}: ComodIT's API has no such operation for this kind of entity."
            raise UnsupportedOperation(message)
        request: Request[Any] = operation(*self.where, *names, **arguments)
        return request.with_query(parameters)

    def checked(self, request: Request[Any]) -> Request[Any]:
        """Return a request whose response must have the members that the library reads from an entity.

        Args:
            request: The request; its response is an entity of the collection.
        """
        return with_shape(request, self.shape())

    def shape(self) -> Mapping[str, Shape]:
        """Return the shapes of the members that the library reads from an entity."""
        kind = type(self.wrap())
        return kind.READS if kind.IDENTITY is None else {kind.IDENTITY: (str, int), **kind.READS}

    @abstractmethod
    def wrap(self, json_data: dict[str, Any] | None = None) -> E:
        """Wrap a JSON object as an entity of this collection; sends no request."""

    def send_new(self, entity: E, parameters: Parameters = None) -> None:
        """Create an entity on the server.

        Args:
            entity: The entity; the response replaces its JSON object.
            parameters: Extra members of the query.
        """
        request = self.request("create", body=entity.get_json(), parameters=parameters)
        self.take_response(entity, self.client.session.run_or_none(self.checked(request)))

    def send_changes(self, entity: E, parameters: Parameters = None, if_unchanged: bool = False) -> None:
        """Update an entity on the server.

        Args:
            entity: The entity; the response replaces its JSON object.
            parameters: Extra members of the query.
            if_unchanged: Whether the entity on the server must have the same version.

        Raises:
            UnsupportedOperation: The entity must be unchanged, but has no version.
        """
        member = self.member_names(entity.identifier)
        request = self.request("update", *member, body=entity.get_json(), parameters=parameters)
        request = _if_version(request, entity) if if_unchanged else request
        self.take_response(entity, self.client.session.run_or_none(self.checked(request)))

    def send_rename(self, entity: E, new_name: str, if_unchanged: bool = False) -> None:
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
        request = self.request("update", *self.member_names(entity.identifier), body=renamed)
        request = _if_version(request, entity) if if_unchanged else request
        response = self.client.session.run_or_none(self.checked(request))
        entity.set_json(renamed if response is None else response.get_json())

    @staticmethod
    def take_response(entity: E, response: View | None) -> None:
        """Replace the JSON object of an entity by a response.

        Args:
            entity: The entity.
            response: The response. None for an empty body: the server continues in the background.
        """
        if response is not None:
            entity.set_json(response.get_json())


def _if_version(request: Request[Any], entity: Entity) -> Request[Any]:
    """Return a request that fails if the entity on the server has another version than the one that was read."""
    version = entity.get_json().get("version")
    if not isinstance(version, int):
        raise UnsupportedOperation(
            f"Cannot check whether {entity!r} is unchanged: it has no version. "
            "Read it from the server first, or update it without if_unchanged."
        )
    return evolve(request, headers={**request.headers, "If-Match": f'"{version}"'})
