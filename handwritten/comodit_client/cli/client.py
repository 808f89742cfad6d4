"""The client of a command, from its options, the environment and the profiles."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from comodit_client.cli import table
from comodit_client.cli.exits import FORBIDDEN, Failure
from comodit_client.cli.inputs.terminal import is_interactive

if TYPE_CHECKING:
    from comodit_client.api import Client
    from comodit_client.cli.call import Call


def client_of(call: Call, **more: Any) -> Client:
    """Create the client of a command. Sends no request.

    A login with a second factor is kept for later commands. These need no code until it expires.

    Args:
        call: The command.
        more: More arguments of the client; they replace those of the command.

    Raises:
        PythonApiException: The credentials are incomplete, or the configuration cannot be read.
    """
    from comodit_client.api import Client

    codes = _codes(call.option("mfa"))
    options: dict[str, Any] = {
        "endpoint": call.option("api"),
        "username": call.option("user"),
        "password": call.option("pass"),
        "token": call.option("token"),
        "mfa": codes,
        "keep_login": _keeps_login(codes) or None,
        "verify": False if call.option("insecure") else None,
    }
    given = {name: value for name, value in (options | more).items() if value is not None}
    return Client.from_config(call.option("profile"), user_agent="comodit-cli", **given)


def _codes(code: str | None) -> str | Callable[[], str] | None:
    """Return the code, or on a terminal a function that asks for more codes."""
    from comodit_client.rest.credentials import CodeIfRequired

    if not is_interactive():
        return code
    if code is None:
        return CodeIfRequired(_Codes(None))
    return _Codes(code)


class _Codes:
    """Returns the code of the command line, and then those that the user types."""

    def __init__(self, code: str | None) -> None:
        self._code = code
        self._count = 0

    def __call__(self) -> str:
        code, self._code = self._code, None
        self._count += 1
        return code or _ask("One-time code" if self._count == 1 else "The code was rejected. One-time code")


def _ask(question: str) -> str:
    click.echo(f"{question} (empty to stop): ", err=True, nl=False)
    code = sys.stdin.readline().strip()
    if not code:
        raise Failure(
            f"Cannot log in: the server rejected the user name and the password without a one-time code. "
            f"Run '{table.NAME} login', or give other credentials.",
            FORBIDDEN,
        )
    return code


def _keeps_login(codes: object) -> bool:
    """Return whether the command can log in, or use an earlier login, and has a folder for logins."""
    from comodit_client.rest.logins import default_path

    try:
        path = default_path()
        return path.is_file() or (codes is not None and not path.is_dir())
    except (RuntimeError, OSError):
        return False
