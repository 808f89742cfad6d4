"""A deadline bounds a call or a wait whatever the server does: each server here would hold a request without end."""

from __future__ import annotations

import asyncio
import io
import socket
import ssl
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import httpcore
import httpx
import pytest

from comodit_client import wire
from comodit_client.rest._sync_network import STEP, Backend, Stream, clipped
from comodit_client.rest.deadline import Deadline, remaining
from comodit_client.rest.exceptions import IncompleteResponse, RequestTimeout, ServerError, TransportError, WaitTimeout
from comodit_client.rest.http import DeadlineExceeded
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts
from comodit_client.rest.uploads import upload

READ = wire.organizations.get("A")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#: Seconds that a call may take on a busy machine; each of these servers would hold it for a minute or more.
SOON = 10


def silent(connection):
    time.sleep(60)


def drip(*start):
    def serve(connection):
        for piece in start:
            connection.sendall(piece)
        while True:
            connection.sendall(b"a")
            time.sleep(0.02)

    return serve


def continues(connection):
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.02)


def busy(connection):
    connection.sendall(b"HTTP/1.1 503 Busy\r\nRetry-After: 20\r\nContent-Length: 0\r\n\r\n")


SERVERS = {
    "silent": silent,
    "status line": drip(b"HTTP/1.1 200 "),
    "headers": drip(HEAD + b"X-A: "),
    "informational": continues,
    "body": drip(HEAD + b"Content-Length: 100000\r\n\r\n"),
    "chunks": drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\nfffff\r\n"),
}


@pytest.fixture
def serve():
    """Start servers that read a request and then do something odd with the connection."""
    sockets = []

    def start(behave, read=True):
        listening = socket.create_server(("127.0.0.1", 0), backlog=200)
        sockets.append(listening)

        def one(connection):
            with connection:
                try:
                    while not read or connection.recv(65536):
                        behave(connection)
                except OSError:
                    pass

        def accept():
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/api"

    yield start
    for listening in sockets:
        listening.close()


@pytest.fixture
def connect(colour, run):
    """Make clients whose timeouts of one operation never pass."""
    clients = []

    def make(url, **options):
        options = {"timeout": Timeouts(60, 60, 60, 60, options.pop("total", 600.0))} | options
        clients.append(colour.module("client").Client(url, "U", "P", **options))
        return clients[-1]

    yield make
    for client in clients:
        run(client.close())


@pytest.fixture
def soon():
    start = time.monotonic()
    yield
    assert time.monotonic() - start < SOON


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("behaviour", SERVERS)
class TestServers:
    def test_total_bounds_a_request(self, serve, connect, run, behaviour):
        client = connect(serve(SERVERS[behaviour]), total=0.2)
        with pytest.raises(RequestTimeout):
            run(client.run(READ))

    def test_the_timeout_of_a_call_bounds_it(self, serve, connect, run, behaviour):
        client = connect(serve(SERVERS[behaviour]))
        with pytest.raises(RequestTimeout) as raised:
            run(client.run(READ, timeout=0.2))
        assert raised.value.attempts == 1

    def test_a_wait_ends_soon_after_its_timeout(self, serve, connect, run, behaviour):
        host = connect(serve(SERVERS[behaviour])).hosts("A", "E").new("h")
        start = time.monotonic()
        with pytest.raises(WaitTimeout):
            run(host.wait_for_state("READY", timeout=0.1))
        assert time.monotonic() - start < 3

    def test_an_upload_that_was_sent_is_bounded(self, serve, connect, run, behaviour):
        client = connect(serve(SERVERS[behaviour]), total=0.2)
        with upload(b"x", "f") as part:
            request = wire.platform_files.set_content("A", "P", "f", part)
            with pytest.raises(RequestTimeout):
                run(client.run(request))


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("behaviour", ["silent", "status line", "headers", "informational"])
def test_the_headers_of_a_file_that_is_saved_are_bounded(serve, connect, run, behaviour):
    client = connect(serve(SERVERS[behaviour]), total=0.2)
    with pytest.raises(RequestTimeout):
        run(client.save(wire.platform_files.get_content("A", "P", "f"), io.BytesIO()))


