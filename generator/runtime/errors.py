"""The base class of all exceptions, and those for invalid names, documents and files, which need no server."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

#: Control characters, line ends, lone surrogates, and invisible characters that reorder or hide text.
UNPRINTABLE = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def escaped(text: str, keep: str = "") -> str:
    """Escape what would act on a terminal or forge a line of a log. Readable text stays, in any language.

    Args:
        text: A text that may come from a server.
        keep: Characters to keep, such as the line ends of a whole document.

    Returns:
        The text, with each such character as in a Python string literal.
    """
    if text.isprintable():  # compiling the pattern takes longer than the rest of this module
        return text
    return re.sub(UNPRINTABLE, lambda found: found[0] if found[0] in keep else ascii(found[0])[1:-1], text)


class ClientError(Exception):
    """Base class of all exceptions that this library raises.

    [Cause and remedy](../exceptions/ClientError.md)

    Args:
        message: The cause and what to do about it.
    """

    def __init__(self, message: str = "") -> None:
        message = escaped(message)  # it may quote a server
        super().__init__(message)
        self.message = message

    def _state(self) -> dict[str, Any]:
        """Return the attributes to pickle with the exception."""
        return self.__dict__

    def __copy__(self) -> ClientError:
        return _rebuilt(type(self), self.args, self.__dict__)

    def __deepcopy__(self, memo: dict[int, Any]) -> ClientError:
        return _rebuilt(type(self), self.args, deepcopy(self.__dict__, memo))

    def __reduce__(self) -> tuple[Any, ...]:
        # By default an exception is unpickled by calling its class with the message; ours take other arguments.
        return _rebuilt, (type(self), self.args, self._state())


class InvalidName(ClientError, ValueError):
    """A name that cannot be used in a URL: it is missing, is empty, or would address another resource.

    [Cause and remedy](../exceptions/InvalidName.md)

    Args:
        what: The kind of object that the name belongs to, such as `host`.
        name: The invalid name.

    Attributes:
        name: The name; its repr if it is neither text nor a number.
    """

    def __init__(self, what: str, name: object) -> None:
        what = what.replace("_", " ")
        super().__init__(
            f"Invalid {what} {name!r}: pass non-empty text other than '.' and '..', because it becomes part of a URL"
        )
        self.what = what
        self.name: str | int | float | None = (
            name if name is None or isinstance(name, (str, int, float)) else repr(name)
        )


class InvalidDocument(ClientError, TypeError):
    """A value that is not a JSON object where one is required.

    [Cause and remedy](../exceptions/InvalidDocument.md)

    Args:
        what: The view that needs the JSON object, such as `Host`.
        document: The value; the message only names its type, because it may hold secrets.
        message: The message to use instead of the default one.

    Attributes:
        kind: The type of the value.
    """

    def __init__(self, what: str, document: object, message: str = "") -> None:
        self.kind: str = type(document).__name__
        super().__init__(
            message or f"Cannot create {what} from a value of type {self.kind}: pass a JSON object (a dict)"
        )
        self.what = what


class InvalidArgument(ClientError, ValueError):
    """An argument is of the wrong type, out of range, or contradicts another one.

    [Cause and remedy](../exceptions/InvalidArgument.md)
    """


class InvalidDate(ClientError, ValueError, AttributeError):
    """A member that should hold a date holds another value, or a date without a time zone.

    It is an AttributeError because properties raise it: `hasattr` and tools that list members expect no other class.

    [Cause and remedy](../exceptions/InvalidDate.md)
    """


class WrongType(ClientError, TypeError):
    """A value cannot be used there because of its type, or a keyword argument does not exist.

    [Cause and remedy](../exceptions/WrongType.md)
    """


class UnusableFile(ClientError, ValueError):
    """A local file does not exist, cannot be read or written, or has the wrong content.

    [Cause and remedy](../exceptions/UnusableFile.md)
    """


def _rebuilt(kind: type[ClientError], args: tuple[Any, ...], state: dict[str, Any]) -> ClientError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error
