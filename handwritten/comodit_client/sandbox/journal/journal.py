"""The journal: the last requests that a sandbox received."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.routing import Router
from comodit_client.sandbox.journal.access import log_access
from comodit_client.sandbox.journal.catalog import Catalog
from comodit_client.sandbox.journal.recorded import RecordedRequest
from comodit_client.sandbox.journal.secrets import SecretMask
from comodit_client.sandbox.state.definitions import secret_keys

if TYPE_CHECKING:
    from comodit_client.sandbox.http.exchange import Exchange
    from comodit_client.sandbox.http.responses import ApiResponse
    from comodit_client.sandbox.state.world import World

#: The requests that a journal keeps, and the bytes of their bodies.
MAX_REQUESTS: Final = 10_000
MAX_BYTES: Final = 64 << 20


class Journal:
    """The last requests that a sandbox received, in the order in which their responses were ready.

    Args:
        world: The sandbox.
        document: The schema.

    Attributes:
        catalog: The operations of the schema.
        mask: Masks the secrets of the requests.
        dropped: The number of requests that were dropped for newer ones.
    """

    def __init__(self, world: World, document: Mapping[str, Any]) -> None:
        self._world = world
        self._document = document
        self._router = Router(document)
        self._requests: deque[RecordedRequest] = deque()
        self.catalog = Catalog(document)
        self.mask = SecretMask(document, self.catalog.operations)
        # Requests end in the thread of the server, and a test reads them in its own.
        self._lock = threading.Lock()
        self.clear()

    def reset(self) -> None:
        """Remove all requests, and the secret keys that belong to the state before a reset."""
        self.mask = SecretMask(self._document, self.catalog.operations)
        self.clear()

    def clear(self) -> None:
        """Remove all requests. Those in progress are not recorded either."""
        with self._lock:
            self._requests.clear()
            self._bytes = self.dropped = 0
            self._begin = time.perf_counter()

    def requests(self) -> list[RecordedRequest]:
        """Return the requests, oldest first."""
        with self._lock:
            return list(self._requests)

    def record(self, exchange: Exchange, response: ApiResponse | None) -> None:
        """Record a request and log it.

        Args:
            exchange: What became of the request.
            response: The response; None if a fault ended the connection instead.
        """
        self._learn_secret_keys(exchange.content)
        request = self._recorded(exchange, response)
        with self._lock:
            if exchange.started >= self._begin:
                self._requests.append(request)
                self._bytes += request.size
                self._drop_oldest()
        log_access(request)

    def _recorded(self, exchange: Exchange, response: ApiResponse | None) -> RecordedRequest:
        operation, names = exchange.operation_id, exchange.names
        if operation is None:
            operation, names = self._route(exchange)
        return RecordedRequest(
            operation,
            exchange.method,
            exchange.path,
            dict(exchange.query),
            dict(names),
            exchange.status,
            exchange.served,
            _error_texts(response),
            exchange.seconds,
            exchange.at,
            exchange.fault,
            exchange.caller,
            exchange.is_valid,
            exchange.content,
            self.mask,
        )

    def _route(self, exchange: Exchange) -> tuple[str | None, Mapping[str, str]]:
        """Return the operation and the names of a request that a fault or its credentials kept from being handled."""
        # The first segment is the root of the API.
        path = exchange.path.lstrip("/").partition("/")[2]
        try:
            route = self._router.find(exchange.method, path.encode())
        except ApiError:
            return None, {}
        return route.operation["operationId"], route.names

    def _learn_secret_keys(self, content: bytes | None) -> None:
        """Remember which keys of settings are secret now: a definition may be deleted before a body is masked."""
        # Without a value there is nothing to mask. JSON may escape the letters of the word.
        if content is None or not (b'"value"' in content or b"\\u" in content):
            return
        store = self._world.store
        with store.transaction():
            for organization in store.children(0, "organizations"):
                self.mask.add_keys(secret_keys(store, organization))

    def _drop_oldest(self) -> None:
        while len(self._requests) > MAX_REQUESTS or self._bytes > MAX_BYTES:
            self._bytes -= self._requests.popleft().size
            self.dropped += 1


def _error_texts(response: ApiResponse | None) -> tuple[str, ...]:
    if response is None or response.status < 400 or response.media_type != "application/json":
        return ()
    assert isinstance(response.content, bytes)  # Errors are short.
    return tuple(json.loads(response.content)["error"])