@pytest.mark.usefixtures("soon")
def test_pauses_between_attempts_end_at_the_deadline(serve, connect, run):
    with pytest.raises(ServerError) as raised:
        run(connect(serve(busy)).run(READ, timeout=1.6))
    assert raised.value.attempts == 1


@pytest.mark.usefixtures("soon")
def test_a_wait_on_a_busy_server_ends(serve, connect, run):
    host = connect(serve(busy), polling=Polling(0.05, max_transient_errors=1000)).hosts("A", "E").new("h")
    with pytest.raises(WaitTimeout):
        run(host.wait_for_state("READY", timeout=0.3))


@pytest.mark.usefixtures("soon")
def test_a_wait_for_many_hosts_ends(serve, connect, run):
    hosts = connect(serve(SERVERS["headers"])).hosts("A", "E")
    with pytest.raises(WaitTimeout):
        run(hosts.wait_for_state("READY", ["a", "b"], timeout=0.3))


@pytest.mark.usefixtures("soon")
def test_a_server_that_reads_nothing_does_not_hold_an_upload(serve, connect, run):
    client = connect(serve(silent, read=False))
    with upload(b"x" * 50_000_000, "f") as part, pytest.raises(RequestTimeout):
        run(client.run(wire.platform_files.set_content("A", "P", "f", part), timeout=0.5))


@pytest.mark.usefixtures("soon")
def test_a_tls_handshake_that_does_not_end_is_bounded(serve, connect, run):
    url = serve(drip(b"\x16\x03\x03\x40\x00")).replace("http:", "https:")
    with pytest.raises(TransportError):
        run(connect(url, verify=ssl.create_default_context(), retries=RetryPolicy(attempts=1)).run(READ, timeout=0.3))


