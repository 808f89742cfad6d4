"""Every Python block of README and docs runs against a live sandbox, the blocks of a page in order.

A page names the public service, and its requests are sent to the sandbox. The client's waits and the sandbox share one
clock that moves only when a wait sleeps, so minutes pass at once. `print(...)  # -> text` is a promise: the line must
run, and print that text.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.rest import _async_io, _sync_io
from comodit_client.sandbox import ManualClock, Sandbox

SERVICE = "my.comodit.com"
PROMISE = re.compile(r"print\(.*\)  # -> (.*)$")


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """Return a new sandbox that shares its clock with the client's waits."""
    clock = ManualClock()

    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    for module in (_sync_io, _async_io):
        monkeypatch.setattr(module, "monotonic", clock.now)
    monkeypatch.setattr(_sync_io, "sleep", clock.advance)
    monkeypatch.setattr(_async_io, "sleep", sleep)
    with Sandbox(token="TTT", provision_time=90, change_time=20, clock=clock) as server:
        yield server


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    """Return the event loop of the blocks that await at the top level."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, runner: asyncio.Runner) -> Iterator[None]:
    """Send requests for the public service to the sandbox, and close the connections that a page leaves open."""
    used: list[Any] = []

    def redirected(transport: Any, request: httpx.Request) -> httpx.Request:
        if transport not in used:
            used.append(transport)
        if request.url.host != SERVICE:
            return request
        url = request.url.copy_with(scheme="http", host="127.0.0.1", port=sandbox.port)
        # A copy, so that exceptions show the request as the page made it.
        return httpx.Request(
            request.method, url, headers=request.headers, stream=request.stream, extensions=request.extensions
        )

    blocking, awaiting = httpx.HTTPTransport.handle_request, httpx.AsyncHTTPTransport.handle_async_request
    monkeypatch.setattr(
        httpx.HTTPTransport, "handle_request", lambda self, request: blocking(self, redirected(self, request))
    )
    monkeypatch.setattr(
        httpx.AsyncHTTPTransport,
        "handle_async_request",
        lambda self, request: awaiting(self, redirected(self, request)),
    )
    yield
    for transport in used:
        if isinstance(transport, httpx.HTTPTransport):
            transport.close()
        else:
            runner.run(transport.aclose())


class Printer:
    """The `print` of a page: records the output, and compares it with the promises."""

    def __init__(self, page: Any) -> None:
        self.page = page
        lines = [line for block in page.blocks if block.language == "python" for line in numbered(block)]
        self.promised = {number: match.group(1) for number, text in lines if (match := PROMISE.search(text))}
        self.kept: set[int] = set()
        self.printed: list[str] = []

    def __call__(self, *values: Any) -> None:
        text = " ".join(map(str, values))
        self.printed.append(text)
        caller = sys._getframe(1)
        promise = self.promised.get(caller.f_lineno)
        if caller.f_code.co_filename == self.page.name and promise is not None:
            assert text == promise, f"{self.page.name}:{caller.f_lineno}"
            self.kept.add(caller.f_lineno)

    @property
    def broken(self) -> list[str]:
        return [f"{self.page.name}:{number} did not run" for number in sorted(self.promised.keys() - self.kept)]


def numbered(block: Any) -> list[tuple[int, str]]:
    return list(enumerate(block.text.splitlines(), block.above + 1))


def run(block: Any, name: str, namespace: dict[str, Any], runner: asyncio.Runner) -> None:
    """Run a block with the line numbers of the page."""
    source = "\n" * block.above + block.text
    code = compile(source, name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    result = eval(code, namespace)
    if inspect.iscoroutine(result):
        runner.run(result)


def users_tests(namespace: dict[str, Any]) -> dict[str, Callable[..., None]]:
    return {name: value for name, value in namespace.items() if name.startswith("test_") and callable(value)}


@pytest.mark.usefixtures("service")
def test_the_python_blocks_run(
    page: Any, sandbox: Sandbox, runner: asyncio.Runner, request: pytest.FixtureRequest
) -> None:
    printer = Printer(page)
    namespace: dict[str, Any] = {"__name__": page.name, "print": printer}
    namespace |= {"_sandbox": sandbox, "_printed": printer.printed, "_page": page.text}
    for block in page.blocks:
        if block.language in ("python", "test"):
            run(block, page.name, namespace, runner)
    for test in users_tests(namespace).values():
        test(*map(request.getfixturevalue, inspect.signature(test).parameters))
    assert not printer.broken


def test_every_arrow_is_a_promise_that_is_checked(page: Any) -> None:
    lines = [line for block in page.blocks if block.language == "python" for line in block.text.splitlines()]
    assert [line for line in lines if "# ->" in line and not PROMISE.search(line)] == []


def test_yaml_blocks_are_in_the_file_that_they_name(page: Any, root: Path) -> None:
    for block in page.blocks:
        if block.language == "yaml":
            name, _, excerpt = block.text.partition("\n")
            assert excerpt in (root / name.removeprefix("# ")).read_text(encoding="utf-8"), block.text
