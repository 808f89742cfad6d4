"""Old names of arguments: they keep working, with a `DeprecationWarning`."""

from __future__ import annotations

import functools
import inspect
import sys
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:

    def deprecated(message):  # for type checkers only; `renamed` gives the warning
        return lambda function: function


__all__ = ["deprecated", "renamed"]

R = TypeVar("R")


def renamed(**new_names: str) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Accept the old names of arguments that were renamed.

    A call that uses an old name warns at its own line. The decorated function keeps its signature, and a coroutine
    function stays one.

    Args:
        new_names: The new name of each argument, by its old name.

    Returns:
        The decorator.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def call(*args: Any, **arguments: Any) -> Any:
            if arguments:
                _rename(arguments, new_names, function.__name__)
            return function(*args, **arguments)

        if not inspect.iscoroutinefunction(function):
            return call
        if sys.version_info >= (3, 12):
            return inspect.markcoroutinefunction(call)

        # Python 3.11 cannot mark a function, so the warning is raised when the coroutine starts to run.
        @functools.wraps(function)
        async def call_async(*args: Any, **arguments: Any) -> Any:
            _rename(arguments, new_names, function.__name__)
            return await function(*args, **arguments)

        return call_async

    return decorate


def _rename(arguments: dict[str, Any], new_names: dict[str, str], function: str) -> None:
    for old, new in new_names.items():
        if old not in arguments:
            continue
        if new in arguments:
            raise TypeError(f"{function}() got {new!r} and also its old name {old!r}: pass {new!r} only")
        message = f"{function}(): the argument {old!r} is deprecated; use {new!r} instead"
        warnings.warn(message, DeprecationWarning, stacklevel=3)
        arguments[new] = arguments.pop(old)
