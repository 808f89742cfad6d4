"""The one module that imports httpx, which happens when the first request is made.

Moving to a successor of httpx means editing this file, and `_sync_network`, which extends its connections. Modules that
are loaded together with the client import this one inside functions or for type checking only.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import AsyncIterator, Iterator
from typing import TypeAlias

import h11
import httpcore

from comodit_client.rest import httpx_command
from comodit_client.rest.received import ReceivedResponse

with httpx_command.postponed():
    import httpx

AsyncPool: TypeAlias = httpx.AsyncClient
BlockingPool: TypeAlias = httpx.Client
AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
BlockingTransport: TypeAlias = httpx.BaseTransport
AsyncNetwork: TypeAlias = httpx.AsyncHTTPTransport
BlockingNetwork: TypeAlias = httpx.HTTPTransport
Auth: TypeAlias = httpx.Auth
BasicAuth: TypeAlias = httpx.BasicAuth
Headers: TypeAlias = httpx.Headers
HttpRequest: TypeAlias = httpx.Request
HttpResponse: TypeAlias = httpx.Response
AsyncStream: TypeAlias = httpx.AsyncByteStream
FixedBody: TypeAlias = httpx.ByteStream
BlockingStream: TypeAlias = httpx.SyncByteStream
InvalidUrl: TypeAlias = httpx.InvalidURL
TimeoutException: TypeAlias = httpx.TimeoutException
ConnectionFailure: TypeAlias = httpx.ConnectError
VERSION: str = httpx.__version__
#: The number of connections of a client, and of requests that are under way; further requests wait their turn.
CONNECTIONS: int = 100
#: Seconds after which an idle connection is not used again.
EXPIRY: float = 5.0
LIMITS: httpx.Limits = httpx.Limits(
    max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS, keepalive_expiry=EXPIRY
)
#: The request was never sent, so it cannot have changed anything.
NOT_SENT: tuple[type[httpx.TransportError], ...] = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
#: All that can go wrong between a request and its response; a host name that DNS cannot take is a UnicodeError.
NETWORK_ERRORS: tuple[type[Exception], ...] = (
    httpx.HTTPError,
    httpx.StreamError,
    httpx.InvalidURL,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
    h11.ProtocolError,
    OSError,
    UnicodeError,
)
#: The extension of a request that lists the responses to its logins, if somebody wants them.
LOGINS: str = "comodit_logins"
#: OpenSSL's reasons for bytes that are not TLS; the word depends on its version and on the bytes.
NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST", "UNKNOWN_PROTOCOL"})
NO_TLS |= {"PACKET_LENGTH_TOO_LONG", "HTTPS_PROXY_REQUEST", "BAD_RECORD_TYPE", "UNEXPECTED_MESSAGE"}


#: A path that httpx would not change, apart from dots as segments. Longer ones are left to httpx, which limits them.
ENCODED = re.compile("(?:[A-Za-z0-9._~/-]|%[0-9A-Fa-f]{2}){0,1000}")

#: The status codes of a proxy to which trying again makes no difference.
REJECTED = frozenset(range(400, 500)) - {408, 429}


class EmptyBody(httpx.ByteStream):
    """No body. That of httpx is one empty part, which the layers below process as any other."""

    def __init__(self) -> None:
        super().__init__(b"")

    def __iter__(self) -> Iterator[bytes]:
        return iter(())

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


class DeadlineExceeded(httpx.ReadTimeout):
    """A request that had not ended by its deadline."""


def is_transient(error: Exception) -> bool:
    """Return whether sending the request once more may succeed.

    Args:
        error: What httpx raised.

    Returns:
        False for a request that cannot be sent, a certificate that is not trusted, a server that does not use TLS, a
        proxy that rejects the request, and an exceeded deadline.
    """
    if isinstance(error, (DeadlineExceeded, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return False
    if proxy_status(error) in REJECTED:
        return False
    return isinstance(error, httpx.TransportError) and not is_distrust(error) and not is_without_tls(error)


def proxy_status(error: Exception) -> int:
    """Return the status code of a proxy that did not connect to the server; 0 if something else failed.

    Args:
        error: What httpx raised.
    """
    # httpx has the status line of the proxy in the text only.
    status = str(error)[:3] if isinstance(error, httpx.ProxyError) else ""
    return int(status) if status.isdecimal() else 0


def is_distrust(error: BaseException) -> bool:
    """Return whether the server's certificate is not trusted.

    Args:
        error: What httpx raised.
    """
    return any(isinstance(one, ssl.SSLCertVerificationError) for one in _causes(error))


def is_without_tls(error: BaseException) -> bool:
    """Return whether the server responded to a TLS handshake with something else, such as plain HTTP.

    Args:
        error: What httpx raised.
    """
    return any(isinstance(one, ssl.SSLError) and getattr(one, "reason", "") in NO_TLS for one in _causes(error))


def is_hang_up(error: BaseException) -> bool:
    """Return whether the server closed the connection, or sent bytes that are not HTTP.

    Args:
        error: What httpx raised.
    """
    kinds = (httpx.RemoteProtocolError, ssl.SSLEOFError, ConnectionResetError, BrokenPipeError)
    return any(isinstance(one, kinds) for one in _causes(error))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def is_read(response: HttpResponse) -> bool:
    """Return whether somebody else has read the body from the network, such as an event hook of a given httpx client.

    Args:
        response: The response.
    """
    return response.is_stream_consumed and not isinstance(response.stream, httpx.ByteStream)


class ApiRoot:
    """The API root, whose parts httpx has checked once.

    Args:
        url: The URL, without a trailing slash.
    """

    def __init__(self, url: str) -> None:
        self._text = url
        self._url = httpx.URL(url)
        self._path = self._url.raw_path.decode("ascii").rstrip("/")
        #: The header Host.
        self.host: str = self._url.netloc.decode("ascii")

    def below(self, path: str, query: str = "") -> httpx.URL:
        """Return a URL below the root. To check each URL anew would take about a tenth of a call.

        Args:
            path: The path, percent-encoded, with a leading slash.
            query: The query with its question mark; empty without one.
        """
        if query or "/." in path or not ENCODED.fullmatch(path):
            return httpx.URL(self._text + path + query)
        parts = self._url._uri_reference  # noqa: SLF001 - its public counterpart checks all parts again
        url = httpx.URL(self._url)
        url._uri_reference = parts._replace(path=self._path + path)  # noqa: SLF001
        return url


def received(request: HttpRequest, response: HttpResponse, content: bytes = b"", attempts: int = 1) -> ReceivedResponse:
    """Return a response with its body.

    Args:
        request: The request.
        response: The response as httpx returned it.
        content: The decoded body.
        attempts: The number of attempts.
    """
    return ReceivedResponse(request, response.status_code, response.headers, response.reason_phrase, content, attempts)


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
