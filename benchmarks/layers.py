"""The layers of a call, each as a function that reads a host on a kept connection and returns its name."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import h11
import httpcore
import httpx

from benchmarks.loopback import AUTH, NAMES, hosts_url
from comodit_client import wire
from comodit_client.api import Client

SIZE = 1 << 16
SECRET = base64.b64encode(":".join(AUTH).encode()).decode()
Get = Callable[[str], str]


@contextmanager
def layers(root: str) -> Iterator[dict[str, Get]]:
    """Open a connection for each layer.

    Args:
        root: The API root.

    Yields:
        The layers by their names, from the lowest to the highest. Below httpx.Client.get, requests are made in advance.
    """
    url = hosts_url(root)
    parts = urlsplit(url)
    address = (str(parts.hostname), int(parts.port or 0))
    with (
        socket.create_connection(address) as plain,
        socket.create_connection(address) as other,
        httpcore.ConnectionPool() as pool,
        httpx.HTTPTransport() as transport,
        httpx.Client(auth=AUTH) as bare,
        Client(root, *AUTH) as client,
    ):
        yield {
            "socket": over_socket(plain, parts.path),
            "h11": over_h11(other, parts.path),
            "httpcore.ConnectionPool": over_httpcore(pool, url),
            "httpx.HTTPTransport": over_transport(transport, url),
            "httpx.Client.send": over_send(bare, url),
            "httpx.Client.get": lambda name: _name(bare.get(f"{url}{name}").content),
            "client.run(wire.hosts.get())": lambda name: client.run(wire.hosts.get("Acme", "Production", name)).name,
            "client.hosts().get()": lambda name: client.hosts("Acme", "Production").get(name).name,
        }


def over_socket(connection: socket.socket, path: str) -> Get:
    """Send prepared bytes and read until the body has its length."""
    head = f"HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic {SECRET}\r\nAccept: */*\r\n\r\n"
    requests = {name: f"GET {path}{name} {head}".encode() for name in NAMES}

    def get(name: str) -> str:
        connection.sendall(requests[name])
        received = connection.recv(SIZE)
        while len(received) < _length(received):
            received += connection.recv(SIZE)
        return _name(received.partition(b"\r\n\r\n")[2])

    return get


def over_h11(connection: socket.socket, path: str) -> Get:
    """Write the request and read the response with h11."""
    state = h11.Connection(h11.CLIENT)
    headers = [("Host", "localhost"), ("Authorization", f"Basic {SECRET}"), ("Accept", "*/*")]
    requests = {name: h11.Request(method="GET", target=f"{path}{name}", headers=headers) for name in NAMES}

    def get(name: str) -> str:
        connection.sendall(state.send(requests[name]) + state.send(h11.EndOfMessage()))
        body = b""
        while not isinstance(event := state.next_event(), h11.EndOfMessage):
            if event is h11.NEED_DATA:
                state.receive_data(connection.recv(SIZE))
            elif isinstance(event, h11.Data):
                body += event.data
        state.start_next_cycle()
        return _name(body)

    return get


def over_httpcore(pool: httpcore.ConnectionPool, url: str) -> Get:
    """Send prepared requests through the pool of httpcore."""
    headers = {"Host": "localhost", "Authorization": f"Basic {SECRET}", "Accept": "*/*"}
    requests = {name: httpcore.Request("GET", f"{url}{name}", headers=headers) for name in NAMES}

    def get(name: str) -> str:
        response = pool.handle_request(requests[name])
        try:
            return _name(response.read())
        finally:
            response.close()

    return get


def over_transport(transport: httpx.HTTPTransport, url: str) -> Get:
    """Send prepared requests through the transport of httpx."""
    requests = _requests(url)

    def get(name: str) -> str:
        response = transport.handle_request(requests[name])
        try:
            return _name(response.read())
        finally:
            response.close()

    return get


def over_send(client: httpx.Client, url: str) -> Get:
    """Send prepared requests through the client of httpx."""
    requests = _requests(url)
    return lambda name: _name(client.send(requests[name]).content)


def _requests(url: str) -> dict[str, httpx.Request]:
    headers = {"Authorization": f"Basic {SECRET}"}
    return {name: httpx.Request("GET", f"{url}{name}", headers=headers) for name in NAMES}


def _name(body: bytes) -> str:
    name: str = json.loads(body)["name"]
    return name


def _length(received: bytes) -> int:
    head, end, _ = received.partition(b"\r\n\r\n")
    body = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
    return len(head) + len(end) + int(body) if end else len(received) + 1
