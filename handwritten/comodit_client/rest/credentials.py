"""The credentials of a client: a user name with a password, or an application key."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.rest.exceptions import InvalidArgument, MissingCredentials
from comodit_client.rest.locks import Lock
from comodit_client.rest.paths import objection

if TYPE_CHECKING:
    from pathlib import Path

    from comodit_client.rest.http import Auth
    from comodit_client.rest.logins import Logins

#: Names the folder of the login file, despite its name; old scripts set it.
FOLDER = "COMODIT_JWT_TOKEN_FILE"
#: Control characters, and halves of characters, which UTF-8 cannot encode.
UNUSABLE = "[\x00-\x1f\x7f-\x9f\ud800-\udfff]"


class CodeIfRequired:
    """A function that returns a one-time code, and is called only after the server rejected the password alone.

    Args:
        ask: Returns a code.
    """

    def __init__(self, ask: Callable[[], str]) -> None:
        self._ask = ask

    def __call__(self) -> str:
        """Return a code."""
        return self._ask()


class Credentials:
    """The credentials that every request of a client carries.

    Args:
        headers: The headers that they are sent in; empty if a login makes them.
        make: Makes the object that logs in; called once, for the first request, because it imports httpx.
    """

    def __init__(self, headers: Mapping[str, str], make: Callable[[], Auth] | None = None) -> None:
        self.headers: Mapping[str, str] = headers
        self._make = make
        self._auth: Auth | None = None
        self._lock = Lock()

    def auth(self) -> Auth | None:
        """Return the object that logs in, which threads share; None if the headers suffice."""
        if self._make is None or self._auth is not None:
            return self._auth
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
        MissingCredentials: There is neither a token nor a user name with a password, or one of them cannot be sent.
        InvalidArgument: Another argument is of the wrong type, or the login cannot be kept there.
    """
    _check_code(mfa)
    if token is not None and token != "":
        return Credentials({"X-ComodIT-AppKey": key(token)})  # S30
    if username is None or (isinstance(username, str) and not username.strip()):
        problem = "a password was given without a user name" if password else "credentials are missing"
        raise MissingCredentials(
            f"Cannot create a client: {problem}. Give a user name and a password, or the token of an application key."
        )
    check_user(username)
    if password is None or password == "":
        problem = "without a password" if password is None else "with an empty password"
        raise MissingCredentials(
            f"Cannot create a client: a user name was given {problem}. Give the password as well, or the token of an "
            "application key instead."
        )
    check_password(password)
    if not isinstance(keep_login, bool) and objection(keep_login):
        raise InvalidArgument(
            f"Cannot use keep_login: {objection(keep_login)}. Give True, False or the path of a file."
        )
    if mfa or keep_login or os.environ.get(FOLDER):
        return Credentials({}, partial(_token_auth, endpoint, username, password, mfa, _logins(keep_login)))
    return Credentials({"Authorization": _basic(username, password)})


def check_user(username: object) -> None:
    """Check that a user name can be sent.

    Args:
        username: The user's name.

    Raises:
        MissingCredentials: It is not text, or contains a colon or a control character.
    """
    _check_text("user name", username)
    if ":" in str(username):
        raise MissingCredentials("Cannot use the user name: it contains a colon, which separates it from the password.")


def check_password(password: object) -> None:
    """Check that a password can be sent.

    Args:
        password: The password.

    Raises:
        MissingCredentials: It is not text, or contains a control character.
    """
    _check_text("password", password)


def key(token: object) -> str:
    """Return the token of an application key as it is sent.

    Args:
        token: The token.

    Returns:
        The token without blanks around it: one that was read from a file usually ends with a line break.

    Raises:
        MissingCredentials: It is not one line of printable ASCII characters.
    """
    line = token.strip() if isinstance(token, str) else ""
    if not line or not line.isascii() or not line.isprintable():
        # The token is not quoted; httpx would quote it.
        raise MissingCredentials(
            "Cannot use the token of the application key: it is not one line of printable ASCII characters. Copy it "
            "again from the server."
        )
    return line


def _check_text(what: str, value: object) -> None:
    if not isinstance(value, str):
        raise MissingCredentials(f"Cannot use the {what}: it is of type {type(value).__name__}. Give text.")
    if not value.isprintable() and re.search(UNUSABLE, value):  # compiling it takes longer than all else here
        raise MissingCredentials(
            f"Cannot use the {what}: it contains a line break or another control character. Remove it."
        )


def _check_code(mfa: object) -> None:
    if isinstance(mfa, str):
        if not mfa.strip() or not mfa.isascii() or not mfa.isprintable():
            raise MissingCredentials("Cannot use mfa: it is not a one-time code. Give its digits, or None.")
    elif mfa is not None and (not callable(mfa) or _is_async(mfa)):
        raise InvalidArgument(
            f"Cannot use mfa of type {type(mfa).__name__}: give a one-time code as text, or a function (not async) "
            "that returns one."
        )


def _is_async(function: object) -> bool:
    from inspect import iscoroutinefunction

    return iscoroutinefunction(function)


def _basic(username: str, password: str) -> str:
    return f"Basic {b64encode(f'{username}:{password}'.encode()).decode('ascii')}"


def _token_auth(
    endpoint: str, username: str, password: str, mfa: str | Callable[[], str] | None, logins: Logins | None
) -> Auth:
    from comodit_client.rest.mfa import TokenAuth

    return TokenAuth(endpoint, username, password, mfa, logins)


def _logins(keep_login: bool | str | os.PathLike[str]) -> Logins | None:
    from pathlib import Path

    from comodit_client.rest.logins import Logins, default_path

    if not keep_login and not os.environ.get(FOLDER):
        return None
    try:
        path = default_path() if isinstance(keep_login, bool) else Path(keep_login).expanduser()
    except RuntimeError as error:
        raise InvalidArgument(
            f"Cannot keep the login: this user does not have a home folder. Give keep_login as the path of a file, or "
            f"set {FOLDER} to a folder."
        ) from error
    if _is_folder(path):
        raise InvalidArgument(f"Cannot keep the login in {path}: it is a folder. Give the path of a file.")
    return Logins(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # the login warns when it cannot be kept there
        return False
