"""The responses of the sandbox, and broken ones, as responses of httpx."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import httpx

from comodit_client.sandbox.faults.outcomes import BrokenResponse, ConnectionReset
from comodit_client.sandbox.transport.blocking import as_async, as_blocking

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.outcomes import Broken, EndlessResponse
    from comodit_client.sandbox.http.responses import ApiResponse

#: The statuses of responses without a Content-Length.
_WITHOUT_BODY = (204, 304)


class _Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body whose pieces are made when they are read.

    Args:
        pieces: The pieces; to iterate over them never suspends if the request is blocking.
        resources: What to release when the response is closed.
    """

    def __init__(self, pieces: AsyncIterator[bytes], resources: ExitStack | None = None) -> None:
        self._pieces = pieces
        self._resources = resources or ExitStack()

    def __iter__(self) -> Iterator[bytes]:
        return as_blocking(self._pieces)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._pieces

    def close(self) -> None:
        self._resources.close()

    async def aclose(self) -> None:
        self._resources.close()


def response_of(response: ApiResponse, method: str, resources: ExitStack) -> httpx.Response:
    """Return a response as one of httpx.

    Args:
        response: The response.
        method: The method of the request.
        resources: What the content needs; if it is read later, it is released when the response is closed.
    """
    content = response.content
    headers = dict(response.headers)
    if response.media_type is not None:
        headers["Content-Type"] = response.media_type
    if response.status not in _WITHOUT_BODY:
        headers["Content-Length"] = str(len(content) if isinstance(content, bytes) else content.size)
    if method == "HEAD":
        content = b""
    if isinstance(content, bytes):
        return httpx.Response(response.status, headers=headers, stream=httpx.ByteStream(content))
    return httpx.Response(response.status, headers=headers, stream=_Stream(as_async(content), resources.pop_all()))


def broken_response(broken: Broken) -> httpx.Response:
    """Return a response that fails while it is read.

    Raises:
        httpx.TransportError: There is not even the head of a response.
    """
    if isinstance(broken, ConnectionReset):
        raise _reset(broken.is_read)
    if not isinstance(broken, BrokenResponse):
        return httpx.Response(200, headers={"Content-Type": "application/json"}, stream=_Stream(_endless(broken)))
    if broken.content is None:
        raise httpx.RemoteProtocolError("Server disconnected without sending a response: a fault of the sandbox")
    headers = {
        "Content-Type": broken.response.media_type or "text/plain",
        "Content-Length": str(broken.length),
        "Connection": "close",
    }
    pieces = as_async(_cut(broken.content, broken.length))
    return httpx.Response(broken.response.status, headers=headers, stream=_Stream(pieces))


def _reset(is_read: bool) -> httpx.NetworkError:
    text = "Connection reset by peer: a fault of the sandbox"
    return httpx.ReadError(text) if is_read else httpx.WriteError(text)


def _cut(content: bytes, length: int) -> Iterator[bytes]:
    # A client reads as many bytes as were announced, and ignores others.
    yield content[:length]
    if len(content) < length:
        raise httpx.RemoteProtocolError(
            "peer closed connection without sending complete message body "
            f"(received {len(content)} bytes, expected {length})"
        )


async def _endless(response: EndlessResponse) -> AsyncIterator[bytes]:
    yield b" "
    while not await response.pause():
        yield b" "
    raise _reset(is_read=True)
