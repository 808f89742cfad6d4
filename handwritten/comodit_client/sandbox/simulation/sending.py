"""Send requests to other servers. It is loaded for the first one, since few sandboxes send any."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from comodit_client.sandbox.simulation.outgoing import OutgoingRequest, Reply

if TYPE_CHECKING:
    from comodit_client.sandbox.simulation.addresses import Reach

#: The seconds for sending a request and receiving all of its reply, however the server spreads it.
_TOTAL = 10.0
_MAX_REPLY = 1 << 20
_MAX_ERROR = 300


def send(request: OutgoingRequest, reach: Reach) -> Reply:
    """Send a request and return its reply; redirects are not followed.

    Args:
        request: The request.
        reach: The servers that it may reach.
    """
    kind = http.client.HTTPSConnection if request.secure else http.client.HTTPConnection
    late = threading.Event()
    try:
        connection = kind(request.server, request.port)
        with (
            reach.connect(request.server, connection.port) as plain,
            _secured(plain, request.server) if request.secure else plain as connection.sock,
            _cut_off(connection.sock, late),
        ):
            reply = _exchange(connection, request)
    except (OSError, http.client.HTTPException, ValueError) as error:
        reply = Reply(error=(str(error) or type(error).__name__)[:_MAX_ERROR])
    # A reply without a length seems to be complete when it is cut off.
    return Reply(error=f"no complete reply within {_TOTAL:g} seconds") if late.is_set() else reply


def _exchange(connection: http.client.HTTPConnection, request: OutgoingRequest) -> Reply:
    connection.request(request.method, request.target, request.body or None, dict(request.headers))
    response = connection.getresponse()
    body = response.read(_MAX_REPLY + 1)
    if len(body) > _MAX_REPLY:
        return Reply(error=f"the reply has more than {_MAX_REPLY} bytes")
    if response.length:  # The connection ended before the length that the server gave.
        raise http.client.IncompleteRead(body, response.length)
    return Reply(response.status, body)


@contextmanager
def _cut_off(connected: socket.socket, late: threading.Event) -> Iterator[None]:
    """End a connection when the time for a reply is over. Waiting for single bytes cannot bound their sum."""

    def cut() -> None:
        late.set()
        with suppress(OSError):  # The server may have closed it.
            connected.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(_TOTAL, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _secured(plain: socket.socket, server: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=server)
