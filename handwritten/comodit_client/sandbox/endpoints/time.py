"""The endpoints for the time of the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.endpoints.table import endpoint, number
from comodit_client.sandbox.state.clock_options import clock_document, clock_from_document

if TYPE_CHECKING:
    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.state.store import Document


@endpoint("advance")
def _advance(commands: Commands, body: Document) -> Document:
    commands.advance(number(body, "seconds"))
    return {}


@endpoint("clock", "GET")
def _clock(commands: Commands, body: Document) -> Document:
    return clock_document(commands.clock)


@endpoint("clock")
def _set_clock(commands: Commands, body: Document) -> Document:
    commands.set_clock(clock_from_document(body))
    return clock_document(commands.clock)
