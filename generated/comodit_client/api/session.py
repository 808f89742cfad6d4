# Made by `python -m generator` from handwritten/comodit_client/aio/session.py.
# Do not edit: change that, then run `make generate`.
"""The seam between facade and network: one function sends a wire request, and gives data or raises our error."""

from __future__ import annotations

import json
import threading
from typing import Any, TypeVar
from urllib.parse import urlencode

from comodit_client.rest import answers, colour_sync
from comodit_client.rest.exceptions import ClientClosed, InvalidEndpoint
from comodit_client.rest.http import Auth, Faults, HttpRequest, HttpResponse, HttpTimeout
from comodit_client.rest.options import Timeouts
from comodit_client.wire.request import NO_BODY, Request

T = TypeVar("T")


class Session:
    """One pool of connections to one API root, made when it is first needed.

    Args:
        endpoint: The API root, an http or https URL.
        auth: What says who asks.
        timeouts: How long a request may take.
        transport: What carries the requests, for tests and proxies; the network when not given.
        http_client: A pool to use instead of one of our own; whoever made it closes it.

    Raises:
        InvalidEndpoint: The API root is no http or https URL.
    """

    def __init__(
        self,
        endpoint: str,
        auth: Auth,
        timeouts: Timeouts,
        transport: colour_sync.Transport | None = None,
        http_client: colour_sync.Pool | None = None,
    ) -> None:
        root = endpoint.rstrip("/") if isinstance(endpoint, str) else ""
        if not root.startswith(("http://", "https://")) or root.endswith("://"):
            raise InvalidEndpoint(f"{endpoint!r} is no API root: give a URL such as https://my.comodit.com/api")
        self.root = root
        self._auth = auth
        self._timeouts = timeouts
        self._transport = transport
        self._given = http_client
        self._pool: colour_sync.Pool | None = None
        self._owner: object = None
        self._closed = False
        self._lock = threading.Lock()

    def run(self, request: Request[T], timeout: Timeouts | float | None = None) -> T:
        """Send a request.

        Args:
            request: What an operation of the wire layer asks.
            timeout: How long it may take, in seconds for each part or in full; the session's when not given.

        Returns:
            What the operation gives.

        Raises:
            PythonApiException: There was no answer, or it is a refusal, or not what was promised.
        """
        return answers.data(request, self._send(request, timeout))

    def run_or_none(self, request: Request[T], timeout: Timeouts | float | None = None) -> T | None:
        """Send a request whose answer may be empty, as that of a verb that goes on in the background (S9).

        Args:
            request: What an operation of the wire layer asks.
            timeout: How long it may take.

        Returns:
            What the operation gives; None when the answer is a success and holds nothing.

        Raises:
            PythonApiException: There was no answer, or it is a refusal, or not what was promised.
        """
        response = self._send(request, timeout)
        return None if answers.is_empty(request, response) else answers.data(request, response)

    def close(self) -> None:
        """Close the connections; the session cannot be used any more."""
        self._closed = True
        pool, self._pool = self._pool, None
        if pool is not None:
            colour_sync.close_pool(pool)

    def _send(self, request: Request[Any], timeout: Timeouts | float | None) -> HttpResponse:
        pool = self._connections()
        url = self.root + request.path
        if request.query:
            url += "?" + urlencode({name: _text(value) for name, value in request.query.items()})
        try:
            return pool.send(self._prepared(pool, request, url, timeout), auth=self._auth, follow_redirects=False)
        except Faults as error:
            raise answers.fault(request, url, error) from error

    def _prepared(
        self, pool: colour_sync.Pool, request: Request[Any], url: str, timeout: Timeouts | float | None
    ) -> HttpRequest:
        headers = {"Accept": "application/json, */*", **request.headers}
        content = None
        if request.body is not NO_BODY:
            headers["Content-Type"] = "application/json"
            content = json.dumps(request.body).encode("ascii")
        return pool.build_request(
            request.method,
            url,
            headers=headers,
            content=content,
            timeout=_limits(self._timeouts if timeout is None else timeout),
        )

    def _connections(self) -> colour_sync.Pool:
        if self._closed:
            raise ClientClosed("this client is closed: make a new one")
        if self._given is not None:
            return self._given
        owner = colour_sync.owner()
        if self._pool is None or self._owner != owner:
            with self._lock:
                if self._pool is None or self._owner != owner:
                    # A pool of another event loop, or of the process before a fork, cannot even be closed from here.
                    self._pool = colour_sync.make_pool(self._transport)
                    self._owner = owner
        return self._pool


def _limits(timeout: Timeouts | float) -> HttpTimeout:
    if isinstance(timeout, Timeouts):
        return HttpTimeout(timeout.read, connect=timeout.connect)
    return HttpTimeout(timeout)


def _text(value: Any) -> str:
    # The server reads booleans without regard to case (S12).
    return str(value).lower() if isinstance(value, bool) else str(value)
