"""The endpoints that return the requests that the sandbox received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.endpoints.table import endpoint

if TYPE_CHECKING:
    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.state.store import Document

#: The requests in a response; `Sandbox.requests` has more.
_MAX_REQUESTS = 200


@endpoint("requests", "GET")
def _requests(commands: Commands, body: Document) -> Document:
    return {"requests": [request.document() for request in commands.requests[-_MAX_REQUESTS:]]}


@endpoint("requests", "DELETE")
def _clear(commands: Commands, body: Document) -> Document:
    commands.clear_requests()
    return {}


@endpoint("stats", "GET")
def _stats(commands: Commands, body: Document) -> Document:
    return commands.stats()


@endpoint("executions", "GET")
def _executions(commands: Commands, body: Document) -> Document:
    return {"executions": commands.executions()}
