"""The endpoints that return the requests that the sandbox received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.endpoints.table import endpoint

if TYPE_CHECKING:
    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.state.store import Document


@endpoint("stats", "GET")
def _stats(commands: Commands, body: Document) -> Document:
    return commands.stats()


@endpoint("executions", "GET")
def _executions(commands: Commands, body: Document) -> Document:
    return {"executions": commands.executions()}
