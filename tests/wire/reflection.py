"""The generated views and operations, by reflection."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Any

from comodit_client import wire
from comodit_client.wire.view import View

MODULES = [import_module(f"comodit_client.wire.{name}") for name in wire.__all__ if name[0].islower()]
MEMBERS = [
    member
    for module in MODULES
    for member in vars(module).values()
    if getattr(member, "__module__", "") == module.__name__
]
#: The generated view classes.
VIEWS: list[type[View]] = [member for member in MEMBERS if inspect.isclass(member) and issubclass(member, View)]
#: The generated functions that make requests.
OPERATIONS: list[Any] = [member for member in MEMBERS if inspect.isfunction(member)]
