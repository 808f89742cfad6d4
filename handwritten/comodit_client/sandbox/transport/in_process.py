"""A transport of httpx that hands requests to the sandbox in this process: no port, no thread, no event loop."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import httpx

from comodit_client.sandbox.http.responses import ApiResponse
from comodit_client.sandbox.transport.blocking import as_async, run
from comodit_client.sandbox.transport.connection import Head, is_for_api
from comodit_client.sandbox.transport.httpx_responses import broken_response, response_of
from comodit_client.sandbox.transport.pages import respond_to_other

if TYPE_CHECKING:
    from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest
    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.faults.kinds import Fault
    from comodit_client.sandbox.faults.outcomes import Broken
    from comodit_client.sandbox.http.exchange import Exchange
    from comodit_client.sandbox.transport.service import ApiService


class SandboxTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Sends the requests of httpx to a sandbox in this process. Any host name leads to it.

    Closing it does not close the sandbox.

    Args:
        service: The API of the sandbox.
    """

    def __init__(self, service: ApiService) -> None:
        self._service = service

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Handle a request in this thread.

        Raises:
            httpx.TransportError: An injected fault demands it.
        """
        return run(self._handle(_Blocking(request)))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Handle a request in this event loop.

        Raises:
            httpx.TransportError: An injected fault demands it.
        """
        return await self._handle(_Awaiting(request))

    async def _handle(self, connection: _Blocking) -> httpx.Response:
        world = self._service.world
        if world.faults.affects_connection():
            raise httpx.ConnectError("No connection: a fault of the sandbox")
        with ExitStack() as stack:
            stack.enter_context(world.store.contents.in_use())
            head = connection.head
            outcome: ApiResponse | Broken
            if is_for_api(head.path):
                outcome = await self._service.respond(connection)
            else:
                outcome = respond_to_other(world, head)
            if isinstance(outcome, ApiResponse):
                return response_of(outcome, head.method, stack)
            return broken_response(outcome)


class _Blocking:
    """A request whose operations block this thread."""

    def __init__(self, request: httpx.Request) -> None:
        self._request = request
        url = request.url
        path, _, query = url.raw_path.partition(b"?")
        host = request.headers.get("Host") or url.netloc.decode("ascii")
        self.head = Head(request.method, path, query, request.headers, f"{url.scheme}://{host}")

    def body(self) -> AsyncIterator[bytes]:
        assert isinstance(self._request.stream, httpx.SyncByteStream)  # httpx.Client has checked it.
        return as_async(self._request.stream)

    async def dispatch(self, dispatcher: Dispatcher, request: IncomingRequest, exchange: Exchange) -> ApiResponse:
        return dispatcher.dispatch_blocking(request, exchange)

    async def pause(self, faults: Faults, fault: Fault) -> bool:
        """Wait for a fault's delay, or until the read timeout of the request."""
        limit = self._request.extensions.get("timeout", {}).get("read")
        if limit is None or fault.seconds < limit:
            return await self._wait(faults, fault, fault.seconds)
        if not await self._wait(faults, fault, limit):
            raise httpx.ReadTimeout("The read operation timed out: a fault of the sandbox", request=self._request)
        return True

    async def _wait(self, faults: Faults, fault: Fault, seconds: float) -> bool:
        return faults.pause_blocking(fault, seconds)


class _Awaiting(_Blocking):
    """A request whose operations are awaited."""

    def body(self) -> AsyncIterator[bytes]:
        assert isinstance(self._request.stream, httpx.AsyncByteStream)  # httpx.AsyncClient has checked it.
        return aiter(self._request.stream)

    async def dispatch(self, dispatcher: Dispatcher, request: IncomingRequest, exchange: Exchange) -> ApiResponse:
        return await dispatcher.dispatch(request, exchange)

    async def _wait(self, faults: Faults, fault: Fault, seconds: float) -> bool:
        return await faults.pause(fault, seconds)
