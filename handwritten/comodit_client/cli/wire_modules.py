"""The modules and functions of the wire layer that commands use."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comodit_client.cli.call import Call
    from comodit_client.wire.request import Request


def operation_function(operation: str) -> Callable[..., Request[Any]]:
    """Return the function that makes the request of an operation.

    Args:
        operation: The id of the operation, such as `hosts.get`.
    """
    module, _, name = operation.partition(".")
    found: Callable[..., Request[Any]] = getattr(import_module(f"comodit_client.wire.{module}"), name)
    return found


def wire_module(call: Call) -> ModuleType:
    """Return the module that has the operation of a command, and those beside it.

    Args:
        call: The command.
    """
    return import_module(f"comodit_client.wire.{call.operation.partition('.')[0]}")


def owner_of_settings(call: Call) -> str:
    """Return the kind of owner of the settings that a command works on, such as `host_group`.

    Args:
        call: The command.
    """
    return call.operation.partition(".")[0].removesuffix("_settings")
