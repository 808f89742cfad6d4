"""Connections and response bodies of the blocking API. Loading this module imports httpx."""

from __future__ import annotations

import math
import ssl
import time
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
    EXPIRY,
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


class Lane:
    """What sends one request at a time, over a connection of its own.

    Args:
        send: Sends one request.
        close: Closes the connection; None if it is not the lane's own.
    """

    __slots__ = ("close", "send", "since")

    def __init__(self, send: Callable[[HttpRequest], HttpResponse], close: Callable[[], None] | None = None) -> None:
        self.send: Callable[[HttpRequest], HttpResponse] = send
        self.close: Callable[[], None] | None = close
        #: When its last request ended.
        self.since: float = 0.0


class Pool:
    """The connections of a client. Requests beyond their number wait their turn.

    Each request under way has a lane of its own. A transport of httpx searches all of its connections several times for
    each request, and tests those that are idle: 50 of them cost more than the request itself.

    Args:
        connect: Makes a lane.
        close: Closes what the lanes share, if that is the client's own.
        headers: Headers of every request.

    Attributes:
        builder: Builds the requests; made for the first one.
    """

    builder: RequestBuilder | None = None

    def __init__(
        self,
        connect: Callable[[], Lane],
        close: Callable[[], None] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._close = close
        self._connect = connect
        #: The lane that was used last is used first, so that the others expire.
        self._free = [connect()]
        self._lanes = set(self._free)
        #: One item for each request that may be under way: a semaphore of Python takes ten times as long.
        self._turns: SimpleQueue[None] = SimpleQueue()
        for _ in range(CONNECTIONS):
            self._turns.put(None)
        self.headers: Mapping[str, str] = headers or {}
        self.is_closed: bool = False

    def acquire(self) -> Lane:
        """Wait for this request's turn. Only the deadline of a wait ends it; queueing does not count as a timeout.

        Returns:
            The lane of the request; pass it to `release`.

        Raises:
            DeadlineExceeded: The deadline passed.
        """
        left = remaining()
        try:
            self._turns.get(timeout=None if left == math.inf else max(0.0, left))
        except Empty:
            raise DeadlineExceeded("the deadline passed while other requests were under way") from None
        try:
            return self._free.pop()
        except IndexError:
            lane = self._connect()
            self._lanes.add(lane)
            return lane

    def release(self, lane: Lane) -> None:
        """Let the next request have its turn, and close a connection that was idle for long.

        Args:
            lane: The lane that is free again.
        """
        lane.since = time.monotonic()
        oldest = next(iter(self._free), None)
        self._free.append(lane)
        self._turns.put(None)
        if oldest is not None and lane.since - oldest.since > EXPIRY:
            self._expire(oldest)

    def _expire(self, idle: Lane) -> None:
        try:
            self._free.remove(idle)
        except ValueError:  # another request has taken it
            return
        self._lanes.discard(idle)
        if idle.close is not None:
            idle.close()

    def send(
        self,
        lane: Lane,
        request: HttpRequest,
        auth: Auth | None,
        note: Callable[[HttpRequest, HttpResponse | None], None],
    ) -> HttpResponse:
        """Send a request, after a login if one is needed.

        Args:
            lane: The lane of the request.
            request: The request.
            auth: Logs in and adds the credentials; None if the request has them.
            note: Called before each request, with None, and with each response as soon as its headers are there.

        Returns:
            The response, whose body has not been read.
        """
        if auth is None:
            note(request, None)
            response = lane.send(request)
            note(request, response)
            return response
        flow = auth.sync_auth_flow(request)
        try:
            outgoing = next(flow)
            while True:
                note(outgoing, None)
                response = lane.send(outgoing)
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
        for close in (*(lane.close for lane in self._lanes), self._close):
            if close is not None:
                close()


def make_pool(context: ssl.SSLContext, proxy: str | None) -> Pool:
    """Create a pool of connections to the network.

    Args:
        context: The TLS context.
        proxy: The URL of a proxy.

    Returns:
        The pool.
    """

    def connect() -> Lane:
        transport = Network(context, proxy)
        return Lane(transport.handle_request, transport.close)

    return Pool(connect)


def pool_over(transport: Transport) -> Pool:
    """Create a pool that sends its requests through a given transport.

    Args:
        transport: The transport; it is closed with the pool.

    Returns:
        The pool.
    """
    return Pool(lambda: Lane(transport.handle_request), transport.close)


def pool_of(given: GivenPool) -> Pool:
    """Create a pool that sends its requests through an httpx client of the caller, without cookies and redirects.

    Args:
        given: The httpx client; it is not closed with the pool.

    Returns:
        The pool.
    """
    send = partial(given.send, stream=True, auth=None, follow_redirects=False)
    return Pool(lambda: Lane(send), headers=given.headers)


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
