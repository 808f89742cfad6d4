"""Shared fixtures of the client's tests: both APIs behind one interface, a server of canned responses, a fake clock."""

from __future__ import annotations

import asyncio
import gc
import inspect
import json
import os
import signal
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import Any

import httpx
import hypothesis
import pytest

from tests.exercised import Judge

ROOT = "http://comodit.test/api"

# CI tries the same examples each time; elsewhere others, which may find something new.
# No example has a deadline: workers share the processor.
hypothesis.settings.register_profile("ci", derandomize=True, database=None, deadline=None)
hypothesis.settings.register_profile("elsewhere", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "elsewhere")
# Programs that a shell starts in the background ignore SIGINT, and so would those that the tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


class Colour:
    """One of the two APIs; `run` returns the plain value of what a call of either returns."""

    def __init__(self, package: str) -> None:
        self.package = package
        self._runner: asyncio.Runner | None = None

    @property
    def is_async(self) -> bool:
        return self.package == "aio"

    @property
    def clocks(self) -> ModuleType:
        """The module that the facade takes time from."""
        return import_module("comodit_client.rest._async_io" if self.is_async else "comodit_client.rest._sync_io")

    def module(self, name: str) -> ModuleType:
        return import_module(f"comodit_client.{self.package}.{name}")

    def run(self, value: Any) -> Any:
        if inspect.isawaitable(value):
            return self._loop().run(_awaited(value))
        if inspect.isasyncgen(value):
            return self._loop().run(_collected(value))
        return value

    def each(self, collection: Any) -> list[Any]:
        """Return the items of a loop over a collection."""
        return self.run(aiter(collection)) if self.is_async else [item for item in collection]  # noqa: C416 - no len()

    def close(self) -> None:
        if self._runner is not None:
            self._runner.close()

    def _loop(self) -> asyncio.Runner:
        if self._runner is None:
            self._runner = asyncio.Runner()
        return self._runner


async def _awaited(value: Any) -> Any:
    return await value


async def _collected(values: Any) -> list[Any]:
    return [value async for value in values]


@dataclass
class IncomingRequest:
    """A request as it came to the server."""

    method: str
    path: str
    query: dict[str, str]
    headers: httpx.Headers
    content: bytes
    timeout: dict[str, float | None]

    @property
    def json(self) -> Any:
        return json.loads(self.content)

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass
class Server:
    """Canned responses by method and path; the last of several is sent again and again."""

    asked: list[IncomingRequest] = field(default_factory=list)
    answers: dict[tuple[str, str], list[Any]] = field(default_factory=dict)

    def on(self, method: str, path: str, *answers: Any) -> None:
        """Respond with JSON, (status, JSON), bytes, a response, an exception, or with what a function returns."""
        self.answers[method, path] = list(answers)

    @property
    def lines(self) -> list[str]:
        return [str(request) for request in self.asked]

    @property
    def last(self) -> IncomingRequest:
        return self.asked[-1]

    def forget(self) -> None:
        self.asked.clear()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.decode("ascii").partition("?")[0].removeprefix("/api")
        self.asked.append(
            IncomingRequest(
                request.method,
                path,
                dict(request.url.params),
                request.headers.copy(),  # those of a request that is sent again are changed
                request.content,
                request.extensions["timeout"],
            )
        )
        answers = self.answers.get((request.method, path), [(404, {"error": [f"there is no {path}"]})])
        return _response(answers.pop(0) if len(answers) > 1 else answers[0], request)


def _response(answer: Any, request: httpx.Request) -> httpx.Response:
    if callable(answer) and not isinstance(answer, type):
        answer = answer(request)
    if isinstance(answer, BaseException):
        raise answer
    if isinstance(answer, httpx.Response):
        # A response is read once: each request gets one of its own.
        return httpx.Response(answer.status_code, headers=answer.headers, stream=answer.stream)
    if isinstance(answer, bytes):
        return httpx.Response(200, content=answer)
    status, document = answer if isinstance(answer, tuple) else (200, answer)
    return httpx.Response(status, json=document)


def echo(request: httpx.Request) -> httpx.Response:
    """Return a response with the content of the request."""
    return httpx.Response(200, content=request.content)


@dataclass
class Clock:
    """Time passes only by sleeping, and at once."""

    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        assert len(self.slept) < 2000, "this wait does not end"
        self.slept.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)

    def monotonic(self) -> float:
        return self.now


@pytest.fixture(params=["api", "aio"])
def colour(request: pytest.FixtureRequest) -> Iterator[Colour]:
    made = Colour(request.param)
    yield made
    made.close()


@pytest.fixture
def run(colour: Colour) -> Callable[[Any], Any]:
    return colour.run


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Record the upper bound of each pause between attempts; the pauses themselves take no time."""
    bounds: list[float] = []

    def none_at_all(low: float, high: float) -> float:
        bounds.append(high)
        return low

    monkeypatch.setattr("random.uniform", none_at_all)
    return bounds


@pytest.fixture
def make_client(colour: Colour, server: Server, pauses: list[float]) -> Iterator[Callable[..., Any]]:
    """Make a client of the canned server."""
    clients = []

    def make(endpoint: str = ROOT, *credentials: Any, **options: Any) -> Any:
        if not {"transport", "http_client"} & options.keys():
            options["transport"] = httpx.MockTransport(server)
        if not credentials and not {"username", "token"} & options.keys():
            credentials = ("UUU", "PPP")
        clients.append(colour.module("client").Client(endpoint, *credentials, **options))
        return clients[-1]

    yield make
    for client in clients:
        colour.run(client.close())


@pytest.fixture
def client(make_client: Callable[..., Any]) -> Any:
    return make_client()


@pytest.fixture
def clock(colour: Colour, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Replace the clock of the facade, so that nothing waits."""
    made = Clock()
    monkeypatch.setattr(colour.clocks, "sleep", made.sleep_async if colour.is_async else made.sleep)
    monkeypatch.setattr(colour.clocks, "monotonic", made.monotonic)
    return made


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Judge())


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Hide the collected tests from the garbage collector, which would visit their million objects again and again."""
    gc.disable()
    result = yield
    gc.freeze()
    gc.enable()
    return result


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with the slow tests, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
