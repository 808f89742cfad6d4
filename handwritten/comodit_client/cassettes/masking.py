"""Remove secrets from recorded interactions.

The first pass finds all secrets. The second one masks them wherever they are: a server quotes in one response
the password that another request has set.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from comodit_client.cassettes.matching import MASK, as_json, as_text, fix_boundary
from comodit_client.cassettes.secret_members import described_members, secret_members
from comodit_client.rest.json_secrets import JsonSecrets, to_text
from comodit_client.wire.secret_names import SENSITIVE

#: Stands for the API root of the recorded server; `.invalid` never resolves.
PLACEHOLDER = "http://comodit.invalid/api"
#: Headers that a replay needs; all others are left out, credentials and cookies among them.
_KEPT = {
    "content-disposition",
    "content-length",
    "content-type",
    "etag",
    "last-modified",
    "location",
    "retry-after",
    "www-authenticate",
    "x-request-id",
}
_SECRET_HEADER = re.compile(rf"cookie|x-comodit-|{SENSITIVE.pattern}", re.IGNORECASE)
#: User names with passwords in URLs, JSON web tokens, private keys.
_ANYWHERE = (
    (re.compile(r"(?<=://)[^/?#@\s\"'<>]+(?=@)"), MASK),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]+"), MASK),
    (
        re.compile(r"(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----)", re.DOTALL),
        rf"\1{MASK}\2",
    ),
)
#: Shorter secrets are masked where they stand, but not wherever the same text occurs.
_SHORTEST = 3
_COMMON = {"true", "false", "none", "null"}


def mask_interactions(interactions: list[dict[str, Any]], endpoint: str) -> list[dict[str, Any]]:
    """Mask the secrets of recorded interactions.

    Args:
        interactions: The requests with their responses, as vcrpy stores them.
        endpoint: API root of the recorded server.

    Returns:
        The interactions without secrets, as if recorded from the placeholder.
    """
    masking = _Masking(endpoint)
    for _ in range(2):  # the second time, the keys of all secret settings are known
        for interaction in interactions:
            masking.interaction(interaction)
        masking.prepare()
    return [masking.interaction(interaction) for interaction in interactions]


class _Masking:
    def __init__(self, endpoint: str) -> None:
        parts = urlsplit(endpoint)
        root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        self._places = (
            (_as_place(root + parts.path), PLACEHOLDER),
            (_as_place(root), PLACEHOLDER.removesuffix("/api")),
        )
        self._secrets: set[str] = set()
        self._json = JsonSecrets(self._text, self._learn, described_members)
        self._known: re.Pattern[str] | None = None

    def prepare(self) -> None:
        """Put the secrets that were found so far to use."""
        forms = {form for secret in self._secrets for form in _forms(secret)}
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        self._known = re.compile("|".join(map(re.escape, longest_first))) if forms else None

    def interaction(self, interaction: dict[str, Any]) -> dict[str, Any]:
        request, response = interaction["request"], interaction["response"]
        members = secret_members(urlsplit(request["uri"]).path)
        headers = self._headers(request["headers"])
        content_type, body = fix_boundary(_first(headers, "content-type"), as_text(request["body"]))
        if content_type:
            headers["content-type"] = [content_type]
        headers.pop("content-length", None)
        sent = {
            "method": request["method"],
            "uri": self._url(request["uri"]),
            "headers": headers,
            "body": _stored(self._body(body, members, content_type)),
        }
        return {"request": sent, "response": self._response(response, members)}

    def _response(self, response: dict[str, Any], members: frozenset[str]) -> dict[str, Any]:
        headers = self._headers(response["headers"])
        body = _stored(self._body(as_text(response["body"]["string"]), members, _first(headers, "content-type")))
        if "content-length" in headers:
            headers["content-length"] = [str(len(body.encode() if isinstance(body, str) else body))]
        return {"status": response["status"], "headers": headers, "body": {"string": body}}

    def _headers(self, headers: dict[str, list[str]]) -> dict[str, list[str]]:
        kept = {}
        for name, values in headers.items():
            if _SECRET_HEADER.search(name):
                for secret in (secret for value in values for secret in _in_header(name.lower(), value)):
                    self._learn(secret)
            elif name.lower() in _KEPT:
                kept[name.lower()] = [self._text(value) for value in values]
        return kept

    def _url(self, url: str) -> str:
        parts = urlsplit(url)
        login, at, place = parts.netloc.rpartition("@")
        if at:
            self._learn(login.partition(":")[2])
        query = self._pairs(parts.query) if parts.query else ""
        return self._text(urlunsplit((parts.scheme, place, parts.path, query, "")))

    def _pairs(self, text: str) -> str:
        pairs = [(name, self._pair(name, value)) for name, value in parse_qsl(text, keep_blank_values=True)]
        return urlencode(pairs, safe="*:/")

    def _pair(self, name: str, value: str) -> str:
        if not _SECRET_HEADER.search(name) or value.lower() in {*_COMMON, ""}:
            return self._text(value)
        self._learn(value)
        return MASK

    def _body(self, body: str, members: frozenset[str], content_type: str) -> str:
        if content_type.startswith("application/x-www-form-urlencoded"):
            return self._pairs(body)
        document = as_json(body)
        masked = self._json.mask(document, members)
        return self._text(body) if masked == document else to_text(masked)

    def _text(self, text: str) -> str:
        for login in _ANYWHERE[0][0].findall(text):
            self._learn(login.partition(":")[2])
        for pattern, mask in _ANYWHERE:
            text = pattern.sub(mask, text)
        if self._known is not None:
            text = self._known.sub(MASK, text)
        for place, placeholder in self._places:
            text = place.sub(placeholder, text)
        return text

    def _learn(self, secret: str) -> None:
        if len(secret) >= _SHORTEST and secret.lower() not in _COMMON and secret != MASK:
            self._secrets.add(secret)


def _as_place(url: str) -> re.Pattern[str]:
    """Return a pattern for a URL that does not match within the name or port of another server."""
    return re.compile(re.escape(url) + r"(?![\w:-]|\.\w)")


def _forms(secret: str) -> Iterator[str]:
    """Yield a secret as it stands in text, JSON, HTML, URLs, and Base64."""
    from html import escape

    quoted = {to_text(secret)[1:-1], to_text(secret, as_ascii=True)[1:-1]}
    for form in {secret, *quoted, *(to_text(form)[1:-1] for form in quoted)}:
        yield from (form, escape(form))
    yield quote(secret, safe="", errors="replace")
    yield quote(secret, errors="replace")
    yield base64.b64encode(secret.encode(errors="surrogateescape")).decode()


def _in_header(name: str, value: str) -> Iterator[str]:
    """Yield the secrets in the value of a header."""
    if "cookie" in name:
        pairs = value.split(";") if name == "cookie" else value.split(";")[:1]
        yield from (pair.partition("=")[2].strip() for pair in pairs)
        return
    yield value
    scheme, _, encoded = value.partition(" ")
    yield encoded
    if scheme.lower() == "basic":
        try:
            yield base64.b64decode(encoded).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return


def _first(headers: dict[str, list[str]], name: str) -> str:
    return next(iter(headers.get(name, ())), "")


def _stored(text: str) -> str | bytes:
    """Return a body as the file holds it: text, or as bytes that are not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape")
    return text
