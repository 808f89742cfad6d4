"""How a request says who asks: a user name with a password, or an application key."""

from __future__ import annotations

from collections.abc import Generator

from comodit_client.rest.exceptions import MissingCredentials
from comodit_client.rest.http import Auth, BasicAuth, HttpRequest, HttpResponse


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


def credentials(username: str | None, password: str | None, token: str | None) -> Auth:
    """Choose how to say who asks; an application key wins.

    Args:
        username: The user's name.
        password: The user's password.
        token: The token of an application key.

    Returns:
        What adds the credentials to each request.

    Raises:
        MissingCredentials: There is neither a token nor a user name, or the token is no single line of text.
    """
    if token:
        return ApplicationKeyAuth(_line(token))
    if username is None:
        raise MissingCredentials("give a user name and a password, or the token of an application key")
    return BasicAuth(username, password or "")


def _line(token: str) -> str:
    # A token that was read from a file mostly ends in a line end. What cannot stand in a header would be quoted by
    # the HTTP library's exception.
    line = token.strip()
    if not line or not line.isascii() or not line.isprintable():
        raise MissingCredentials("the token of an application key is one line of printable ASCII characters")
    return line
