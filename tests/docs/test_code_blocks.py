"""Every Python block of README and docs runs as shown, the blocks of a page in order, once for each API.

A page starts its own sandbox. README names the public service instead, and its requests are sent to a sandbox: the
client's waits and that sandbox share one clock that moves only when a wait sleeps, so minutes pass at once.
`print(...)  # -> text` is a promise: the line must run, and print that text. `…` in it stands for any text.
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
from generator.config import read_config
from generator.derive import Rule
from tests.docs.conftest import ASYNC, ROOT, SYNC, Block, Page

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
def service(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    """Send requests for the public service to the sandbox."""

    def redirected(request: httpx.Request) -> httpx.Request:
        if request.url.host != SERVICE:
            return request
        url = request.url.copy_with(scheme="http", host="127.0.0.1", port=sandbox.port)
        # A copy, so that exceptions show the request as the page made it.
        return httpx.Request(
            request.method, url, headers=request.headers, stream=request.stream, extensions=request.extensions
        )

    blocking, awaiting = httpx.HTTPTransport.handle_request, httpx.AsyncHTTPTransport.handle_async_request
    monkeypatch.setattr(
        httpx.HTTPTransport, "handle_request", lambda self, request: blocking(self, redirected(request))
    )
    monkeypatch.setattr(
        httpx.AsyncHTTPTransport,
        "handle_async_request",
        lambda self, request: awaiting(self, redirected(request)),
    )


class Printer:
    """The `print` of a page: compares the output with the promises."""

    def __init__(self, page: Page, variant: str) -> None:
        self.page = page
        lines = [line for block in page.python(variant) for line in numbered(block)]
        self.promised = {number: match.group(1) for number, text in lines if (match := PROMISE.search(text))}
        self.kept: set[int] = set()

    def __call__(self, *values: Any) -> None:
        caller = sys._getframe(1)
        promise = self.promised.get(caller.f_lineno)
        if caller.f_code.co_filename == self.page.name and promise is not None:
            text = " ".join(map(str, values))
            pattern = ".*".join(map(re.escape, promise.split("…")))
            assert re.fullmatch(pattern, text), f"{self.page.name}:{caller.f_lineno}: printed {text}"
            self.kept.add(caller.f_lineno)

    @property
    def broken(self) -> list[str]:
        return [f"{self.page.name}:{number} did not run" for number in sorted(self.promised.keys() - self.kept)]


def numbered(block: Block) -> list[tuple[int, str]]:
    return list(enumerate(block.text.splitlines(), block.above + 1))


def run(block: Block, name: str, namespace: dict[str, Any], runner: asyncio.Runner) -> None:
    """Run a block with the line numbers of the page."""
    source = "\n" * block.above + block.text
    code = compile(source, name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    result = eval(code, namespace)
    if inspect.iscoroutine(result):
        runner.run(result)


def users_tests(namespace: dict[str, Any]) -> dict[str, Callable[..., None]]:
    return {name: value for name, value in namespace.items() if name.startswith("test_") and callable(value)}


@pytest.fixture
def leftovers(
    monkeypatch: pytest.MonkeyPatch, runner: asyncio.Runner, _comodit_sandbox_server: Sandbox
) -> Iterator[None]:
    """Close the connections and the sandboxes that a page leaves open, as the end of a program does.

    The server of the fixture `comodit_sandbox` is started before, since it serves other tests as well.
    """
    opened: list[Any] = []
    for kind in (httpx.HTTPTransport, httpx.AsyncHTTPTransport, Sandbox):
        create = kind.__init__

        def remembered(self: Any, *args: Any, _create: Any = create, **options: Any) -> None:
            _create(self, *args, **options)
            opened.append(self)

        monkeypatch.setattr(kind, "__init__", remembered)
    yield
    for one in opened:
        if isinstance(one, httpx.AsyncHTTPTransport):
            runner.run(one.aclose())
        else:
            one.close()


@pytest.mark.usefixtures("leftovers")
def test_the_python_blocks_run(
    page: Page, variant: str, runner: asyncio.Runner, request: pytest.FixtureRequest, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    if page.name == "README.md":
        request.getfixturevalue("service")
    # Files with relative names are written here.
    monkeypatch.chdir(tmp_path)
    printer = Printer(page, variant)
    namespace: dict[str, Any] = {"__name__": page.name, "print": printer}
    for block in page.python(variant):
        run(block, page.name, namespace, runner)
    for test in users_tests(namespace).values():
        test(*map(request.getfixturevalue, inspect.signature(test).parameters))
    assert not printer.broken


def test_nothing_is_hidden(page: Page) -> None:
    assert "<!--" not in page.text


def test_the_tabs_of_both_apis_show_the_same_code(page: Page) -> None:
    config = read_config(ROOT / "generator.toml")
    assert config.facade is not None
    rule = Rule(config.facade)
    tabs = [block for block in page.blocks if block.language == "python" and block.tab in (SYNC, ASYNC)]
    assert [block.tab for block in tabs] == [SYNC, ASYNC] * (len(tabs) // 2), f"{page.name}: a tab is missing"
    for blocking, awaiting in zip(tabs[::2], tabs[1::2], strict=True):
        derived = ast.parse(rule.text(without_await(awaiting.text)))
        assert ast.dump(ast.parse(blocking.text)) == ast.dump(derived), f"{page.name}:{awaiting.above}"


def test_text_separates_groups_of_tabs(page: Page) -> None:
    """The builder of the site would make one group of two."""
    code = re.sub(r"^    .*$", "", page.text, flags=re.MULTILINE)
    assert not re.search(rf'=== "{ASYNC}"\s+=== "{SYNC}"', code)


def without_await(text: str) -> str:
    """Return the code without the words that only the async API needs; unasync's rules know the names."""
    return re.sub(r"\bawait ", "", re.sub(r"\basync (for|with|def)\b", r"\1", text))


def test_every_arrow_is_a_promise_that_is_checked(page: Page) -> None:
    lines = [line for block in page.blocks if block.language == "python" for line in block.text.splitlines()]
    assert [line for line in lines if "# ->" in line and not PROMISE.search(line)] == []


def test_yaml_blocks_are_in_the_file_that_they_name(page: Page, root: Path) -> None:
    for block in page.blocks:
        if block.language == "yaml":
            name, _, excerpt = block.text.partition("\n")
            assert excerpt in (root / name.removeprefix("# ")).read_text(encoding="utf-8"), block.text
