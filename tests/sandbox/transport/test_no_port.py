"""A sandbox that is never started has no socket, no thread and no web server."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import threading

import httpx
import pytest

from comodit_client import aio
from comodit_client.api import Client
from comodit_client.sandbox import Sandbox
from tests.sandbox.conftest import Api

URL = "http://sandbox/api"


@pytest.fixture
def no_sockets(monkeypatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("a socket is opened")

    monkeypatch.setattr(socket.socket, "bind", fail)
    monkeypatch.setattr(socket.socket, "connect", fail)
    monkeypatch.setattr(socket, "create_connection", fail)


@pytest.mark.usefixtures("no_sockets")
def test_a_blocking_client(unstarted: Sandbox) -> None:
    threads = threading.active_count()
    with Client(URL, "UUU", "PPP", transport=unstarted.transport()) as client:
        host = client.get_environment("OOO", "Default").hosts().create("web")
        assert [found.name for found in client.get_environment("OOO", "Default").hosts()] == [host.name]
    assert threading.active_count() == threads


def test_an_async_client(unstarted: Sandbox, no_sockets) -> None:
    async def names() -> list[str]:
        async with aio.Client(URL, "UUU", "PPP", transport=unstarted.transport()) as client:
            return [organization.name async for organization in client.organizations()]

    with asyncio.Runner() as runner:
        assert runner.run(names()) == ["OOO"]


def test_the_web_server_is_not_imported() -> None:
    code = (
        "import sys, httpx\n"
        "from comodit_client.sandbox import Sandbox\n"
        "sandbox = Sandbox()\n"
        "client = httpx.Client(transport=sandbox.transport(), auth=('UUU', 'PPP'))\n"
        "print(client.get('http://sandbox/api/organizations/OOO').status_code)\n"
        "sandbox.close()\n"
        "print(sorted(sys.modules.keys() & {'uvicorn', 'starlette'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["200", "[]"]


def test_control_commands_are_methods(unstarted: Sandbox) -> None:
    with httpx.Client(transport=unstarted.transport()) as client:
        for path in ("/sandbox", "/sandbox/advance"):
            response = client.post(f"http://x{path}", json={"seconds": 1})
            assert response.status_code == 404
            assert "use the methods of Sandbox" in response.json()["error"][0]


def test_many_threads(unstarted: Sandbox) -> None:
    errors: list[object] = []

    def work(number: int) -> None:
        with httpx.Client(transport=unstarted.transport(), base_url=URL, auth=("UUU", "PPP")) as client:
            for index in range(10):
                response = client.post(f"{Api.E}/hosts/", json={"name": f"h-{number}-{index}"})
                if response.status_code != 200:
                    errors.append(response.text)

    threads = [threading.Thread(target=work, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert unstarted.stats()["total"] == 80
    assert sum(done["times"] for done in unstarted.executions()) == 80


def test_async_requests_run_beside_a_delayed_one(unstarted: Sandbox) -> None:
    unstarted.fail("latency", seconds=3600, path="*/OOO")

    async def both() -> list[int]:
        transport = unstarted.transport()
        async with httpx.AsyncClient(transport=transport, base_url=URL, auth=("UUU", "PPP"), timeout=None) as client:
            delayed = asyncio.create_task(client.get(Api.O))
            others = [(await client.get("/organizations/")).status_code for _ in range(3)]
            assert not delayed.done()
            unstarted.end_faults()
            return [*others, (await delayed).status_code]

    with asyncio.Runner() as runner:
        assert runner.run(both()) == [200] * 4


def test_a_long_list_yields_to_other_async_requests(unstarted: Sandbox) -> None:
    unstarted.make_hosts(2000)

    async def ended() -> list[str]:
        order = []
        async with httpx.AsyncClient(transport=unstarted.transport(), base_url=URL, auth=("UUU", "PPP")) as client:

            async def get(path: str) -> None:
                await client.get(path)
                order.append(path)

            await asyncio.gather(get(f"{Api.E}/hosts/"), get(Api.O))
        return order

    with asyncio.Runner() as runner:
        assert runner.run(ended()) == [Api.O, f"{Api.E}/hosts/"]


def test_streams_of_async_requests(unstarted: Sandbox) -> None:
    path = f"{Api.O}/applications/Wordpress/files/wp-config.php/content"

    async def pieces():
        for _ in range(3):
            yield b"x" * (1 << 20)

    async def read() -> int:
        async with httpx.AsyncClient(transport=unstarted.transport(), base_url=URL, auth=("UUU", "PPP")) as client:
            assert (await client.post(path, content=pieces())).status_code == 200
            async with client.stream("GET", path) as response:
                return sum([len(piece) async for piece in response.aiter_raw()])

    with asyncio.Runner() as runner:
        assert runner.run(read()) == 3 << 20
