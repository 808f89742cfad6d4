"""The pytest fixtures, as a user's test run has them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PLUGINS = ("-p", "comodit_client.sandbox.pytest_plugin", "-p", "comodit_client.testing.pytest_plugin")
SLOW_SANDBOX = """
import asyncio
import warnings

import pytest

from comodit_client.sandbox import ManualClock, Sandbox

HOST = "web-1", "", "Demo Platform", "Demo Distribution"

@pytest.fixture
def comodit_sandbox():
    with Sandbox(provision_time=1800, clock=ManualClock()) as sandbox:
        yield sandbox
"""


def passed(folder: Path, source: str, *options: str) -> str:
    """Run a test module in a process of its own."""
    (folder / "test_it.py").write_text(source)
    code = "import sys, pytest; sys.exit(pytest.main())"
    command = [sys.executable, "-W", "error", "-c", code, "-q", "-p", "no:cacheprovider", *options, "test_it.py"]
    environment = {"PYTHONPATH": ":".join(sys.path), "PATH": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_clients_pass_the_time_of_the_sandbox(tmp_path: Path) -> None:
    source = f"""{SLOW_SANDBOX}
def test_blocking(comodit_client, comodit_clock, comodit_sandbox):
    before = comodit_clock.monotonic()
    hosts = comodit_client.hosts("OOO", "Default")
    hosts.create(*HOST).provision().wait(timeout=2000)
    assert comodit_clock.monotonic() - before >= 1800
    assert comodit_clock.monotonic() == comodit_sandbox.now()

async def life(client):
    host = await client.hosts("OOO", "Default").create(*HOST)
    await (await host.provision()).wait(timeout=2000)
    return await asyncio.gather(*(client.get_host("OOO", "Default", "web-1") for _ in range(5)))

def test_async(comodit_aio_client, comodit_sandbox):
    hosts = asyncio.run(life(comodit_aio_client))
    assert {{host.state for host in hosts}} == {{"READY"}}
    again = asyncio.run(comodit_aio_client.get_host("OOO", "Default", "web-1"))  # another event loop
    assert again.state == "READY"

def test_async_that_closes(comodit_aio_client):
    async def closes():
        async with comodit_aio_client as client:
            return await client.ping()
    assert asyncio.run(closes()) > 0

def test_the_clock_is_one(comodit_client, comodit_aio_client, comodit_clock):
    assert comodit_client.polling.clock is comodit_aio_client.polling.clock is comodit_clock
"""
    # An unclosed connection is a ResourceWarning, and the warning an error.
    assert "4 passed" in passed(tmp_path, source, *PLUGINS, "-W", "error")


@pytest.mark.slow
def test_the_sandbox_of_the_library_serves_the_clients(tmp_path: Path) -> None:
    source = """
def test_it(comodit_client, comodit_sandbox):
    comodit_client.hosts("OOO", "Default").create("web-1", "", "Demo Platform", "Demo Distribution").provision().wait()
    global kept
    kept = comodit_client

def test_the_next_one(comodit_client, comodit_sandbox):
    assert comodit_sandbox.stats()["total"] == 0
    assert kept is not comodit_client
    assert comodit_client.hosts("OOO", "Default").list() == []
    try:
        kept.ping()
    except Exception as error:
        assert type(error).__name__ == "ClientClosed"
    else:
        raise AssertionError("the client of the first test is open")
"""
    assert "2 passed" in passed(tmp_path, source, *PLUGINS)


def test_the_plugin_loads_nothing_else(tmp_path: Path) -> None:
    source = """
import sys

def test_modules():
    ours = {name for name in sys.modules if name.startswith("comodit_client.")}
    assert ours == {"comodit_client.testing", "comodit_client.testing.pytest_plugin"}
    assert not {"httpx", "starlette", "attrs", "asyncio.runners", "sqlite3"} & sys.modules.keys()
"""
    assert "1 passed" in passed(tmp_path, source, "-p", "comodit_client.testing.pytest_plugin")
