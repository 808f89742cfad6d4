"""Notes which public methods of the facades' classes, and which setters of properties, are called, in each colour."""

from __future__ import annotations

import functools
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from types import FunctionType
from typing import Any

COLOURS = ("api", "aio")


def facade(colour: str) -> Iterator[type]:
    """The public classes that are written in a facade, each once."""
    package = import_module(f"comodit_client.{colour}")
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for name, kind in vars(import_module(found.name)).items():
            if inspect.isclass(kind) and kind.__module__ == found.name and not name.startswith("_"):
                yield kind


def is_written(function: FunctionType) -> bool:
    """Whether a function stands in a file of ours; what dataclasses make does not."""
    file = function.__code__.co_filename
    return "comodit_client" in file and not file.startswith("<")


def own_functions(kind: type) -> Iterator[tuple[str, FunctionType]]:
    """The functions that are written in a class, by their names; a property can have three."""
    for name, member in vars(kind).items():
        parts = {name: getattr(member, "__func__", member)}
        if isinstance(member, property):
            parts = {f"{name}.{part}": getattr(member, part) for part in ("fget", "fset", "fdel")}
        for label, part in parts.items():
            function = inspect.unwrap(part) if callable(part) else None
            if isinstance(function, FunctionType) and is_written(function):
                yield label, function


class Exercised:
    """What was not called so far."""

    def __init__(self) -> None:
        self.missing: set[str] = set()
        for colour in COLOURS:
            for kind in facade(colour):
                for name, member in list(vars(kind).items()):
                    if not name.startswith("_"):
                        self._watch(kind, name, member)

    def _watch(self, kind: type, name: str, member: Any) -> None:
        label = f"{kind.__module__.removeprefix('comodit_client.')}.{kind.__name__}.{name}"
        if isinstance(member, property):
            if member.fset is not None:
                setattr(kind, name, member.setter(self._watched(f"{label} = ...", member.fset)))
        elif isinstance(member, staticmethod | classmethod):
            setattr(kind, name, type(member)(self._watched(label, member.__func__)))
        elif isinstance(member, FunctionType):
            setattr(kind, name, self._watched(label, member))

    def _watched(self, label: str, function: Callable[..., Any]) -> Callable[..., Any]:
        self.missing.add(label)

        @functools.wraps(function)
        def watched(*args: Any, **kwargs: Any) -> Any:
            self.missing.discard(label)
            return function(*args, **kwargs)

        return watched
