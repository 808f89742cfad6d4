"""Connections: one pool for each client, made when it is first needed, closed with it."""

from __future__ import annotations

import asyncio
import gc
import http.server
import io
import re
import socket
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from comodit_client import wire
from comodit_client.aio import Client as AioClient
from comodit_client.api import Client as ApiClient
from comodit_client.rest import _async_http, _sync_http
from comodit_client.rest.exceptions import (
    ClientClosed,
    ConnectError,
    PythonApiException,
    RequestTimeout,
    TransportError,
)
from comodit_client.rest.options import RetryPolicy
from comodit_client.rest.tls import shared_context
from comodit_client.rest.version import __version__


def http_module(colour):
    return _async_http if colour.is_async else _sync_http


@pytest.fixture
def pools(colour, monkeypatch):
    """The pools that are made."""
    made = []

    def counting(make):
        def counted(*arguments):
            made.append(make(*arguments))
            return made[-1]

        return counted

    for name in ("make_pool", "pool_over"):
        monkeypatch.setattr(http_module(colour), name, counting(getattr(http_module(colour), name)))
    return made


@pytest.fixture
def site():
    """A server on loopback that answers any GET with an empty list, and counts its connections."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self):
            super().setup()
            self.server.connections += 1

        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.connections = 0
    server.url = f"http://127.0.0.1:{server.server_port}/api"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_no_pool_is_made_before_the_first_request_and_one_for_all(make_client, server, run, pools):
    server.on("GET", "/organizations/", {})
    client = make_client()
    hosts = client.hosts("A", "E")
    assert (repr(client), repr(hosts), client.endpoint) is not None
    assert pools == []
    for _ in range(3):
        run(client.organizations().list())
    assert len(pools) == 1


def test_two_clients_have_two_pools(make_client, server, run, pools):
    server.on("GET", "/organizations/", {})
    for client in (make_client(), make_client()):
        run(client.organizations().list())
    assert len(pools) == 2


def test_a_client_that_sent_nothing_closes_without_a_pool(make_client, run, pools):
    run(make_client().close())
    assert pools == []


def test_sixteen_threads_make_one_pool(monkeypatch):
    made, gate = [], threading.Barrier(16)
    make = _sync_http.pool_over

    def slow(transport):
        made.append(make(transport))
        threading.Event().wait(0.02)
        return made[-1]

    monkeypatch.setattr(_sync_http, "pool_over", slow)
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={}))

    def ask(_):
        gate.wait()
        return client.organizations().list()

    with ApiClient("http://h", "U", "P", transport=transport) as client, ThreadPoolExecutor(16) as threads:
        assert list(threads.map(ask, range(16))) == [[]] * 16
    assert len(made) == 1


def test_closing_closes_the_pool(make_client, server, run, pools):
    server.on("GET", "/organizations/", {})
    client = make_client()
    run(client.organizations().list())
    run(client.close())
    run(client.close())
    assert [pool.is_closed for pool in pools] == [True]


def test_a_client_that_is_closed_says_so(make_client, server, run):
    server.on("GET", "/organizations/", {})
    for used in (True, False):
        client = make_client()
        if used:
            run(client.organizations().list())
        run(client.close())
        server.forget()
        with pytest.raises(ClientClosed, match="closed"):
            run(client.organizations().list())
        assert server.asked == []


def test_leaving_the_block_closes(colour, server, run, pools):
    server.on("GET", "/organizations/", {})
    client = colour.module("client").Client("http://h/api", "U", "P", transport=httpx.MockTransport(server))

    async def aio():
        async with client as entered:
            assert entered is client
            await client.organizations().list()
            raise ZeroDivisionError

    def api():
        with client as entered:
            assert entered is client
            client.organizations().list()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(aio() if colour.is_async else api())
    assert [pool.is_closed for pool in pools] == [True]


def test_a_pool_that_is_given_is_used_and_left_open(make_client, server, run, colour, pools):
    server.on("GET", "/organizations/", {})
    given = (httpx.AsyncClient if colour.is_async else httpx.Client)(
        transport=httpx.MockTransport(server), headers={"X-Own": "1"}, base_url="http://other.test/"
    )
    client = make_client(http_client=given)
    run(client.organizations().list())
    assert server.last.headers["X-Own"] == "1"
    assert server.last.headers["Host"] == "comodit.test"
    run(client.close())
    assert not given.is_closed
    assert pools == []
    with pytest.raises(ClientClosed):
        run(client.organizations().list())
    run(given.aclose() if colour.is_async else given.close())


def test_a_pool_that_its_owner_closed_says_so(make_client, server, run, colour):
    given = (httpx.AsyncClient if colour.is_async else httpx.Client)(transport=httpx.MockTransport(server))
    client = make_client(http_client=given)
    run(given.aclose() if colour.is_async else given.close())
    with pytest.raises(ClientClosed):
        run(client.organizations().list())


def test_connections_are_kept(colour, site, run):
    client = colour.module("client").Client(site.url, "U", "P")
    for _ in range(3):
        assert run(client.organizations().list()) == []
    run(client.close())
    assert site.connections == 1


@pytest.fixture
def left_open():
    """The connections of an event loop that is over are dropped, and Python warns of it when it finds them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


@pytest.mark.usefixtures("left_open")
def test_an_aio_client_works_in_a_second_event_loop(site):
    client = AioClient(site.url, "U", "P")
    for _ in range(2):
        assert asyncio.run(_listed(client)) == []
    asyncio.run(client.close())
    assert site.connections == 2


@pytest.mark.usefixtures("left_open")
def test_an_aio_client_can_be_closed_in_another_event_loop(site):
    client = AioClient(site.url, "U", "P")
    asyncio.run(_listed(client))
    asyncio.run(client.close())
    with pytest.raises(ClientClosed):
        asyncio.run(_listed(client))


