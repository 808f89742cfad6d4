"""The routes of the page: its static files, its data, and the stream of the state."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from attrs import evolve
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.responses import to_json
from comodit_client.sandbox.page.details import definition_document, file_document, owner_document
from comodit_client.sandbox.page.documents import options_document
from comodit_client.sandbox.page.events import state_events
from comodit_client.sandbox.page.static_files import HEADERS, INDEX, static_file

if TYPE_CHECKING:
    from starlette.requests import Request

    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.dispatcher import Dispatcher
    from comodit_client.sandbox.http.control_guard import ControlGuard
    from comodit_client.sandbox.state.store import Document
    from comodit_client.sandbox.state.world import World

    _Endpoint = Callable[[Request], Awaitable[Response]]

#: The path of the stream.
EVENTS = "/sandbox/events"
_DETAILS: dict[str, Callable[[World, dict[str, str]], Document]] = {
    "owner": owner_document,
    "definition": definition_document,
    "file": file_document,
}


def page_routes(control: Control, dispatcher: Dispatcher, guard: ControlGuard) -> list[Route]:
    """Return the routes of the page.

    The page itself has no data, so it needs no token: it asks for one. All data is protected as control commands are.

    Args:
        control: The sandbox.
        dispatcher: Does the work that is due while somebody watches.
        guard: The conditions of control commands.
    """
    public = evolve(guard, token=None)

    async def file(request: Request) -> Response:
        return static_file(request.path_params.get("file", INDEX))

    async def options(request: Request) -> Response:
        return _json(options_document())

    async def details(request: Request) -> Response:
        find = _DETAILS.get(request.path_params["subject"])
        if find is None:
            raise ApiError(404, f"The page has no data of this kind; use {', '.join(_DETAILS)}")
        with control.world.store.transaction():
            return _json(find(control.world, dict(request.query_params)))

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(headers=dict(HEADERS), media_type="text/event-stream")
        stream = state_events(request, control, dispatcher, request.query_params.get("name", ""))
        return StreamingResponse(stream, headers=dict(HEADERS), media_type="text/event-stream")

    return [
        Route("/sandbox", _guarded(file, public)),
        Route("/sandbox/", _guarded(file, public)),
        Route("/sandbox/page/static/{file}", _guarded(file, public)),
        Route("/sandbox/page/options", _guarded(options, guard)),
        Route("/sandbox/page/{subject}", _guarded(details, guard)),
        Route(EVENTS, _guarded(events, guard)),
    ]


def _guarded(endpoint: _Endpoint, guard: ControlGuard) -> _Endpoint:
    """Return an endpoint that checks a request first, and reports errors as the API does."""

    async def checked(request: Request) -> Response:
        try:
            guard.check(request.method, request.headers)
            return await endpoint(request)
        except ApiError as error:
            return _json({"error": list(error.texts)}, error.status, error.headers)

    return checked


def _json(document: Document, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(to_json(document), status, {**HEADERS, **(headers or {})}, "application/json")
