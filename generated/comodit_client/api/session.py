# Made by `python -m generator` from handwritten/comodit_client/aio/session.py.
# Do not edit: change that, then run `make generate`.
"""The seam between facade and network: one function sends a wire request, and gives data or raises our error."""

from __future__ import annotations

import json
import threading
from typing import Any, BinaryIO, TypeVar
from urllib.parse import urlencode

from comodit_client.rest import answers, colour_sync
from comodit_client.rest.endpoint import api_root
from comodit_client.rest.exceptions import ClientClosed, InvalidBody
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
        self.root = api_root(endpoint)
        self._auth = auth
        self._timeouts = timeouts
        self._transport = transport
        self._given = http_client
        #: To what the connections belong, and the connections.
        self._own: tuple[object, colour_sync.Pool] | None = None
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

    def save(self, request: Request[bytes], file: BinaryIO, timeout: Timeouts | float | None = None) -> None:
        """Send a request whose answer is a file, and write that as it comes: it is never held as a whole.

        Args:
            request: What an operation of the wire layer asks.
            file: What to write to, open for writing bytes.
            timeout: How long it may take.

        Raises:
            PythonApiException: There was no answer, it broke off, or it is a refusal.
        """
        response = self._send(request, timeout, stream=True)
        try:
            if not response.is_success:
                response.read()
                raise answers.refusal(request, response)
            for chunk in response.iter_bytes():
                file.write(chunk)
        except Faults as error:
            raise answers.fault(request, self.root + request.path, error) from error
        finally:
            response.close()

    def close(self) -> None:
        """Close the connections; the session cannot be used any more."""
        self._closed = True
        own, self._own = self._own, None
        # A pool of another event loop, or of the process before a fork, cannot be closed from here.
        if own is not None and own[0] == colour_sync.owner():
            colour_sync.close_pool(own[1])

    def _send(self, request: Request[Any], timeout: Timeouts | float | None, stream: bool = False) -> HttpResponse:
        pool = self._connections()
        try:
            prepared = self._prepared(pool, request, timeout)
            return pool.send(prepared, auth=self._auth, follow_redirects=False, stream=stream)
        except Faults as error:
            raise answers.fault(request, self.root + request.path, error) from error

    def _prepared(self, pool: colour_sync.Pool, request: Request[Any], timeout: Timeouts | float | None) -> HttpRequest:
        headers = {"Accept": "application/json, */*", **request.headers}
        content = None
        if request.body is not NO_BODY:
            headers["Content-Type"] = "application/json"
            content = _encoded(request)
        return pool.build_request(
            request.method,
            self.root + request.path + _query(request),
            headers=headers,
            content=content,
            files=_form(request) or None,
            timeout=_limits(self._timeouts if timeout is None else timeout),
        )

    def _connections(self) -> colour_sync.Pool:
        if self._closed or (self._given is not None and self._given.is_closed):
            raise ClientClosed("this client is closed: make a new one")
        return self._pool() if self._given is None else self._given

    def _pool(self) -> colour_sync.Pool:
        owner = colour_sync.owner()
        with self._lock:
            if self._own is None or self._own[0] != owner:
                self._own = owner, colour_sync.make_pool(self._transport)
            return self._own[1]


def _encoded(request: Request[Any]) -> bytes:
    try:
        return json.dumps(request.body, allow_nan=False).encode("ascii")
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidBody(f"the body of {request.operation} cannot be written as JSON: {error}") from error


def _form(request: Request[Any]) -> dict[str, tuple[str, bytes | BinaryIO, str]]:
    return {field: (part.filename, part.content, part.content_type) for field, part in request.parts.items()}


def _limits(timeout: Timeouts | float) -> HttpTimeout:
    if isinstance(timeout, Timeouts):
        return HttpTimeout(timeout.read, connect=timeout.connect)
    return HttpTimeout(timeout)


def _query(request: Request[Any]) -> str:
    if not request.query:
        return ""
    return "?" + urlencode({name: _text(value) for name, value in request.query.items()})


def _text(value: Any) -> str:
    # The server reads booleans without regard to case (S12).
    return str(value).lower() if isinstance(value, bool) else str(value)
