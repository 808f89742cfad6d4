"""A request that has arrived, whichever way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

if TYPE_CHECKING:
    from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest
    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.faults.kinds import Fault
    from comodit_client.sandbox.http.exchange import Exchange
    from comodit_client.sandbox.http.responses import ApiResponse

#: The path of the API.
ROOT = "/api"


@frozen
class Head:
    """The head of a request.

    Attributes:
        method: The HTTP method.
        path: The path, percent-encoded.
        query: The query, percent-encoded.
        headers: The headers; lookups ignore case.
        base_url: The server's URL as the client wrote it, without a path.
    """

    method: str
    path: bytes
    query: bytes
    headers: Mapping[str, str]
    base_url: str

    @property
    def target(self) -> str:
        """The path and the query, percent-encoded."""
        return (self.path + b"?" * bool(self.query) + self.query).decode("ascii", "replace")


def is_for_api(path: bytes) -> bool:
    """Return whether a path, percent-encoded, is below the root of the API. Repeated slashes are one (S142)."""
    return path.lstrip(b"/").startswith(f"{ROOT[1:]}/".encode())


class Connection(Protocol):
    """A request, and the operations that wait: how they do depends on where the request comes from.

    Those of a blocking transport never suspend their coroutine, so `blocking.run` can run it.
    """

    @property
    def head(self) -> Head:
        """The head of the request."""
        ...

    def body(self) -> AsyncIterator[bytes]:
        """Yield the pieces of the body."""
        ...

    async def dispatch(self, dispatcher: Dispatcher, request: IncomingRequest, exchange: Exchange) -> ApiResponse:
        """Handle the request."""
        ...

    async def pause(self, faults: Faults, fault: Fault) -> bool:
        """Wait for a fault's delay; return whether the fault was removed during it."""
        ...
