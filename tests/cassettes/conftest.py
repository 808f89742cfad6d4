"""A server that returns secrets in every place, to be recorded."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

#: The beginning of every secret that a test plants.
PLANTED = "pl4nt"
JSON = {"Content-Type": "application/json"}
SECRET_SCHEMA = {"type": "string", "secret": True}


def planted(name: str) -> str:
    """Return a secret with characters that JSON, HTML and URLs write in different ways."""
    return f'{PLANTED}-{name}-"&/é'


RESPONSES: dict[tuple[str, str], Any] = {
    ("GET", "/account/_verify"): {"jwtToken": f"{PLANTED}-jwt"},
    ("GET", "/organizations/OOO"): {"name": "OOO", "access": {"accessKey": PLANTED, "secretKey": planted("secretKey")}},
    ("POST", "/organizations/OOO/settings/"): {"key": "db_pin", "value": planted("pin"), "version": 1},
    ("GET", "/organizations/OOO/settings/db_pin"): {
        "key": "db_pin",
        "value": planted("pin"),
        "schema": SECRET_SCHEMA,
    },
    ("GET", "/organizations/OOO/settings/account"): {
        "key": "account",
        "value": {"user": "visible", "pin": planted("nested")},
        "schema": {"type": "object", "properties": {"pin": SECRET_SCHEMA}},
    },
    ("GET", "/organizations/OOO/notifications/mail"): {"name": "mail", "value": planted("notification")},
    ("GET", "/organizations/OOO/webhooks/deploy"): {
        "name": "deploy",
        "url": f"https://user:{PLANTED}-in-url@hooks.example.com/x",
        "token": planted("webhook"),
        "parameters": [{"key": "plain", "value": planted("webhook-parameter"), "secret": True}],
    },
    ("GET", "/organizations/OOO/platforms/P"): {"name": "P"},
    ("GET", "/organizations/OOO/platforms/P/files/f"): {"name": "f"},
    ("GET", "/rendered"): f"pin = {planted('pin')}\nid = &quot;{PLANTED}-jwt&quot;\n",
    ("GET", "/binary"): b"\xff\xfe" + planted("pin").encode() + b"\x00",
}


class Handler(BaseHTTPRequestHandler):
    """Returns the canned responses; a PUT returns what it is sent."""

    def respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = self.path.partition("?")[0].removeprefix("/api")
        found = body if self.command == "PUT" else RESPONSES.get((self.command, path), {"url": self.server.url})  # type: ignore[attr-defined]
        content = found if isinstance(found, bytes) else json.dumps(found).encode()
        if isinstance(found, str):
            content = found.encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json" if isinstance(found, dict) else "application/octet-stream")
        self.send_header("Set-Cookie", f"session={PLANTED}-set-cookie; Path=/; HttpOnly")
        self.send_header("X-ComodIT-JwtToken", f"{PLANTED}-response-header")
        self.send_header("X-Request-Id", f"request-of-{PLANTED}-set-cookie")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = respond  # noqa: N815

    def log_message(self, *_: Any) -> None:
        """Log nothing."""


class Service(ThreadingHTTPServer):
    """The server."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/api"


@pytest.fixture
def service() -> Iterator[Service]:
    """A server that can be stopped: what follows is offline."""
    with Service(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()
