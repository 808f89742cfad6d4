"""Application keys as httpx sends them. Loading this module imports httpx."""

from __future__ import annotations

from collections.abc import Generator

from comodit_client.rest.http import Auth, HttpRequest, HttpResponse


class ApplicationKeyAuth(Auth):
    """Authentication by the token of an application key (S30).

    Args:
        token: The key's token.
    """

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: HttpRequest) -> Generator[HttpRequest, HttpResponse, None]:
        """Add the key to a request."""
        request.headers["X-ComodIT-AppKey"] = self._token
        yield request
