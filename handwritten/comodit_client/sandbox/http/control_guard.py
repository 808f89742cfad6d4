"""Protection of the control commands against web pages and strangers.

A browser on this machine sends requests of any page to the sandbox. Such requests have the host name or the origin of
the page, or a content type of HTML forms.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from comodit_client.sandbox.errors import ApiError

if TYPE_CHECKING:
    from starlette.datastructures import Headers

_LOOPBACK = frozenset({"127.0.0.1", "[::1]", "localhost"})
#: A Host header: a name or an address, and an optional port.
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?")


def _lower(names: Sequence[str]) -> frozenset[str]:
    return frozenset(f"[{name}]" if ":" in name and "[" not in name else name for name in map(str.lower, names))


@frozen
class ControlGuard:
    """The conditions of a control command.

    Attributes:
        token: The token that a request must have, or None.
        names: The names and addresses by which the sandbox may be called, in addition to those of loopback.
    """

    token: str | None = None
    names: frozenset[str] = field(default=frozenset(), converter=_lower)

    def check(self, method: str, headers: Headers) -> None:
        """Check that a request may run a command.

        Raises:
            ApiError: The request comes from elsewhere, has no JSON, or has no valid token.
        """
        hosts = headers.getlist("Host")
        if len(hosts) != 1 or not self._is_own(hosts[0]):
            raise ApiError(403, "Control commands must be sent to localhost; add other names with --control-host")
        if any(origin.lower() != f"http://{hosts[0]}".lower() for origin in headers.getlist("Origin")):
            raise ApiError(403, "Control commands may not come from a page of another origin")
        if headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            raise ApiError(403, "Control commands may not come from a page of another origin")
        if method == "POST" and headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            raise ApiError(415, "Control commands must come with Content-Type application/json")
        if self.token is not None and not _has_token(headers, self.token):
            raise ApiError(401, "The control token is missing or wrong", headers={"WWW-Authenticate": "Bearer"})

    def _is_own(self, host: str) -> bool:
        match = _HOST.fullmatch(host.lower())
        return match is not None and match[1] in _LOOPBACK | self.names


def _has_token(headers: Headers, token: str) -> bool:
    scheme, _, given = headers.get("Authorization", "").partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())
