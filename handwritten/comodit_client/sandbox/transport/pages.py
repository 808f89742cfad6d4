"""The paths beside the API: links to files, and the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.responses import ApiResponse, binary, error_response
from comodit_client.sandbox.operations.rendering import LINKS, SHORT_LINKS, open_link
from comodit_client.sandbox.schema import schema_text

if TYPE_CHECKING:
    from comodit_client.sandbox.state.world import World
    from comodit_client.sandbox.transport.connection import Head

SCHEMA = "/openapi.yaml"
_COMMANDS = "/sandbox"


def respond_to_other(world: World, head: Head) -> ApiResponse:
    """Respond to an in-process request that is not for the API.

    Args:
        world: The sandbox.
        head: The head of the request.
    """
    path = head.path.decode("ascii", "replace")
    folder, _, token = path.rpartition("/")
    if path == SCHEMA:
        return schema() if head.method in ("GET", "HEAD") else _not_allowed()
    if token and f"{folder}/" in (LINKS, SHORT_LINKS):
        return open_file(world, token) if head.method in ("GET", "HEAD") else _not_allowed()
    if f"{path}/".startswith(f"{_COMMANDS}/"):
        text = "Control commands have no URL in this process; use the methods of Sandbox, such as advance()"
        return error_response(ApiError(404, text))
    return error_response(ApiError(404, "Not Found"))


def open_file(world: World, token: str) -> ApiResponse:
    """Return the file of a link.

    Args:
        world: The sandbox.
        token: The token in the link.
    """
    try:
        with world.store.transaction():
            return binary(open_link(world, token))
    except ApiError as error:
        return error_response(error)


def schema() -> ApiResponse:
    """Return the schema as YAML."""
    return ApiResponse(200, schema_text().encode(), "application/yaml")


def _not_allowed() -> ApiResponse:
    return error_response(ApiError(405, "Method Not Allowed", headers={"Allow": "GET, HEAD"}))
