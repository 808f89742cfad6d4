"""The web application: the API below /api, the schema, links to files, and the control endpoints below /sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Match, Route

from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest, schema_text
from comodit_client.sandbox.endpoints.serving import serve_command
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.faults.inject import FaultContext, inject
from comodit_client.sandbox.http.responses import ApiResponse, Pieces, binary, error_response
from comodit_client.sandbox.http.uploads import Upload, receive_body
from comodit_client.sandbox.operations.rendering import LINKS, SHORT_LINKS, open_link

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.http.control_guard import ControlGuard
    from comodit_client.sandbox.http.exchange import Exchange
    from comodit_client.sandbox.state.contents import StoredContent
    from comodit_client.sandbox.state.world import World

#: The path of the API.
ROOT = "/api"


def build_app(control: Control, commands: Commands, document: Mapping[str, Any], guard: ControlGuard) -> ASGIApp:
    """Return the web application of a sandbox.

    Args:
        control: The sandbox.
        commands: The commands behind the control endpoints.
        document: The schema to serve.
        guard: The conditions of the control endpoints.
    """
    world = control.world

    async def link(request: Request) -> Response:
        return _to_starlette(_opened(world, request.path_params["token"]))

    async def command(request: Request) -> Response:
        return _to_starlette(await serve_command(request, commands, guard))

    routes = [
        _ApiRoute(Dispatcher(world, document), control),
        Route("/openapi.yaml", _schema),
        Route(LINKS + "{token}", link),
        Route(SHORT_LINKS + "{token}", link),
        Route("/sandbox/{command}", command, methods=["GET", "POST", "DELETE"]),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _http_failure})

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        with world.store.contents.in_use():
            await app(scope, receive, send)

    return serve


class _ApiRoute(BaseRoute):
    """Routes all requests below the root to the API by their raw path: decoding it first would split names."""

    def __init__(self, dispatcher: Dispatcher, control: Control) -> None:
        self._contents = control.world.store.contents
        self._dispatcher = dispatcher
        self._control = control

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        # Repeated slashes are one (S142).
        below = scope["type"] == "http" and scope["raw_path"].lstrip(b"/").startswith(f"{ROOT[1:]}/".encode())
        return (Match.FULL if below else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        exchange = self._control.begin_exchange(request.method, _path(request), dict(request.query_params))
        faults = self._control.faults
        fault = faults.fault_for_request(exchange.method, exchange.path)
        try:
            if fault is None:
                response: ApiResponse | None = await self._serve(request, exchange)
            else:
                exchange.fault = fault.kind
                serve, end = (
                    partial(self._serve, request, exchange),
                    partial(self._control.end_exchange, exchange, None),
                )
                context = FaultContext(fault, faults, request, serve, end)
                response = await inject(context)
        except ClientDisconnect:
            return  # The client disconnected while sending its request: nobody reads a response.
        self._control.end_exchange(exchange, response)
        if response is not None:
            await _to_starlette(response)(scope, receive, send)

    async def _serve(self, request: Request, exchange: Exchange) -> ApiResponse:
        upload = Upload(self._contents)
        try:
            await receive_body(request.headers.get("Content-Type", ""), request.stream(), upload)
            response = await self._dispatcher.dispatch(_incoming(request, upload), exchange)
        except ApiError as error:
            response = error_response(error)
        self._control.note_served(exchange, upload.digest, response.status)
        return response


def _path(request: Request) -> str:
    raw: bytes = request.scope["raw_path"]
    return raw.decode("ascii", "replace")


def _incoming(request: Request, body: Upload) -> IncomingRequest:
    return IncomingRequest(
        request.method,
        request.scope["raw_path"].lstrip(b"/").removeprefix(ROOT[1:].encode()),
        dict(request.query_params),
        request.headers,
        body,
        str(request.base_url).rstrip("/"),
    )


def _opened(world: World, token: str) -> ApiResponse:
    try:
        with world.store.transaction():
            return binary(open_link(world, token))
    except ApiError as error:
        return error_response(error)


async def _schema(request: Request) -> Response:
    return Response(schema_text(), media_type="application/yaml")


async def _http_failure(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # The handler is registered for this class only.
    return _to_starlette(error_response(ApiError(error.status_code, error.detail, headers=dict(error.headers or {}))))


def _to_starlette(response: ApiResponse) -> Response:
    if isinstance(response.content, bytes):
        return Response(response.content, response.status, response.headers, response.media_type)
    headers = {**response.headers, "Content-Length": str(response.content.size)}
    return StreamingResponse(_pieces(response.content), response.status, headers, response.media_type)


async def _pieces(content: StoredContent | Pieces) -> AsyncIterator[bytes]:
    # Stored pieces are read in this thread: that is faster than handing the work to another one.
    for piece in content:
        yield piece
