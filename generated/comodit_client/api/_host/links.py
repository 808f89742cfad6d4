# Made by `python -m generator` from handwritten/comodit_client/aio/_host/links.py.
# Do not edit: change that, then run `make generate`.
"""Links to rendered files: files of applications, platforms or distributions, filled in with a host's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.rest.exceptions import PythonApiException

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.wire.hosts import FileLink
    from comodit_client.wire.request import Request


def url_of(client: Client, request: Request[FileLink]) -> str:
    """Request a link to a rendered file.

    Args:
        client: The client that sends the request.
        request: The request for the link.

    Returns:
        The URL.

    Raises:
        PythonApiException: The response has no URL.
    """
    url = (client.run(request)).url
    if not url:
        message = f"Cannot get a link to the file: the response to {request.method} {request.path} has no URL."
        raise PythonApiException(message)
    return url
