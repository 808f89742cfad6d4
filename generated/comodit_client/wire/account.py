# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The caller's account and login token."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.request import Request, drop_none
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.account import VerificationDict, VerificationMembers


class Verification(View):
    """Result of verifying credentials."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "jwtToken": "jwt_token",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "jwtToken",
        }
    )
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: VerificationDict | None = None, **members: Unpack[VerificationMembers]
        ) -> None: ...

    @property
    def jwt_token(self) -> str | None:
        """Token to send with later calls."""
        return self._data.get("jwtToken")


def verify(
    *,
    totp_token: str | None = None,
) -> Request[Verification]:
    """Verify the caller's credentials and return a token.

    Send a password and a one-time code to get a token for later calls. Send a token alone to verify that it is
    still valid; the response body then has no known use. An application key is not accepted.

    Args:
        totp_token: One-time code from the caller's authenticator app.

    Returns:
        The request. Its response is a Verification: the credentials are valid.

    Facts: S31, core.
    """
    return Request(
        "account.verify",
        "GET",
        "/account/_verify",
        "object",
        Verification,
        headers=drop_none(
            {
                "X-ComodIT-TotpToken": totp_token,
            }
        ),
        timeout_class="short",
    )


class Operations(Scope):
    """The operations of this module."""

    __slots__ = ()

    def verify(self, *, totp_token: str | None = None) -> Request[Verification]:
        """Verify the caller's credentials and return a token."""
        return verify(totp_token=totp_token)
