"""The root of our exceptions, and those that need no server: what a request is made of is wrong."""

from __future__ import annotations


class PythonApiException(Exception):
    """The root of everything that this library raises.

    Args:
        message: What went wrong and what to do about it.
    """

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.message = message


class InvalidName(PythonApiException, ValueError):
    """A name cannot stand in a URL: it is missing, empty, or one that means another resource.

    Args:
        what: What the name is of, such as `host`.
        name: The name as it was given.
    """

    def __init__(self, what: str, name: object) -> None:
        super().__init__(f"{name!r} cannot be the name of a {what.replace('_', ' ')}: give a name that is not empty")
        self.what = what
        self.name = name

    def __reduce__(self) -> tuple[type[InvalidName], tuple[str, object]]:
        return InvalidName, (self.what, self.name)


class InvalidDocument(PythonApiException, TypeError):
    """A JSON object is needed, and something else was given.

    Args:
        what: What the JSON object would be of, such as `Host`.
        document: What was given; only its type is told, for it may hold secrets.
    """

    def __init__(self, what: str, document: object) -> None:
        super().__init__(f"a {what} is shown on a JSON object (a dict), not on a {type(document).__name__}")
        self.what = what
        self.kind = type(document).__name__

    def __reduce__(self) -> tuple[object, ...]:
        return _invalid_document, (self.what, self.message, self.kind)


def _invalid_document(what: str, message: str, kind: str) -> InvalidDocument:
    error = InvalidDocument(what, None)
    error.args, error.message, error.kind = (message,), message, kind
    return error
