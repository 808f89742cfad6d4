"""Requests that are shown instead of sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from comodit_client.rest.masking import masked
from comodit_client.rest.queries import encode_query
from comodit_client.wire.request import NO_BODY

if TYPE_CHECKING:
    from comodit_client.wire.request import Request


def describe(request: Request[Any]) -> str:
    """Return a request as text, with its secrets masked.

    Args:
        request: The request.
    """
    line = f"{request.method} {request.path}{encode_query(request.operation, request.query)}"
    parts = [line, *(f"{field}: {part.filename}" for field, part in request.parts.items())]
    if request.body is not NO_BODY:
        parts.append(json.dumps(request.body, indent=4, ensure_ascii=False))
    return masked("\n".join(parts), request, None)
