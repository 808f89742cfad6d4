"""Bind handlers to the operations of the schema, and find the operation of a request.

A path is split before it is decoded, and decoded once: a name may contain a slash, a percent sign or a question mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from attrs import define, field, frozen

from comodit_client.sandbox.errors import ApiError, bad_request

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.http.responses import ApiResponse, Listing
    from comodit_client.sandbox.simulation.outgoing import Delivery

    #: A handler returns a response, a list, or a request to send whose reply leads to the response.
    Handler = Callable[[Call], ApiResponse | Listing | Delivery]

_METHODS = ("get", "put", "post", "delete", "patch")
#: All handlers by operationId.
HANDLERS: dict[str, Handler] = {}


def operation(operation_id: str) -> Callable[[Handler], Handler]:
    """Bind the decorated handler to an operation of the schema."""

    def bind(handler: Handler) -> Handler:
        HANDLERS[operation_id] = handler
        return handler

    return bind


@define
class _Place:
    """A node in the tree of the schema's paths.

    Attributes:
        literals: The nodes after a literal segment.
        variable: The node after a name.
        with_slashes: The node after a name with slashes.
        names: The variables of the whole path, in order.
        operations: The operations by HTTP method.
    """

    literals: dict[str, _Place] = field(factory=dict)
    variable: _Place | None = None
    with_slashes: _Place | None = None
    names: tuple[str, ...] = ()
    operations: dict[str, Mapping[str, Any]] = field(factory=dict)

    def after_name(self, has_slashes: bool) -> _Place:
        """Return the node after a name, with or without slashes; create it if needed."""
        if has_slashes:
            self.with_slashes = self.with_slashes or _Place()
            return self.with_slashes
        self.variable = self.variable or _Place()
        return self.variable


@frozen
class Route:
    """The operation of a request.

    Attributes:
        operation: Its description in the schema.
        names: The decoded variables of the path.
    """

    operation: Mapping[str, Any]
    names: dict[str, str]


class Router:
    """The paths of the schema as a tree."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._top = _Place()
        parameters = document.get("components", {}).get("parameters", {})
        with_slashes = {name for name, parameter in parameters.items() if parameter.get("x-slashes")}
        for path, item in document["paths"].items():
            place = self._top
            names = []
            for segment in path.strip("/").split("/"):
                if segment.startswith("{"):
                    names.append(segment[1:-1])
                    place = place.after_name(names[-1] in with_slashes)
                else:
                    place = place.literals.setdefault(segment, _Place())
            place.names = tuple(names)
            place.operations.update((method.upper(), item[method]) for method in _METHODS if method in item)

    def find(self, method: str, raw_path: bytes) -> Route:
        """Find the operation of a request.

        Args:
            method: The HTTP method.
            raw_path: The path below the API's root, percent-encoded, without the query.

        Raises:
            ApiError: The path does not exist (404), or not with this method (405).
        """
        # Repeated slashes are one, as for nginx (S10, S142).
        segments = [_decoded(segment) for segment in raw_path.split(b"/") if segment]
        places = [(place, values) for place, values in _walk(self._top, segments) if place.operations]
        for place, values in places:
            if method in place.operations:
                return Route(place.operations[method], dict(zip(place.names, values, strict=True)))
        allowed = sorted({allowed for place, _ in places for allowed in place.operations})
        if allowed:
            raise ApiError(405, f"Method {method} is not allowed here", headers={"Allow": ", ".join(allowed)})
        raise ApiError(404, "The resource does not exist")


def _decoded(segment: bytes) -> str:
    try:
        return (unquote_to_bytes(segment) if b"%" in segment else segment).decode()
    except UnicodeDecodeError:
        raise bad_request("The path is not UTF-8") from None


def _walk(place: _Place, segments: list[str]) -> Iterator[tuple[_Place, list[str]]]:
    """Yield the nodes that match a path: literals before names, and names before names with slashes."""
    if not segments:
        yield place, []
        return
    first, rest = segments[0], segments[1:]
    if first in place.literals:
        yield from _walk(place.literals[first], rest)
    if place.variable is not None and first:
        for end, values in _walk(place.variable, rest):
            yield end, [first, *values]
    if place.with_slashes is not None:
        for count in range(1, len(segments)):
            for end, values in _walk(place.with_slashes, segments[count:]):
                yield end, ["/".join(segments[:count]), *values]
