"""The connections that a client and its copies share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from comodit_client.rest import _async_io, tls
from comodit_client.rest.exceptions import ClientClosed, InvalidEndpoint
from comodit_client.rest.http import InvalidUrl
from comodit_client.rest.locks import Lock

if TYPE_CHECKING:
    from comodit_client.rest.tls import Certificate, Verify


class Connections:
    """A pool of connections, made when it is first needed.

    Args:
        verify: How the server's certificate is checked.
        cert: The client's own certificate.
        proxy: The URL of a proxy; those that the environment names when not given.
        transport: What carries the requests, for tests; the network when not given.
        http_client: A pool to use instead of one of our own; whoever made it closes it.

    Raises:
        InvalidCertificate: A certificate cannot be used.
    """

    def __init__(
        self,
        verify: Verify = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
        transport: _async_io.Transport | None = None,
        http_client: _async_io.Pool | None = None,
    ) -> None:
        # The usual context is made when it is needed: that costs more than a request.
        self._context = None if verify is True and cert is None else tls.context(verify, cert)
        self._proxy = proxy
        self._transport = transport
        self._given = http_client
        #: To what the connections belong, and the connections.
        self._own: tuple[object, _async_io.Pool] | None = None
        #: The process that they belong to, and what it left to this one when it forked.
        self._process = os.getpid()
        self._inherited: list[object] = []
        self._closed = False
        self._lock = Lock()

    def pool(self) -> _async_io.Pool:
        """Give the pool.

        Returns:
            The pool that belongs to this process and event loop.

        Raises:
            ClientClosed: It was closed.
            InvalidEndpoint: A proxy's URL cannot be used.
        """
        if self._closed or (self._given is not None and self._given.is_closed):
            raise ClientClosed("this client is closed: make a new one")
        return self._ours() if self._given is None else self._given

    async def close(self) -> None:
        """Close the connections; they cannot be used any more."""
        self._closed = True
        self._inherit()
        own, self._own = self._own, None
        # A pool of another event loop, or of the process before a fork, cannot be closed from here.
        if own is not None and own[0] == _async_io.owner():
            await _async_io.close_pool(own[1])

    def _ours(self) -> _async_io.Pool:
        owner = _async_io.owner()
        with self._lock:
            if self._own is None or self._own[0] != owner:
                self._inherit()
                self._own = owner, self._made()
            return self._own[1]

    def _inherit(self) -> None:
        # The other process still uses those connections: here, they are neither used nor closed nor dropped.
        if self._process != os.getpid():
            self._process = os.getpid()
            self._inherited.append(self._own)

    def _made(self) -> _async_io.Pool:
        try:
            if self._transport is not None:
                return _async_io.carried_by(self._transport)
            return _async_io.make_pool(self._context or tls.shared_context(), self._proxy)
        except ImportError as error:
            raise InvalidEndpoint(f"a proxy, given or set in the environment, cannot be used: {error}") from error
        except (ValueError, InvalidUrl):
            # What was raised may quote the proxy's password.
            raise InvalidEndpoint("the URL of a proxy, given or set in the environment, is none") from None
