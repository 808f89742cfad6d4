"""What a fault makes of a connection. Each transport does it in its own way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from comodit_client.sandbox.http.responses import ApiResponse


@frozen
class ConnectionReset:
    """The connection is reset without a response.

    Attributes:
        is_read: Whether the request was read before.
    """

    is_read: bool


@frozen
class BrokenResponse:
    """A response whose body does not have the announced length, after which the connection is closed.

    Attributes:
        response: The response, for its status and its media type.
        length: The announced length.
        content: The bytes that are sent; None if not even the headers are complete.
    """

    response: ApiResponse
    length: int
    content: bytes | None


@frozen
class EndlessResponse:
    """A response that arrives byte by byte, until the fault is removed; then the connection is reset.

    Attributes:
        pause: Waits before the next byte; returns whether the fault was removed.
    """

    pause: Callable[[], Awaitable[bool]]


#: How a fault ends a connection, other than by a response.
Broken: TypeAlias = ConnectionReset | BrokenResponse | EndlessResponse
