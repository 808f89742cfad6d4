"""Both APIs have the same classes, methods and arguments; they differ in await and async iteration only."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import comodit_client.aio
import comodit_client.api
from comodit_client.rest._sync_io import GetSyntax, ListSyntax
from generator.config import read_config
from generator.paths import CONFIG
from tests.each import differences, each


def names_of(package: ModuleType) -> list[str]:
    prefix = f"{package.__name__}."
    return sorted(info.name.removeprefix(prefix) for info in pkgutil.walk_packages(package.__path__, prefix))


OLD = read_config(CONFIG).facade
MODULES = names_of(comodit_client.aio)
PROTOCOL = {"__aenter__": "__enter__", "__aexit__": "__exit__", "__aiter__": "__iter__", "__anext__": "__next__"}
#: What cannot await: the blocking collections have it by syntax alone.
EXTRAS = {
    name
    for kind in (ListSyntax, GetSyntax)
    for name, member in vars(kind).items()
    if inspect.isfunction(member) and name.startswith("__")
}
TYPES = [
    (r"\bAwaitable\[(.*)\]", r"\1"),
    (r"\bAsyncIterator\b", "Iterator"),
    (r"\b_async_http\b", "_sync_http"),
    (r"\b_async_io\b", "_sync_io"),
    (r"\bcomodit_client\.aio\b", "comodit_client.api"),
]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a program sees of a class's member, or of a function."""

    kind: str
    arguments: list[tuple[str, str, str, str]]
    returns: str


def translated(annotation: Any) -> str:
    text = str(annotation)
    for pattern, replacement in TYPES:
        text = re.sub(pattern, replacement, text)
    return text


def shape(member: Any) -> Shape:
    if isinstance(member, property):
        given = [name for name in ("fget", "fset", "fdel") if getattr(member, name) is not None]
        return Shape(f"property {' '.join(given)}", [], shape(member.fget).returns)
    if isinstance(member, (classmethod, staticmethod)):
        inner = shape(member.__func__)
        return Shape(f"{type(member).__name__} {inner.kind}", inner.arguments, inner.returns)
    if not inspect.isfunction(member):
        return Shape("value", [], "")
    signature = inspect.signature(member)
    arguments = [
        (argument.name, argument.kind.name, translated(argument.default), translated(argument.annotation))
        for argument in signature.parameters.values()
    ]
    return Shape("function", arguments, translated(signature.return_annotation))


def seen(kind: type) -> dict[str, Shape]:
    """Return the shapes of a class's members, inherited ones included, those of object excluded."""
    names = {name for name in dir(kind) if name not in dir(object) or name == "__init__"}
    dunder = {
        name for name in names if name.startswith("__") and inspect.isfunction(inspect.getattr_static(kind, name))
    }
    public = {name for name in names if not name.startswith("_")} | dunder
    return {PROTOCOL.get(name, name): shape(inspect.getattr_static(kind, name)) for name in sorted(public)}


def defined(module: ModuleType, kind: Any) -> dict[str, Any]:
    found = inspect.getmembers(module, kind)
    return {name: one for name, one in found if one.__module__ == module.__name__ and not name.startswith("_")}


def both(name: str) -> tuple[ModuleType, ModuleType]:
    return (
        importlib.import_module(f"comodit_client.aio.{name}"),
        importlib.import_module(f"comodit_client.api.{name}"),
    )


CLASSES = [(name, kind) for name in MODULES for kind in defined(both(name)[0], inspect.isclass)]


def test_both_have_the_same_modules_and_the_blocking_one_the_old_names_too() -> None:
    assert names_of(comodit_client.api) == sorted([*MODULES, *OLD.old_modules])
    assert "host" in MODULES
    assert not OLD.old_modules.keys() & {*MODULES}


def test_both_have_the_same_front() -> None:
    assert comodit_client.aio.__all__ == comodit_client.api.__all__


@each("name", MODULES)
def test_a_module_has_the_same_classes_functions_and_constants(name: str) -> None:
    asynchronous, blocking = both(name)
    for kind in (inspect.isclass, inspect.isfunction):
        assert list(defined(asynchronous, kind)) == list(defined(blocking, kind))
    constants = [{key for key in vars(module) if key.isupper()} for module in (asynchronous, blocking)]
    assert constants[0] == constants[1]
    exported = {*getattr(blocking, "__all__", ())} - OLD.old_names.get(name, {}).keys()
    assert {*getattr(asynchronous, "__all__", ())} == exported


@each("module, name", CLASSES)
def test_a_class_has_the_same_members_and_arguments(module: str, name: str) -> None:
    asynchronous, blocking = (seen(getattr(one, name)) for one in both(module))
    extra = blocking.keys() - asynchronous.keys()
    assert extra <= EXTRAS
    for member in extra:
        del blocking[member]
    assert differences(asynchronous, blocking) == {}


@each("name", MODULES)
def test_a_function_has_the_same_arguments(name: str) -> None:
    asynchronous, blocking = (defined(module, inspect.isfunction) for module in both(name))
    shapes = [{key: shape(one) for key, one in functions.items()} for functions in (asynchronous, blocking)]
    assert differences(*shapes) == {}


@each("module, name", CLASSES)
def test_what_awaits_in_one_colour_does_not_in_the_other(module: str, name: str) -> None:
    asynchronous, blocking = (getattr(one, name) for one in both(module))
    for member, function in inspect.getmembers(asynchronous, inspect.isfunction):
        other = getattr(blocking, PROTOCOL.get(member, member))
        assert not inspect.iscoroutinefunction(other), f"{member} is a coroutine in the blocking API"
        assert not inspect.isasyncgenfunction(other), f"{member} is an async generator in the blocking API"
        assert inspect.isgeneratorfunction(other) == (
            inspect.isasyncgenfunction(function) or inspect.isgeneratorfunction(function)
        )


def test_a_difference_would_be_seen() -> None:
    class One:
        def get(self, name: str, size: int = 1) -> str: ...

    class Renamed:
        def get(self, nom: str, size: int = 1) -> str: ...

    class Default:
        def get(self, name: str, size: int = 2) -> str: ...

    class Typed:
        def get(self, name: int, size: int = 1) -> str: ...

    class Given:
        def get(self, name: str, *, size: int = 1) -> str: ...

    class Gives:
        def get(self, name: str, size: int = 1) -> int: ...

    class Property:
        @property
        def get(self) -> str: ...

    shapes = [seen(kind)["get"] for kind in (One, Renamed, Default, Typed, Given, Gives, Property)]
    assert all(shapes[0] != other for other in shapes[1:])


def test_the_blocking_collections_have_what_syntax_offers() -> None:
    blocking = importlib.import_module("comodit_client.api.capabilities").EditableCollection
    asynchronous = importlib.import_module("comodit_client.aio.capabilities").EditableCollection
    assert {"__len__", "__bool__", "__contains__", "__getitem__"} == EXTRAS
    assert set(dir(blocking)) >= EXTRAS
    assert not set(dir(asynchronous)) & EXTRAS


def test_nothing_asynchronous_is_in_the_text_of_the_blocking_colour() -> None:
    for name in MODULES:
        lines = inspect.getsource(both(name)[1]).splitlines()[2:]  # the first two say what it is made from
        assert not [line for line in lines if re.search(r"async|await|\baio\b|coroutine", line, re.IGNORECASE)]
