"""Authentication by the token of a login with a password and a one-time code (S31). Importing this imports httpx."""

from __future__ import annotations

import warnings
import weakref
from collections.abc import AsyncGenerator, Callable, Generator
from typing import TYPE_CHECKING

from comodit_client.rest import _sync_http, responses
from comodit_client.rest.credentials import FOLDER, CodeIfRequired
from comodit_client.rest.exceptions import MissingCredentials
from comodit_client.rest.http import LOGINS, Auth, BasicAuth, HttpRequest, HttpResponse, received
from comodit_client.rest.locks import Lock
from comodit_client.rest.logins import Logins
from comodit_client.rest.received import ReceivedResponse
from comodit_client.wire import account

if TYPE_CHECKING:
    import asyncio

#: The number of attempts at a login, with one code each.
TRIES = 3
#: Status codes of a server that did not check the code.
UNCHECKED = frozenset({429, 502, 503, 504})
HEADER = "X-ComodIT-JwtToken"
#: The largest response to a login that is read, in bytes.
MAX_SIZE = 1 << 16
Login = Generator[HttpRequest, ReceivedResponse, None]


class TokenAuth(Auth):
    """Authentication that logs in with the first request, and again when the server no longer accepts the token.

    Threads and tasks that share it log in once: one logs in, the others wait and use its token.

    The token of an old file names neither its server nor its user. Without a code, the first client uses it, and no
    other client afterwards. With a code, it is not used: the password is tried first, so that nobody is asked for a
    code without need, and the login replaces the file.

    With a `CodeIfRequired`, the password is tried first as well, unless a login is kept: that of an account with a
    second factor.

    Args:
        endpoint: The API root.
        username: The user's name.
        password: The user's password.
        code: The one-time code, or a function that returns one. None uses a kept login, and the password once the
            server no longer accepts that login.
        logins: The logins that outlive the process; None keeps none.
    """

    def __init__(
        self,
        endpoint: str,
        username: str,
        password: str,
        code: str | Callable[[], str] | None,
        logins: Logins | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._username = username
        self._basic = BasicAuth(username, password)
        self._ask = code if callable(code) else None
        self._code = None if callable(code) else code
        self._by_password = code is None
        self._claims = code is None or isinstance(code, CodeIfRequired)
        self._logins = logins
        self._token = self._kept_token()
        self._password_first = self._token is None and (
            isinstance(code, CodeIfRequired) or (logins is not None and logins.is_old())
        )
        self._lock = Lock()
        self._locks: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = weakref.WeakKeyDictionary()

    def sync_auth_flow(self, request: HttpRequest) -> Generator[HttpRequest, HttpResponse, None]:
        """Add the token to a request; log in first if needed, and again if the server no longer accepts the token."""
        request.headers.pop(HEADER, None)  # a redirected request carries the token, which does not make it stale
        for last in (False, True):
            if self._is_stale(request):
                with self._lock:
                    login = self._login(request)
                    outgoing = next(login, None)
                    while outgoing is not None:
                        response = yield outgoing
                        content = _sync_http.read(response, MAX_SIZE, cut=True)
                        outgoing = _next_request(login, received(outgoing, response, content))
            response = yield self._signed(request)
            if last or not self._can_renew(request, response):
                return
            _sync_http.read(response, MAX_SIZE, cut=True)

    async def async_auth_flow(self, request: HttpRequest) -> AsyncGenerator[HttpRequest, HttpResponse]:
        """Do the same while other tasks run."""
        import asyncio  # here, because the blocking API does not need it

        from comodit_client.rest import _async_http

        request.headers.pop(HEADER, None)
        for last in (False, True):
            if self._is_stale(request):
                async with self._locks.setdefault(asyncio.get_running_loop(), asyncio.Lock()):
                    login = self._login(request)
                    outgoing = next(login, None)
                    while outgoing is not None:
                        response = yield outgoing
                        content = await _async_http.read(response, MAX_SIZE, cut=True)
                        outgoing = _next_request(login, received(outgoing, response, content))
            response = yield self._signed(request)
            if last or not self._can_renew(request, response):
                return
            await _async_http.read(response, MAX_SIZE, cut=True)

    def _is_stale(self, request: HttpRequest) -> bool:
        return self._token in (None, request.headers.get(HEADER))

    def _can_renew(self, request: HttpRequest, response: HttpResponse) -> bool:
        if response.status_code != 401:
            return False
        if HEADER not in request.headers:  # it was sent with the password
            self._password_first = False
            return not self._by_password
        return bool(self._ask or self._code or self._by_password) or not self._is_stale(request)

    def _signed(self, request: HttpRequest) -> HttpRequest:
        request.headers.pop(HEADER, None)
        if self._token is None:
            return next(self._basic.auth_flow(request))
        request.headers[HEADER] = self._token
        return request

    def _login(self, request: HttpRequest) -> Login:
        if not self._is_stale(request):
            return  # another thread or task logged in while this one waited
        self._token = None
        if self._by_password or self._password_first:
            return
        tries = TRIES if self._ask else 1
        while self._token is None:
            tries -= 1
            operation = account.verify(totp_token=self._next_code())
            login = HttpRequest(
                operation.method,
                self._endpoint + operation.path,
                headers=operation.headers,
                extensions=request.extensions,
            )
            response = yield next(self._basic.auth_flow(login))
            request.extensions.get(LOGINS, []).append((operation, response))
            if response.status_code not in UNCHECKED:
                self._code = None  # not before: a code that was not checked is still valid
            if response.status_code != 401 or not tries:
                self._token = responses.token(operation, response)
                self._keep(self._token)

    def _next_code(self) -> str:
        code = self._code if self._ask is None else self._ask()
        if not isinstance(code, str) or not code.isascii() or not code.isprintable() or not code:
            raise MissingCredentials(
                "Cannot log in: a new one-time code is needed. Give mfa as a function that returns one, or create "
                "a new client with the next code."
            )
        return code

    def _kept_token(self) -> str | None:
        if self._logins is None:
            return None
        token = self._logins.find(self._endpoint, self._username)
        if token is None and self._claims:
            token = self._logins.claim(self._endpoint, self._username)
        return token

    def _keep(self, token: str) -> None:
        if self._logins is None:
            return
        try:
            self._logins.keep(self._endpoint, self._username, token)
        except OSError as error:
            warnings.warn(
                f"The login succeeded but cannot be kept: {error}. Check the path of keep_login or {FOLDER}.",
                stacklevel=2,
            )


def _next_request(login: Login, response: ReceivedResponse) -> HttpRequest | None:
    try:
        return login.send(response)
    except StopIteration:
        return None
