"""Compare a request with a recorded one, in which secrets are masked: a mask stands for any text."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

MASK = "***"
_BOUNDARY = re.compile(r'boundary="?([^";,\s]+)"?')
#: The boundary of every recorded multipart body: httpx makes a random one each time.
FIXED_BOUNDARY = "boundary"


def same_request(sent: Any, recorded: Any) -> bool:
    """Return whether a request is the recorded one.

    Args:
        sent: The request of the test.
        recorded: The request in the cassette.

    Returns:
        True if method, URL and body are the same, except for what is masked.
    """
    return same_target(sent, recorded) and _same_body(_normal_body(sent), _normal_body(recorded))


def same_target(sent: Any, recorded: Any) -> bool:
    """Return whether a request goes where a recorded one went.

    Args:
        sent: The request of the test.
        recorded: The request in the cassette.

    Returns:
        True if method and URL are the same, except for what is masked.
    """
    return bool(sent.method == recorded.method) and _same_url(sent.uri, recorded.uri)


def fix_boundary(content_type: str, body: str) -> tuple[str, str]:
    """Replace the random boundary of a multipart body.

    Args:
        content_type: The header Content-Type.
        body: The body.

    Returns:
        The header and the body, with a boundary that is always the same.
    """
    found = _BOUNDARY.search(content_type)
    if not content_type.startswith("multipart/") or found is None:
        return content_type, body
    fixed = content_type.replace(found.group(), f"boundary={FIXED_BOUNDARY}")
    return fixed, body.replace(f"--{found.group(1)}", f"--{FIXED_BOUNDARY}")


def fits(text: str, recorded: str) -> bool:
    """Return whether a text is a recorded one.

    Args:
        text: The text.
        recorded: The recorded text, which may hold masks.

    Returns:
        True if they are the same, with any text in place of each mask.
    """
    first, *middle = recorded.split(MASK)
    if not middle:
        return text == recorded
    last = middle.pop()
    if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
        return False
    place, end = len(first), len(text) - len(last)
    for piece in middle:
        place = text.find(piece, place, end)
        if place < 0:
            return False
        place += len(piece)
    return True


def as_text(body: Any) -> str:
    """Return a body as text; bytes that are not UTF-8 survive the way back.

    Args:
        body: The body: text, bytes, or None.

    Returns:
        The text.
    """
    return body.decode("utf-8", "surrogateescape") if isinstance(body, bytes) else body or ""


def as_json(text: str) -> Any:
    """Return the JSON object or array of a text.

    Args:
        text: The text.

    Returns:
        The object or array, or None if the text is anything else.
    """
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


def _same_url(sent: str, recorded: str) -> bool:
    left, right = urlsplit(sent), urlsplit(recorded)
    server = left.netloc.rpartition("@")[2]
    if (left.scheme, server) != (right.scheme, right.netloc) or not fits(unquote(left.path), unquote(right.path)):
        return False
    pairs = [sorted(parse_qsl(url.query, keep_blank_values=True)) for url in (left, right)]
    return len(pairs[0]) == len(pairs[1]) and all(
        name == other and fits(value, mask) for (name, value), (other, mask) in zip(*pairs, strict=True)
    )


def _normal_body(request: Any) -> str:
    return fix_boundary(request.headers.get("content-type", ""), as_text(request.body))[1]


def _same_body(sent: str, recorded: str) -> bool:
    left, right = as_json(sent), as_json(recorded)
    if left is None or right is None:
        return fits(sent, recorded)
    return _same_json(left, right)


def _same_json(sent: Any, recorded: Any) -> bool:
    if recorded == MASK:
        return True
    if isinstance(recorded, str):
        return isinstance(sent, str) and fits(sent, recorded)
    if isinstance(recorded, dict):
        return (
            isinstance(sent, dict)
            and sent.keys() == recorded.keys()
            and all(_same_json(value, recorded[name]) for name, value in sent.items())
        )
    if isinstance(recorded, list):
        return isinstance(sent, list) and len(sent) == len(recorded) and all(map(_same_json, sent, recorded))
    return bool(sent == recorded)
