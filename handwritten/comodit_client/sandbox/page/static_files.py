"""The static files of the page, and the headers of its responses."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.responses import Response

from comodit_client.sandbox import page
from comodit_client.sandbox.errors import ApiError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

#: The file that a browser opens first.
INDEX = "index.html"
_MEDIA_TYPES = {".css": "text/css", ".html": "text/html", ".js": "text/javascript"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: The headers of all responses: only the page's own files run and load, and nothing is cached.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def _known() -> dict[str, Traversable]:
    return {file.name: file for file in files(page).joinpath("static").iterdir() if _suffix(file.name)}


def _suffix(name: str) -> str | None:
    return next((suffix for suffix in _MEDIA_TYPES if name.endswith(suffix)), None)


def static_file(name: str) -> Response:
    """Return the response with a file of the page.

    Raises:
        ApiError: The file does not exist.
    """
    file, suffix = _known().get(name), _suffix(name)
    if file is None or suffix is None:
        raise ApiError(404, f"The page has no file {name}")
    return Response(file.read_bytes(), headers=dict(HEADERS), media_type=_MEDIA_TYPES[suffix])
