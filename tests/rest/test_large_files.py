"""A gigabyte goes up to a sandbox and comes down again; neither the client nor the sandbox grows by much."""

from __future__ import annotations

import filecmp
import json
import subprocess
import sys
from pathlib import Path

import pytest

from comodit_client.api import Client

MIB = 1 << 20
GROWTH = 50 * MIB
#: The blocking API is measured with a whole gigabyte; the async one, with a part of it, has a bound as tight.
SIZES = {"api": (1024 * MIB, GROWTH), "aio": (256 * MIB, GROWTH // 4)}
ROOT = Path(__file__).parents[2]


def started(*arguments, **options):
    command = [sys.executable, "-m", "tests.rest.peak_memory", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, **options)


@pytest.fixture
def serve():
    """Start a sandbox in a process of its own; return its URL and what tells its peak."""
    servers = []

    def serve(database):
        server = started("serve", database, stdin=subprocess.PIPE)
        servers.append(server)

        def peak():
            print(file=server.stdin, flush=True)
            return int(server.stdout.readline())

        return server.stdout.readline().strip(), peak

    yield serve
    for server in servers:
        with server:
            server.stdin.close()
            assert server.wait() == 0


@pytest.fixture
def large_file(tmp_path):
    """Make a file, all holes but for a few marks; it and its copy are removed afterwards."""
    path, copy = tmp_path / "large", tmp_path / "copy"

    def large_file(size):
        with path.open("wb") as file:
            for place in range(0, size, size // 7):
                file.seek(place)
                file.write(b"\r\n--%d<#" % place)
            file.truncate(size)
        return path, copy

    yield large_file
    path.unlink(missing_ok=True)
    copy.unlink(missing_ok=True)


def carried(colour, url, path, copy):
    """Have a file carried both ways; return by how much the client grew."""
    with started("carry", colour.package, url, path, copy) as client:
        size, multiplier = json.loads(client.stdout.read())
    assert client.returncode == 0
    assert size == path.stat().st_size
    assert filecmp.cmp(path, copy, shallow=False)
    return multiplier


def make_file(url):
    with Client(url, "UUU", "PPP") as client:
        client.platforms("OOO").get("Demo Platform").files().create("big.bin")


@pytest.mark.slow
def test_a_gigabyte_goes_both_ways_in_constant_memory(colour, serve, large_file):
    url, peak = serve(":memory:")
    make_file(url)
    size, growth = SIZES[colour.package]
    before = peak()
    assert carried(colour, url, *large_file(size)) < growth
    assert peak() - before < growth


@pytest.mark.slow
def test_a_database_on_the_disk_takes_large_files_in_constant_memory(colour, serve, large_file, tmp_path):
    url, peak = serve(tmp_path / "sandbox.db")
    make_file(url)
    before = peak()
    assert carried(colour, url, *large_file(128 * MIB)) < GROWTH
    assert peak() - before < GROWTH
