"""The calls of a file as requests of the first user, before the server starts."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import TYPE_CHECKING

from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.forms import Form
from comodit_client.sandbox.http.uploads import FORM, Upload
from comodit_client.sandbox.recording.files import read_calls, unusable
from comodit_client.sandbox.state.one_time_codes import one_time_code_at

if TYPE_CHECKING:
    from comodit_client.sandbox.recording.calls import SeedCall
    from comodit_client.sandbox.state.world import World


def replay(dispatcher: Dispatcher, path: Path, world: World) -> None:
    """Make the calls in a file.

    Args:
        dispatcher: Handles the calls.
        path: The file.
        world: The sandbox.

    Raises:
        ApiError: The file cannot be read, or a call fails.
    """
    for number, call in read_calls(path):
        try:
            with world.store.contents.in_use():
                _make(world, dispatcher, call)
        except ApiError as error:
            raise unusable(
                path, f"call {number}, {call}, failed with {error.status}: {'; '.join(error.texts)}"
            ) from None


def _make(world: World, dispatcher: Dispatcher, call: SeedCall) -> None:
    headers = _credentials(world) | {"Content-Type": call.media_type}
    upload = _uploaded(world, call)
    request = IncomingRequest(call.method, call.path.encode(), call.query, headers, upload, "http://localhost")
    response = dispatcher.dispatch_blocking(request)
    if response.status >= 400:
        raise ApiError(response.status, *json.loads(response.first_chunk)["error"])


def _uploaded(world: World, call: SeedCall) -> Upload:
    upload = Upload(world.store.contents)
    if call.media_type.partition(";")[0].strip().lower() == FORM:
        form = Form(call.media_type, upload.feed)
        form.feed(call.content)
        form.close()
    else:
        upload.feed(call.content)
    upload.complete()
    return upload


def _credentials(world: World) -> dict[str, str]:
    pair = base64.b64encode(f"{world.user}:{world.password}".encode()).decode()
    headers = {"Authorization": f"Basic {pair}"}
    if world.mfa_secret is not None:
        headers["X-ComodIT-TotpToken"] = one_time_code_at(world.mfa_secret, world.now())
    return headers
