"""Proxies: given, or named by the environment."""

from __future__ import annotations

import base64
import http.server
import threading

import pytest

from comodit_client import wire
from comodit_client.api import TransportError

READ = wire.organizations.get("A")


@pytest.fixture
def proxy():
    """A proxy that answers itself, and remembers what it was asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers))
            self.send_response(200)
            self.send_header("Content-Length", "13")
            self.end_headers()
            self.wfile.write(b'{"name": "A"}')

        def do_CONNECT(self):
            asked.append((self.path, self.headers))
            self.send_response(server.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    server.asked = asked
    server.place = f"127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def ask(colour, run, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)

    def ask(endpoint="http://comodit.test/api", **options):
        client = colour.module("client").Client(endpoint, "U", "P", **options)
        assert run(client.run(READ)).name == "A"
        run(client.close())

    return ask


def test_a_proxy_that_is_given_is_used(ask, proxy):
    ask(proxy=f"http://{proxy.place}")
    assert [path for path, _ in proxy.asked] == ["http://comodit.test/api/organizations/A"]


def test_a_proxy_may_want_a_password(ask, proxy):
    ask(proxy=f"http://joe:hush@{proxy.place}")
    headers = proxy.asked[0][1]
    assert headers["Proxy-Authorization"] == "Basic " + base64.b64encode(b"joe:hush").decode()
    assert headers["Authorization"] == "Basic " + base64.b64encode(b"U:P").decode()


def test_the_environment_names_a_proxy(ask, proxy, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", f"http://{proxy.place}")
    ask()
    assert len(proxy.asked) == 1


def test_the_environment_excepts_servers(ask, proxy, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    ask(f"http://{proxy.place}/api")
    assert [path for path, _ in proxy.asked] == ["/api/organizations/A"]


def test_a_proxy_that_is_given_goes_before_the_environment(ask, proxy, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    ask(proxy=f"http://{proxy.place}")
    assert len(proxy.asked) == 1


@pytest.mark.parametrize(
    ("status", "attempts", "hint"),
    [
        (407, 1, "check the user name and the password in its URL"),
        (403, 1, "check its rules, and the endpoint"),
        (502, 3, "check its rules, and the endpoint"),
    ],
)
def test_a_proxy_may_not_connect_to_the_server(ask, proxy, status, attempts, hint):
    proxy.status = status
    with pytest.raises(
        TransportError, match=f"[(]{status} .*[)]; the proxy did not connect to the server: {hint}"
    ) as failed:
        ask("https://comodit.test/api", proxy=f"http://{proxy.place}")
    assert (failed.value.attempts, len(proxy.asked)) == (attempts, attempts)
