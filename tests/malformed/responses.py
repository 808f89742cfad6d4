"""Malformed responses, by what is wrong with them."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Any

JSON_TYPE = "application/json"
HOST = {"name": "h", "state": "READY", "organization": "A", "environment": "E"}
GOOD = json.dumps({"items": [HOST], "count": 1, "offset": 0, "total": 1}).encode()


def http(
    body: bytes | str = b"",
    status: str = "200 OK",
    headers: str = "",
    content_type: str | None = JSON_TYPE,
    length: object = True,
) -> bytes:
    """Return the bytes of a response."""
    body = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", "Connection: close"]
    if content_type is not None:
        lines.append(f"Content-Type: {content_type}")
    if length is not None:
        lines.append(f"Content-Length: {len(body) if length is True else length}")
    head = "\r\n".join(lines) + "\r\n" + headers
    return head.encode("latin-1") + b"\r\n" + body


def document(value: Any) -> bytes:
    return http(json.dumps(value))


def chunked(body: bytes) -> bytes:
    return http(body, headers="Transfer-Encoding: chunked\r\n", length=None)


def encoded(name: str, body: bytes) -> bytes:
    return http(body, headers=f"Content-Encoding: {name}\r\n")


#: Statuses and bodies.
BODIES = {
    "200 empty": http(),
    "201 empty": http(status="201 Created"),
    "204 with a length": http(status="204 No Content", length=10),
    "204": http(status="204 No Content", length=None),
    "304": http(status="304 Not Modified", length=None),
    "300 without a target": http(b"{}", "300 Multiple Choices"),
    "400 empty": http(status="400 Bad Request"),
    "400 cut": http(b'{"error": ["a", "b', "400 Bad Request"),
    "404 page": http(b"<html>gone", "404 Not Found", content_type="text/html"),
    "407": http(b"proxy", "407 Proxy Authentication Required", "Proxy-Authenticate: Basic\r\n"),
    "409 odd errors": http(b'{"error": [[["x"]], {"a": null}, 1e400, "\\ud800"]}', "409 Conflict"),
    "418 a number": http(b"5", "418 Teapot"),
    "500 a nested error": http(b'{"error": ' + b"[" * 100_000, "500 Internal Server Error"),
    "511": http(b"<html>log in", "511 Network Authentication Required", content_type="text/html"),
    "599 no reason": http(b"", "599"),
    "cut JSON": http(b'{"items": [{"name": "h"'),
    "a page": http(b"<!doctype html><title>Log in</title>", content_type="text/html"),
    "another charset": http('{"name": "\u00e9"}'.encode("utf-16-le"), content_type="application/json; charset=utf-8"),
    "latin-1": http('{"name": "\u00e9"}'.encode("latin-1")),
    "an unknown charset": http(GOOD, content_type="application/json; charset=klingon"),
    "a byte order mark": http(b"\xef\xbb\xbf" + GOOD),
    "NaN": http(b'{"items": [NaN], "total": Infinity}'),
    "deep": http(b"[" * 100_000),
    "deep, but complete": http(b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    "as deep as can be read": http(b'{"a":' * 600 + b"1" + b"}" * 600),
    "a long integer": http(b'{"items": [], "total": ' + b"9" * 5000 + b"}"),
    "lone surrogates": document({"name": "\ud800", "state": "\udfff", "items": [{"name": "\ud800"}]}),
    "duplicate keys": http(b'{"items": [], "items": {"name": 5}, "name": "a", "name": []}'),
    "another content type": http(GOOD, content_type="image/png"),
    "no content type": http(GOOD, content_type=None),
    "zero bytes": http(b"\x00" * 100),
}
#: JSON of another shape.
SHAPES = {
    "an array": document([]),
    "a string": document("items"),
    "a number": document(5),
    "null": document(None),
    "items are an object": document({"items": {}}),
    "items are text": document({"items": "abc"}),
    "items are strings": document({"items": ["a"], "state": ["READY"], "tasks": ["x"]}),
    "items are null": document({"items": [None], "name": None, "settings": [None]}),
    "items are lists": document({"items": [[]], "name": [], "status": {}, "hostQueues": [[]]}),
    "numbers for strings": document(
        {"items": [{"name": 5, "state": 5, "tasks": 5}], "name": 5, "state": 5, "status": 5}
    ),
    "objects for strings": document({"items": [{"name": {}}], "name": {}, "status": {}, "properties": {}, "url": {}}),
    "a total without end": document({"items": [], "total": 10**30}),
    "a negative total": document({"items": [], "total": -1}),
    "a page of a longer list": document({"items": [HOST], "count": 1, "offset": 0, "total": 9}),
}
#: What is wrong with HTTP itself.
FRAMES = {
    "nothing": b"",
    "a line that is no status": b"ComodIT is down\r\n\r\n",
    "a status that is no number": b"HTTP/1.1 abc OK\r\n\r\n",
    "another protocol": b"HTTP/7.3 200 OK\r\n\r\n{}",
    "bytes": bytes(range(256)) * 4,
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Ty",
    "a length that is too long": http(GOOD, length=10_000),
    "a length that is too short": http(GOOD, length=5),
    "a negative length": http(GOOD, length=-5),
    "a length that is no number": http(GOOD, length="abc"),
    "two lengths": http(GOOD, headers="Content-Length: 3\r\n"),
    "no length": http(GOOD, length=None),
    "cut chunks": chunked(b'5\r\n{"ite'),
    "a chunk without end": chunked(b"ffffffff\r\n{}"),
    "a chunk size that is none": chunked(b"zz\r\n{}\r\n0\r\n\r\n"),
    "a negative chunk size": chunked(b"-1\r\n{}\r\n0\r\n\r\n"),
    "many 1xx": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 500,
    "1xx, then nothing": b"HTTP/1.1 100 Continue\r\n\r\n",
    "another protocol by 101": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nxyz",
    "damaged gzip": encoded("gzip", b"no gzip"),
    "cut gzip": encoded("gzip", gzip.compress(GOOD * 100)[:60]),
    "damaged deflate": encoded("deflate", b"\x00\xff\x00\xff"),
    "cut deflate": encoded("deflate", zlib.compress(GOOD * 100)[:40]),
    "damaged br": encoded("br", b"no brotli"),
    "an unknown encoding": encoded("klingon", GOOD),
    "control characters in a header": http(GOOD, headers="X-Request-Id: \x1b[2J\x07\r\n"),
    "bytes in headers": http(b"", "500 \xff\xfe", headers="X-Request-Id: \xff\xfe\r\nLocation: \xff\r\n"),
    "a header without a colon": http(GOOD, headers="nonsense\r\n"),
    "a header without end": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000,
    "a redirect loop": http(status="302 Found", headers="Location: /api/organizations/A\r\n"),
    "a redirect without a target": http(status="307 Temporary Redirect"),
    "a redirect to nowhere": http(status="302 Found", headers="Location: http://[::1\r\n"),
    "a redirect to another scheme": http(status="301 Moved", headers="Location: gopher://x/\r\n"),
    "a retry after nonsense": http(status="503 Unavailable", headers="Retry-After: \xff-never\r\n"),
}
RESPONSES = {**BODIES, **SHAPES, **FRAMES}
