"""The endpoints for the time of the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.endpoints.table import endpoint, number

if TYPE_CHECKING:
    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.state.store import Document


@endpoint("advance")
def _advance(commands: Commands, body: Document) -> Document:
    commands.advance(number(body, "seconds"))
    return {}
