"""One-time codes of a second factor, as authenticator apps compute them (RFC 6238)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from comodit_client.sandbox.errors import bad_request

_SECONDS = 30
_DIGITS = 6
#: The steps before and after the present one whose codes are accepted, since clocks differ.
_TOLERANCE = (0, -1, 1)


def checked_secret(secret: object) -> str:
    """Return the secret of a second factor without blanks and padding.

    Raises:
        ApiError: The secret is not base32 text.
    """
    text = "".join(secret.split()).rstrip("=").upper() if isinstance(secret, str) else ""
    try:
        if not text or not _key(text):
            raise ValueError
    except (ValueError, binascii.Error):
        raise bad_request("'mfa_secret' must be base32 text, as an authenticator app accepts it") from None
    return text


def is_valid_code(secret: str, code: str, now: float) -> bool:
    """Return whether a code is valid now. It can be used several times, so that tests need not wait for the next."""
    step = int(now // _SECONDS)
    valid = [one_time_code(secret, step + offset) for offset in _TOLERANCE]
    # All are compared, so that the duration does not reveal which one is close.
    return sum(hmac.compare_digest(code.encode(errors="replace"), candidate.encode()) for candidate in valid) > 0


def one_time_code_at(secret: str, now: float) -> str:
    """Return the code that is valid at a time."""
    return one_time_code(secret, int(now // _SECONDS))


def one_time_code(secret: str, step: int) -> str:
    """Return the code of a step of 30 seconds since 1970."""
    digest = hmac.digest(_key(secret), max(step, 0).to_bytes(8, "big"), hashlib.sha1)
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**_DIGITS:0{_DIGITS}}"


def _key(secret: str) -> bytes:
    return base64.b32decode(secret + "=" * (-len(secret) % 8))
