# Made by `python -m generator` from generator/runtime/deprecation.py.
# Do not edit: change that, then run `make generate`.
"""Marks operations that the schema calls deprecated, for type checkers and at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:

    def deprecated(message):  # typing_extensions is not a dependency
        from functools import wraps
        from warnings import warn

        def decorate(function):
            @wraps(function)
            def call(*args, **kwargs):
                warn(message, DeprecationWarning, stacklevel=2)
                return function(*args, **kwargs)

            return call

        return decorate


__all__ = ["deprecated"]
