"""The web application: the API below /api, the schema, links to files, and the control endpoints below /sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Match, Route

from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest, schema_text
from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.faults.inject import FaultContext, inject
from comodit_client.sandbox.faults.kinds import fault_from_document
from comodit_client.sandbox.http.documents import parse
from comodit_client.sandbox.http.responses import ApiResponse, binary, error_response, ok
from comodit_client.sandbox.http.uploads import Upload, receive_body
from comodit_client.sandbox.operations.rendering import LINKS, SHORT_LINKS, open_link

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.state.contents import StoredContent
    from comodit_client.sandbox.state.world import World

#: The path of the API.
ROOT = "/api"


def build_app(world: World, control: Control, document: Mapping[str, Any]) -> ASGIApp:
    """Return the web application of a sandbox.

    Args:
        world: The sandbox.
        control: The commands behind the control endpoints.
        document: The schema to serve.
    """
    commands = _Commands(world, control)
    routes = [
        _ApiRoute(world, Dispatcher(world, document), control),
        Route("/openapi.yaml", _schema),
        Route(LINKS + "{token}", commands.link),
        Route(SHORT_LINKS + "{token}", commands.link),
        Route("/sandbox/stats", commands.stats),
        Route("/sandbox/executions", commands.executions),
        Route("/sandbox/faults", commands.faults, methods=["GET", "POST", "DELETE"]),
        Route("/sandbox/{command}", commands.run, methods=["POST"]),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _http_failure})

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        with world.store.contents.in_use():
            await app(scope, receive, send)

    return serve


class _ApiRoute(BaseRoute):
    """Routes all requests below the root to the API by their raw path: decoding it first would split names."""

    def __init__(self, world: World, dispatcher: Dispatcher, control: Control) -> None:
        self._contents = world.store.contents
        self._dispatcher = dispatcher
        self._control = control

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        below = scope["type"] == "http" and scope["raw_path"].startswith(f"{ROOT}/".encode())
        return (Match.FULL if below else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        path = _path(request)
        self._control.count(request.method, path)
        faults = self._control.faults
        fault = faults.fault_for_request(request.method, path)
        try:
            if fault is None:
                response: ApiResponse | None = await self._serve(request)
            else:
                response = await inject(FaultContext(fault, faults, request, lambda: self._serve(request)))
        except ClientDisconnect:
            return  # The client disconnected while sending its request: nobody reads a response.
        if response is not None:
            await _to_starlette(response)(scope, receive, send)

    async def _serve(self, request: Request) -> ApiResponse:
        upload = Upload(self._contents)
        try:
            await receive_body(request.headers.get("Content-Type", ""), request.stream(), upload)
            response = await self._dispatcher.dispatch(_incoming(request, upload))
        except ApiError as error:
            return error_response(error)
        self._control.executions.record(request.method, _path(request), upload.digest, response.status)
        return response


def _path(request: Request) -> str:
    raw: bytes = request.scope["raw_path"]
    return raw.decode("ascii", "replace")


def _incoming(request: Request, body: Upload) -> IncomingRequest:
    return IncomingRequest(
        request.method,
        request.scope["raw_path"].removeprefix(ROOT.encode()),
        dict(request.query_params),
        request.headers,
        body,
        str(request.base_url).rstrip("/"),
    )


class _Commands:
    def __init__(self, world: World, control: Control) -> None:
        self._world = world
        self._control = control

    async def stats(self, request: Request) -> Response:
        return _to_starlette(ok(self._control.stats()))

    async def executions(self, request: Request) -> Response:
        return _to_starlette(ok({"executions": self._control.executions.documents()}))

    async def faults(self, request: Request) -> Response:
        faults = self._control.faults
        try:
            if request.method == "POST":
                faults.add(fault_from_document(await _document(request)))
            elif request.method == "DELETE":
                faults.clear()
        except ApiError as error:
            return _to_starlette(error_response(error))
        return _to_starlette(ok({"faults": faults.documents()}))

    async def run(self, request: Request) -> Response:
        try:
            document = await _document(request)
            return _to_starlette(ok(self._control.command(request.path_params["command"], document)))
        except ApiError as error:
            return _to_starlette(error_response(error))

    async def link(self, request: Request) -> Response:
        try:
            with self._world.store.transaction():
                return _to_starlette(binary(open_link(self._world, request.path_params["token"])))
        except ApiError as error:
            return _to_starlette(error_response(error))


async def _document(request: Request) -> dict[str, Any]:
    body = await request.body()
    document = parse(body) if body else {}
    if not isinstance(document, dict):
        raise bad_request("The body must be a JSON object")
    return document


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


async def _pieces(stored: StoredContent) -> AsyncIterator[bytes]:
    # Read in this thread: that is faster than handing the work to another one.
    for piece in stored:
        yield piece
