# Made by `python -m generator` from handwritten/comodit_client/aio/__init__.py.
# Do not edit: change that, then run `make generate`.
"""The blocking API of ComodIT: `from comodit_client.api import Client, Host, ChangeFailed`.

All public classes, exceptions and types are importable from here. Each is loaded on first use.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from comodit_client.api.client import Client as Client

if TYPE_CHECKING:
    from comodit_client._exports.api import *  # noqa: F403 - that module defines the names
    from comodit_client._exports.api import __all__ as __all__
else:  # with __getattr__ a type checker would accept any name

    def __getattr__(name: str) -> Any:
        from comodit_client._exports import api as exports

        if name == "__all__":
            return exports.__all__
        if name in exports.HOMES:
            return getattr(import_module(exports.HOMES[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        from comodit_client._exports import api as exports

        return sorted({*globals(), *exports.__all__})


#: Modules of the original client that are named like a class: the package keeps the class under that name.
HIDDEN = ("OrchestrationContext", "OrchestrationHandler", "PipelineContext")


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        if name not in HIDDEN:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
