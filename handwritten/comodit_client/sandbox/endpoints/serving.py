"""Serve the control endpoints."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox import endpoints
from comodit_client.sandbox.endpoints.table import find_endpoint
from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.http.documents import parse
from comodit_client.sandbox.http.responses import ApiResponse, error_response, ok

if TYPE_CHECKING:
    from starlette.requests import Request

    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.http.control_guard import ControlGuard

# Importing the modules binds their endpoints.
for _module in iter_modules(endpoints.__path__, f"{endpoints.__name__}."):
    if _module.name != __name__:
        import_module(_module.name)


async def serve_command(request: Request, commands: Commands, guard: ControlGuard) -> ApiResponse:
    """Run the command of a request, and return its response.

    Args:
        request: The request.
        commands: The commands of the sandbox.
        guard: The conditions of the control endpoints.
    """
    try:
        guard.check(request.method, request.headers)
        run = find_endpoint(request.path_params["command"], request.method)
        return ok(run(commands, await _document(request)))
    except ApiError as error:
        return error_response(error)


async def _document(request: Request) -> dict[str, Any]:
    body = await request.body()
    document = parse(body) if body else {}
    if not isinstance(document, dict):
        raise bad_request("The body must be a JSON object")
    return document
