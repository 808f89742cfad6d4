"""Connections that faults can break: the request's scope holds the transport, which the web server hides."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.active import Faults

_TRANSPORT = "comodit_transport"
#: SO_LINGER with a timeout of 0: unsent data is dropped, and the peer gets a reset.
_NO_LINGER = struct.pack("ii", 1, 0)


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


def transport_of(scope: Mapping[str, Any]) -> asyncio.Transport:
    """Return the transport of a request's connection."""
    transport: asyncio.Transport = scope["state"][_TRANSPORT]
    return transport


def reset(transport: asyncio.Transport) -> None:
    """Reset a connection that is still open, instead of closing it in order."""
    if transport.is_closing():
        return
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    transport.abort()
