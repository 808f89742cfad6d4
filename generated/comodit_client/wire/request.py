# Made by `python -m generator` from generator/runtime/request.py. Do not edit: change that, then run `make generate`.
"""A request as data: what an operation asks, and how its answer is read. Nothing here sends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, Final, Generic, Literal, TypeVar
from urllib.parse import quote

from comodit_client.wire.errors import InvalidName

T = TypeVar("T")
Method = Literal["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"]
Answer = Literal["object", "array", "value", "text", "bytes", "nothing"]
TimeoutClass = Literal["short", "normal", "long"]


class NoBody:
    """The type of NO_BODY: null is a body as well."""

    def __repr__(self) -> str:
        return "NO_BODY"


#: The request has no body.
NO_BODY: Final = NoBody()


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a request carries. It is read while it is sent, never as a whole.

    Args:
        content: The bytes, or a file open for reading bytes; whoever opened it closes it.
        filename: Its name, as the server is told it.
        content_type: Its media type.
    """

    content: bytes | BinaryIO = field(repr=False)
    filename: str
    content_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """What an operation asks of the server; `client.run(request)` sends it and gives a T.

    Args:
        operation: The operation's id in the schema, such as `hosts.get`.
        method: The verb.
        path: The path below the API root, percent-encoded, beginning with a slash.
        answer: What kind of body the answer has.
        read: Makes the T from the decoded body.
        query: The query's members; values are text, numbers or booleans.
        headers: Headers that belong to the operation.
        body: The JSON value to send, or NO_BODY.
        parts: The files to send as a form, by their fields.
        timeout_class: How long the server may take, compared with others; picks the time-out.
        secret: The members of the body, at any depth, that no message may quote.
    """

    operation: str
    method: Method
    path: str
    answer: Answer
    read: Callable[[Any], T] = field(repr=False, compare=False)
    query: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: Any = field(default=NO_BODY, repr=False)
    parts: Mapping[str, Upload] = field(default_factory=dict, repr=False)
    timeout_class: TimeoutClass = "normal"
    secret: tuple[str, ...] = field(default=(), repr=False)

    def with_query(self, parameters: Mapping[str, Any] | None) -> Request[T]:
        """Make the same request with more members in its query.

        Args:
            parameters: The members to add; they win over those that are there.

        Returns:
            A new request, or this one when there is nothing to add.
        """
        return replace(self, query={**self.query, **parameters}) if parameters else self


def segment(what: str, name: object) -> str:
    """Encode a name as one segment of a path, whatever characters it has.

    Args:
        what: What the name is of, for the error's text.
        name: The name; a number is taken as its digits.

    Returns:
        The name, percent-encoded; `/` and `%` too, so that a name never reaches another resource.

    Raises:
        InvalidName: The name is not text or a whole number, is empty, or is `.` or `..`, which would change the path.
    """
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or name in ("", ".", ".."):
        raise InvalidName(what, name)
    try:
        return quote(name, safe="")
    except UnicodeEncodeError:  # half of a character that takes two
        raise InvalidName(what, name) from None


def segments(what: str, path: object) -> str:
    """Encode a path of names: its slashes stay, each part is encoded.

    Args:
        what: What the path leads to, for the error's text.
        path: The names with slashes between them, without one at either end.

    Returns:
        The path, percent-encoded.

    Raises:
        InvalidName: The path is not text, or one of its parts is no name.
    """
    if not isinstance(path, str):
        raise InvalidName(what, path)
    return "/".join(segment(what, part) for part in path.split("/"))


def drop_none(members: Mapping[str, Any]) -> dict[str, Any]:
    """Keep the members of a query that were given.

    Args:
        members: The query's members; None stands for one that was not given.

    Returns:
        Those that are not None.
    """
    return {name: value for name, value in members.items() if value is not None}


def identity(value: Any) -> Any:
    """Hand a decoded answer through as it is.

    Args:
        value: The decoded answer.

    Returns:
        That value.
    """
    return value
