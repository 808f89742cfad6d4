"""Profiles and steps of scenarios: when things happen, and how they end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox

HOSTS = "/organizations/OOO/environments/Default/hosts/"
BODY = {"platform": "Cloud", "distribution": "Demo Distribution"}


class Script:
    """A client that provisions hosts of a sandbox."""

    def __init__(self, sandbox: Sandbox, client: httpx.Client) -> None:
        self.sandbox, self.client = sandbox, client

    def provision(self, name: str) -> None:
        self.client.post(HOSTS, json={"name": name, **BODY}).raise_for_status()
        self.client.post(f"{HOSTS}{name}/instance/", json={}).raise_for_status()

    def order(self, name: str, order: str) -> int:
        return self.client.put(f"{HOSTS}{name}/instance/{order}").status_code

    def install(self, name: str) -> None:
        self.client.post(f"{HOSTS}{name}/applications/", json={"application": "Wordpress"}).raise_for_status()

    def states(self, name: str) -> tuple[str, str]:
        host, instance = (self.client.get(f"{HOSTS}{name}{part}").json()["state"] for part in ("", "/instance/"))
        return host, instance


@pytest.fixture
def start() -> Iterator[Callable[..., Script]]:
    with ExitStack() as stack:

        def begin(**options: Any) -> Script:
            sandbox = stack.enter_context(Sandbox(**{"clock": ManualClock(), **options}))
            client = stack.enter_context(httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")))
            return Script(sandbox, client)

        yield begin


@pytest.mark.parametrize(("options", "seconds"), [({}, 1), ({"provision_time": 7}, 7), ({"scenario": "instant"}, 0)])
def test_the_total_time(start, options, seconds) -> None:
    script = start(**options)
    script.provision("web")
    if seconds:
        script.sandbox.advance(seconds - 0.01)
        assert script.states("web") == ("PROVISIONING", "RUNNING")
        script.sandbox.advance(0.01)
    assert script.states("web") == ("READY", "RUNNING")


def test_realistic_work_takes_minutes(start) -> None:
    script = start(scenario="realistic")
    script.provision("web")
    script.sandbox.advance(159)
    assert script.states("web")[0] == "PROVISIONING"
    script.sandbox.advance(117)
    assert script.states("web")[0] == "READY"
    assert script.order("web", "_stop") == 202
    script.install("web")
    assert script.states("web") == ("UPDATING", "RUNNING")
    script.sandbox.advance(20)
    assert script.states("web") == ("UPDATING", "STOPPED")
    assert script.order("web", "_start") == 202
    assert script.states("web")[1] == "STOPPED"
    script.sandbox.advance(100)
    assert script.states("web") == ("READY", "RUNNING")


def test_a_machine_stops_after_its_installation(start) -> None:
    script = start(scenario={"hosts": {"db-*": {"profile": "libvirt"}}})
    for name in ("db-1", "web-1"):
        script.provision(name)
    script.sandbox.advance(100)
    assert (script.states("db-1"), script.states("web-1")) == (("PROVISIONING", "STOPPED"), ("READY", "RUNNING"))
    script.order("db-1", "_start")
    script.sandbox.advance(0.4)
    assert script.states("db-1") == ("READY", "RUNNING")


def outcomes(script: Script, names: list[str]) -> dict[str, str]:
    for name in names:
        script.provision(name)
    script.sandbox.advance(10)
    return {name: script.states(name)[0] for name in names}


def test_flaky_outcomes_are_reproducible(start) -> None:
    names = [f"web-{number}" for number in range(25)]
    first = outcomes(start(scenario="flaky"), names)
    assert set(first.values()) == {"READY", "ERROR", "PROVISIONING"}
    assert outcomes(start(scenario="flaky"), names[::-1]) == first
    assert outcomes(start(scenario={"profile": "flaky", "seed": 1}), names) != first


def test_orders_that_fail_or_hang(start) -> None:
    steps = {
        "shutdown": [{"state": "STOPPED", "delay": 2, "outcome": "hang"}],
        "pause": [{"state": "PAUSED", "delay": 2, "outcome": "error", "error": "busy"}],
    }
    script = start(scenario={"verbs": steps})
    script.provision("web")
    script.sandbox.advance(1)
    for order in ("_stop", "_pause"):
        assert script.order("web", order) == 202
        script.sandbox.advance(10)
        assert script.states("web") == ("READY", "RUNNING")
    messages = [entry["message"] for entry in script.client.get(f"{HOSTS}web/agent/").json()["items"]]
    assert messages.count("Pause of host web failed: busy") == 1
    assert script.order("web", "_off") == 202
    assert script.states("web")[1] == "STOPPED"


@pytest.mark.parametrize(("outcome", "state"), [("error", "ERROR"), ("hang", "UPDATING")])
def test_tasks_that_fail_or_hang(start, outcome: str, state: str) -> None:
    script = start(scenario={"verbs": {"change": [{"state": "COMPLETED", "delay": 2, "outcome": outcome}]}})
    script.provision("web")
    script.sandbox.advance(1)
    script.install("web")
    script.sandbox.advance(1000)
    assert script.states("web")[0] == state


def test_transitions_are_logged(start, caplog) -> None:
    caplog.set_level("INFO", "comodit_sandbox.transitions")
    script = start()
    script.sandbox.fail_provisioning(host="db", at="ADDRESS", error="no capacity")
    outcomes(script, ["web", "db"])
    script.install("web")
    script.order("web", "_stop")
    script.order("web", "_start")
    script.sandbox.advance(1)
    script.states("web")
    logged = [record.getMessage().removeprefix("OOO/Default/") for record in caplog.records]
    assert [text for text in logged if text.startswith("web")] == [
        *(f"web: {state}" for state in ("RUNNING", "ADDRESS", "AGENT", "HOSTNAME", "READY", "STOPPED", "RUNNING")),
        "web: change 0 completed",
    ]
    assert [text for text in logged if text.startswith("db")][:2] == ["db: RUNNING", "db: ERROR: no capacity"]
