"""Names from the server and the profiles: one request, little time, and silence."""

from __future__ import annotations

import json
import socket
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from comodit_client.cli.__main__ import main
from comodit_client.cli.completion import names

Complete = Callable[[str], list[str]]


class Server(ThreadingHTTPServer):
    """A server that sends the same response to each request, and keeps the requests."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status = 200
        self.items: Any = [{"name": "one"}, {"name": "two"}]
        self.requests: list[tuple[str, str | None]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        sent = self.headers.get("Authorization") or self.headers.get("X-ComodIT-AppKey")
        self.server.requests.append((self.path, sent))
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"count": "2", "items": self.server.items}).encode())

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def complete(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Complete:
    """Return the function that completes a line in this process, with a profile for the server."""
    for name in ("API", "USERNAME", "PASSWORD", "TOKEN", "PROFILE"):
        monkeypatch.delenv(f"COMODIT_{name}", raising=False)
    (tmp_path / ".comoditrc").write_text(
        f"[client]\ndefault_profile=one\n[one]\napi={server.url}\nusername=U\npassword=P\n"
        f"[two]\napi={server.url}\ntoken=T\n"
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("_COMODIT_COMPLETE", "fish")
    monkeypatch.setattr(names, "LIMIT", 30)

    def complete(line: str) -> list[str]:
        monkeypatch.setenv("_COMODIT_LINE", line.replace(" ", "\x1f"))
        assert main([]) == 0
        out, err = capfd.readouterr()
        assert err == ""
        return out.split("\n")[2:-1]

    return complete


def basic(username: str, password: str) -> str:
    return f"Basic {b64encode(f'{username}:{password}'.encode()).decode()}"


def test_names_cost_one_request(server: Server, complete: Complete) -> None:
    assert complete("hosts list OOO ") == ["one", "two"]
    assert server.requests == [("/api/organizations/OOO/environments/", basic("U", "P"))]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("hosts settings show O E H ", "/organizations/O/environments/E/hosts/H/settings/"),
        ("hosts applications install O E H ", "/organizations/O/applications/"),
        ("hosts applications show O E H ", "/organizations/O/environments/E/hosts/H/applications/"),
        ("organizations orchestrations-logs show O R ", "/organizations/O/orchestrations/R/contexts/"),
        ("hosts changes show O E H ", "/organizations/O/environments/E/hosts/H/changes/"),
        ("wait hosts O E one ", "/organizations/O/environments/E/hosts/"),
        ("distributions add O --flavor ", "/flavors/"),
        ("app-store list --org ", "/organizations/"),
        ("app-store show ", "/store/applications/"),
        ("dist-store show ", "/store/distributions/"),
        ("open O ", "/organizations/O/environments/"),
        ("hosts list a/b ", "/organizations/a%2Fb/environments/"),
    ],
)
def test_owners_are_the_arguments_before(server: Server, complete: Complete, line: str, path: str) -> None:
    complete(line)
    assert [path for path, _ in server.requests] == [f"/api{path}"]


@pytest.mark.parametrize(
    ("options", "authorization"),
    [
        ("--profile two", "T"),
        ("--token X", "X"),
        ("--user A --pass B", basic("A", "B")),
        ("--user=A --mfa 123 --pass=B", basic("A", "B")),
    ],
)
def test_credentials_of_the_line(server: Server, complete: Complete, options: str, authorization: str) -> None:
    assert complete(f"{options} organizations show ") == ["one", "two"]
    assert [sent for _, sent in server.requests] == [authorization]


def test_profiles(complete: Complete) -> None:
    assert complete("hosts list --profile ") == ["one", "two"]
    assert complete("profile use ") == ["one", "two"]


def test_names_that_would_harm_are_left_out(server: Server, complete: Complete) -> None:
    server.items = [
        {"name": name} for name in ("b", "a\nb", "a\x1b[2J", "a\x00", "a\u202eb", "", None, "--api=x", "a", "é\\$")
    ]
    assert complete("organizations show ") == ["a", "b", "é\\$"]


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_errors_cost_one_request_and_are_silent(server: Server, complete: Complete, status: int) -> None:
    server.status = status
    assert complete("organizations show ") == []
    assert len(server.requests) == 1


@pytest.mark.parametrize("items", ["text", [1], [{"name": {"a": 1}}, []], {"a": 1}])
def test_responses_of_another_form_are_silent(server: Server, complete: Complete, items: Any) -> None:
    server.items = items
    complete("organizations show ")
    assert len(server.requests) == 1


def test_a_server_that_does_not_respond(complete: Complete, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "LIMIT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert complete(f"--api http://127.0.0.1:{silent.getsockname()[1]} --token t organizations show ") == []


@pytest.mark.parametrize(
    "line",
    ["--profile nobody organizations show ", "--api nonsense organizations show ", "--user A organizations show "],
)
def test_credentials_that_cannot_be_used(server: Server, complete: Complete, line: str) -> None:
    assert complete(line) == []
    assert server.requests == []


def test_a_broken_configuration(tmp_path: Path, complete: Complete) -> None:
    (tmp_path / ".comoditrc").write_text("nonsense")
    assert complete("organizations show ") == []
    assert complete("hosts list --profile ") == []


def test_an_unknown_shell_or_no_line(complete: Complete, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_COMODIT_COMPLETE", "tcsh")
    assert complete("organizations ") == []
    monkeypatch.delenv("_COMODIT_LINE")
    assert main([]) == 0
