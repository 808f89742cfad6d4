"""The modules of the wire layer that commands use."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.cli.call import Call


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
