"""Readers of the page's data and of its stream."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from comodit_client.sandbox import Sandbox

#: Requests here are plain HTTP: reading the certificates of the system for each client would take long.
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Reader:
    """Reads the states of a stream."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.iter_lines()

    def state(self) -> Any:
        """Return the next state; comments are left out."""
        return json.loads(next(line for line in self._lines if line.startswith("data: ")).removeprefix("data: "))

    def rest(self) -> list[str]:
        """Return the lines until the stream ends."""
        return list(self._lines)


@contextmanager
def watching(sandbox: Sandbox, **query: str) -> Iterator[Reader]:
    """Open the stream of a sandbox."""
    url = f"{sandbox.base_url}/sandbox/events"
    with httpx.Client(timeout=10, verify=PLAIN) as client, client.stream("GET", url, params=query) as response:
        assert response.status_code == 200
        assert response.headers["Content-Type"].startswith("text/event-stream")
        yield Reader(response)


def read(sandbox: Sandbox, subject: str, status: int = 200, **names: str) -> Any:
    """Read a document of the page."""
    response = httpx.get(f"{sandbox.base_url}/sandbox/page/{subject}", params=names, verify=PLAIN)
    assert response.status_code == status, response.text
    return response.json()


def hosts(state: Any) -> dict[str, Any]:
    """Return the hosts of a state by name."""
    found = (environment for organization in state["organizations"] for environment in organization["environments"])
    return {host["name"]: host for environment in found for host in environment["hosts"]}


@pytest.fixture
def guarded() -> Iterator[Sandbox]:
    with Sandbox(control_token="t0ken") as sandbox:
        yield sandbox
