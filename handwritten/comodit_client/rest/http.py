"""The one module that imports httpx, which happens when the first request is made.

Moving to a successor of httpx means editing this file. Modules that are loaded together with the client import this one
inside functions or for type checking only.
"""

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
TimeoutException: TypeAlias = httpx.TimeoutException
ConnectionFailure: TypeAlias = httpx.ConnectError
#: The request was never sent, so it cannot have changed anything.
NOT_SENT: tuple[type[httpx.TransportError], ...] = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
#: All that can go wrong between a request and its response; a host name that DNS cannot take is a UnicodeError.
NETWORK_ERRORS: tuple[type[Exception], ...] = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, UnicodeError)


class DeadlineExceeded(httpx.ReadTimeout):
    """A response whose body kept coming, but did not end in time."""


def is_transient(error: Exception) -> bool:
    """Return whether sending the request once more may succeed.

    Args:
        error: What httpx raised.

    Returns:
        False for a request that cannot be sent, a certificate that is not trusted, and an exceeded deadline.
    """
    if isinstance(error, (DeadlineExceeded, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return False
    return isinstance(error, httpx.TransportError) and not _is_distrust(error)


def _is_distrust(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


def check_url(url: str) -> None:
    """Check that requests can be sent to a URL.

    Args:
        url: The URL.

    Raises:
        ValueError: The URL is invalid; the text says why.
    """
    try:
        _ = httpx.URL(url).host
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from error
