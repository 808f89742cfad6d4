"""Injected faults raise the errors of httpx that connections would raise."""

from __future__ import annotations

import json
import threading

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.faults.kinds import HOST_KINDS, KINDS
from tests.sandbox.conftest import Api

HOSTS = f"{Api.E}/hosts/"
#: The kinds that do not end in a response, each with the error.
ERRORS = {
    "refuse": httpx.ConnectError,
    "reset-before-reading": httpx.WriteError,
    "reset-after-reading": httpx.ReadError,
    "reset-after-serving": httpx.ReadError,
    "cut": httpx.RemoteProtocolError,
    "latency": httpx.ReadTimeout,
    "endless": httpx.ReadTimeout,
}
SERVED = {"latency", "reset-after-serving", "cut", "wrong-length", "not-utf8"}


@pytest.fixture
def client(unstarted: Sandbox):
    transport = unstarted.transport()
    with httpx.Client(base_url="http://x/api", auth=("UUU", "PPP"), transport=transport, timeout=0.05) as client:
        yield client


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - HOST_KINDS))
def test_each_kind(unstarted: Sandbox, client: httpx.Client, kind: str) -> None:
    unstarted.fail(kind, seconds=60)
    if kind in ERRORS:
        with pytest.raises(ERRORS[kind]):
            client.post(HOSTS, json={"name": "web"})
    else:
        client.post(HOSTS, json={"name": "web"})
    assert [fault["applied"] for fault in unstarted.faults()] == [1]
    assert len(client.get(HOSTS).json()["items"]) == (kind in SERVED)
    assert [done["times"] for done in unstarted.executions()] == [1] * (kind in SERVED)


def test_a_request_that_is_not_read_keeps_its_body(unstarted: Sandbox, client: httpx.Client) -> None:
    sent = []

    def pieces():
        sent.append(1)
        yield b"{}"

    unstarted.fail("reset-before-reading")
    with pytest.raises(httpx.WriteError):
        client.post(HOSTS, content=pieces())
    assert sent == []
    unstarted.fail("reset-after-reading")
    with pytest.raises(httpx.ReadError):
        client.post(HOSTS, content=pieces())
    assert sent == [1]


def test_the_head_and_a_part_of_the_body_come_before_an_error(unstarted: Sandbox, client: httpx.Client) -> None:
    unstarted.fail("cut")
    with client.stream("GET", Api.O) as response:
        assert response.status_code == 200
        pieces = response.iter_raw()
        assert next(pieces).startswith(b"{")
        with pytest.raises(httpx.RemoteProtocolError, match=r"received \d+ bytes, expected \d+"):
            next(pieces)


def test_a_body_longer_than_announced_is_read_to_the_announced_length(unstarted: Sandbox, client: httpx.Client) -> None:
    unstarted.fail("wrong-length")
    response = client.get(Api.O)
    assert len(response.content) == int(response.headers["Content-Length"])
    with pytest.raises(json.JSONDecodeError):
        response.json()


def test_endless_responses_end_with_the_fault(unstarted: Sandbox, client: httpx.Client) -> None:
    unstarted.fail("endless", seconds=0)
    with client.stream("GET", HOSTS) as response:
        pieces = response.iter_raw()
        assert [next(pieces) for _ in range(20)] == [b" "] * 20
        unstarted.end_faults()
        with pytest.raises(httpx.ReadError):
            list(pieces)


def test_a_delayed_response_comes_when_the_faults_end(unstarted: Sandbox, client: httpx.Client) -> None:
    unstarted.fail("latency", seconds=3600)
    responses = []
    served = threading.Event()
    pause = unstarted._control.faults.pause_blocking

    def noted(*arguments):
        served.set()
        return pause(*arguments)

    unstarted._control.faults.pause_blocking = noted
    request = threading.Thread(target=lambda: responses.append(client.get(Api.O, timeout=None)))
    request.start()
    served.wait()
    assert responses == []
    unstarted.end_faults()
    request.join()
    assert responses[0].status_code == 200


def test_a_redirect_to_the_same_url(unstarted: Sandbox, client: httpx.Client) -> None:
    unstarted.fail("redirect-here")
    response = client.get(HOSTS, params={"a": "b c"})
    assert (response.status_code, response.headers["Location"]) == (307, response.request.url.raw_path.decode())
    assert client.get(Api.O, follow_redirects=True).status_code == 200


def test_a_broken_exchange_has_no_status(unstarted: Sandbox, client: httpx.Client) -> None:
    ended = []
    unstarted._control.end_exchange = lambda exchange, response: ended.append((exchange.fault, response))
    unstarted.fail("latency", seconds=60)
    with pytest.raises(httpx.ReadTimeout):
        client.get(Api.O)
    assert ended == [("latency", None)]
