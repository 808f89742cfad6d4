"""A list that comes in pages (S2, S3), recorded from a sandbox behind a server that cuts its lists."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest

PAGE, HOSTS = 20, 45


class Pages(BaseHTTPRequestHandler):
    """Returns one page of a list of the sandbox. `offset` is a guess: the parameter is unknown (S3)."""

    def do_GET(self):
        parts = urlsplit(self.path)
        headers = {"Authorization": self.headers["Authorization"]}
        document = httpx.get(urljoin(self.server.sandbox, parts.path), headers=headers).json()
        offset = int(parse_qs(parts.query).get("offset", ["0"])[0])
        items = document["items"][offset : offset + PAGE]
        content = json.dumps(document | {"items": items, "count": len(items), "offset": offset}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Log nothing."""


@pytest.fixture(scope="session")
def comodit_record_url(recorded_sandbox):
    if recorded_sandbox is None:
        yield None
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        server.sandbox = recorded_sandbox
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/api"
        server.shutdown()


@pytest.fixture(autouse=True)
def hosts(new_server, recorded_sandbox):
    if recorded_sandbox:
        hosts = {"count": HOSTS, "prefix": "web-"}
        httpx.post(urljoin(recorded_sandbox, "/sandbox/hosts"), json=hosts).raise_for_status()


def test_paged_list(connect, run):
    client = connect()
    hosts = client.hosts("OOO", "Default")
    names, pages, total = [], [], 1
    while len(names) < total:
        page = run(client.run(hosts.operations.list().with_query({"offset": len(names)})))
        total = page.total
        pages.append((page.offset, page.count))
        names += [item.name for item in page.items]
    assert pages == [(0, 20), (20, 20), (40, 5)]
    assert names == sorted(set(names))
    assert len(names) == HOSTS
