"""The web application: the API below /api, the schema, links to files, and the control commands below /sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Match, Route

from comodit_client.sandbox.faults.inject import FaultContext, inject
from comodit_client.sandbox.faults.kinds import fault_of
from comodit_client.sandbox.http.api import Api, IncomingRequest, schema_text
from comodit_client.sandbox.http.documents import parse
from comodit_client.sandbox.http.errors import Refusal, unusable
from comodit_client.sandbox.http.responses import Answer, failure, octets, ok
from comodit_client.sandbox.http.uploads import Upload, receive_body
from comodit_client.sandbox.operations.rendering import LINKS, SHORT_LINKS, open_link

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.state.contents import Stored
    from comodit_client.sandbox.state.world import World

#: Where the API lives.
ROOT = "/api"


def build_app(world: World, control: Control, document: Mapping[str, Any]) -> ASGIApp:
    """Return the web application of a sandbox.

    Args:
        world: The sandbox.
        control: Its control.
        document: The schema to serve.
    """
    commands = _Commands(world, control)
    routes = [
        _ApiRoute(world, Api(world, document), control),
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
    """Hands everything below the root to the API, by the path as it came: decoding it first would split names."""

    def __init__(self, world: World, api: Api, control: Control) -> None:
        self._contents = world.store.contents
        self._api = api
        self._control = control

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        below = scope["type"] == "http" and scope["raw_path"].startswith(f"{ROOT}/".encode())
        return (Match.FULL if below else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        path = _path(request)
        self._control.count(request.method, path)
        faults = self._control.faults
        fault = faults.strike_request(request.method, path)
        try:
            if fault is None:
                answer: Answer | None = await self._serve(request)
            else:
                answer = await inject(FaultContext(fault, faults, request, lambda: self._serve(request)))
        except ClientDisconnect:
            return  # in the middle of its request: there is nothing to be done, and nobody to be told
        if answer is not None:
            await _response(answer)(scope, receive, send)

    async def _serve(self, request: Request) -> Answer:
        upload = Upload(self._contents)
        try:
            await receive_body(request.headers.get("Content-Type", ""), request.stream(), upload)
            answer = await self._api.answer(_asked(request, upload))
        except Refusal as refusal:
            return failure(refusal)
        self._control.executions.note(request.method, _path(request), upload.digest, answer.status)
        return answer


def _path(request: Request) -> str:
    raw: bytes = request.scope["raw_path"]
    return raw.decode("ascii", "replace")


def _asked(request: Request, body: Upload) -> IncomingRequest:
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
        return _response(ok(self._control.stats()))

    async def executions(self, request: Request) -> Response:
        return _response(ok({"executions": self._control.executions.documents()}))

    async def faults(self, request: Request) -> Response:
        faults = self._control.faults
        try:
            if request.method == "POST":
                faults.add(fault_of(await _document(request)))
            elif request.method == "DELETE":
                faults.end()
        except Refusal as refusal:
            return _response(failure(refusal))
        return _response(ok({"faults": faults.documents()}))

    async def run(self, request: Request) -> Response:
        try:
            document = await _document(request)
            return _response(ok(self._control.command(request.path_params["command"], document)))
        except Refusal as refusal:
            return _response(failure(refusal))

    async def link(self, request: Request) -> Response:
        try:
            with self._world.store.transaction():
                return _response(octets(open_link(self._world, request.path_params["token"])))
        except Refusal as refusal:
            return _response(failure(refusal))


async def _document(request: Request) -> dict[str, Any]:
    body = await request.body()
    document = parse(body) if body else {}
    if not isinstance(document, dict):
        raise unusable("The body must be a JSON object")
    return document


async def _schema(request: Request) -> Response:
    return Response(schema_text(), media_type="application/yaml")


async def _http_failure(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)  # it is bound to these
    return _response(failure(Refusal(fault.status_code, fault.detail, headers=dict(fault.headers or {}))))


def _response(answer: Answer) -> Response:
    if isinstance(answer.content, bytes):
        return Response(answer.content, answer.status, answer.headers, answer.media_type)
    headers = {**answer.headers, "Content-Length": str(answer.content.size)}
    return StreamingResponse(_pieces(answer.content), answer.status, headers, answer.media_type)


async def _pieces(stored: Stored) -> AsyncIterator[bytes]:
    # Read by this thread: it takes less time than to hand the work to another one.
    for piece in stored:
        yield piece
