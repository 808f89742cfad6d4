"""A server of many environments: each response takes a while, hosts become ready after a time, requests are counted."""

from __future__ import annotations

import asyncio
import json
import math
import sys
import time
from collections import Counter
from functools import partial
from typing import Any

from benchmarks.server import host, response

ENVIRONMENTS = 20
HOSTS = 250
#: Seconds without a list request after which the next one begins another tick of the client.
PAUSE = 0.2
EMPTY = response({})


def name(environment: int, number: int) -> str:
    """Return the name of a host.

    Args:
        environment: The number of its environment.
        number: Its number there.
    """
    return f"web-{environment}-{number}"


class Environment:
    """The hosts of an environment, each as prepared JSON.

    Args:
        number: The number of the environment.
        seconds: The duration of provisioning.
    """

    def __init__(self, number: int, seconds: float) -> None:
        self.seconds = seconds
        self.names = [name(number, index) for index in range(HOSTS)]
        self.ready_at = dict.fromkeys(self.names, math.inf)
        self.lists = 0
        self._documents = {
            state: [self._document(index, one, state) for index, one in enumerate(self.names)]
            for state in ("DEFINED", "PROVISIONING", "READY")
        }

    def provision(self, name: str) -> None:
        """Start to provision a host.

        Args:
            name: Its name.
        """
        self.ready_at[name] = time.monotonic() + self.seconds

    def listed(self) -> bytes:
        """Return the response with all hosts in their current states."""
        now = time.monotonic()
        defined, provisioning, ready = self._documents.values()
        items = b",".join(
            (ready if moment <= now else defined if moment == math.inf else provisioning)[index]
            for index, moment in enumerate(self.ready_at.values())
        )
        body = b'{"count":%d,"items":[%b]}' % (HOSTS, items)
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)

    @staticmethod
    def _document(index: int, name: str, state: str) -> bytes:
        return json.dumps({**host(index), "name": name, "state": state}).encode()


class Fleet:
    """All environments, and what was requested.

    Args:
        seconds: The duration of provisioning.
    """

    def __init__(self, seconds: float) -> None:
        self._environments = {
            f"/api/organizations/Acme/environments/{number}/hosts": Environment(number, seconds)
            for number in range(ENVIRONMENTS)
        }
        self._provisioned: Counter[str] = Counter()
        self._lists = self._ticks = 0
        self._last_list = 0.0

    def response(self, method: str, path: str) -> bytes:
        """Carry out a request.

        Args:
            method: The method.
            path: The path.

        Returns:
            The response.
        """
        if path == "/api/counts":
            return response(self._counts())
        folder, _, rest = path.rstrip("/").partition("/hosts")
        environment = self._environments[f"{folder}/hosts"]
        if not rest:
            return self._list(environment)
        assert method == "POST" and rest.endswith("/instance"), f"the client sent {method} {path}"
        found = rest.split("/")[1]
        self._provisioned[found] += 1
        environment.provision(found)
        return EMPTY

    def _list(self, environment: Environment) -> bytes:
        now = time.monotonic()
        self._ticks += now - self._last_list > PAUSE
        self._lists, self._last_list = self._lists + 1, now
        return environment.listed()

    def _counts(self) -> dict[str, Any]:
        return {
            "lists": self._lists,
            "ticks": self._ticks,
            "provisioned": len(self._provisioned),
            "twice": sum(count > 1 for count in self._provisioned.values()),
        }


class Responder(asyncio.Protocol):
    """Responds to each request after a while.

    Args:
        fleet: The environments.
        latency: Seconds until a response.
    """

    def __init__(self, fleet: Fleet, latency: float) -> None:
        self._fleet = fleet
        self._latency = latency
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if not end or len(body) < _length(head):
            return
        self._received = b""
        method, path, _ = head.decode("ascii").split(" ", 2)
        asyncio.get_running_loop().call_later(self._latency, self._respond, method, path.partition("?")[0])

    def _respond(self, method: str, path: str) -> None:
        self._transport.write(self._fleet.response(method, path))  # type: ignore[attr-defined]


def _length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0


async def serve(latency: float, seconds: float) -> None:
    """Print the port, and serve until the process is terminated.

    Args:
        latency: Seconds until a response.
        seconds: The duration of provisioning.
    """
    make = partial(Responder, Fleet(seconds), latency)
    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(*map(float, sys.argv[1:])))
