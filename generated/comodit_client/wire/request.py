# Made by `python -m generator` from generator/runtime/request.py. Do not edit: change that, then run `make generate`.
"""Requests as values: the parts of an HTTP request, and how to read its response. Nothing here sends them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Final, Generic, Literal, TypeVar
from urllib.parse import quote

from attrs import evolve, field, frozen

from comodit_client.wire.errors import InvalidDocument, InvalidName

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Method = Literal["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"]
ResponseKind = Literal["object", "array", "value", "text", "bytes", "nothing"]
TimeoutClass = Literal["short", "normal", "long"]


class NoBody:
    """The type of NO_BODY. None cannot stand for it: it is sent as the JSON value null."""

    def __repr__(self) -> str:
        return "NO_BODY"

    def __reduce__(self) -> str:
        return "NO_BODY"  # the one instance is also what a copy and an unpickled request hold


#: The characters that a URL never encodes (RFC 3986).
_UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
#: The request has no body.
NO_BODY: Final = NoBody()


@frozen
class Upload:
    """A file to upload. It is streamed, never read into memory as a whole.

    Args:
        content: The bytes, or a file opened for reading bytes. The caller closes the file.
        filename: The file's name as sent to the server.
        content_type: The file's media type.
    """

    content: bytes | BinaryIO = field(repr=False)
    filename: str
    content_type: str = "application/octet-stream"


@frozen
class Request(Generic[T_co]):
    """A request for an operation of the API; `client.run(request)` sends it and returns a T.

    Args:
        operation: The operation's id in the schema, such as `hosts.get`.
        method: The HTTP method.
        path: The path below the API root, percent-encoded, with a leading slash.
        response_kind: The kind of body that the response has.
        read: Makes the T from the decoded response body.
        query: The query parameters: text, numbers, booleans, or lists of them. None is not sent.
        headers: Headers that belong to the operation.
        body: The JSON value to send, or NO_BODY.
        parts: The files to send as a multipart form, by their field names.
        timeout_class: How long the operation usually takes; selects the read timeout.
        secret: The members of the body, at any depth, that messages must not quote.
    """

    operation: str
    method: Method
    path: str
    response_kind: ResponseKind
    read: Callable[[Any], T_co] = field(repr=False, eq=False)
    query: Mapping[str, Any] = field(factory=dict, repr=False)
    headers: Mapping[str, str] = field(factory=dict, repr=False)
    body: Any = field(default=NO_BODY, repr=False)
    parts: Mapping[str, Upload] = field(factory=dict, repr=False)
    timeout_class: TimeoutClass = "normal"
    secret: tuple[str, ...] = field(default=(), repr=False)

    def with_query(self, parameters: Mapping[str, Any] | None) -> Request[T_co]:
        """Return a copy of the request with more query parameters.

        Args:
            parameters: The parameters to add; they replace those of the same name.

        Returns:
            A new request, or this one if there is nothing to add.

        Raises:
            InvalidDocument: The parameters are not a mapping.
        """
        if parameters is not None and not isinstance(parameters, Mapping):
            raise InvalidDocument("a query", parameters)
        return evolve(self, query={**self.query, **parameters}) if parameters else self

    def with_read(self, read: Callable[[Any], T]) -> Request[T]:
        """Return a copy of the request with another way to read its response.

        Args:
            read: Makes the result from the decoded response body.
        """
        # `evolve` goes through all fields by their names, which takes longer than to build the request.
        return Request(
            self.operation,
            self.method,
            self.path,
            self.response_kind,
            read,
            self.query,
            self.headers,
            self.body,
            self.parts,
            self.timeout_class,
            self.secret,
        )


def segment(what: str, name: object) -> str:
    """Encode a name as one path segment.

    Args:
        what: The kind of object that the name belongs to, for the error message.
        name: The name, as text or an integer.

    Returns:
        The name, percent-encoded. This includes `/` and `%`, so that a name never addresses another resource.

    Raises:
        InvalidName: The name is neither text nor an integer, is empty, or is `.` or `..`, which would change the path.
    """
    if type(name) is str and not name.lstrip(_UNRESERVED) and name.strip("."):
        return name  # as quote() would, in less than half of the time
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or name in ("", ".", ".."):
        raise InvalidName(what, name)
    try:
        return quote(name, safe="")
    except UnicodeEncodeError:  # a lone surrogate
        raise InvalidName(what, name) from None


def segments(what: str, path: object) -> str:
    """Encode a path of names: the slashes stay, each name is encoded.

    Args:
        what: The kind of object that the path addresses, for the error message.
        path: The names, separated by slashes, without a leading or trailing slash.

    Returns:
        The path, percent-encoded.

    Raises:
        InvalidName: The path is not text, or one of its names is invalid.
    """
    if not isinstance(path, str):
        raise InvalidName(what, path)
    return "/".join(segment(what, part) for part in path.split("/"))


def drop_none(members: Mapping[str, Any]) -> dict[str, Any]:
    """Drop the query parameters that are None.

    Args:
        members: The query parameters by their names.

    Returns:
        The parameters that are not None.
    """
    kept = {}
    for name, value in members.items():  # before Python 3.12, a comprehension is a call of its own
        if value is not None:
            kept[name] = value
    return kept


def identity(value: Any) -> Any:
    """Return a decoded response body unchanged.

    Args:
        value: The decoded body.

    Returns:
        The same value.
    """
    return value
