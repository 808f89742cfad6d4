"""The API, independent of the way requests reach it: their records, faults and bodies around the dispatcher."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from comodit_client.sandbox.dispatcher import IncomingRequest
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.faults.inject import FaultContext, inject
from comodit_client.sandbox.http.responses import ApiResponse, error_response
from comodit_client.sandbox.http.uploads import Upload, receive_body
from comodit_client.sandbox.transport.connection import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.dispatcher import Dispatcher
    from comodit_client.sandbox.faults.kinds import Fault
    from comodit_client.sandbox.faults.outcomes import Broken
    from comodit_client.sandbox.http.exchange import Exchange
    from comodit_client.sandbox.state.world import World
    from comodit_client.sandbox.transport.connection import Connection, Head


class ApiService:
    """Responds to the requests below the root of the API.

    Args:
        control: The sandbox.
        dispatcher: Handles the requests.

    Attributes:
        control: The sandbox.
        dispatcher: Handles the requests.
    """

    def __init__(self, control: Control, dispatcher: Dispatcher) -> None:
        self.control = control
        self.dispatcher = dispatcher
        # In-process requests come from any thread.
        self._lock = threading.Lock()

    @property
    def world(self) -> World:
        """The sandbox."""
        return self.control.world

    async def respond(self, connection: Connection) -> ApiResponse | Broken:
        """Handle a request.

        Args:
            connection: The request.

        Returns:
            The response, or how a fault ends the connection.
        """
        head = connection.head
        path, query = head.path.decode("ascii", "replace"), _query(head)
        with self._lock:
            exchange = self.control.begin_exchange(head.method, path, query)
        response: ApiResponse | None = None
        try:
            fault = self.control.faults.fault_for_request(head.method, path)
            outcome = await (
                self._serve(connection, query, exchange)
                if fault is None
                else self._fail(connection, query, exchange, fault)
            )
            response = outcome if isinstance(outcome, ApiResponse) else None
        finally:
            with self._lock:
                self.control.end_exchange(exchange, response)
        return outcome

    async def _fail(
        self, connection: Connection, query: Mapping[str, str], exchange: Exchange, fault: Fault
    ) -> ApiResponse | Broken:
        exchange.fault = fault.kind

        async def drain() -> None:
            async for _ in connection.body():
                pass

        return await inject(
            FaultContext(
                fault,
                connection.head.target,
                lambda: self._serve(connection, query, exchange),
                drain,
                lambda: connection.pause(self.control.faults, fault),
            )
        )

    async def _serve(self, connection: Connection, query: Mapping[str, str], exchange: Exchange) -> ApiResponse:
        head = connection.head
        upload = Upload(self.world.store.contents)
        try:
            await receive_body(head.headers.get("Content-Type", ""), connection.body(), upload)
            path = head.path.lstrip(b"/").removeprefix(ROOT[1:].encode())
            request = IncomingRequest(head.method, path, query, head.headers, upload, head.base_url)
            response = await connection.dispatch(self.dispatcher, request, exchange)
        except ApiError as error:
            response = error_response(error)
        with self._lock:
            self.control.note_served(exchange, upload.digest, response.status)
        return response


def _query(head: Head) -> dict[str, str]:
    return dict(parse_qsl(head.query.decode("latin-1"), keep_blank_values=True)) if head.query else {}