class Slow(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body with an hour between its pieces."""

    def __init__(self, clock):
        self.clock = clock

    def __iter__(self):
        for _ in range(5):
            self.clock.now += 3600
            yield b"{}"

    async def __aiter__(self):
        for piece in self:
            yield piece


def test_a_file_that_is_saved_may_take_longer_than_total(client, server, run, clock):
    server.on("GET", "/organizations/A/platforms/P/files/f/content", httpx.Response(200, stream=Slow(clock)))
    assert run(client.save(wire.platform_files.get_content("A", "P", "f"), io.BytesIO())) == 10


def test_a_response_that_is_read_may_not(client, server, run, clock):
    server.on("GET", "/organizations/A", httpx.Response(200, stream=Slow(clock)))
    with pytest.raises(RequestTimeout, match="did not end in time"):
        run(client.run(READ))


def test_the_time_of_an_upload_runs_from_its_end(client, server, run, clock):
    class Hour(io.BytesIO):
        def read(self, size=-1):
            clock.now += 3600 if size else 0
            return super().read(size)

    server.on("POST", "/organizations/A/platforms/P/files/f/content", {})
    with upload(Hour(b"x" * (1 << 17)), "f") as part:
        request = wire.platform_files.set_content("A", "P", "f", part)
        run(client.run(request))
        with pytest.raises(RequestTimeout):
            run(client.run(request, timeout=20))


def test_a_success_that_breaks_off_says_its_status(serve, connect, run):
    def breaks(connection):
        connection.sendall(HEAD + b"Content-Length: 100\r\n\r\n{")
        connection.shutdown(socket.SHUT_RDWR)

    with pytest.raises(IncompleteResponse, match="the response ended early") as raised:
        run(connect(serve(breaks), retries=RetryPolicy(attempts=2, base=0)).run(READ))
    assert (raised.value.code, raised.value.attempts) == (200, 2)
    assert isinstance(raised.value, TransportError)


def test_nothing_times_out_in_the_queue(serve, connect, run, colour, monkeypatch):
    """More calls than connections, each with a timeout that is shorter than the time of all."""
    monkeypatch.setattr(
        import_module(f"comodit_client.rest._{'async' if colour.is_async else 'sync'}_http"), "CONNECTIONS", 2
    )
    under_way, most = [], []

    def slow(connection):
        under_way.append(None)
        most.append(len(under_way))
        time.sleep(0.05)
        under_way.pop()
        connection.sendall(HEAD + b'Content-Length: 13\r\n\r\n{"name": "A"}')

    client = connect(serve(slow))

    async def tasks():
        return await asyncio.gather(*(client.run(READ, timeout=1.6) for _ in range(80)))

    def threads():
        with ThreadPoolExecutor(10) as crew:
            return list(crew.map(lambda _: client.run(READ, timeout=1.6), range(80)))

    assert len(run(tasks() if colour.is_async else threads())) == 80
    assert max(most) <= 2


@pytest.mark.usefixtures("soon")
def test_a_wait_ends_while_its_poll_is_queued(serve, connect, run, colour):
    client = connect(serve(silent))
    pool = {}

    async def fill_async():
        pool["it"] = client.session.connections.pool()
        for _ in range(100):
            await pool["it"].acquire()
        await client.hosts("A", "E").new("h").wait_for_state("READY", timeout=0.2)

    def fill():
        pool["it"] = client.session.connections.pool()
        for _ in range(100):
            pool["it"].acquire()
        client.hosts("A", "E").new("h").wait_for_state("READY", timeout=0.2)

    with pytest.raises(WaitTimeout):
        run(fill_async() if colour.is_async else fill())


class Ticking:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_a_deadline_is_never_later_than_the_one_around_it():
    clock = Ticking()
    assert remaining() == float("inf")
    with Deadline(clock, 10).active():
        assert remaining() == 10
        inner = Deadline(clock, 20)
        with inner.active():
            assert remaining() == 10
            inner.start(3)
            assert remaining() == 3
            clock.now += 5
            assert remaining() == -2
            inner.start(float("inf"))
            assert remaining() == 5
        assert remaining() == 5
    assert remaining() == float("inf")


def test_start_does_not_move_a_deadline_beyond_its_limit():
    clock = Ticking()
    deadline = Deadline(clock, 10)
    deadline.start(50)
    assert deadline.remaining() == 10
    deadline.start(4)
    assert deadline.remaining() == 4


def test_timeouts_are_clipped():
    clock = Ticking()
    assert (clipped(None), clipped(7)) == (None, 7)
    with Deadline(clock, 5).active():
        assert (clipped(None), clipped(7), clipped(2)) == (5, 5, 2)
        clock.now += 5
        with pytest.raises(DeadlineExceeded):
            clipped(1)


def test_every_address_of_a_host_shares_the_deadline(monkeypatch):
    clock, tried = Ticking(), []

    def connect(self, host, port, timeout, *more):
        tried.append((host, timeout))
        clock.now += timeout
        raise httpcore.ConnectTimeout

    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", connect)
    monkeypatch.setattr(
        "socket.getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (address, 80)) for address in ("a", "b", "c", "a")]
    )
    with Deadline(clock, 5).active(), pytest.raises(DeadlineExceeded):
        Backend().connect_tcp("h", 80, 3)
    assert tried == [("a", 3), ("b", 2)]


def test_each_step_of_a_large_body_heeds_the_deadline():
    clock, sent = Ticking(), []

    class Connection(httpcore.NetworkStream):
        def write(self, buffer, timeout=None):
            sent.append((len(buffer), timeout))
            clock.now += 2

    with Deadline(clock, 5).active(), pytest.raises(DeadlineExceeded):
        Stream(Connection()).write(b"x" * (10 * STEP), 60)
    assert sent == [(STEP, 5), (STEP, 3), (STEP, 1)]
