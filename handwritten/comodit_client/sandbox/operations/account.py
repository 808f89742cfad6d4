"""The caller's account: tokens for later requests (S31)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.auth import issue_token
from comodit_client.sandbox.http.responses import ApiResponse, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call


@operation("account.verify")
def _verify(call: Call) -> ApiResponse:
    """Return a token for later requests. The credentials are checked already, the one-time code included."""
    note(call.world, "credentials.token")
    return ok({"jwtToken": issue_token(call.world, call.caller.name)})
