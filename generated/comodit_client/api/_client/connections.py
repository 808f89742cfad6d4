# Made by `python -m generator` from handwritten/comodit_client/aio/_client/connections.py.
# Do not edit: change that, then run `make generate`.
"""The connections that a client and its copies share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from comodit_client.rest import _sync_io
from comodit_client.rest.exceptions import ClientClosed, InvalidEndpoint
from comodit_client.rest.locks import Lock

if TYPE_CHECKING:
    from comodit_client.rest import _sync_http
    from comodit_client.rest.tls import Certificate, Verify


class Connections:
    """A pool of connections, created for the first request.

    Args:
        root: The API root; the environment may name a proxy for it.
        verify: The authorities to trust.
        cert: The client's own certificate.
        proxy: The URL of a proxy; when None, the proxy that the environment names is used.
        transport: The transport of all requests, for tests; None uses the network.
        http_client: A pool to use instead of a new one. The caller closes it.

    Raises:
        InvalidCertificate: A certificate cannot be used.
    """

    def __init__(
        self,
        root: str,
        verify: Verify = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
        transport: _sync_http.Transport | None = None,
        http_client: _sync_http.GivenPool | None = None,
    ) -> None:
        self._context = None
        if verify is not True or cert is not None:
            from comodit_client.rest import tls  # imports ssl, which the default does not need yet

            self._context = tls.context(verify, cert)
        self._root = root
        self._proxy = proxy
        self._transport = transport
        self._given = http_client
        #: The owner of the connections, and the connections.
        self._own: tuple[object, _sync_http.Pool] | None = None
        #: The process that owns the connections, and the pools it left to this process when it forked.
        self._process = os.getpid()
        self._inherited: list[object] = []
        self._closed = False
        self._lock = Lock()

    def pool(self) -> _sync_http.Pool:
        """Return the pool of this process and event loop.

        Raises:
            ClientClosed: The client was closed.
            InvalidEndpoint: The URL of a proxy cannot be used.
        """
        if self._closed or (self._given is not None and self._given.is_closed):
            raise ClientClosed("Cannot send a request: this client is closed. Create a new one.")
        return self._current()

    def close(self) -> None:
        """Close the connections; they cannot be used afterwards."""
        self._closed = True
        self._inherit()
        own, self._own = self._own, None
        # A pool of another event loop, or of the process before a fork, cannot be closed from here.
        if own is not None and own[0] == _sync_io.owner():
            own[1].close()

    def _current(self) -> _sync_http.Pool:
        owner = _sync_io.owner()
        with self._lock:
            if self._own is None or self._own[0] != owner:
                self._inherit()
                self._own = owner, self._new_pool()
            return self._own[1]

    def _inherit(self) -> None:
        # The parent process still uses these connections: here, they are neither used nor closed nor dropped.
        if self._process != os.getpid():
            self._process = os.getpid()
            self._inherited.append(self._own)

    def _new_pool(self) -> _sync_http.Pool:
        from comodit_client.rest import _sync_http, tls
        from comodit_client.rest.http import InvalidUrl
        from comodit_client.rest.proxies import proxy_for

        if self._given is not None:
            return _sync_http.pool_of(self._given)
        if self._transport is not None:
            return _sync_http.pool_over(self._transport)
        proxy = self._proxy or proxy_for(self._root)
        try:
            return _sync_http.make_pool(self._context or tls.shared_context(), proxy)
        except ImportError as error:
            raise InvalidEndpoint(f"Cannot use a SOCKS proxy: {error}. Install it or use another proxy.") from error
        except (ValueError, InvalidUrl):
            # The original error may quote the proxy's password.
            raise InvalidEndpoint(
                "Cannot use the proxy: its URL is malformed. Give a URL such as http://proxy.example.org:3128."
            ) from None
