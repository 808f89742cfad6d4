"""Requests of a web server to the API, and the responses to them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from comodit_client.sandbox.transport.connection import Head

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest
    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.faults.kinds import Fault
    from comodit_client.sandbox.http.exchange import Exchange
    from comodit_client.sandbox.http.responses import ApiResponse

#: The statuses of responses without a Content-Length.
_WITHOUT_BODY = (204, 304)


class ClientDisconnected(Exception):
    """The client disconnected before its request was complete."""


class Headers(dict[str, str]):
    """The headers of a request by their names in lower case; lookups ignore case."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return super().__contains__(str(name).lower())

    def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
        return super().get(name.lower(), default)


class WebConnection:
    """A request of a web server.

    Args:
        scope: The scope of the request.
        receive: Receives the pieces of its body.
    """

    def __init__(self, scope: Scope, receive: Receive) -> None:
        # Of repeated headers, the first one counts.
        headers = Headers(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in reversed(scope["headers"])
        )
        host = headers.get("Host") or "{}:{}".format(*scope["server"])
        base_url = f"{scope['scheme']}://{host}"
        self.head = Head(scope["method"], scope["raw_path"], scope["query_string"], headers, base_url)
        self._receive = receive
        self._more = True

    async def body(self) -> AsyncIterator[bytes]:
        """Yield the pieces of the body.

        Raises:
            ClientDisconnected: The client has left.
        """
        while self._more:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnected
            self._more = message.get("more_body", False)
            if piece := message.get("body"):
                yield piece

    async def dispatch(self, dispatcher: Dispatcher, request: IncomingRequest, exchange: Exchange) -> ApiResponse:
        """Handle the request in the event loop."""
        return await dispatcher.dispatch(request, exchange)

    async def pause(self, faults: Faults, fault: Fault) -> bool:
        """Wait for a fault's delay; return whether the fault was removed during it."""
        return await faults.pause(fault, fault.seconds)


async def send_response(response: ApiResponse, send: Send) -> None:
    """Send a response to a web server.

    Args:
        response: The response.
        send: Sends messages to the server.
    """
    content = response.content
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in response.headers.items()]
    if response.media_type is not None:
        headers.append((b"content-type", response.media_type.encode("latin-1")))
    if response.status not in _WITHOUT_BODY:
        size = len(content) if isinstance(content, bytes) else content.size
        headers.append((b"content-length", b"%d" % size))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    if isinstance(content, bytes):
        await send({"type": "http.response.body", "body": content})
        return
    # Stored pieces are read in this thread: that is faster than handing the work to another one.
    for piece in content:
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
