"""Rendered files: those of an application, the platform or the distribution with a host's settings filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.rest.exceptions import PythonApiException

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.wire.hosts import FileLink
    from comodit_client.wire.request import Request


async def url_of(client: Client, request: Request[FileLink]) -> str:
    """Ask for a link to a rendered file.

    Args:
        client: What sends the request.
        request: What asks for the link.

    Returns:
        The URL.

    Raises:
        PythonApiException: The answer holds no URL.
    """
    url = (await client.run(request)).url
    if not url:
        raise PythonApiException(f"{request.method} {request.path}: the answer holds no URL")
    return url
