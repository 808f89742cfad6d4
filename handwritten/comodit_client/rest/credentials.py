"""The credentials of a client: a user name with a password, or an application key."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.rest.exceptions import MissingCredentials
from comodit_client.rest.locks import Lock

if TYPE_CHECKING:
    from comodit_client.rest.http import Auth
    from comodit_client.rest.logins import Logins

#: Names the folder of the login file, despite its name; old scripts set it.
FOLDER = "COMODIT_JWT_TOKEN_FILE"


class Credentials:
    """The credentials that every request of a client carries.

    Args:
        make: Makes httpx's form of them; called once, for the first request, because it imports httpx.
    """

    def __init__(self, make: Callable[[], Auth]) -> None:
        self._make = make
        self._auth: Auth | None = None
        self._lock = Lock()

    def auth(self) -> Auth:
        """Return the credentials as httpx takes them; threads share one object."""
        with self._lock:
            if self._auth is None:
                self._auth = self._make()
            return self._auth


def credentials(
    endpoint: str,
    username: str | None,
    password: str | None,
    token: str | None,
    mfa: str | Callable[[], str] | None = None,
    keep_login: bool | str | os.PathLike[str] = False,
) -> Credentials:
    """Choose the credentials: an application key first, then a second factor, then a kept login, then a password.

    Args:
        endpoint: The API root.
        username: The user's name.
        password: The user's password.
        token: The token of an application key.
        mfa: The one-time code of a second factor, or a function that returns one.
        keep_login: Whether a login outlives the process, or the path of the file that keeps it.

    Returns:
        The credentials.

    Raises:
        MissingCredentials: Neither a token nor a user name is given, or the token is not a single line of text.
    """
    if token:
        return Credentials(partial(_key_auth, _line(token)))
    if username is None:
        raise MissingCredentials(
            "Cannot create a client: credentials are missing. Give a user name and a password, or the token of an "
            "application key."
        )
    if mfa or keep_login or os.environ.get(FOLDER):
        logins = _logins(keep_login)
        return Credentials(partial(_token_auth, endpoint, username, password or "", mfa or None, logins))
    return Credentials(partial(_basic_auth, username, password or ""))


def _basic_auth(username: str, password: str) -> Auth:
    from comodit_client.rest.http import BasicAuth

    return BasicAuth(username, password)


def _key_auth(token: str) -> Auth:
    from comodit_client.rest.auth import ApplicationKeyAuth

    return ApplicationKeyAuth(token)


def _token_auth(
    endpoint: str, username: str, password: str, mfa: str | Callable[[], str] | None, logins: Logins | None
) -> Auth:
    from comodit_client.rest.mfa import TokenAuth

    return TokenAuth(endpoint, username, password, mfa, logins)


def _logins(keep_login: bool | str | os.PathLike[str]) -> Logins | None:
    from pathlib import Path

    from comodit_client.rest.logins import Logins, default_path

    path = default_path() if isinstance(keep_login, bool) else Path(keep_login).expanduser()
    return Logins(path) if keep_login or os.environ.get(FOLDER) else None


def _line(token: str) -> str:
    # A token that was read from a file usually ends with a line break. httpx's exception would quote a token that
    # cannot stand in a header.
    line = token.strip()
    if not line or not line.isascii() or not line.isprintable():
        raise MissingCredentials(
            "Cannot use the token of the application key: it is not one line of printable ASCII characters. Copy it "
            "again from the server."
        )
    return line
