"""A response as the library reads it: decoded, and in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from comodit_client.rest.http import Headers, HttpRequest


@attrs.define(eq=False)
class ReceivedResponse:
    """A response.

    Args:
        request: The request as it was sent.
        status_code: The status code.
        headers: The headers.
        reason_phrase: The text beside the status code.
        content: The decoded body; empty if it was written to a file.
        attempts: The number of attempts.
    """

    request: HttpRequest = attrs.field(repr=False)
    status_code: int
    headers: Headers = attrs.field(repr=False)
    reason_phrase: str = ""
    content: bytes = attrs.field(default=b"", repr=False)
    attempts: int = 1

    @property
    def is_success(self) -> bool:
        """Whether the status code is 2xx."""
        return 200 <= self.status_code < 300
