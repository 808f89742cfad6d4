"""Authentication by Basic credentials (S6), an application key (S30) or a token of account/_verify (S31)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.rights import Caller
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.application_keys import find_key
from comodit_client.sandbox.state.ids import new_token
from comodit_client.sandbox.state.one_time_codes import is_valid_code
from comodit_client.sandbox.state.users import hash_password, mfa_secret_of, user_document

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document
    from comodit_client.sandbox.state.world import World

_LIFETIME = 3600
_CHALLENGE = {"WWW-Authenticate": 'Basic realm="ComodIT", charset="UTF-8"'}


def check_credentials(world: World, headers: Mapping[str, str]) -> Caller:
    """Check the credentials of a request. A key or a token takes precedence over Basic credentials.

    Args:
        world: The sandbox.
        headers: The request's headers; lookups ignore case.

    Returns:
        The sender of the request.

    Raises:
        ApiError: The credentials are wrong or missing.
    """
    if "X-ComodIT-AppKey" in headers:
        return _checked_key(world, headers["X-ComodIT-AppKey"])
    if "X-ComodIT-JwtToken" in headers:
        return _checked_token(world, headers["X-ComodIT-JwtToken"])
    caller = _checked_basic(world, headers.get("Authorization", ""))
    if caller.key is None:
        _check_second_factor(world, caller.name, headers.get("X-ComodIT-TotpToken", ""))
    return caller


def _check_second_factor(world: World, user: str, code: str) -> None:
    """Check the one-time code beside a password. The token of account/_verify replaces both (S31)."""
    secret = mfa_secret_of(world, user)
    if secret is None and code:
        note(world, "credentials.any-code")
    if secret is not None and not is_valid_code(secret, code, world.now()):
        raise _unauthorized("The one-time code is wrong or has expired" if code else "A one-time code is required")


def new_signing_key() -> str:
    """Return a secret for signing tokens."""
    return new_token(43)


def _checked_key(world: World, token: str) -> Caller:
    if world.token is not None and _equal(token, world.token):
        return Caller(world.user)
    key = find_key(world, token=token)
    if key is None:
        raise _unauthorized("The application key is not valid")
    return Caller(key.doc["creator"], key)


def _checked_basic(world: World, header: str) -> Caller:
    scheme, _, value = header.partition(" ")
    if scheme.lower() != "basic":
        raise _unauthorized("Credentials are missing")
    try:
        user, _, password = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        raise _unauthorized("The Basic credentials cannot be decoded") from None
    # Both are compared in any case, so that the duration does not reveal which one is wrong.
    if _equal(user, world.user) & _equal(password, world.password):
        return Caller(world.user)
    if (node := world.store.find(0, "users", user)) and _equal(hash_password(world, password), node.data["password"]):
        return Caller(user)
    key = find_key(world, accessKey=user, secretKey=password)
    if key is None:
        raise _unauthorized("Wrong user name or password")
    return Caller(key.doc["creator"], key)


def _checked_token(world: World, token: str) -> Caller:
    signed, _, signature = token.rpartition(".")
    if not _equal(signature, _signature(world, signed)):
        raise _unauthorized("The token is not valid")
    # The signature is valid, so the claims were written here.
    claims = json.loads(_decoded(signed.partition(".")[2]))
    if claims["exp"] <= world.now():
        raise _unauthorized("The token has expired")
    user = claims["sub"]
    if user_document(world, user) is None or not _equal(claims["pwd"], _fingerprint(world, user)):
        raise _unauthorized("The user no longer exists, or has another password now")
    return Caller(user)


def issue_token(world: World, user: str) -> str:
    """Return a signed token for a user."""
    now = int(world.now())
    claims = {"sub": user, "iat": now, "exp": now + _LIFETIME, "pwd": _fingerprint(world, user)}
    header = _encoded({"alg": "HS256", "typ": "JWT"})
    signed = f"{header}.{_encoded(claims)}"
    return f"{signed}.{_signature(world, signed)}"


def _fingerprint(world: World, user: str) -> str:
    """Return a text that changes with the password of a user, so that tokens end with it."""
    node = world.store.find(0, "users", user)
    return hash_password(world, node.data["password"] if node else hash_password(world, world.password))


def _signature(world: World, signed: str) -> str:
    key: str = world.store.root().data["signing_key"]
    digest = hmac.new(key.encode(), signed.encode(errors="replace"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _encoded(document: Document) -> str:
    return base64.urlsafe_b64encode(json.dumps(document).encode()).rstrip(b"=").decode()


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _equal(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(errors="replace"), right.encode())


def _unauthorized(text: str) -> ApiError:
    return ApiError(401, text, headers=_CHALLENGE)
