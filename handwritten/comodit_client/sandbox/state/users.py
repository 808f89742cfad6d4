"""Users (S28, S29): the first user of the sandbox, and those created later."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import already_exists, bad_request
from comodit_client.sandbox.state.one_time_codes import checked_secret

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

_ROLES = ("USER", "ADMIN")


def public_user(world: World, name: str) -> Document | None:
    """Return a user as groups list it, or None if the user does not exist."""
    document = user_document(world, name)
    return document and {member: document[member] for member in ("username", "fullname", "email")}


def user_document(world: World, name: str) -> Document | None:
    """Return a user without the password, or None if the user does not exist."""
    node = world.store.find(0, "users", name)
    if node is not None:
        return node.doc
    return first_user(world) if name == world.user else None


def first_user(world: World) -> Document:
    """Return the user that the sandbox was started with, an administrator of the service."""
    return {"username": world.user, "fullname": "", "email": f"{world.user}@sandbox.example", "role": "ADMIN"}


def mfa_secret_of(world: World, name: str) -> str | None:
    """Return the secret of a user's second factor, or None for a user without one."""
    node = world.store.find(0, "users", name)
    return node.data.get("mfa_secret") if node is not None else world.mfa_secret


def add_user(world: World, body: Document, mfa_secret: object = None) -> Node:
    """Create a user.

    Args:
        world: The sandbox.
        body: The username, the password and optional members.
        mfa_secret: The secret of the user's second factor, in base32. Default: no second factor.

    Raises:
        ApiError: The name or the mail address is taken, a member is missing, or the secret is invalid.
    """
    name, password = body.get("username"), body.get("password")
    if not isinstance(name, str) or not name or ":" in name:
        raise bad_request("'username' must be text without a colon")
    if not isinstance(password, str) or not password:
        raise bad_request("'password' must be non-empty text")
    if name == world.user:
        raise already_exists("users", name)
    data = {"password": hash_password(world, password)}
    if mfa_secret is not None:
        data["mfa_secret"] = checked_secret(mfa_secret)
    return world.store.add(0, "users", name, stored_user(world, name, body), data)


def stored_user(world: World, name: str, body: Document) -> Document:
    """Return a user as it is stored, without the password.

    Raises:
        ApiError: The mail address is taken, or the role does not exist.
    """
    email, role = body.get("email") or f"{name}@sandbox.example", body.get("role") or "USER"
    if role not in _ROLES:
        raise bad_request(f"'role' must be {' or '.join(_ROLES)}")
    others = [first_user(world), *(node.doc for node in world.store.children(0, "users"))]
    if email in [other["email"] for other in others if other["username"] != name]:
        raise bad_request(f"The mail address {email} belongs to another user")
    return {"username": name, "fullname": body.get("fullname") or "", "email": email, "role": role}


def hash_password(world: World, password: str) -> str:
    """Return the hash of a password."""
    # A fast hash, since it is computed for every request and protects test data only.
    root = world.store.root().data
    # Older databases have no key of their own for passwords. A reset replaces only the key of tokens.
    key: str = root.get("password_key") or root["signing_key"]
    return hmac.new(key.encode(), password.encode(errors="replace"), hashlib.sha256).hexdigest()
