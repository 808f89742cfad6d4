"""The async API of ComodIT: `from comodit_client.aio import Client, Host, ChangeFailed`.

All public classes, exceptions and types are importable from here. Each is loaded on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from comodit_client.aio.client import Client as Client

if TYPE_CHECKING:
    from comodit_client._exports.aio import *  # noqa: F403 - that module defines the names
    from comodit_client._exports.aio import __all__ as __all__
else:  # with __getattr__ a type checker would accept any name

    def __getattr__(name: str) -> Any:
        from comodit_client._exports import aio as exports

        if name == "__all__":
            return exports.__all__
        if name in exports.HOMES:
            return getattr(import_module(exports.HOMES[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        from comodit_client._exports import aio as exports

        return sorted({*globals(), *exports.__all__})
