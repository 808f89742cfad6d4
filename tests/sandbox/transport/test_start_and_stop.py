"""The port is bound late, and the server stops at once."""

from __future__ import annotations

import socket

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.simulation.addresses import Reach


@pytest.fixture
def taken():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_is_reported_by_what_binds_it(taken: int) -> None:
    sandbox = Sandbox(port=taken)
    for bind in (
        sandbox.start,
        sandbox.listen,
        lambda: sandbox.port,
        lambda: sandbox.url,
        lambda: sandbox.serve(print),
    ):
        with pytest.raises(OSError, match="in use"):
            bind()
    assert httpx.Client(transport=sandbox.transport()).get("http://x/api/").status_code == 401
    sandbox.close()


def test_the_port_stays_the_same() -> None:
    sandbox = Sandbox()
    url = sandbox.url
    with sandbox:
        assert sandbox.url == url
        assert httpx.get(f"{url}/organizations/", auth=("UUU", "PPP")).status_code == 200


def test_the_sandbox_calls_itself_neither_before_nor_after_its_start() -> None:
    with Sandbox(anywhere=True) as sandbox:
        reach: Reach = sandbox._control.world.reach
        with pytest.raises(OSError, match="the sandbox itself"):
            reach.connect("127.0.0.1", sandbox.port)


def test_a_stop_closes_idle_connections() -> None:
    sandbox = Sandbox()
    sandbox.start()
    with httpx.Client() as client:
        assert client.get(f"{sandbox.url}/organizations/").status_code == 401
        with socket.create_connection(("127.0.0.1", sandbox.port)) as silent:
            sandbox.close()
            assert silent.recv(1) == b""
        with pytest.raises(httpx.TransportError):
            client.get("http://127.0.0.1:1/")


def test_a_stop_needs_no_poll(monkeypatch) -> None:
    """With a tick of an hour, only an event can end the server."""
    from comodit_client.sandbox.transport import http_server

    monkeypatch.setattr(http_server, "_TICK", 3600)
    with Sandbox() as sandbox:
        assert httpx.get(sandbox.url).status_code == 404


def test_a_stop_before_the_start_counts() -> None:
    sandbox = Sandbox()
    sandbox.stop()
    ready = []
    sandbox.serve(lambda: ready.append(1))
    assert ready == [1]
    sandbox.close()


def test_a_closed_sandbox_can_be_closed_again() -> None:
    sandbox = Sandbox()
    sandbox.close()
    sandbox.close()
