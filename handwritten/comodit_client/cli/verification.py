"""Checks credentials with the server, with a second factor if it has one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from comodit_client.cli.inputs.accounts import is_interactive

if TYPE_CHECKING:
    from comodit_client.cli.call import Call
    from comodit_client.cli.inputs.accounts import Account


def verified(account: Account, call: Call) -> str | None:
    """Log in.

    The login of an earlier command is not used: it would be accepted with a wrong password.

    Args:
        account: The account.
        call: The command.

    Returns:
        The login to keep, if there was a second factor.

    Raises:
        PythonApiException: The server does not accept the credentials, or does not respond.
    """
    from comodit_client.rest.exceptions import Unauthorized

    given = call.option("mfa")
    try:
        return _log_in(account, call, given)
    except Unauthorized:
        # Servers do not say whether the password is wrong or a code is missing.
        if given or account.token or not is_interactive():
            raise
        codes = _ask_codes()
        if codes is None:
            raise
    return _log_in(account, call, codes)


def _ask_codes() -> Callable[[], str] | None:
    first = click.prompt("One-time code (empty if the account has none)", default="", show_default=False, err=True)
    codes = iter([first])

    def code() -> str:
        return next(codes, None) or str(click.prompt("The code was not accepted. Next one-time code", err=True))

    return code if first else None


def _log_in(account: Account, call: Call, mfa: str | Callable[[], str] | None) -> str | None:
    from comodit_client.api import Client
    from comodit_client.rest.logins import NAME, Logins

    with TemporaryDirectory() as folder:
        kept = Path(folder, NAME)
        with Client(
            account.api,
            account.username,
            account.password,
            account.token,
            mfa=mfa,
            keep_login=kept,
            verify=not call.option("insecure"),
            user_agent="comodit-cli",
        ) as client:
            client.ping()
        return Logins(kept).find(account.api, account.username or "")
