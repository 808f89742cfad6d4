"""The generated modules, by reflection."""

from __future__ import annotations

import inspect
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from comodit_client import wire
from comodit_client.wire.view import View

RESOURCES = [name for name in wire.__all__ if name[0].islower()]


def modules() -> list[ModuleType]:
    return [import_module(f"comodit_client.wire.{name}") for name in RESOURCES]


def views() -> list[type[View]]:
    """The generated view classes."""
    return [
        member
        for module in modules()
        for member in vars(module).values()
        if inspect.isclass(member) and issubclass(member, View) and member.__module__ == module.__name__
    ]


def operations() -> list[Any]:
    """The generated functions that make requests."""
    return [
        member
        for module in modules()
        for member in vars(module).values()
        if inspect.isfunction(member) and member.__module__ == module.__name__
    ]


def members(view: type[View]) -> list[tuple[str, str, property]]:
    """Each member of a view: its name in JSON, in Python, and its property."""
    return [(member, name, getattr(view, name)) for member, name in view.MEMBERS.items()]


def full_name(thing: Any) -> str:
    return f"{thing.__module__.rpartition('.')[2]}.{thing.__qualname__}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "view" in metafunc.fixturenames:
        metafunc.parametrize("view", views(), ids=full_name)
    if "operation" in metafunc.fixturenames:
        metafunc.parametrize("operation", operations(), ids=full_name)
