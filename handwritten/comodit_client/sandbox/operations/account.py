"""The account of the caller: a token for later calls (S31)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.auth import issue_token
from comodit_client.sandbox.http.responses import ApiResponse, ok
from comodit_client.sandbox.http.routing import operation

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call


@operation("account.verify")
def _verify(call: Call) -> ApiResponse:
    """Give a token for later calls. Who comes here has shown credentials already; any one-time code will do."""
    if call.caller.key is not None:
        raise ApiError(403, "A token is for users, not for application keys")
    return ok({"jwtToken": issue_token(call.world, call.caller.name)})
