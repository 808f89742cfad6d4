"""Names that scripts of the original client may use although the server has no such operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NoReturn

from comodit_client.rest.exceptions import UnsupportedOperation

#: The methods that all collections or all entities had in the original client.
VERBS: Final = ("list", "get", "new", "create", "update", "rename", "refresh", "delete", "clear", "count", "exists")


class Absent:
    """Stands for a method or property that the server has no operation for. Using it raises an exception.

    Args:
        message: The message of the exception.
    """

    __slots__ = ("_message",)

    def __init__(self, message: str) -> None:
        self._message = message

    def __call__(self, *arguments: object, **named: object) -> NoReturn:
        """Raise UnsupportedOperation."""
        raise UnsupportedOperation(self._message)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # such names are read by Python itself, and by tools that inspect objects
            raise AttributeError(name)
        raise UnsupportedOperation(self._message)


def absent(holder: object, name: str, instead: Mapping[str, str]) -> Any:
    """Return what stands for a name that an object lacks because the server has no such operation.

    Args:
        holder: The collection or entity.
        name: The name.
        instead: What to do instead, by name.

    Raises:
        AttributeError: The name is not that of an operation.
    """
    if name not in VERBS and name not in instead:
        # The attribute is missing, or its property raised an AttributeError, which Python hides: raise that again.
        return object.__getattribute__(holder, name)
    can = [verb for verb in VERBS if hasattr(type(holder), verb)]
    hint = instead.get(name) or (f"It has {', '.join(can)}." if can else "It is read-only.")
    return Absent(f"Cannot use {name!r} of {holder!r}: ComodIT's API has no such operation. {hint}")
