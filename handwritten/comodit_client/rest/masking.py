"""Masks the secrets of a request where the response quotes them."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import quote

from comodit_client.rest.endpoint import shown
from comodit_client.rest.http import HttpRequest
from comodit_client.rest.secrets_sent import secrets_in
from comodit_client.wire.request import Request
from comodit_client.wire.secret_names import MASK

#: The headers whose whole value is a secret.
SECRET = ("X-ComodIT-AppKey", "X-ComodIT-JwtToken", "X-ComodIT-TotpToken")
#: Shorter secrets are masked only where they are the whole value of a member: elsewhere they are parts of words.
MIN_LENGTH = 4
#: The spellings of a quote in JSON, JSON within JSON, and HTML.
QUOTE = r"\\*[\"']|&quot;|&#34;|&#x27;"


def masked(text: str, request: Request[Any], sent: HttpRequest | None) -> str:
    """Mask the credentials of a request and the secrets of its body in a text.

    Args:
        text: A text from the server.
        request: The request of the wire layer.
        sent: The same as it was sent over HTTP; None if it was not sent.

    Returns:
        The text with passwords, keys, codes, tokens and values of secret settings replaced by a mask.
    """
    try:
        found = {*(_credentials(sent) if sent else ()), *secrets_in(request.body, request.secret)}
    except RecursionError:  # no secrets can be found in a body that is nested so deeply
        return MASK
    # The longest first: a secret may be a part of another one, and what is left of that would show.
    for secret in sorted(found, key=len, reverse=True):
        if len(secret) < MIN_LENGTH:
            text = _mask_members(text, secret)
            continue
        for form in _forms(secret):
            text = text.replace(form, MASK)
    return text


def clean(error: BaseException, request: Request[Any]) -> str:
    """Remove the secrets of a request from an exception of httpx and from its causes, which users can reach.

    Args:
        error: The exception. It loses the headers and the body of its request.
        request: The request of the wire layer.

    Returns:
        The text of the exception. If it has none, the text of the error of the operating system behind it.
    """
    chain = [*_chain(error)]
    sent = next(filter(None, map(_request_of, chain)), None)
    for one in chain:
        if isinstance(one, UnicodeError):
            _forget_text(one)
        one.args = tuple(masked(arg, request, sent) if isinstance(arg, str) else arg for arg in one.args)
        outgoing = _request_of(one)
        if outgoing is not None:
            one.request = HttpRequest(outgoing.method, shown(str(outgoing.url)))  # type: ignore[attr-defined]
    return next((str(one) for one in chain if str(one) and (one is error or isinstance(one, OSError))), "")


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    left: list[BaseException | None] = [error]
    while left:
        one = left.pop()
        if one is not None and not any(one is other for other in seen):
            seen.append(one)
            yield one
            left += [one.__cause__, one.__context__, *getattr(one, "exceptions", ())]


def _request_of(error: BaseException) -> HttpRequest | None:
    try:
        found = getattr(error, "request", None)
    except RuntimeError:  # httpx's exception has none
        return None
    return found if isinstance(found, HttpRequest) else None


def _forget_text(error: UnicodeError) -> None:
    # It holds the whole text that could not be encoded, which may be a password.
    if isinstance(error, UnicodeEncodeError):
        error.object, error.args = "", (error.encoding, "", error.start, error.end, error.reason)
    elif isinstance(error, UnicodeDecodeError):
        error.object, error.args = b"", (error.encoding, b"", error.start, error.end, error.reason)


def _mask_members(text: str, secret: str) -> str:
    value = re.escape(secret)
    text = re.sub(rf"(:\s*)({QUOTE}){value}\2", rf"\1\2{MASK}\2", text)
    return re.sub(rf"(:\s*){value}(?=\s*[,}}])", rf"\1{MASK}", text) if secret.isdecimal() else text


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
