"""Connections and response bodies of the blocking API. Loading this module imports httpx."""

from __future__ import annotations

import math
import ssl
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeAlias, cast

from comodit_client.rest._sync_network import Network
from comodit_client.rest.deadline import Deadline, remaining
from comodit_client.rest.decoding import Body, Decoder
from comodit_client.rest.downloads import Sink
from comodit_client.rest.http import (
    CONNECTIONS,
    Auth,
    BlockingPool,
    BlockingStream,
    BlockingTransport,
    DeadlineExceeded,
    HttpRequest,
    HttpResponse,
    is_read,
)

if TYPE_CHECKING:
    from comodit_client.rest.outgoing import RequestBuilder

Transport: TypeAlias = BlockingTransport
#: A pool of connections of the caller.
GivenPool: TypeAlias = BlockingPool


class Pool:
    """The connections of a client. Requests beyond their number wait their turn.

    Args:
        send: Sends one request.
        close: Closes the connections; None if they are not the client's own.
        headers: Headers of every request.

    Attributes:
        builder: Builds the requests; made for the first one.
    """

    builder: RequestBuilder | None = None

    def __init__(
        self,
        send: Callable[[HttpRequest], HttpResponse],
        close: Callable[[], None] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._send = send
        self._close = close
        #: One item for each request that may be under way: a semaphore of Python takes ten times as long.
        self._turns: SimpleQueue[None] = SimpleQueue()
        for _ in range(CONNECTIONS):
            self._turns.put(None)
        self.headers: Mapping[str, str] = headers or {}
        self.is_closed: bool = False

    def acquire(self) -> None:
        """Wait for this request's turn. Only the deadline of a wait ends it; queueing does not count as a timeout.

        Raises:
            DeadlineExceeded: The deadline passed.
        """
        left = remaining()
        try:
            self._turns.get(timeout=None if left == math.inf else max(0.0, left))
        except Empty:
            raise DeadlineExceeded("the deadline passed while other requests were under way") from None

    def release(self) -> None:
        """Let the next request have its turn."""
        self._turns.put(None)

    def send(
        self, request: HttpRequest, auth: Auth | None, note: Callable[[HttpRequest, HttpResponse | None], None]
    ) -> HttpResponse:
        """Send a request, after a login if one is needed.

        Args:
            request: The request.
            auth: Logs in and adds the credentials; None if the request has them.
            note: Called before each request, with None, and with each response as soon as its headers are there.

        Returns:
            The response, whose body has not been read.
        """
        if auth is None:
            note(request, None)
            response = self._send(request)
            note(request, response)
            return response
        flow = auth.sync_auth_flow(request)
        try:
            outgoing = next(flow)
            while True:
                note(outgoing, None)
                response = self._send(outgoing)
                note(outgoing, response)
                try:
                    outgoing = flow.send(response)
                except StopIteration:
                    return response
                except BaseException:
                    response.close()
                    raise
        finally:
            flow.close()

    def close(self) -> None:
        """Close the connections."""
        self.is_closed = True
        if self._close is not None:
            self._close()


def make_pool(context: ssl.SSLContext, proxy: str | None) -> Pool:
    """Create a pool of connections to the network.

    Args:
        context: The TLS context.
        proxy: The URL of a proxy.

    Returns:
        The pool.
    """
    return pool_over(Network(context, proxy))


def pool_over(transport: Transport) -> Pool:
    """Create a pool that sends its requests through a given transport.

    Args:
        transport: The transport; it is closed with the pool.

    Returns:
        The pool.
    """
    return Pool(transport.handle_request, transport.close)


def pool_of(given: GivenPool) -> Pool:
    """Create a pool that sends its requests through an httpx client of the caller, without cookies and redirects.

    Args:
        given: The httpx client; it is not closed with the pool.

    Returns:
        The pool.
    """
    return Pool(partial(given.send, stream=True, auth=None, follow_redirects=False), headers=given.headers)


class Sending(BlockingStream):
    """The body of an upload, which lets the deadline run from its end.

    Args:
        request: The request.
        deadline: The deadline of the call.
        seconds: Seconds for the response.
    """

    def __init__(self, request: HttpRequest, deadline: Deadline, seconds: float) -> None:
        self._stream = cast(BlockingStream, request.stream)
        self._deadline = deadline
        self._seconds = seconds

    def __iter__(self) -> Iterator[bytes]:
        self._deadline.start(float("inf"))
        yield from self._stream
        self._deadline.start(self._seconds)


def read(response: HttpResponse, limit: int, cut: bool = False) -> bytes:
    """Read the body of a response into memory.

    Args:
        response: The response; it is closed afterwards.
        limit: The largest number of bytes after decoding.
        cut: If True, what exceeds the limit is left out; if False, it raises.

    Raises:
        DamagedBody: The body is damaged or too large.
        DeadlineExceeded: The body did not end in time.
    """
    stream = cast(BlockingStream, response.stream)
    try:
        if is_read(response):
            return response.content
        body = Body(response.headers.get("Content-Encoding", ""), limit, cut)
        for data in stream:
            if not body.add(data):
                return body.content(complete=False)
            _check_deadline()
        return body.content(complete=True)
    finally:
        stream.close()  # closing the response costs several times as much


def save(response: HttpResponse, sink: Sink) -> None:
    """Write the body of a response to a file as it arrives.

    Args:
        response: The response; it is closed afterwards.
        sink: The file.

    Raises:
        DamagedBody: The body is damaged.
        DeadlineExceeded: The body did not end in time.
    """
    try:
        if is_read(response):
            return sink.write(response.content)
        decoder = Decoder(response.headers.get("Content-Encoding", ""))
        for data in cast(BlockingStream, response.stream):
            for piece in decoder.decode(data):
                sink.write(piece)
            _check_deadline()
        decoder.end()
    finally:
        response.close()


def _check_deadline() -> None:
    if remaining() < 0:
        raise DeadlineExceeded("the response did not end in time")
