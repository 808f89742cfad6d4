"""Identifiers as the real server makes them."""

from __future__ import annotations

import secrets
import string
import uuid

# A random node number (multicast bit set, RFC 9562) keeps the machine's own address out of the identifiers.
_NODE = secrets.randbits(48) | 0x010000000000
_ALPHANUMERIC = string.ascii_letters + string.digits


def new_uuid() -> str:
    """Return 32 upper-case hexadecimal digits of the time-based kind (S17)."""
    return uuid.uuid1(node=_NODE).hex.upper()


def new_change_key() -> str:
    """Return the global identifier of a change, a text (S77)."""
    return str(uuid.uuid4())


def new_access_key() -> str:
    """Return an organization's access key: 32 hexadecimal digits (S23)."""
    return secrets.token_hex(16)


def new_secret() -> str:
    """Return an organization's secret key: 32 letters and digits (S23)."""
    return "".join(secrets.choice(_ALPHANUMERIC) for _ in range(32))


def new_token(length: int) -> str:
    """Return a token for a URL or a screen session."""
    return secrets.token_urlsafe(length)[:length]
