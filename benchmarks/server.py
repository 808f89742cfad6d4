"""A minimal server: it sends prepared bytes, over TLS or not, and keeps connections open."""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from collections.abc import Mapping
from functools import partial
from typing import Any

from benchmarks import peer_documents

HOSTS = 10_000
#: The number of objects that have a response of their own, by name.
NAMED = 200
PATH = "/api/organizations/Acme/environments/Production/hosts/"


def host(number: int) -> dict[str, Any]:
    """Return the JSON object of a host, with the members of a real one.

    Args:
        number: The number in its name.
    """
    return {
        "uuid": f"{number:032X}",
        "version": 4,
        "name": f"web-{number}",
        "description": "Front end",
        "organization": "Acme",
        "environment": "Production",
        "platform": "Demo Platform",
        "distribution": "Demo Distribution",
        "applications": ["Wordpress", "Monitoring"],
        "settings": [{"key": "ntp.server", "value": "ntp.example.org"}],
        "state": "READY",
    }


def response(document: Any) -> bytes:
    """Return a whole HTTP response.

    Args:
        document: The JSON value of its body.
    """
    body = json.dumps(document).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def prepared() -> dict[bytes, bytes]:
    """Return the responses by path: a list and single objects, of our server and of those of the peers."""
    many: dict[str, Any] = {
        PATH: {"count": HOSTS, "items": [host(number) for number in range(HOSTS)]},
        "/v1/servers": peer_documents.servers(HOSTS),
        "/api/v4/projects": [peer_documents.project(number) for number in range(HOSTS)],
    }
    for number in range(NAMED):
        many[f"{PATH}web-{number}"] = host(number)
        many[f"/v1/servers/{number}"] = {"server": peer_documents.server(number)}
        many[f"/api/v4/projects/{number}"] = peer_documents.project(number)
    return {path.encode(): response(document) for path, document in many.items()}


class Responder(asyncio.Protocol):
    """Sends the prepared response of each path.

    Args:
        responses: The responses by path; of other paths, a host.
    """

    one = response(host(1))

    def __init__(self, responses: Mapping[bytes, bytes]) -> None:
        self.responses = responses

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.waiting = b""

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while b"\r\n\r\n" in self.waiting:
            head, self.waiting = self.waiting.split(b"\r\n\r\n", 1)
            path = head.split(b" ", 2)[1].partition(b"?")[0]
            self.transport.write(self.responses.get(path, self.one))  # type: ignore[attr-defined]


async def serve(certificate: str | None) -> None:
    """Print the port, and serve until the process is terminated.

    Args:
        certificate: The path of a PEM file with key and certificate; None serves without TLS.
    """
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    make = partial(Responder, prepared())
    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1] if len(sys.argv) > 1 else None))
