# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The account of the caller and its token."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from comodit_client.wire.request import Request, drop_none
from comodit_client.wire.view import View


class Verification(View):
    """Outcome of a verification of credentials."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "jwtToken": "jwt_token",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "jwtToken",
        }
    )

    @property
    def jwt_token(self) -> str | None:
        """Token to send with later calls."""
        return self._data.get("jwtToken")


def verify(
    *,
    totp_token: str | None = None,
) -> Request[Verification]:
    """Verify the caller's credentials and give a token.

    With a password and a one-time code the answer carries the token for later calls. With a token alone the call
    tells whether the token is still good; the body of that answer has no known use.

    Facts: S31, core.

    Args:
        totp_token: One-time code of the caller's authenticator.

    Returns:
        The request; its answer is a Verification: the credentials are good.
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
