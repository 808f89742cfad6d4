"""One client for many threads, after a fork, after Ctrl-C; and nothing that is left behind."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import textwrap
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from comodit_client.aio import Client as AioClient
from comodit_client.api import Client as ApiClient
from comodit_client.rest.exceptions import ClientClosed, WaitTimeout

ROOT = "http://comodit.test/api"
HOST = "/organizations/A/environments/E/hosts/h"
#: The smallest object takes 16 bytes: one that each call left behind would be seen.
CALLS = 10_000


def test_thirty_two_threads_share_a_client():
    gate, lock, threads_seen = threading.Barrier(32), threading.Lock(), set()

    def answer(request):
        with lock:
            threads_seen.add(threading.get_ident())
        return httpx.Response(200, json={"name": request.url.path.rpartition("/")[2]})

    def ask(number):
        gate.wait(timeout=30)
        return [client.get_organization(f"{number}-{call}").name for call in range(20)]

    with ApiClient(ROOT, "U", "P", transport=httpx.MockTransport(answer)) as client, ThreadPoolExecutor(32) as threads:
        found = list(threads.map(ask, range(32)))
    assert found == [[f"{number}-{call}" for call in range(20)] for number in range(32)]
    assert len(threads_seen) == 32


SERVED = """
import http.server, os, sys, threading, warnings
from comodit_client.api import Client

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    peers = set()
    def do_GET(self):
        self.peers.add(self.client_address)
        self.send_response(200)
        self.send_header("Content-Length", "34")
        self.end_headers()
        self.wfile.write(b'{"name": "A", "jwtToken": "jwt.1"}')
    def log_message(self, *arguments):
        pass

class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, address):
        if not isinstance(sys.exception(), ConnectionError):  # a client that is interrupted hangs up
            super().handle_error(request, address)

server = Server(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
client = Client(f"http://127.0.0.1:{server.server_port}/api", "U", "P")
"""


def told(script):
    """What a process of its own prints, which may not even warn."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", SERVED + textwrap.dedent(script)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_a_client_works_on_both_sides_of_a_fork():
    assert told(
        """
        assert client.get_organization("A").name == "A"
        child = os.fork()
        if not child:
            found = [client.get_organization("A").name for _ in range(3)]
            client.close()
            os._exit(0 if found == ["A"] * 3 else 1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        print(client.get_organization("A").name, len(Handler.peers))
        client.close()
        server.shutdown()
        server.server_close()
        """
    ) == ["0", "A 2"]


def test_a_fork_while_another_thread_logs_in_leaves_both_sides_usable():
    assert told(
        """
        forked, asked = threading.Event(), threading.Event()

        def code():
            asked.set()
            forked.wait(30)
            return "111111"

        secured = Client(client.endpoint, "U", "P", mfa=code)
        thread = threading.Thread(target=secured.get_organization, args=["A"])
        thread.start()
        asked.wait(30)
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # of forks beside threads
            child = os.fork()
        if not child:
            forked.set()
            os._exit(0 if secured.get_organization("A").name == "A" else 1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        forked.set()
        thread.join()
        print(secured.get_organization("A").name)
        secured.close()
        client.close()
        server.shutdown()
        server.server_close()
        """
    ) == ["0", "A"]


def test_ctrl_c_in_a_wait_leaves_the_client_as_it_was(make_client, server, run, colour, monkeypatch):
    server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"})
    client = make_client()
    host = run(client.get_host("A", "E", "h"))

    def interrupted(seconds):
        raise KeyboardInterrupt

    async def interrupted_async(seconds):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(colour.clocks, "sleep", interrupted_async if colour.is_async else interrupted)
        with pytest.raises(KeyboardInterrupt):
            run(host.wait_for_state("READY"))
    if colour.is_async:
        colour.close()  # a loop that was interrupted is over
        colour._runner = None
    assert run(client.get_host("A", "E", "h")).state == "PROVISIONING"


def test_ctrl_c_while_an_answer_comes_gives_the_connection_back():
    assert told(
        """
        from comodit_client.rest import _sync_http
        client.get_organization("A")
        read, _sync_http.read = _sync_http.read, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
        try:
            client.get_organization("A")
        except KeyboardInterrupt:
            print("interrupted")
        _sync_http.read = read
        print(client.get_organization("A").name)
        client.close()
        server.shutdown()
        server.server_close()
        """
    ) == ["interrupted", "A"]


def test_a_cancelled_wait_leaves_the_client_as_it_was(server):
    server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"})

    async def main():
        async with AioClient(ROOT, "U", "P", transport=httpx.MockTransport(server)) as client:
            host = await client.get_host("A", "E", "h")
            wait = asyncio.create_task(host.wait_for_state("READY"))
            await asyncio.sleep(0)
            wait.cancel()
            with pytest.raises(asyncio.CancelledError):
                await wait
            return (await client.get_host("A", "E", "h")).state

    assert asyncio.run(main()) == "PROVISIONING"


def test_a_wait_whose_time_ran_out_leaves_the_client_as_it_was(make_client, server, run, clock):
    server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"})
    client = make_client()
    host = run(client.get_host("A", "E", "h"))
    with pytest.raises(WaitTimeout):
        run(host.wait_for_state("READY", timeout=10))
    assert run(client.get_host("A", "E", "h")).state == "PROVISIONING"


def test_closing_twice_is_fine_and_closes_the_copies(make_client, server, run):
    client = make_client()
    other = client.with_options(timeout=1)
    run(other.close())
    run(client.close())
    for closed in (client, other):
        with pytest.raises(ClientClosed, match="Create a new one"):
            run(closed.get_organization("A"))
    assert server.asked == []


def test_a_client_that_is_used_and_closed_leaves_no_connection_open():
    assert (
        told(
            """
        import gc
        for _ in range(3):
            with Client(client.endpoint, "U", "P") as inner:
                print(inner.get_organization("A").name)
        del inner
        gc.collect()
        server.shutdown()
        server.server_close()
        """
        )
        == ["A"] * 3
    )


@pytest.mark.slow
def test_memory_stays_flat_however_many_calls(colour):
    content = b'{"name": "A"}'
    transport = httpx.MockTransport(lambda request: httpx.Response(200, content=content))
    client = colour.module("client").Client(ROOT, "U", "P", transport=transport)
    organizations = client.organizations()

    async def calls_awaited(calls):
        for _ in range(calls):
            await organizations.get("A")

    def rise(calls):
        if colour.is_async:
            colour.run(calls_awaited(calls))
        else:
            for _ in range(calls):
                organizations.get("A")
        gc.collect()
        return len(gc.get_objects())

    rise(1_000)
    tracemalloc.start(1)
    before = rise(200), tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    objects = rise(CALLS)
    tracemalloc.start(1)
    after = rise(200), tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    colour.run(client.close())
    assert abs(objects - before[0]) < 100
    assert abs(after[0] - before[0]) < 100
    assert after[1] < before[1] + 100_000
