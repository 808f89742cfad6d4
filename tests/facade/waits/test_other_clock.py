"""Waits take their time from the clock of `Polling`; the machine's time does not count."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from comodit_client.rest.exceptions import InvalidArgument, WaitTimeout
from comodit_client.rest.options import Clock, Polling
from tests.conftest import Clock as FakeClock

HOST = "/organizations/A/environments/E/hosts/h"
STEADY = {"initial_interval": 60, "multiplier": 1, "max_interval": 60}


@pytest.fixture
def other():
    """A clock that is only given to the client."""
    return FakeClock()


@pytest.fixture
def client(make_client, other):
    return make_client(polling=Polling(**STEADY, clock=other))


@pytest.fixture
def host(client):
    return client.hosts("A", "E").new("h")


def states(*names):
    return [{"name": "h", "state": name} for name in names]


def test_pauses_are_sleeps_of_that_clock(host, server, run, other):
    server.on("GET", HOST, *states(*["PROVISIONING"] * 30, "READY"))
    run(host.wait_for_state("READY", timeout=1801))
    assert other.slept == [60] * 30
    assert len(server.asked) == 31


def test_the_timeout_passes_on_that_clock(host, server, run, other):
    server.on("GET", HOST, *states("PROVISIONING"))
    server.on("GET", f"{HOST}/instance/", (404, {}))
    with pytest.raises(WaitTimeout, match="after 1790 s"):
        run(host.wait_for_state("READY", timeout=1790))
    assert other.now == 100 + 1790
    assert server.lines.count(f"GET {HOST}") == 31


@pytest.mark.parametrize("timeout", [None, 1800])
def test_the_other_waits_have_the_same_time(client, host, server, run, other, timeout):
    changes = [{"items": [{"orderNum": 1, "tasks": [{"status": "PENDING"}]}]}, {"items": []}]
    server.on("GET", f"{HOST}/changes/", *changes)
    server.on("GET", f"{HOST}/instance/", {"state": "PENDING"}, {"state": "RUNNING"})
    server.on("GET", "/organizations/A/environments/E/hosts/", *({"items": states(state)} for state in ("X", "READY")))
    server.on("GET", HOST, *states("X", "READY"))
    run(host.wait_for_pending_changes(timeout))
    run(host.instance().new().wait_for_state("RUNNING", timeout))
    run(client.hosts("A", "E").wait_for_state("READY", ["h"], timeout))
    run(host.instance().new().wait(timeout))
    assert other.slept == [60] * 4


def test_executions_have_the_same_time(client, server, run, other):
    for kind in ("orchestration", "pipeline"):
        path = f"/organizations/A/{kind}s/o/contexts/u"
        server.on("GET", path, *({"uuid": "u", "status": status} for status in ("RUNNING", "FINISHED")))
        run(getattr(client, f"{kind}_contexts")("A", "o").new({"uuid": "u"}).wait(timeout=1800))
    assert other.slept == [60] * 2


def test_a_request_of_a_wait_has_the_real_time_that_is_left(host, server, run, other):
    """The time of the clock that passes during a request, as in another thread, does not end the request."""

    def later(_):
        other.now += 3600
        return httpx.Response(200, json={"name": "h", "state": "READY"})

    server.on("GET", HOST, later)
    run(host.wait_for_state("READY", timeout=20))
    assert 20 < server.asked[0].timeout["read"] <= 20.8


def test_retries_keep_the_real_time(host, server, run, other, pauses):
    server.on("GET", HOST, (503, {}), *states("READY"))
    run(host.wait_for_state("READY", timeout=60))
    assert (other.slept, len(pauses)) == ([], 1)


@pytest.mark.parametrize("colour", ["aio"], indirect=True)
def test_other_tasks_run_during_a_pause(server, make_client, colour, other):
    order: list[str] = []
    server.on("GET", HOST, *states("PROVISIONING", "PROVISIONING", "READY"))
    host = make_client(polling=Polling(clock=other)).hosts("A", "E").new("h")

    async def both():
        async def other_task():
            order.append("other task")

        task = asyncio.create_task(other_task())
        await host.wait_for_state("READY", progress=lambda poll: order.append(poll.state))
        await task

    colour.run(both())
    assert order.index("other task") < order.index("READY")


@pytest.mark.parametrize("value", [0, 1.0, "now", object(), asyncio])
def test_a_clock_has_both_methods(value):
    with pytest.raises(InvalidArgument, match=r"Cannot use clock of type .*monotonic\(\) and sleep\(seconds\)"):
        Polling(clock=value)


def test_a_copy_of_the_client_keeps_the_clock(client, other):
    assert isinstance(other, Clock)
    assert client.with_options(timeout=5).polling.clock is other
    assert Polling(clock=other) == Polling(clock=other) != Polling()
