"""Thumbnails of applications and distributions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.responses import ApiResponse, binary, empty_ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.editing import definition_in_path, edit
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.contents import THUMBNAIL

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call

#: The first bytes of a PNG image.
_PNG = b"\x89PNG\r\n\x1a\n"


def _get(kind: str, call: Call) -> ApiResponse:
    definition = definition_in_path(kind, call)
    picture = call.world.store.contents.find(definition.id, THUMBNAIL, "")
    if picture is None:
        raise ApiError(404, f"{definition.name} has no thumbnail")
    return binary(picture)


def _set(kind: str, call: Call) -> ApiResponse:
    """Store a thumbnail of any type: which ones the server accepts is unknown (S144)."""
    definition = definition_in_path(kind, call)
    if not next(iter(call.body)).startswith(_PNG):
        note(call.world, "applications.thumbnail")
    with edit(call, definition):
        call.world.store.contents.write(definition.id, THUMBNAIL, "", call.body)
    return empty_ok()


for _kind in ("applications", "distributions"):
    operation(f"{_kind}.get_thumbnail")(partial(_get, _kind))
    operation(f"{_kind}.set_thumbnail")(partial(_set, _kind))
