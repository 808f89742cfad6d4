"""The web application: the API below /api, the schema, links to files, and the control endpoints below /sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import nullcontext
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from comodit_client.sandbox.endpoints.serving import serve_command
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.faults.connections import break_connection
from comodit_client.sandbox.http.responses import ApiResponse, Pieces, error_response
from comodit_client.sandbox.operations.rendering import LINKS, SHORT_LINKS
from comodit_client.sandbox.page.routes import EVENTS, page_routes
from comodit_client.sandbox.transport.asgi import ClientDisconnected, WebConnection, send_response
from comodit_client.sandbox.transport.connection import is_for_api
from comodit_client.sandbox.transport.pages import SCHEMA, open_file, schema

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.http.control_guard import ControlGuard
    from comodit_client.sandbox.state.contents import StoredContent
    from comodit_client.sandbox.transport.service import ApiService


def build_app(service: ApiService, commands: Commands, guard: ControlGuard) -> ASGIApp:
    """Return the web application of a sandbox.

    Args:
        service: The API.
        commands: The commands behind the control endpoints.
        guard: The conditions of the control endpoints.
    """
    world = service.world

    async def link(request: Request) -> Response:
        return _to_starlette(open_file(world, request.path_params["token"]))

    async def command(request: Request) -> Response:
        return _to_starlette(await serve_command(request, commands, guard))

    routes = [
        Route(SCHEMA, _schema),
        Route(LINKS + "{token}", link),
        Route(SHORT_LINKS + "{token}", link),
        *page_routes(service.control, service.dispatcher, guard),
        Route("/sandbox/{command}", command, methods=["GET", "POST", "DELETE"]),
    ]
    others = Starlette(routes=routes, exception_handlers={HTTPException: _http_failure})

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        # The stream of the page lasts: uploads without an owner are removed in the meantime.
        in_use = nullcontext() if scope.get("path") == EVENTS else world.store.contents.in_use()
        with in_use:
            # The API is served by its raw path: decoding it first would split names.
            if is_for_api(scope["raw_path"]):
                await _serve_api(service, scope, receive, send)
            else:
                await others(scope, receive, send)

    return serve


async def _serve_api(service: ApiService, scope: Scope, receive: Receive, send: Send) -> None:
    try:
        outcome = await service.respond(WebConnection(scope, receive))
    except ClientDisconnected:
        return  # The client disconnected while sending its request: nobody reads a response.
    if isinstance(outcome, ApiResponse):
        await send_response(outcome, send)
        return
    await break_connection(scope, outcome)
    # Until the connection is closed, the web server would send a response of its own.
    while (await receive())["type"] != "http.disconnect":
        pass


async def _schema(request: Request) -> Response:
    return _to_starlette(schema())


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
