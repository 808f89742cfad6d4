"""Connections of the blocking API that heed the deadline of the thread at each operation of a socket.

httpx limits each operation, so a server that sends a byte now and then could hold a request without end. The async API
cancels such a request; the blocking API shortens the timeout of each operation to what is left.
"""

from __future__ import annotations

import math
import socket
import ssl
from collections.abc import Iterable

import httpcore

from comodit_client.rest.deadline import remaining
from comodit_client.rest.http import LIMITS, BlockingNetwork, DeadlineExceeded

#: The number of bytes that are sent in one operation.
STEP = 1 << 14


class Network(BlockingNetwork):
    """httpx's transport, whose pool makes connections that heed deadlines.

    Args:
        context: The TLS context.
        proxy: The URL of a proxy.
    """

    def __init__(self, context: ssl.SSLContext, proxy: str | None) -> None:
        super().__init__(verify=context, proxy=proxy, limits=LIMITS)
        # httpx has no argument for it, and a pool made here would repeat what httpx knows of proxies.
        self._pool._network_backend = Backend()  # noqa: SLF001


class Backend(httpcore.SyncBackend):
    """Network backend whose connections heed the deadline."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that accepts; all addresses together share the deadline."""
        failure: Exception | None = None
        for address in _addresses(host, port):
            try:
                stream = super().connect_tcp(address, port, clipped(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = failure or error
            else:
                return Stream(stream)
        raise failure or httpcore.ConnectError(f"{host} has no address")


class Stream(httpcore.NetworkStream):
    """A connection whose operations heed the deadline.

    Args:
        stream: The connection.
    """

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has arrived."""
        return self._stream.read(max_bytes, clipped(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all bytes."""
        for start in range(0, len(buffer), STEP):
            self._stream.write(buffer[start : start + STEP], clipped(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return an encrypted connection over this one."""
        return Stream(self._stream.start_tls(ssl_context, server_hostname, clipped(timeout)))

    def get_extra_info(self, info: str) -> object:
        """Return what httpcore wants to know of the socket."""
        return self._stream.get_extra_info(info)


def clipped(timeout: float | None) -> float | None:
    """Shorten a timeout to what is left of the deadline.

    Args:
        timeout: Seconds; None without a limit.

    Raises:
        DeadlineExceeded: Nothing is left.
    """
    left = remaining()
    if left == math.inf:
        return timeout
    if left <= 0:
        raise DeadlineExceeded("the response did not end in time")
    return left if timeout is None else min(timeout, left)


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore.ConnectError(str(error)) from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
