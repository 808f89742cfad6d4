"""Requests that the sandbox sends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from comodit_client.sandbox.http.responses import ApiResponse


@frozen
class OutgoingRequest:
    """A request to send.

    Attributes:
        secure: Whether to use TLS.
        server: The name or the address of the server.
        port: The port; None for the default of the protocol.
        method: The HTTP method.
        target: The path and the query, percent-encoded.
        headers: The headers.
        body: The body.
    """

    secure: bool
    server: str
    port: int | None
    method: str
    target: str
    headers: Mapping[str, str] = field(factory=dict)
    body: bytes = b""


@frozen
class Reply:
    """The reply to a request: a status and a body, or an error if none was received."""

    status: int = 0
    body: bytes = b""
    error: str | None = None


@frozen
class Delivery:
    """A request to send, and a function that handles its reply in another transaction.

    Attributes:
        request: The request.
        finish: Handles the reply.
        entry: The agenda entry that the request belongs to, if any.
    """

    request: OutgoingRequest
    finish: Callable[[Reply], ApiResponse | None]
    entry: int = -1
