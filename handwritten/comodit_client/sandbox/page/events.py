"""The stream of the state: server-sent events for the page. Nothing runs while nobody reads a stream."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.responses import to_json
from comodit_client.sandbox.page.documents import page_document

if TYPE_CHECKING:
    from starlette.requests import Request

    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.dispatcher import Dispatcher
    from comodit_client.sandbox.state.store import Document

#: The seconds between two examinations of the state.
PAUSE = 0.25
#: A large fleet takes longer to examine: the pause is at least so many times that duration.
_SHARE = 4
#: The seconds after which a comment shows that the connection is alive.
_HEARTBEAT = 10.0


async def state_events(
    request: Request, control: Control, dispatcher: Dispatcher, name: str = ""
) -> AsyncIterator[bytes]:
    """Yield the state of a sandbox each time that it changes, until the reader or the server ends.

    Args:
        request: The request of the reader.
        control: The sandbox.
        dispatcher: Does the work that is due, as before any request.
        name: The text that the names of the hosts contain. Default: all hosts.
    """
    last, sent_at = b"", time.monotonic()
    while not control.ending.is_set() and not await request.is_disconnected():
        # The reader may end in between, but a message that is being sent must not be sent again.
        await asyncio.shield(_catch_up(control, dispatcher))
        started = time.monotonic()
        document = page_document(control, name)
        digest = _digest(document)
        if digest != last:
            last, sent_at = digest, started
            yield b"event: state\ndata: " + to_json(document) + b"\n\n"
        elif started - sent_at >= _HEARTBEAT:
            sent_at = started
            yield b": the state has not changed\n\n"
        with suppress(TimeoutError):
            async with asyncio.timeout(max(PAUSE, _SHARE * (time.monotonic() - started))):
                await control.ending.wait()


async def _catch_up(control: Control, dispatcher: Dispatcher) -> None:
    # On a full disk, the work that is due waits until there is space again.
    with control.world.store.contents.in_use(), suppress(ApiError):
        await dispatcher.catch_up()


def _digest(document: Document) -> bytes:
    """Return a digest of a state; time that runs passes without a change."""
    clock = document["clock"]
    lasting = clock if clock["kind"] == "frozen" else {**clock, "now": None, "time": None}
    return hashlib.sha256(to_json({**document, "clock": lasting})).digest()
