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
from comodit_client.sandbox.http.responses import ApiResponse, Pieces, binary, error_response, ok
from comodit_client.sandbox.http.uploads import Upload, receive_body
from comodit_client.sandbox.operations.rendering import LINKS, SHORT_LINKS, open_link

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.http.control_guard import ControlGuard
    from comodit_client.sandbox.state.contents import StoredContent
    from comodit_client.sandbox.state.world import World

#: The path of the API.
ROOT = "/api"
#: The methods of control commands; the others need POST.
_METHODS_OF_COMMANDS = {"stats": ("GET",), "executions": ("GET",), "faults": ("GET", "POST", "DELETE")}


def build_app(world: World, control: Control, document: Mapping[str, Any], guard: ControlGuard) -> ASGIApp:
    """Return the web application of a sandbox.

    Args:
        world: The sandbox.
        control: The commands behind the control endpoints.
        document: The schema to serve.
        guard: The conditions of the control endpoints.
    """
    commands = _Commands(world, control, guard)
    routes = [
        _ApiRoute(world, Dispatcher(world, document), control),
        Route("/openapi.yaml", _schema),
        Route(LINKS + "{token}", commands.link),
        Route(SHORT_LINKS + "{token}", commands.link),
        Route("/sandbox/{command}", commands.run, methods=["GET", "POST", "DELETE"]),
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
        # Repeated slashes are one (S142).
        below = scope["type"] == "http" and scope["raw_path"].lstrip(b"/").startswith(f"{ROOT[1:]}/".encode())
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
        request.scope["raw_path"].lstrip(b"/").removeprefix(ROOT[1:].encode()),
        dict(request.query_params),
        request.headers,
        body,
        str(request.base_url).rstrip("/"),
    )


class _Commands:
    def __init__(self, world: World, control: Control, guard: ControlGuard) -> None:
        self._world = world
        self._control = control
        self._guard = guard

    async def run(self, request: Request) -> Response:
        try:
            self._guard.check(request.method, request.headers)
            return _to_starlette(ok(await self._result(request)))
        except ApiError as error:
            return _to_starlette(error_response(error))

    async def _result(self, request: Request) -> dict[str, Any]:
        command = request.path_params["command"]
        allowed = _METHODS_OF_COMMANDS.get(command, ("POST",))
        # A HEAD request is a GET request without the content of its response.
        method = "GET" if request.method == "HEAD" else request.method
        if method not in allowed:
            raise ApiError(405, f"Method {method} is not allowed here", headers={"Allow": ", ".join(allowed)})
        if command == "stats":
            return self._control.stats()
        if command == "executions":
            return {"executions": self._control.executions.documents()}
        if command == "faults":
            return await self._faults(request)
        return self._control.command(command, await _document(request))

    async def _faults(self, request: Request) -> dict[str, Any]:
        faults = self._control.faults
        if request.method == "POST":
            faults.add(fault_from_document(await _document(request)))
        elif request.method == "DELETE":
            faults.clear()
        return {"faults": faults.documents()}

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


async def _pieces(content: StoredContent | Pieces) -> AsyncIterator[bytes]:
    # Stored pieces are read in this thread: that is faster than handing the work to another one.
    for piece in content:
        yield piece
