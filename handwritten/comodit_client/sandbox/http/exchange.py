"""A request of the API, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define, field

from comodit_client.sandbox.parity.recorder import Notes

if TYPE_CHECKING:
    from comodit_client.sandbox.http.uploads import Upload


@define
class Exchange:
    """A request of the API, and what became of it.

    The dispatcher fills it in as it handles the request.

    Attributes:
        method: The HTTP method.
        path: The path, percent-encoded, with the root of the API.
        query: The query.
        operation_id: The operation of the schema; None if no operation has this path and method.
        operation: The description of that operation in the schema.
        names: The decoded variables of the path.
        content: The JSON body as it was sent; None without one, and for uploads.
        is_valid: Whether the query and the body are valid.
        digest: The SHA-256 of the body, or of the file in it.
        caller: The name of the user who sent it, or of the user who created its application key.
        served: The status code with which it was handled, even if the client received another one; 0 if it was not.
        status: The status code of the response; 0 without one.
        fault: The kind of the injected fault that applied, or None.
        at: The time of the sandbox when the request arrived, in seconds.
        started: The reading of the machine's performance counter then.
        seconds: The real time until the response was ready.
        upload: The bytes of the body, or of the file in it; None if the operation has none.
        notes: The behaviours that decide the response, and warnings about the request.
    """

    method: str
    path: str
    query: Mapping[str, str] = field(factory=dict, repr=False)
    operation_id: str | None = None
    operation: Mapping[str, Any] | None = field(default=None, repr=False)
    names: Mapping[str, str] = field(factory=dict)
    content: bytes | None = field(default=None, repr=False)
    is_valid: bool = False
    digest: str = ""
    caller: str | None = None
    served: int = 0
    status: int = 0
    fault: str | None = None
    at: float = 0.0
    started: float = field(default=0.0, repr=False)
    seconds: float = 0.0
    upload: Upload | None = field(default=None, repr=False)
    notes: Notes = field(factory=Notes, repr=False)
