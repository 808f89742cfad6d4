"""Measures the sandbox: reads through sockets, the work of tests with and without sockets, its start and its stop.

All is CPU time of this process, in which the clients run as well.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.measure import Ratio, compare, cpu
from comodit_client.sandbox import ManualClock, Sandbox

ROUNDS = 6
READS = 100
SUITES = 1
TESTS = 200
REQUESTS = 10
#: A read may take as much CPU time as a bare route of Starlette on the same web server, times this.
READ_BOUND = 4.0
#: Without sockets, work may take as much CPU time as with sockets, times this.
IN_PROCESS_BOUND = 0.9
#: A start with a new organization may take as much CPU time as that of an empty web server, times this.
START_BOUND = 3.0

_ORGANIZATION = "/api/organizations/OOO"
_HOSTS = f"{_ORGANIZATION}/environments/Default/hosts/"
_AUTH = ("UUU", "PPP")
#: As the sandbox sets them.
_OPTIONS: dict[str, Any] = {
    "access_log": False,
    "http": "h11",
    "lifespan": "off",
    "log_level": "warning",
    "loop": "asyncio",
    "timeout_keep_alive": 75,
    "ws": "none",
}


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    return [*_reads(), _work(), _suite(), _starts()]


def _reads() -> Iterator[Ratio]:
    """Compare reads with a route that returns the same bytes."""
    with _sandbox() as sandbox:
        sandbox.make_hosts(20, provisioned=True)
        sandbox.start()
        paths = {"a host": f"{_HOSTS}host-00000", "a list of 20 hosts": _HOSTS, "an organization": _ORGANIZATION}
        for what, path in paths.items():
            content = httpx.get(sandbox.base_url + path, auth=_AUTH).raise_for_status().content
            with _bare(content) as url:
                ours, base = (partial(_read, server + path) for server in (sandbox.base_url, url))
                yield compare(f"read {what} / bare route", ours, base, ROUNDS, READ_BOUND)


def _read(url: str) -> float:
    """Return the CPU time of the server for a read: that of all threads but this one."""
    with httpx.Client(auth=_AUTH) as client:
        own = time.thread_time()
        spent = cpu(lambda: [_ok(client.get(url)) for _ in range(READS)])
        return (spent - (time.thread_time() - own)) / READS


def _work() -> Ratio:
    """Compare the work of a small test suite in process with sockets."""
    with _sandbox() as sandbox:
        sandbox.start()
        ours, base = (partial(_install, sandbox, in_process) for in_process in (True, False))
        return compare("install a host, in process / by sockets", ours, base, ROUNDS, IN_PROCESS_BOUND)


def _install(sandbox: Sandbox, in_process: bool) -> float:
    sandbox.reset()
    host = f"{_HOSTS}web"

    def work(client: httpx.Client) -> None:
        body = {"name": "web", "platform": "Demo Platform", "distribution": "Demo Distribution"}
        _ok(client.post(_HOSTS, json=body))
        _ok(client.post(f"{host}/instance/", json={}))
        sandbox.advance(10)
        _ok(client.post(f"{host}/applications/", json={"application": "Wordpress"}))
        sandbox.advance(10)
        assert _ok(client.get(host)).json()["state"] == "READY"

    with _client(sandbox, in_process) as client:
        return cpu(partial(work, client))


def _suite() -> Ratio:
    """Compare a suite of tests, each of which resets the sandbox and sends a few requests."""
    with _sandbox() as sandbox:
        sandbox.start()
        ours, base = (partial(cpu, partial(_tests, sandbox, in_process)) for in_process in (True, False))
        what = f"{TESTS} tests of {REQUESTS} requests, in process / sockets"
        return compare(what, ours, base, SUITES, IN_PROCESS_BOUND, unit="s")


def _tests(sandbox: Sandbox, in_process: bool) -> None:
    for _ in range(TESTS):
        sandbox.reset()
        with _client(sandbox, in_process) as client:
            _ok(client.post(_HOSTS, json={"name": "web"}))
            for _ in range(REQUESTS - 1):
                _ok(client.get(f"{_HOSTS}web"))


def _starts() -> Ratio:
    """Compare a start, the first response and the stop with those of an empty web server."""

    def ours() -> None:
        with Sandbox() as sandbox:
            _ok(httpx.get(sandbox.base_url + _ORGANIZATION, auth=_AUTH))

    def base() -> None:
        with _bare(b"") as url:
            _ok(httpx.get(url + _ORGANIZATION))

    return compare("start, read and stop / bare server", partial(cpu, ours), partial(cpu, base), ROUNDS, START_BOUND)


@contextmanager
def _sandbox() -> Iterator[Sandbox]:
    with closing(Sandbox(provision_time=10, change_time=4, clock=ManualClock())) as sandbox:
        yield sandbox


def _client(sandbox: Sandbox, in_process: bool) -> httpx.Client:
    transport = sandbox.transport() if in_process else None
    # Without TLS, a client costs as little as a transport.
    return httpx.Client(base_url=sandbox.base_url, auth=_AUTH, transport=transport, verify=False)


def _ok(response: httpx.Response) -> httpx.Response:
    return response.raise_for_status()


@contextmanager
def _bare(content: bytes) -> Iterator[str]:
    """Serve the same content for each path; yield the URL."""

    async def respond(_: Request) -> Response:
        return Response(content, media_type="application/json")

    app = Starlette(routes=[Route("/{path:path}", respond)])
    server = uvicorn.Server(uvicorn.Config(app, **_OPTIONS))
    ready = threading.Event()
    started = server.startup

    async def startup(sockets: list[socket.socket] | None = None) -> None:
        await started(sockets)
        ready.set()

    server.startup = startup  # type: ignore[method-assign]  # uvicorn reports its start in no other way
    # asyncio sets TCP_NODELAY only if the protocol is given.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    ready.wait()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
