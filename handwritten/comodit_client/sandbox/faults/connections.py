"""Connections that faults can break: the request's scope holds the transport, which the web server hides."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from comodit_client.sandbox.faults.outcomes import BrokenResponse, EndlessResponse

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.faults.outcomes import Broken

_TRANSPORT = "comodit_transport"
#: SO_LINGER with a timeout of 0: unsent data is dropped, and the peer gets a reset.
_NO_LINGER = struct.pack("ii", 1, 0)
_ENDLESS_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
_CHUNK = b"1\r\n \r\n"


def connections(faults: Faults) -> type[H11Protocol]:
    """Return the connection class of a sandbox.

    Args:
        faults: The sandbox's faults.
    """

    class Connection(H11Protocol):
        """A connection that is closed at once if a fault applies."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
            super().connection_made(transport)
            self.app_state = {**self.app_state, _TRANSPORT: transport}
            if faults.affects_connection():
                # No reset: it could reach the client while it connects, or later.
                transport.close()

    return Connection


async def break_connection(scope: Mapping[str, Any], broken: Broken) -> None:
    """End the connection of a request as a fault demands. Nothing is sent on it afterwards.

    Args:
        scope: The request's scope.
        broken: How the connection ends.
    """
    transport: asyncio.Transport = scope["state"][_TRANSPORT]
    if isinstance(broken, BrokenResponse):
        transport.write(_bytes_of(broken))
        transport.close()
        return
    if isinstance(broken, EndlessResponse):
        transport.write(_ENDLESS_HEAD)
        while not transport.is_closing():
            transport.write(_CHUNK)
            if await broken.pause():
                break
    _reset(transport)


def _reset(transport: asyncio.Transport) -> None:
    """Reset a connection that is still open, instead of closing it in order."""
    if transport.is_closing():
        return
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    transport.abort()


def _bytes_of(broken: BrokenResponse) -> bytes:
    response = broken.response
    lines = [
        f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}",
        f"Content-Type: {response.media_type or 'text/plain'}",
        f"Content-Length: {broken.length}",
        "Connection: close",
    ]
    head = "\r\n".join([*lines, "", ""]).encode("latin-1")
    return head[: len(head) // 2] if broken.content is None else head + broken.content
