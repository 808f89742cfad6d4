"""A timeout names a machine that is stopped: more time does not help then."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import HostFailed, WaitTimeout

HOSTS = "/organizations/A/environments/E/hosts/"
HOST = f"{HOSTS}h"
START = (
    "Its machine is STOPPED: with a libvirt platform it stops after the installation. Start it with "
    "get_instance().start(), then wait again."
)
RESUME = "Its machine is PAUSED. Resume it with get_instance().resume(), then wait again."
LONGER = "Wait again, or use a longer timeout."


@pytest.fixture
def hosts(client, clock):
    return client.hosts("A", "E")


@pytest.fixture
def host(hosts):
    return hosts.new("h")


def reads(server, name="h"):
    return server.lines.count(f"GET {HOSTS}{name}/instance/")


def timeout_of(run, wait, *arguments):
    with pytest.raises(WaitTimeout) as raised:
        run(wait(*arguments))
    return str(raised.value)


@pytest.mark.parametrize(("machine", "advice"), [("STOPPED", START), ("PAUSED", RESUME), ("RUNNING", LONGER)])
def test_one_request_reads_the_machine(host, server, run, machine, advice):
    server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"})
    server.on("GET", f"{HOST}/instance/", {"state": machine})
    message = timeout_of(run, host.wait_for_state, "READY", 60)
    assert message == f"Timed out after 60 s waiting for the host A/E/h to be READY. Last state: PROVISIONING. {advice}"
    assert reads(server) == 1


def test_a_short_wait_sends_no_request_for_it(host, server, run):
    server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"})
    assert timeout_of(run, host.wait_for_state, "READY", 29).endswith(LONGER)
    assert reads(server) == 0


def test_a_wait_for_changes_reads_it_as_well(host, server, run):
    server.on("GET", f"{HOST}/changes/", {"items": [{"orderNum": 1, "tasks": [{"status": "PENDING"}]}]})
    server.on("GET", f"{HOST}/instance/", {"state": "STOPPED"})
    assert timeout_of(run, host.wait_for_pending_changes, 60).endswith(START)
    assert reads(server) == 1


def test_the_wait_of_an_instance_reads_it_as_well(host, server, run):
    server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"})
    server.on("GET", f"{HOST}/instance/", {"state": "STOPPED"})
    assert timeout_of(run, host.instance().new().wait, 60).endswith(START)
    assert reads(server) == 1


@pytest.mark.parametrize("state", ["DEFINED", "UPDATING"])
def test_no_request_where_it_says_nothing(host, server, run, state):
    """A DEFINED host has no machine, and a wait for another state is not for the end of the installation."""
    server.on("GET", HOST, {"name": "h", "state": state})
    goal = "READY" if state == "DEFINED" else "PROVISIONING"
    assert timeout_of(run, host.wait_for_state, goal, 60).endswith(LONGER)
    assert reads(server) == 0


@pytest.mark.parametrize("fault", [(503, {}), (404, {}), (403, {}), httpx.ConnectError("x"), {"state": 5}, b"{"])
def test_a_failure_to_read_it_never_hides_the_timeout(host, server, run, fault):
    server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"})
    server.on("GET", f"{HOST}/instance/", fault)
    assert timeout_of(run, host.wait_for_state, "READY", 60).endswith(LONGER)
    assert reads(server) == 1


def test_no_request_after_a_poll_that_failed(host, server, run, clock):
    end = clock.now + 60

    def failing(_):
        if clock.now >= end:
            raise httpx.ConnectError("x")
        return httpx.Response(200, json={"name": "h", "state": "PROVISIONING"})

    server.on("GET", HOST, failing)
    assert timeout_of(run, host.wait_for_state, "READY", 60).endswith(LONGER)
    assert reads(server) == 0


def test_no_request_if_the_last_poll_took_all_the_time(host, server, run, clock):
    def late(_):
        clock.now += 5
        return httpx.Response(200, json={"name": "h", "state": "PROVISIONING"})

    server.on("GET", HOST, late)
    assert timeout_of(run, host.wait_for_state, "READY", 60).endswith(LONGER)
    assert reads(server) == 0


def test_the_request_has_the_rest_of_the_time(host, server, run, clock):
    def late(_):
        clock.now += 0.5
        return httpx.Response(200, json={"name": "h", "state": "PROVISIONING"})

    server.on("GET", HOST, late)
    server.on("GET", f"{HOST}/instance/", {"state": "STOPPED"})
    assert timeout_of(run, host.wait_for_state, "READY", 60).endswith(START)
    assert server.last.path.endswith("/instance/")
    assert 0 < server.last.timeout["read"] <= 0.31


def test_the_first_late_hosts_of_many_are_read(hosts, server, run):
    late = [f"web-{number}" for number in range(10)]
    listed = [{"name": "old", "state": "READY"}, {"name": "new", "state": "DEFINED"}]
    server.on("GET", HOSTS, {"items": [*listed, *({"name": name, "state": "PROVISIONING"} for name in late)]})
    for name, state in zip(late, ["STOPPED", "RUNNING", "PAUSED", "STOPPED", "STOPPED"], strict=False):
        server.on("GET", f"{HOSTS}{name}/instance/", {"state": state})
    message = timeout_of(run, hosts.wait_for_state, "READY", None, 60)
    assert (
        "web-0 is PROVISIONING (its machine is STOPPED), web-1 is PROVISIONING, web-2 is PROVISIONING (its" in message
    )
    assert "Some machines are STOPPED: with a libvirt platform they stop after the installation. Start" in message
    assert "Some machines are PAUSED." in message
    assert sum(line.endswith("/instance/") for line in server.lines) == 4


def test_hosts_that_failed_are_named_without_reading_machines(hosts, server, run):
    server.on("GET", HOSTS, {"items": [{"name": "a", "state": "PROVISIONING"}]})
    with pytest.raises(HostFailed, match="b does not exist"):
        run(hosts.wait_for_state("READY", ["a", "b"], timeout=3))
    assert reads(server, "a") == 0
