"""A request of the API as the journal keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from comodit_client.sandbox.journal.secrets import SecretMask

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


@frozen(repr=False)
class RecordedRequest:
    """A request of the API that the sandbox received.

    Its representation masks secrets; its attributes do not.

    Attributes:
        operation: The operationId of the schema, such as `hosts.create`; None if no operation has this path and method.
        method: The HTTP method.
        path: The path, percent-encoded, with the root of the API.
        query: The parameters of the query.
        names: The decoded variables of the path, such as `organization` and `host`.
        status: The status code of the response; 0 if a fault ended the connection instead.
        served: The status code with which the sandbox handled the request. A fault may replace the response; with 0,
            the fault prevented the handling.
        error: The texts of an error response.
        seconds: The real time until the response was ready.
        at: The time of the sandbox when the request arrived, in seconds since 1970.
        fault: The kind of the injected fault that applied, or None.
        caller: The name of the user who sent it, or of the user who created its application key; None if it was not
            checked or the credentials are wrong.
        is_valid: Whether the query and the body are valid.
    """

    operation: str | None
    method: str
    path: str
    query: Mapping[str, str]
    names: Mapping[str, str]
    status: int
    served: int
    error: tuple[str, ...]
    seconds: float
    at: float
    fault: str | None
    caller: str | None
    is_valid: bool
    _content: bytes | None
    _mask: SecretMask = field(eq=False)

    @property
    def body(self) -> Any:
        """The JSON body, a new copy each time.

        None without one, for uploads, and for requests that failed before their body was read: because of a fault, the
        path, the credentials, the rights or the query.
        """
        return None if self._content is None else json.loads(self._content)

    @property
    def size(self) -> int:
        """The number of bytes of the JSON body."""
        return len(self._content or b"")

    @property
    def changed_something(self) -> bool:
        """Whether the sandbox carried out a change, even if its client did not receive the response."""
        return self.method not in _READING and 0 < self.served < 400

    def masked_query(self) -> dict[str, str]:
        """Return the query with the secrets masked."""
        return self._mask.query(self.query)

    def masked_body(self) -> Any:
        """Return the JSON body with the secrets masked."""
        return self._mask.body(self.operation, self.names, self.body)

    def document(self) -> dict[str, Any]:
        """Return the request as a JSON object with the secrets masked."""
        return {
            "operation": self.operation,
            "method": self.method,
            "path": self.path,
            "query": self.masked_query(),
            "names": dict(self.names),
            "body": self.masked_body(),
            "status": self.status,
            "served": self.served,
            "error": list(self.error),
            "seconds": self.seconds,
            "at": self.at,
            "fault": self.fault,
            "caller": self.caller,
        }

    def __repr__(self) -> str:
        members = ", ".join(f"{name}={value!r}" for name, value in self.document().items())
        return f"{type(self).__name__}({members})"
