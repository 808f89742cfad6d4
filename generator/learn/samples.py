"""Chooses examples among the values seen. Secrets and personal data are replaced by made-up values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from yaml.reader import Reader

from generator.names import snake_case
from generator.runtime.secret_names import MASK, SENSITIVE, without_secret_parameters

#: A value of each JSON type.
MADE_UP: dict[str, Any] = {
    "string": "text",
    "integer": 1,
    "number": 1.5,
    "boolean": True,
    "array": [],
    "object": {},
    "null": None,
}
#: Longer texts are contents, not examples.
MAX_LENGTH = 80
#: The items of a list or a map that an example keeps.
MAX_ITEMS = 3
SECRET = "made-up-secret"  # noqa: S105  an example
#: Words in the names of secrets, in addition to SENSITIVE.
WORDS = frozenset({"pin", "otp", "totp", "jwt", "cookie", "passphrase", "pwd", "pem", "salt", "signature", "psk"})
#: Kinds of keys that are secret. A public key, or the key of a setting, is not.
KEYS = frozenset({"private", "ssh", "encryption", "signing", "master", "shared", "host", "api", "material"})
_TOKEN = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\beyJ[\w-]{8,}\.|\b(ghp_|xox[a-z]-|AKIA)\w|//[^/\s@]+@")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)")


def is_secret_name(name: str) -> bool:
    """Return whether a member of this name is assumed to be secret.

    Args:
        name: The name on the wire.
    """
    words = set(re.split("[_.]+", snake_case(name)))
    return bool(SENSITIVE.search(name) or words & WORDS or ("key" in words and words & KEYS))


def is_secret_value(value: Any) -> bool:
    """Return whether a value is or holds a secret for any name of its member: a token, a URL with a password.

    Args:
        value: The JSON value.
    """
    if isinstance(value, list):
        return any(map(is_secret_value, value))
    if not isinstance(value, str):
        return False
    return value == MASK or bool(_TOKEN.search(value)) or without_secret_parameters(value) != value


def is_date(value: Any) -> bool:
    """Return whether a value is a date with a time, as the server writes it.

    Args:
        value: The JSON value.
    """
    return isinstance(value, str) and bool(_DATE.fullmatch(value))


def sample(values: Sequence[Any], secret: bool) -> Any:
    """Choose an example.

    Args:
        values: The values seen, at least one.
        secret: Whether the values are secrets: then the example is made up.

    Returns:
        The first value that is not empty, without secrets and personal data, or a made-up value.
    """
    found = next((value for value in values if value not in (None, "", [], {})), values[0])
    if secret:
        return [SECRET] if isinstance(found, list) and found else _made_up(found)
    return _clean(found, secret=False)


def _clean(value: Any, secret: bool) -> Any:
    if isinstance(value, dict):
        names = [name for name in value if is_plain(name) and not is_secret_value(name)][:MAX_ITEMS]
        return {_anonymous(name): _clean(value[name], secret or is_secret_name(name)) for name in names}
    if isinstance(value, list):
        return [_clean(item, secret) for item in value[:MAX_ITEMS]]
    if isinstance(value, bool) or value is None:
        return value
    if secret or is_secret_value(value):
        return _made_up(value)
    if isinstance(value, str):
        return _anonymous(value) if is_plain(value) else MADE_UP["string"]
    return value


def _anonymous(text: str) -> str:
    return _EMAIL.sub("user@example.com", text)


def _made_up(secret: Any) -> Any:
    kinds: dict[type, Any] = {str: SECRET, dict: {}, list: []}
    return kinds.get(type(secret), 1)


def is_plain(text: str) -> bool:
    """Return whether a text is short and printable.

    Args:
        text: The text.
    """
    return len(text) <= MAX_LENGTH and not Reader.NON_PRINTABLE.search(text)
