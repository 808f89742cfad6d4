"""A request of the API, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from comodit_client.sandbox.parity.recorder import Notes


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
        body: The JSON body; None without one, and for uploads.
        digest: The SHA-256 of the body, or of the file in it.
        caller: The name of the user who sent it, or of the user who created its application key.
        status: The status code of the response; 0 without one.
        fault: The kind of the injected fault that applied, or None.
        at: The time of the sandbox when the request arrived, in seconds.
        started: The reading of the machine's performance counter then.
        seconds: The real time until the response was ready.
        notes: The behaviours that decide the response, and warnings about the request.
    """

    method: str
    path: str
    query: Mapping[str, str] = field(factory=dict)
    operation_id: str | None = None
    operation: Mapping[str, Any] | None = field(default=None, repr=False)
    names: Mapping[str, str] = field(factory=dict)
    body: Any = field(default=None, repr=False)
    digest: str = ""
    caller: str | None = None
    status: int = 0
    fault: str | None = None
    at: float = 0.0
    started: float = field(default=0.0, repr=False)
    seconds: float = 0.0
    notes: Notes = field(factory=Notes, repr=False)
