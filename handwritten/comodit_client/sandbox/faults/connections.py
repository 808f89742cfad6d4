"""Connections that can be broken: the web server hides them, so a fault finds them in the request's scope."""

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
#: Linger for no time: what was not sent yet is dropped, and the other side is told by a reset.
_NO_LINGER = struct.pack("ii", 1, 0)


def connections(faults: Faults) -> type[H11Protocol]:
    """Return the kind of connections that a sandbox has.

    Args:
        faults: The sandbox's faults.
    """

    class Connection(H11Protocol):
        """A connection that is refused if a fault strikes."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
            super().connection_made(transport)
            self.app_state = {**self.app_state, _TRANSPORT: transport}
            if faults.affects_connection():
                # No reset: it might meet the client while it connects, or later.
                transport.close()

    return Connection


def transport_of(scope: Mapping[str, Any]) -> asyncio.Transport:
    """Return the connection that a request came by."""
    transport: asyncio.Transport = scope["state"][_TRANSPORT]
    return transport


def reset(transport: asyncio.Transport) -> None:
    """Break a connection, if it is still there, so that the other side gets a reset and no orderly end."""
    if transport.is_closing():
        return
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    transport.abort()
