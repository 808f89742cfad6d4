"""The one module that imports httpx: a move to its successor is an edit of this file."""

from __future__ import annotations

from typing import TypeAlias

import httpx

AsyncPool: TypeAlias = httpx.AsyncClient
BlockingPool: TypeAlias = httpx.Client
AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
BlockingTransport: TypeAlias = httpx.BaseTransport
Auth: TypeAlias = httpx.Auth
BasicAuth: TypeAlias = httpx.BasicAuth
HttpRequest: TypeAlias = httpx.Request
HttpResponse: TypeAlias = httpx.Response
HttpTimeout: TypeAlias = httpx.Timeout
AsyncStream: TypeAlias = httpx.AsyncByteStream
BlockingStream: TypeAlias = httpx.SyncByteStream
TimeoutFault: TypeAlias = httpx.TimeoutException
#: The request never left: whatever it asks, nothing was done.
NotConnected: tuple[type[httpx.TransportError], ...] = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class TooSlow(httpx.ReadTimeout):
    """An answer came steadily, but did not end."""


#: Whatever can go wrong between a request and its answer; a host name that DNS cannot take is a UnicodeError.
Faults = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, UnicodeError)


def check_url(url: str) -> None:
    """Check that requests can be sent to a URL.

    Args:
        url: The URL.

    Raises:
        ValueError: They cannot; the text says why.
    """
    try:
        _ = httpx.URL(url).host
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from error
