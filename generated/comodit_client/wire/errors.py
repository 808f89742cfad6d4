# Made by `python -m generator` from generator/runtime/errors.py. Do not edit: change that, then run `make generate`.
"""The root of our exceptions, and those that need no server: what a request is made of is wrong."""

from __future__ import annotations

from typing import Any


class PythonApiException(Exception):
    """The root of everything that this library raises.

    Args:
        message: What went wrong and what to do about it.
    """

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.message = message

    def _state(self) -> dict[str, Any]:
        """The attributes that go along when the exception leaves its process."""
        return self.__dict__

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are made anew from their text alone when they are unpickled; ours take other arguments.
        return _rebuilt, (type(self), self.args, self._state())


class InvalidName(PythonApiException, ValueError):
    """A name cannot stand in a URL: it is missing, empty, or one that means another resource.

    Args:
        what: What the name is of, such as `host`.
        name: The name as it was given.

    Attributes:
        name: The name, or how it is written where it is neither text nor a number.
    """

    def __init__(self, what: str, name: object) -> None:
        what = what.replace("_", " ")
        super().__init__(
            f"{name!r} cannot stand for the {what} in a URL: a name is text, not empty, not '.' and not '..'"
        )
        self.what = what
        self.name: str | int | float | None = (
            name if name is None or isinstance(name, (str, int, float)) else repr(name)
        )


class InvalidDocument(PythonApiException, TypeError):
    """A JSON object is needed, and something else was given.

    Args:
        what: What the JSON object would be of, such as `Host`.
        document: What was given; only its type is told, for it may hold secrets.
        message: What to say instead.
    """

    def __init__(self, what: str, document: object, message: str = "") -> None:
        self.kind: str = type(document).__name__
        super().__init__(message or f"{what} is shown on a JSON object (a dict), not on {self.kind}")
        self.what = what


def _rebuilt(kind: type[PythonApiException], args: tuple[Any, ...], state: dict[str, Any]) -> PythonApiException:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error
