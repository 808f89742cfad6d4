"""Requests that the sandbox sends: to this machine only, unless other machines are allowed."""

from __future__ import annotations

import http.client
import ipaddress
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from comodit_client.sandbox.http.responses import ApiResponse

_TIMEOUT = 5.0


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


def send(request: OutgoingRequest, anywhere: bool) -> Reply:
    """Send a request and return its reply.

    Args:
        request: The request.
        anywhere: Whether it may reach other machines.
    """
    if not anywhere and not _is_loopback(request.server):
        return Reply(
            error=f"the sandbox sends to this machine only, not to {request.server}; start it with anywhere=True"
        )
    kind = http.client.HTTPSConnection if request.secure else http.client.HTTPConnection
    connection = kind(request.server, request.port, timeout=_TIMEOUT)
    try:
        connection.request(request.method, request.target, request.body or None, dict(request.headers))
        response = connection.getresponse()
        return Reply(response.status, response.read())
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Reply(error=str(error) or type(error).__name__)
    finally:
        connection.close()


def _is_loopback(server: str) -> bool:
    try:
        return ipaddress.ip_address(server.strip("[]")).is_loopback
    except ValueError:
        return server.lower() == "localhost"
