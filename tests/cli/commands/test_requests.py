"""How many requests commands send."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.cli.commands.conftest import Prepared
from tests.cli.conftest import Run

ENVIRONMENT = "/api/organizations/OOO/environments/Default"


def test_an_update_of_members_reads_the_object_first(prepared: Prepared) -> None:
    prepared.restore()
    result = prepared.line("environments", "update", "OOO", "Default", "--set", "description=Live", "-o", "json")
    assert result.status == 0, result.err
    assert result.json["description"] == "Live"
    assert prepared.requests == {f"GET {ENVIRONMENT}": 1, f"PUT {ENVIRONMENT}": 1}


def test_an_update_with_a_whole_document_reads_nothing(prepared: Prepared) -> None:
    prepared.restore()
    assert prepared.line("environments", "update", "OOO", "Default", "-j", '{"name": "Default"}').status == 0
    assert prepared.requests == {f"PUT {ENVIRONMENT}": 1}


@pytest.mark.parametrize(
    "line", ["hosts list OOO", "hosts lst", "hosts delete OOO Default web", "--help", "--version", "hosts --help", ""]
)
def test_usage_errors_and_help_send_nothing(prepared: Prepared, line: str) -> None:
    prepared.line(*line.split())
    assert prepared.requests.total() == 0


@pytest.fixture
def pages() -> Iterator[tuple[str, list[str]]]:
    """A server that returns the hosts in pages of two: its URL, and the queries of its requests."""
    hosts = [{"name": f"web-{number}"} for number in range(5)]
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = urlsplit(self.path).query
            asked.append(query)
            offset = int(parse_qs(query).get("offset", ["0"])[0])
            items = hosts[offset : offset + 2]
            page = {"count": len(items), "offset": offset, "total": len(hosts), "items": items}
            content = json.dumps(page).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  the name is that of the library
            """Write no log."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/api", asked
        server.shutdown()
        thread.join()


def test_a_list_in_pages_is_read_to_its_end(run: Run, pages: tuple[str, list[str]]) -> None:
    url, asked = pages
    result = run("hosts", "list", "OOO", "Default", "--api", url, "--token", "T", "-o", "json")
    assert [one["name"] for one in result.json] == [f"web-{number}" for number in range(5)]
    assert asked == ["", "offset=2", "offset=4"]
