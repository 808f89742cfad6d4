"""Identifiers in the formats of the real server."""

from __future__ import annotations

import secrets
import string
import uuid

# A random node number (multicast bit set, RFC 9562) keeps the machine's address out of the identifiers.
_NODE = secrets.randbits(48) | 0x010000000000
_ALPHANUMERIC = string.ascii_letters + string.digits


def new_uuid() -> str:
    """Return a time-based UUID as 32 upper-case hexadecimal digits (S17)."""
    return uuid.uuid1(node=_NODE).hex.upper()


def new_change_key() -> str:
    """Return the global identifier of a change as text (S77)."""
    return str(uuid.uuid4())


def new_access_key() -> str:
    """Return an access key: 32 hexadecimal digits (S23)."""
    return secrets.token_hex(16)


def new_secret() -> str:
    """Return a secret key: 32 letters and digits (S23)."""
    return "".join(secrets.choice(_ALPHANUMERIC) for _ in range(32))


def new_token(length: int) -> str:
    """Return a random token for URLs."""
    return secrets.token_urlsafe(length)[:length]
