"""A server on loopback that receives the requests of the sandbox."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Received(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]
    body: str


class Receiver:
    """The received requests, and the response to them."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.status = 200
        self.response: Any = {}
        self.location: str | None = None
        self.content_type: str | None = None
        self.port = 0


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Serve in the block."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def take(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            receiver.received.append(Received(self.command, self.path, dict(self.headers), body))
            content = json.dumps(receiver.response).encode()
            self.send_response(receiver.status)
            self.send_header("Content-Length", str(len(content)))
            if receiver.content_type:
                self.send_header("Content-Type", receiver.content_type)
            if receiver.location:
                self.send_header("Location", receiver.location)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = take  # noqa: N815  the names are those of the library

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  as above
            """Write no log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
