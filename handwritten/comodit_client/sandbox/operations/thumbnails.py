"""Thumbnails of applications and distributions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.http.responses import ApiResponse, binary, empty_ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.editing import definition_in_path, edit
from comodit_client.sandbox.state.contents import THUMBNAIL

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.http.uploads import Upload

#: The first bytes of PNG, JPEG and GIF files.
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


def _get(kind: str, call: Call) -> ApiResponse:
    definition = definition_in_path(kind, call)
    picture = call.world.store.contents.find(definition.id, THUMBNAIL, "")
    if picture is None:
        raise ApiError(404, f"{definition.name} has no thumbnail")
    return binary(picture)


def _set(kind: str, call: Call) -> ApiResponse:
    definition = definition_in_path(kind, call)
    _require_image(call.body)
    with edit(call, definition):
        call.world.store.contents.write(definition.id, THUMBNAIL, "", call.body)
    return empty_ok()


def _require_image(upload: Upload) -> None:
    if not next(iter(upload)).startswith(_SIGNATURES):
        raise bad_request("A thumbnail must be an image in the format PNG, JPEG or GIF")


for _kind in ("applications", "distributions"):
    operation(f"{_kind}.get_thumbnail")(partial(_get, _kind))
    operation(f"{_kind}.set_thumbnail")(partial(_set, _kind))
