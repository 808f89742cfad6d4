"""Replies to webhooks and messages that are too long, never end, or are no reply."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import repeat

import pytest

from comodit_client.sandbox.simulation import sending

OK = b"HTTP/1.1 200 OK\r\n"


@contextmanager
def replying(first: bytes, piece: bytes = b"", times: int | None = None, pause: float = 0) -> Iterator[int]:
    """Serve in the block: send a text, and then a piece of it many times, without end by default."""
    ended = threading.Event()

    def serve() -> None:
        connection, _ = server.accept()
        with connection, suppress(OSError):
            connection.recv(10_000)
            connection.sendall(first)
            for _ in repeat(None) if times is None else repeat(None, times):
                if ended.wait(pause):
                    return
                connection.sendall(piece)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            ended.set()
            thread.join()


def run(api, port: int, status: int) -> str:
    """Run a webhook; return the error or the properties."""
    properties = [{"name": "p", "jsonPath": "$.a"}]
    body = {"name": "w", "serverName": "127.0.0.1", "port": port, "path": "/", "properties": properties}
    api("POST", f"{api.O}/webhooks/", body)
    result = api("PUT", f"{api.O}/webhooks/w/_run", status=status)
    return result["error"][0] if status >= 400 else json.dumps(result["properties"])


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        (OK + b"\r\n", b"x"),
        (OK + b"Content-Length: 1000\r\n\r\n", b"x"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n", b"A: b\r\n"),
        (OK + b"A: ", b"b"),
        (b"", b"H"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["body", "body with length", "chunks", "trailers", "header", "status", "interim"],
)
def test_a_reply_that_arrives_slowly_and_never_ends(api, monkeypatch, first: bytes, piece: bytes) -> None:
    monkeypatch.setattr(sending, "_TOTAL", 0.3)
    with replying(first, piece, pause=0.02) as port:
        assert run(api, port, 424) == "Webhook w failed: no complete reply within 0.3 seconds"


@pytest.mark.parametrize(
    ("first", "piece", "words"),
    [
        (OK + b"\r\n", b"x" * 10_000, "more than 1048576 bytes"),
        (OK + b"Content-Length: 9999999999\r\n\r\n", b"x" * 10_000, "more than 1048576 bytes"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"400\r\n" + b"x" * 1024 + b"\r\n", "more than 1048576 bytes"),
        (OK + b"A: ", b"b" * 10_000, "header line"),
        (OK, b"A: b\r\n", "100 headers"),
        (b"", b"x" * 10_000, "status line"),
    ],
    ids=["body", "body with length", "chunks", "header", "headers", "status"],
)
def test_a_reply_without_end(api, first: bytes, piece: bytes, words: str) -> None:
    with replying(first, piece) as port:
        assert words in run(api, port, 424)


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\r\n\r\n",
        b"SSH-2.0-x\r\n" + b"x" * 5000,
        OK + b"Content-Length: 10\r\n\r\nx",
        OK + b"Transfer-Encoding: chunked\r\n\r\nx",
    ],
)
def test_no_reply_or_a_cut_one(api, reply: bytes) -> None:
    with replying(reply, times=0) as port:
        error = run(api, port, 424)
    assert error.startswith("Webhook w failed: ")
    assert len(error) < 400


@pytest.mark.parametrize(
    ("body", "properties"),
    [
        (b'{"a": ' + b"[" * 100_000, []),
        (b"[" * 5000 + b"]" * 5000, []),
        (b'{"a": ' + b"9" * 5000 + b"}", []),
        (b'{"a": "\\ud800"}', [{"name": "p", "value": "\ud800"}]),
        (b'{"a": NaN}', [{"name": "p", "value": "NaN"}]),
        (b"\xff\xfe", []),
        (b'{"a": ' + b"[" * 500 + b"]" * 500 + b"}", [{"name": "p", "value": "[" * 500 + "]" * 500}]),
    ],
)
def test_contents_that_are_hard_to_read(api, body: bytes, properties: list[object]) -> None:
    with replying(OK + b"Content-Length: %d\r\n\r\n" % len(body) + body, times=0) as port:
        assert json.loads(run(api, port, 200)) == properties


@pytest.mark.parametrize("path", ["$" + "[0]" * 100_000, "$[" + "9" * 5000 + "]", "$" + ".a[" * 1000])
def test_paths_into_a_reply_that_are_long(api, path: str) -> None:
    body = {"name": "w", "serverName": "127.0.0.1", "port": 80.0, "properties": [{"name": "p", "jsonPath": path}]}
    response = api.client.post(f"{api.O}/webhooks/", json=body)
    assert response.status_code == (200 if path.startswith("$[0][0]") else 400)