async def _listed(client):
    return await client.organizations().list()


def test_tasks_share_one_pool(monkeypatch, server):
    made = []
    make = _async_http.pool_over
    monkeypatch.setattr(_async_http, "pool_over", lambda transport: made.append(make(transport)) or made[-1])
    server.on("GET", "/organizations/", {})

    async def ask():
        async with AioClient("http://h/api", "U", "P", transport=httpx.MockTransport(server)) as client:
            return await asyncio.gather(*(client.organizations().list() for _ in range(16)))

    assert asyncio.run(ask()) == [[]] * 16
    assert len(made) == 1


def test_after_a_fork_connections_are_made_anew(make_client, server, run, colour, pools, monkeypatch):
    server.on("GET", "/organizations/", {})
    client = make_client()
    run(client.organizations().list())
    monkeypatch.setattr("os.getpid", lambda: -1)
    run(client.organizations().list())
    assert len(pools) == 2
    assert not pools[0].is_closed


@pytest.mark.usefixtures("pauses")
def test_nobody_there_is_told(colour, run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and not listening
        client = colour.module("client").Client(f"http://127.0.0.1:{taken.getsockname()[1]}/api", "U", "P")
        with pytest.raises(ConnectError, match="no connection could be established") as raised:
            run(client.get_organization("A"))
    assert isinstance(raised.value.__cause__, httpx.ConnectError)
    run(client.close())


@pytest.mark.usefixtures("pauses")
def test_an_answer_that_does_not_come_in_time_is_told(colour, run):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        client = colour.module("client").Client(
            f"http://127.0.0.1:{silent.getsockname()[1]}/api", "U", "P", timeout=0.05
        )
        with pytest.raises(RequestTimeout, match="no response came in time"):
            run(client.get_organization("A"))
        run(client.close())


def test_a_connection_that_breaks_is_told(colour, run):
    with socket.socket() as rude:
        rude.bind(("127.0.0.1", 0))
        rude.listen()

        def hang_up():
            connection, _ = rude.accept()
            connection.recv(1000)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
            connection.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        client = colour.module("client").Client(
            f"http://127.0.0.1:{rude.getsockname()[1]}/api", "U", "P", retries=RetryPolicy(attempts=1)
        )
        with pytest.raises(TransportError):
            run(client.get_organization("A"))
        thread.join()
        run(client.close())


def test_the_tls_context_is_made_once_and_checks_certificates():
    context = shared_context()
    assert context is shared_context()
    assert context.check_hostname
    assert context.verify_mode.name == "CERT_REQUIRED"


def test_a_pool_on_the_network_shares_the_tls_context(colour, monkeypatch):
    used = []
    kind = "AsyncNetwork" if colour.is_async else "Network"
    made = httpx.MockTransport(lambda request: httpx.Response(200))
    monkeypatch.setattr(http_module(colour), kind, lambda *given, **options: used.append((given, options)) or made)
    http_module(colour).make_pool(shared_context(), None)
    ((given, options),) = used
    assert shared_context() in (*given, options.get("verify"))


def pool_over(colour, server, **options):
    kind = httpx.AsyncClient if colour.is_async else httpx.Client
    return kind(transport=httpx.MockTransport(server), **options)


def test_no_cookie_is_kept_or_sent(make_client, server, run, colour):
    server.on("GET", "/organizations/", httpx.Response(200, headers={"Set-Cookie": "s=1; Path=/"}, json={}))
    given = pool_over(colour, server)
    for client in (make_client(), make_client(http_client=given), make_client(http_client=given)):
        for _ in range(2):
            run(client.organizations().list())
    assert not any("Cookie" in request.headers for request in server.asked)
    run(given.aclose() if colour.is_async else given.close())


def test_requests_name_the_library_and_the_application(make_client, server, run):
    server.on("GET", "/organizations/", {})
    run(make_client().organizations().list())
    run(make_client(user_agent="deploy/2.1").organizations().list())
    own = rf"comodit-client/{re.escape(__version__)} python/3\.\d+\.\S+ httpx/{re.escape(httpx.__version__)}"
    agents = [request.headers["User-Agent"] for request in server.asked]
    assert re.fullmatch(own, agents[0])
    assert agents[1] == f"deploy/2.1 {agents[0]}"


def test_an_event_hook_may_read_the_body(make_client, server, run, colour):
    seen = []

    def read(response):
        seen.append(response.read())

    async def read_async(response):
        seen.append(await response.aread())

    class Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self):
            yield b'{"name": "A"}'

        async def __aiter__(self):
            yield b'{"name": "A"}'

    server.on("GET", "/organizations/A", lambda request: httpx.Response(200, stream=Stream()))
    server.on(
        "GET", "/organizations/A/platforms/P/files/f/content", lambda request: httpx.Response(200, stream=Stream())
    )
    given = pool_over(colour, server, event_hooks={"response": [read_async if colour.is_async else read]})
    client = make_client(http_client=given)
    assert run(client.get_organization("A")).name == "A"
    target = io.BytesIO()
    assert run(client.save(wire.platform_files.get_content("A", "P", "f"), target)) == 13
    assert target.getvalue() == b'{"name": "A"}'
    assert len(seen) == 2
    run(given.aclose() if colour.is_async else given.close())


@pytest.mark.parametrize("location", ["http://[", "https://comodit.test/api/x", "//elsewhere.test/", "\x7f", ""])
def test_a_redirect_that_cannot_be_followed_is_an_error(client, server, run, location):
    server.on("GET", "/organizations/A", httpx.Response(302, headers={"Location": location}))
    with pytest.raises(PythonApiException):
        run(client.get_organization("A"))
    assert len(server.asked) <= 6
