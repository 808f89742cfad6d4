"""Requests that the sandbox sends."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    import socket

    from comodit_client.sandbox.http.responses import ApiResponse
    from comodit_client.sandbox.simulation.addresses import Reach


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
    """A request to send, and a function that handles its reply in another transaction."""

    request: OutgoingRequest
    finish: Callable[[Reply], ApiResponse | None]


def send(request: OutgoingRequest, reach: Reach) -> Reply:
    """Send a request and return its reply; redirects are not followed.

    Args:
        request: The request.
        reach: The servers that it may reach.
    """
    kind = http.client.HTTPSConnection if request.secure else http.client.HTTPConnection
    try:
        connection = kind(request.server, request.port)
        with (
            reach.connect(request.server, connection.port) as plain,
            _secured(plain, request.server) if request.secure else plain as connection.sock,
        ):
            connection.request(request.method, request.target, request.body or None, dict(request.headers))
            response = connection.getresponse()
            return Reply(response.status, response.read())
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Reply(error=str(error) or type(error).__name__)


def _secured(plain: socket.socket, server: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=server)
