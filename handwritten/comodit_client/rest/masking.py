"""What an answer quotes of the credentials that were sent is masked before anybody sees it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator

from comodit_client.rest.http import HttpRequest

MASK = "***"
#: The headers whose whole value is a secret.
SECRET = ("X-ComodIT-AppKey", "X-ComodIT-JwtToken", "X-ComodIT-TotpToken")


def masked(text: str, request: HttpRequest) -> str:
    """Mask the credentials of a request in a text.

    Args:
        text: What the server said.
        request: The request that it answered.

    Returns:
        The text, with a mask in place of passwords, keys, codes and tokens.
    """
    for secret in _secrets(request):
        # In JSON it may stand with escapes.
        for form in (secret, json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]):
            text = text.replace(form, MASK)
    return text


def _secrets(request: HttpRequest) -> Iterator[str]:
    yield from (request.headers[name] for name in SECRET if request.headers.get(name))
    encoded = request.headers.get("Authorization", "").partition(" ")[2]
    if encoded:
        yield encoded
        password = _password(encoded)
        if password:
            yield password


def _password(encoded: str) -> str:
    try:
        return base64.b64decode(encoded).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
