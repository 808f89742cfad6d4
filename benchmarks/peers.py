"""Measures other libraries beside ours, for information: each against the same base, bare httpx.

Each library reads 200 objects in turn and 10,000 in one list, with its own entities where it has some. The server is
that of our measurements, and sends objects as each library expects them.
"""

from __future__ import annotations

import asyncio
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

import aiohttp
import attrs
import gitlab
import hcloud
import httpx
import urllib3

from benchmarks.calls import Calls, plain_calls
from benchmarks.loopback import AUTH, NAMES, hosts_url, plain_server
from benchmarks.many import AT_A_TIME, Get, seconds_of
from benchmarks.measure import Ratio, compare, cpu
from benchmarks.stock import PACKAGE, stock_client

ROUNDS = 7


@attrs.frozen
class Peer:
    """A library that does the same.

    Args:
        name: Its name.
        get: Reads one object, by the number of it, and returns its name.
        names: Reads the list of objects, and yields their names.
        list_rounds: How often to read the list.
    """

    name: str
    get: Callable[[int], str | None]
    names: Callable[[], Iterator[str | None]]
    list_rounds: int = 3

    def each(self) -> None:
        """Read the objects that the server has a response of their own for."""
        for number, name in enumerate(NAMES):
            assert self.get(number) == name

    def whole_list(self) -> None:
        """Read the list of objects, and each name."""
        for name in self.names():
            assert name


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with plain_calls() as calls:
        ratios = [ratio for peer in _peers(calls.root) for ratio in _ratios(peer, calls)]
    return [*ratios, _aiohttp()]


def _peers(root: str) -> list[Peer]:
    return [_stock(root), _hcloud(root), _gitlab(root), _urllib3(root)]


def _ratios(peer: Peer, calls: Calls) -> list[Ratio]:
    peer.each()
    calls.bare_get()
    one, many = f"{peer.name}: get x {len(NAMES)} / bare GET", f"{peer.name}: 10,000, each name / bare GET"
    return [
        compare(one, lambda: cpu(peer.each), lambda: cpu(calls.bare_get), ROUNDS, math.inf),
        compare(many, lambda: cpu(peer.whole_list), lambda: cpu(calls.bare_list_once), peer.list_rounds, math.inf),
    ]


def _stock(root: str) -> Peer:
    with _importable(str(stock_client())):
        package = import_module(f"{PACKAGE}.client")
        hosts = import_module(f"{PACKAGE}.api.hosts.hosts_get")
        lists = import_module(f"{PACKAGE}.api.hosts.hosts_list")
    client = package.Client(base_url=root, httpx_args={"auth": AUTH})
    return Peer(
        "openapi-python-client",
        lambda number: hosts.sync("Acme", "Production", NAMES[number], client=client).name,  # type: ignore[no-any-return]
        lambda: (host.name for host in lists.sync("Acme", "Production", client=client).items),
    )


def _hcloud(root: str) -> Peer:
    client = hcloud.Client("token", api_endpoint=f"{root.removesuffix('/api')}/v1")
    return Peer(
        "hcloud",
        lambda number: client.servers.get_by_id(number).name,
        lambda: (server.name for server in client.servers.get_all()),
    )


def _gitlab(root: str) -> Peer:
    client = gitlab.Gitlab(root.removesuffix("/api"), private_token="token")
    return Peer(
        "python-gitlab",
        lambda number: client.projects.get(number).name,
        lambda: (project.name for project in client.projects.list(iterator=True)),
        list_rounds=1,  # it takes seconds
    )


def _urllib3(root: str) -> Peer:
    url, pool = hosts_url(root), urllib3.PoolManager()
    headers = urllib3.make_headers(basic_auth=":".join(AUTH))
    return Peer(
        "urllib3",
        lambda number: pool.request("GET", f"{url}{NAMES[number]}", headers=headers).json()["name"],  # type: ignore[no-any-return]
        lambda: (host["name"] for host in pool.request("GET", url, headers=headers).json()["items"]),
    )


def _aiohttp() -> Ratio:
    with plain_server() as root, asyncio.Runner() as runner:
        url = hosts_url(root)
        session, bare = runner.run(_opened())

        async def get(name: str) -> None:
            async with session.get(f"{url}{name}") as response:
                assert (await response.json())["name"] == name

        async def bare_get(name: str) -> None:
            assert (await bare.get(f"{url}{name}")).json()["name"] == name

        def seconds(get: Get) -> float:
            return runner.run(seconds_of(get, len(NAMES), AT_A_TIME))

        seconds(get)
        seconds(bare_get)
        what = f"aiohttp: {AT_A_TIME} at a time / httpx.AsyncClient"
        ratio = compare(what, lambda: seconds(get), lambda: seconds(bare_get), ROUNDS, math.inf)
        runner.run(session.close())
        runner.run(bare.aclose())
        return ratio


async def _opened() -> tuple[aiohttp.ClientSession, httpx.AsyncClient]:
    """Open both clients in the running loop, as aiohttp requires."""
    return aiohttp.ClientSession(auth=aiohttp.BasicAuth(*AUTH)), httpx.AsyncClient(auth=AUTH)


@contextmanager
def _importable(folder: str) -> Iterator[None]:
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
