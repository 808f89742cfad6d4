"""A server as fast as Python can be: it answers prepared bytes, over TLS, and keeps connections open."""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from typing import Any

HOSTS = 10_000


def host(number: int) -> dict[str, Any]:
    """Make the JSON object of a host.

    Args:
        number: Its number.

    Returns:
        The object, with the members that a real one has.
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


def answer(document: Any) -> bytes:
    """Prepare an answer.

    Args:
        document: Its JSON value.

    Returns:
        The whole answer.
    """
    body = json.dumps(document).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Answering(asyncio.Protocol):
    """Answers each request by its path's last segment: the list, or one host."""

    one = answer(host(1))
    many = answer({"count": HOSTS, "items": [host(number) for number in range(HOSTS)]})

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.waiting = b""

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while b"\r\n\r\n" in self.waiting:
            head, self.waiting = self.waiting.split(b"\r\n\r\n", 1)
            path = head.split(b" ", 2)[1]
            self.transport.write(self.many if path.endswith(b"/hosts/") else self.one)  # type: ignore[attr-defined]


async def serve(certificate: str) -> None:
    """Serve until the process is ended; prints the port.

    Args:
        certificate: The path of a PEM file with key and certificate.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
