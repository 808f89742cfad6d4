"""The one module that imports httpx: a move to its successor is an edit of this file."""

from __future__ import annotations

import ssl
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
InvalidUrl: TypeAlias = httpx.InvalidURL
TimeoutFault: TypeAlias = httpx.TimeoutException
#: The request never left: whatever it asks, nothing was done.
NotConnected: tuple[type[httpx.TransportError], ...] = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class TooSlow(httpx.ReadTimeout):
    """An answer came steadily, but did not end."""


def is_passing(error: Exception) -> bool:
    """Tell whether a fault may be gone when the same is sent once more.

    Args:
        error: What was raised.

    Returns:
        False for what was wrong before it was sent, for a certificate that is refused, and for an answer without end.
    """
    if isinstance(error, (TooSlow, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return False
    return isinstance(error, httpx.TransportError) and not _is_distrust(error)


def _is_distrust(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


#: Whatever can go wrong between a request and its answer; a host name that DNS cannot take is a UnicodeError.
NETWORK_ERRORS: tuple[type[Exception], ...] = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, UnicodeError)


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
