"""How a request says who asks: a user name with a password, or an application key."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from pathlib import Path

from comodit_client.rest.exceptions import MissingCredentials
from comodit_client.rest.http import Auth, BasicAuth, HttpRequest, HttpResponse

#: Names the folder where logins are kept, in spite of the name; old scripts set it.
FOLDER = "COMODIT_JWT_TOKEN_FILE"


class ApplicationKeyAuth(Auth):
    """Says who asks by the token of an application key (S30).

    Args:
        token: The key's token.
    """

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: HttpRequest) -> Generator[HttpRequest, HttpResponse, None]:
        """Add the key to a request."""
        request.headers["X-ComodIT-AppKey"] = self._token
        yield request


def credentials(
    endpoint: str,
    username: str | None,
    password: str | None,
    token: str | None,
    mfa: str | Callable[[], str] | None = None,
    keep_login: bool | str | os.PathLike[str] = False,
) -> Auth:
    """Choose how to say who asks; an application key wins, then a second factor, then a kept login.

    Args:
        endpoint: The API root.
        username: The user's name.
        password: The user's password.
        token: The token of an application key.
        mfa: The one-time code of a second factor, or what gives one when it is asked.
        keep_login: Whether a login outlives the process, or the file for that.

    Returns:
        What adds the credentials to each request.

    Raises:
        MissingCredentials: There is neither a token nor a user name, or the token is no single line of text.
    """
    if token:
        return ApplicationKeyAuth(_line(token))
    if username is None:
        raise MissingCredentials("give a user name and a password, or the token of an application key")
    if mfa or keep_login or os.environ.get(FOLDER):
        return _with_logins(endpoint, username, password or "", mfa or None, keep_login)
    return BasicAuth(username, password or "")


def _with_logins(
    endpoint: str,
    username: str,
    password: str,
    mfa: str | Callable[[], str] | None,
    keep_login: bool | str | os.PathLike[str],
) -> Auth:
    from comodit_client.rest.logins import Logins, default_path
    from comodit_client.rest.mfa import TokenAuth

    path = default_path() if isinstance(keep_login, bool) else Path(keep_login)
    logins = Logins(path) if keep_login or os.environ.get(FOLDER) else None
    return TokenAuth(endpoint, username, password, mfa, logins)


def _line(token: str) -> str:
    # A token that was read from a file mostly ends in a line end. What cannot stand in a header would be quoted by
    # the HTTP library's exception.
    line = token.strip()
    if not line or not line.isascii() or not line.isprintable():
        raise MissingCredentials("the token of an application key is one line of printable ASCII characters")
    return line
