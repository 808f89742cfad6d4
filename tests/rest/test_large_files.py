"""A gigabyte goes up and down, and the process that sends it grows by next to nothing.

A bare server carries the gigabyte; the sandbox keeps files in its database, which takes no such pieces.
"""

from __future__ import annotations

import http.server
import json
import os
import re
import subprocess
import sys
import threading

import pytest

from comodit_client.api import Client

MIB = 1 << 20
GROWTH = 50 * MIB
#: What each process does: it warms up by one byte, then takes the number of bytes that it is given both ways.
SCRIPT = """
import asyncio, json, os, resource, sys
from importlib import import_module
colour, root, size, folder = sys.argv[1:]

class Zeros:
    def __init__(self, left):
        self.left = self.size = left
    def read(self, most):
        given = min(most, self.left)
        self.left -= given
        return bytes(given)
    def seekable(self):
        return True
    def seek(self, offset, whence=0):
        self.left = self.size - offset if whence == 0 else self.left - offset if whence == 1 else 0
        return self.size - self.left

async def value(made):
    return await made if hasattr(made, "__await__") else made

async def main():
    client = import_module(f"comodit_client.{colour}").Client(root, "UUU", "PPP")
    files = client.platforms("OOO").new("Demo Platform").files()
    sizes, path = [], os.path.join(folder, "down")
    file = files.new("big.bin")
    async def both_ways(count):
        await value(file.set_content(Zeros(count)))
        sizes.append(await value(file.download(path)))
    await both_ways(1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    await both_ways(int(size))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    await value(client.close())
    print(json.dumps([sizes, os.path.getsize(path), (after - before) * 1024]))

asyncio.run(main())
"""


class Handler(http.server.BaseHTTPRequestHandler):
    """Counts what is sent, without the form around it, and sends as many bytes back."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        left = int(self.headers["Content-Length"])
        piece = self.rfile.read(min(left, 1000))
        beginning = piece.index(b"\r\n\r\n") + 4
        boundary = re.search("boundary=(.*)", self.headers["Content-Type"]).group(1)
        self.server.size = left - beginning - len(f"\r\n--{boundary}--\r\n")
        left -= len(piece)
        buffer = memoryview(bytearray(MIB))
        while left:
            left -= self.rfile.readinto(buffer[: min(left, MIB)])
        self._answer(2)
        self.wfile.write(b"{}")

    def do_GET(self):
        self._answer(self.server.size)
        zeros, left = memoryview(bytes(MIB)), self.server.size
        while left:
            left -= self.wfile.write(zeros[: min(left, MIB)])

    def _answer(self, length):
        self.send_response(200)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def bare():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def both_ways(colour, tmp_path):
    """Send a file of some size up and down; how much the process grew in doing so."""

    def both_ways(root, size):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, colour.package, root, str(size), str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ,
        )
        assert done.stderr == ""
        sizes, on_disk, growth = json.loads(done.stdout)
        assert (sizes, on_disk) == ([1, size], size)
        (tmp_path / "down").unlink()
        return growth

    return both_ways


def test_a_gigabyte_goes_both_ways_in_constant_memory(bare, both_ways):
    assert both_ways(bare, 1024 * MIB) < GROWTH


def test_the_sandbox_takes_and_gives_large_files(comodit_sandbox, both_ways):
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        client.platforms("OOO").get("Demo Platform").files().create("big.bin")
    assert both_ways(comodit_sandbox.url, 64 * MIB) < GROWTH
