"""The blocking API is derived from the async one: code, docstrings and comments."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import tokenize_rt
from attrs import evolve

from generator.config import read_config
from generator.derive import Rule, derive
from generator.errors import SchemaError
from generator.paths import CONFIG

OWN = read_config(CONFIG)
FACADE = OWN.facade
text = Rule(FACADE).text


def derived(folder: Path) -> dict[str, str]:
    """Derive the facade in another folder."""
    return derive(evolve(FACADE, folder=folder), OWN)


@pytest.fixture
def facade(tmp_path: Path):
    """Derive a facade of one module."""

    def run(source: str) -> str:
        (tmp_path / "x.py").write_text(source, encoding="utf-8")
        return derived(tmp_path)["x.py"].split("\n", 2)[2]

    return run


@pytest.mark.parametrize(
    ("source", "derived"),
    [
        ("async def f(): pass", "def f(): pass"),
        ("x = await f()", "x = f()"),
        ("x = await (f())", "x = (f())"),
        ("x = (await f()).y", "x = (f()).y"),
        ("print(await f(), await g(await h()))", "print(f(), g(h()))"),
        ("return [await f(x) for x in y]", "return [f(x) for x in y]"),
        ("x = [y async for y in z]", "x = [y for y in z]"),
        ("x = {y: await f(y) async for y in z if await g(y)}", "x = {y: f(y) for y in z if g(y)}"),
        ("async for x in y: pass", "for x in y: pass"),
        ("async with x as y, z: pass", "with x as y, z: pass"),
        ("await x.aclose()", "x.close()"),
        ("async def __aenter__(self): pass", "def __enter__(self): pass"),
        ("async def __aexit__(self): pass", "def __exit__(self): pass"),
        ("def __aiter__(self): pass", "def __iter__(self): pass"),
        ("async def __anext__(self): raise StopAsyncIteration", "def __next__(self): raise StopIteration"),
        ("x: AsyncIterator[int]", "x: Iterator[int]"),
        ("x: 'AsyncIterator[int]'", "x: 'Iterator[int]'"),
        ("from contextlib import asynccontextmanager", "from contextlib import contextmanager"),
        ("from comodit_client.aio.host import Host", "from comodit_client.api.host import Host"),
        ("from comodit_client.rest import _async_io", "from comodit_client.rest import _sync_io"),
        ("from comodit_client.rest import _async_http", "from comodit_client.rest import _sync_http"),
        ("x: Awaitable[int]", "x: int"),
        ("x: Callable[[], Awaitable[None]]", "x: Callable[[], None]"),
        ("x: Awaitable[dict[str, list[int]]]", "x: dict[str, list[int]]"),
        ("x: Callable[[T], Awaitable[U]] | Awaitable[V]", "x: Callable[[T], U] | V"),
        ("x: abc.Awaitable[int]", "x: int"),
        ("x: collections.abc.Awaitable[int] | None", "x: int | None"),
        ("class AsynchronousX: pass", "class AsynchronousX: pass"),
    ],
)
def test_code_is_derived(source: str, derived: str) -> None:
    assert text(source + "\n") == derived + "\n"


@pytest.mark.parametrize(
    ("source", "derived"),
    [
        ("# await f(x) first\n", "# f(x) first\n"),
        ("# see comodit_client.aio\n", "# see comodit_client.api\n"),
        ('"""Use `await host.delete()`."""\n', '"""Use `host.delete()`."""\n'),
        ('"""Use `await org.environments().get("x")`."""\n', '"""Use `org.environments().get("x")`."""\n'),
        ('"""Use `await (f(x))`."""\n', '"""Use `f(x)`."""\n'),
        ('"""Use `async with Client() as c:`."""\n', '"""Use `with Client() as c:`."""\n'),
        ('"""Use `async for x in y:`."""\n', '"""Use `for x in y:`."""\n'),
        ('"""Write `async def main():`."""\n', '"""Write `def main():`."""\n'),
        ('"""The async facade."""\n', '"""The blocking facade."""\n'),
        ('"""Asynchronous client, an asynchronous one."""\n', '"""Blocking client, a blocking one."""\n'),
        ('"""Gives an AsyncIterator, by __aiter__."""\n', '"""Gives an Iterator, by __iter__."""\n'),
        ('x = "comodit_client.aio"\n', 'x = "comodit_client.api"\n'),
        ('x = f"{await f(y)}"\n', 'x = f"{f(y)}"\n'),
        ("x = f\"{await y.get('a')} of aio\"\n", "x = f\"{y.get('a')} of api\"\n"),
        ('x = "aiohttp asyncless"\n', 'x = "aiohttp asyncless"\n'),
    ],
)
def test_docstrings_comments_and_texts_are_derived(source: str, derived: str) -> None:
    assert text(source) == derived


def test_the_text_between_the_values_of_an_f_string_is_derived_where_it_is_a_token_of_its_own() -> None:
    token = tokenize_rt.Token("FSTRING_MIDDLE", " of comodit_client.aio ")
    assert Rule(FACADE)._convert_prose(token).src == " of comodit_client.api "


def test_a_name_that_only_begins_as_one_of_ours_is_left() -> None:
    source = "aiox = xaio = colour_asynchronous = 1\n"
    assert text(source) == source


def test_async_before_a_class_name_is_no_prefix_of_ours() -> None:
    assert text("x = AsyncPool()\n") == "x = AsyncPool()\n"


def test_a_property_is_derived(facade) -> None:
    source = "class X:\n    @property\n    async def vnc(self) -> str:\n        return await self._vnc()\n"
    assert facade(source) == "class X:\n    @property\n    def vnc(self) -> str:\n        return self._vnc()\n"


def test_a_context_manager_is_derived(facade) -> None:
    source = (
        "@asynccontextmanager\nasync def f() -> AsyncIterator[int]:\n    async with g() as x:\n        yield await x\n"
    )
    assert facade(source) == "@contextmanager\ndef f() -> Iterator[int]:\n    with g() as x:\n        yield x\n"


def test_an_await_over_two_lines_is_derived(facade) -> None:
    assert facade("async def f():\n    return (\n        await g(\n            1\n        )\n    )\n") == (
        "def f():\n    return (\n        g(\n            1\n        )\n    )\n"
    )


def test_the_names_of_folders_stay(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.py").write_text("x = 1\n")
    (tmp_path / "notes.txt").write_text("no Python")
    assert list(derived(tmp_path)) == ["sub/a.py"]


def test_each_file_says_what_it_is_made_from(tmp_path: Path) -> None:
    (tmp_path / "host.py").write_text("x = 1\n")
    assert derived(tmp_path) == {
        "host.py": (
            "# Made by `python -m generator` from handwritten/comodit_client/aio/host.py.\n"
            "# Do not edit: change that, then run `make generate`.\n"
            "x = 1\n"
        )
    }


class TestLeftOver:
    @pytest.mark.parametrize(
        ("source", "word"),
        [
            ("import asyncio\n", "asyncio"),
            ("from asyncio import gather\n", "asyncio"),
            ("import asyncio as clock\n", "asyncio"),
            ("import anyio\n", "anyio"),
            ("x = asyncio.sleep(1)\n", "asyncio"),
            ("x: Coroutine[Any, Any, int]\n", "Coroutine"),
            ("x: Awaitable\n", "Awaitable"),
            ("x: Awaitable[dict[str, dict[str, dict[str, int]]]]\n", "Awaitable"),
            ("x = AsyncPool()\n", "AsyncPool"),
            ("x = aiter(y)\n", "aiter"),
            ("x = await anext(y)\n", "anext"),
            ("with aclosing(y): pass\n", "aclosing"),
            ("def __await__(self): pass\n", "__await__"),
            ("async_client = 1\n", "async_client"),
            ("x.async_client = 1\n", "async_client"),
            ('"""You must await the answer."""\n', "await"),
            ('"""It is awaited."""\n', "awaited"),
            ('"""Run it with asyncio.run(main())."""\n', "asyncio"),
            ("# Nothing to await here\n", "await"),
        ],
    )
    def test_what_has_no_counterpart_is_refused_with_its_place(self, facade, source: str, word: str) -> None:
        with pytest.raises(SchemaError) as caught:
            facade("x = 1\n" + source)
        assert f"aio/x.py:2: {word!r} has no counterpart in the blocking API: reword it" in caught.value.findings

    def test_an_await_in_an_f_string_is_refused_until_python_reads_f_strings_as_code(self, facade) -> None:
        source = 'x = f"{await y}"\n'
        if sys.version_info >= (3, 12):
            assert facade(source) == 'x = f"{y}"\n'
            return
        with pytest.raises(SchemaError) as caught:
            facade("x = 1\n" + source)
        assert "aio/x.py:2: 'await' has no counterpart in the blocking API: reword it" in caught.value.findings

    def test_an_import_that_becomes_useless_is_none(self, facade) -> None:
        source = "from collections.abc import Awaitable, Callable\n\nx: Callable[[], Awaitable[int]]\n"
        assert facade(source) == "from collections.abc import Awaitable, Callable\n\nx: Callable[[], int]\n"

    @pytest.mark.parametrize("source", ["async def f(): await(g())\n", "async def f(): return await[g()][0]\n"])
    def test_an_await_without_a_blank_is_refused_with_its_place(self, facade, source: str) -> None:
        with pytest.raises(
            SchemaError, match=r"aio/x\.py:2: the derived code is not valid Python: put a space after `await`"
        ):
            facade("x = 1\n" + source)

    def test_everything_left_over_is_told_at_once(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("import asyncio\nx = anext(y)\n")
        (tmp_path / "b.py").write_text("import asyncio\n")
        with pytest.raises(SchemaError) as caught:
            derived(tmp_path)
        assert [finding.split(": ")[0] for finding in caught.value.findings] == [
            "aio/a.py:1",
            "aio/a.py:2",
            "aio/b.py:1",
        ]
