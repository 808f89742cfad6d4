"""Names that scripts of the original client may call although the server has no such operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NoReturn

from comodit_client.rest.exceptions import UnsupportedOperation

#: The methods that all collections and entities had in the original client, or that are the same for most.
VERBS: Final = ("list", "get", "new", "create", "update", "rename", "refresh", "delete", "clear", "count", "exists")


def absent(holder: object, name: str, instead: Mapping[str, str]) -> Callable[..., NoReturn]:
    """Return a function for a name that an object lacks because the server has no such operation.

    Args:
        holder: The collection or entity.
        name: The name.
        instead: What to do instead, by name.

    Returns:
        A function that raises UnsupportedOperation.

    Raises:
        AttributeError: The name is not that of an operation.
    """
    if name not in VERBS and name not in instead:
        # The attribute is missing, or its property raised an AttributeError, which Python hides: raise that again.
        found: Callable[..., NoReturn] = object.__getattribute__(holder, name)
        return found

    def unsupported(*arguments: object, **named: object) -> NoReturn:
        can = [verb for verb in VERBS if hasattr(type(holder), verb)]
        hint = instead.get(name) or (f"It can {', '.join(can)}." if can else "It is read-only.")
        raise UnsupportedOperation(f"Cannot {name} {holder!r}: ComodIT's API has no such operation. {hint}")

    return unsupported
