"""Requests that no client of ours sends: the sandbox returns an error, never 500, and serves the next request."""

from __future__ import annotations

import json
import socket
from base64 import b64encode
from collections.abc import Iterator
from importlib import resources
from urllib.parse import quote

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox
from tests.sandbox.world import World

DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())
KIND = b"Content-Type: application/json\r\n"
AUTHORIZATION = b"Authorization: Basic " + b64encode(b"UUU:PPP") + b"\r\n"
O = b"/api/organizations/OOO"  # noqa: E741
BODIES = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"NaN",
    b"1e999",
    b"[" * 100_000,
    b'{"name": ' + b"[" * 150 + b"]" * 150 + b"}",
    b'{"a":' * 5000 + b"1" + b"}" * 5000,
    b'{"name": "\\ud800", "key": "\\ud800"}',
    b'{"name": "\\u0000", "key": "\\u0000"}',
    b'{"name": "a", "name": "b", "key": "a", "key": "b"}',
    b'{"name": "x", "key": "x", "value": ' + b"9" * 4000 + b"}",
    b'{"name": ' + b"9" * 5000 + b"}",
    b'{"name": "x", "order": -1e308, "version": 1e308}',
    b'{"name": "\xff"}',
    "{}".encode("utf-16"),
    b"\xef\xbb\xbf{}",
]


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        made = World(sandbox)
        yield made
        made.close()


def status(world: World, method: str, path: bytes, headers: bytes = b"", body: bytes = b"", host: bytes = b"x") -> int:
    """Send a request as it is; return the status of its response."""
    head = b"%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n" % (method.encode(), path, host)
    length = b"Content-Length: %d\r\n\r\n" % len(body)
    with socket.create_connection(("127.0.0.1", world.sandbox.port), timeout=10) as connection:
        connection.sendall(head + headers + length + body)
        response = b""
        while piece := connection.recv(65536):
            response += piece
    return int(response.split()[1])


@pytest.mark.parametrize(
    "path",
    [
        b"/api/%",
        b"/api/%zz",
        b"/api/organizations/%00",
        b"/api/organizations/%ff",
        b"/api/organizations/%c0%af",
        b"/api/organizations/%ed%a0%80",
        b"/api/users/%ed%a0%80/hosts",
        b"/api/" + b"a/" * 5000,
        O + b"/environments/Default/hosts/web/" + b"a/" * 3000 + b"impact",
        b"/api/flavors/?%ff=%&a=%00",
        b"/api//flavors",
        b"/files/%ff",
        b"/f/%00",
        b"/sandbox/%00",
        b"//[",
    ],
)
def test_paths(world: World, path: bytes) -> None:
    for method in ("GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE"):
        world.restore()
        assert status(world, method, path, AUTHORIZATION) < 500, method
    assert status(world, "GET", O, AUTHORIZATION) == 200


@pytest.mark.parametrize(
    "header",
    [
        b"Authorization: Basic ////",
        b"Authorization: Basic " + b64encode(b"\xff:\xff"),
        b"Authorization: Basic " + b64encode(b"\x00:\xed\xa0\x80"),
        b"Authorization: \xff",
        b"X-ComodIT-JwtToken: a.b.c",
        b"X-ComodIT-JwtToken: \xff",
        b"X-ComodIT-AppKey: \xff",
        b"If-Match: \xff",
        b"Content-Type: \xff",
        b"Content-Type: multipart/form-data; boundary*0*=x''%ff",
        b"Range: bytes=x",
        b"Cookie: \xff",
    ],
)
def test_headers(world: World, header: bytes) -> None:
    for credentials in (b"", AUTHORIZATION):
        for method in ("GET", "PUT"):
            world.restore()
            assert status(world, method, O, credentials + header + b"\r\n", b'{"name": "OOO"}') < 500


@pytest.mark.parametrize("host", [b"[", b"[::1", b"\xff", b"", b"a b", b"x:y", b"x:99999999", b"x@[", b"a/b?c#d"])
def test_hosts(world: World, host: bytes) -> None:
    link = O + b"/environments/Default/hosts/web/applications/App/files/conf/link"
    for path in (O, link, b"/openapi.yaml", b"/openapi.yaml/", b"/nope"):
        world.restore()
        assert status(world, "GET", path, AUTHORIZATION, host=host) < 500, path


@pytest.mark.parametrize("place", range(len(BODIES)))
def test_bodies(world: World, place: int) -> None:
    tried = 0
    for path, item in DOCUMENT["paths"].items():
        for method in ("post", "put"):
            if "application/json" in item.get(method, {}).get("requestBody", {}).get("content", {}):
                world.restore()
                names = {name: quote(value, safe="") for name, value in world.names(path).items()}
                target = f"/api{path.format(**names)}".encode()
                assert status(world, method.upper(), target, AUTHORIZATION + KIND, BODIES[place]) < 500, path
                tried += 1
    assert tried > 50


def test_control_commands_with_bad_arguments(world: World) -> None:
    host = '{"host": ["OOO", "Default", "web"], '
    for command, body in [
        ("hosts", '{"count": 1, "applications": 1}'),
        ("hosts", '{"count": 1e12}'),
        ("hosts", '{"count": 1, "prefix": 1}'),
        ("hosts", '{"count": 1, "organization": 1}'),
        ("advance", '{"seconds": 1e300}'),
        ("fail", '{"host": ["\\ud800", "a", "b"], "task": "x", "error": "y"}'),
        ("alert", f'{host}"timestamp": 1}}'),
        ("deviate", f'{host}"application": "App", "kind": "x", "name": "y"}}'),
        ("user", '{"username": 1}'),
        ("user", '{"username": "a", "password": 1, "email": 2}'),
        ("faults", '{"kind": 1}'),
        ("faults", '{"kind": "503", "times": "x"}'),
    ]:
        world.restore()
        response = httpx.post(f"{world.sandbox.base_url}/sandbox/{command}", content=body)
        assert response.status_code < 500, body


def test_a_clock_that_would_pass_all_dates() -> None:
    with Sandbox(clock=ManualClock()) as sandbox:
        response = httpx.post(f"{sandbox.base_url}/sandbox/advance", json={"seconds": 1e300})
        assert response.status_code == 400
        assert "8999" in response.json()["error"][0]
        assert httpx.get(f"{sandbox.url}/organizations/OOO", auth=("UUU", "PPP")).status_code == 200
