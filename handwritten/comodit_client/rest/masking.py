"""Masks the secrets of a request where the response quotes them."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import quote

from comodit_client.rest.http import HttpRequest
from comodit_client.rest.secrets_sent import secrets_in
from comodit_client.wire.request import Request

MASK = "***"
#: The headers whose whole value is a secret.
SECRET = ("X-ComodIT-AppKey", "X-ComodIT-JwtToken", "X-ComodIT-TotpToken")


def masked(text: str, request: Request[Any], sent: HttpRequest) -> str:
    """Mask the credentials of a request and the secrets of its body in a text.

    Args:
        text: A text from the server.
        request: The request of the wire layer.
        sent: The same as it was sent over HTTP.

    Returns:
        The text with passwords, keys, codes, tokens and values of secret settings replaced by a mask.
    """
    found = {*_credentials(sent), *secrets_in(request.body, request.secret)}
    # The longest first: a secret may be a part of another one, and what is left of that would show.
    for secret in sorted(found, key=len, reverse=True):
        for form in _forms(secret):
            text = text.replace(form, MASK)
    return text


def _forms(secret: str) -> list[str]:
    """Return the spellings of a secret in JSON, JSON within JSON, HTML and URLs; the longest first."""
    from html import escape  # its tables load slowly, and most scripts see no error

    plain = {secret, _in_json(secret, True), _in_json(secret, False)}
    found = {form(text) for text in plain for form in (str, escape, partial(_in_json, as_ascii=True))}
    return sorted({*found, quote(secret, safe="", errors="replace")}, key=len, reverse=True)


def _in_json(text: str, as_ascii: bool) -> str:
    return json.dumps(text, ensure_ascii=as_ascii)[1:-1]


def _credentials(request: HttpRequest) -> Iterator[str]:
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
