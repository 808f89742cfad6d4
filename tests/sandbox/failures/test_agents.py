"""Agents that are lost and come back."""

from __future__ import annotations

import pytest

from comodit_client.sandbox.errors import ApiError

WEB = ("OOO", "Default", "web")
SILENT = "The agent of the machine does not respond"


def agent(api, host: str) -> str:
    return api("GET", f"{host}/instance/")["synapseState"]


def test_changes_wait_until_the_agent_is_back(api) -> None:
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api.sandbox.lose_agent(*WEB)
    assert agent(api, host) == "Down"
    api("PUT", f"{host}/applications/Wordpress/services/httpd/_restart", status=202)
    api.sandbox.advance(1000)
    assert len(api.pending(host)) == 2
    assert api.state(host) == "UPDATING"
    for method, path in (("PUT", "_stop"), ("PUT", "_pause"), ("GET", "status/hosts/cpu")):
        assert api(method, f"{host}/instance/{path}", status=409)["error"] == [SILENT]
    assert api("GET", f"{host}/instance/files", path="/etc/hostname", status=409)["error"] == [SILENT]
    api.sandbox.restore_agent(*WEB)
    api.sandbox.restore_agent(*WEB)
    api.sandbox.advance(8.1)
    assert (agent(api, host), api.pending(host), api.state(host)) == ("Up", [], "READY")
    messages = [entry["message"] for entry in api.items(f"{host}/agent/")]
    assert messages.count("Agent of web does not respond") == messages.count("Agent of web responds again") == 1


def test_a_machine_that_is_powered_off_and_started_has_its_agent_back(api) -> None:
    host = api.ready_host()
    api.sandbox.lose_agent(*WEB)
    api("PUT", f"{host}/instance/_off", status=202)
    api("PUT", f"{host}/instance/_start", status=202)
    assert agent(api, host) == "Up"


def test_a_fault_takes_agents_now_and_later(api) -> None:
    first = api.ready_host("web-1")
    api.sandbox.fail("agent", host="web-*", times=2)
    assert agent(api, first) == "Down"
    second, third, other = (api.ready_host(name) for name in ("web-2", "web-3", "db"))
    assert [agent(api, host) for host in (second, third, other)] == ["Down", "Up", "Up"]
    api.sandbox.lose_agent("OOO", "Default", "db")
    api.sandbox.end_faults()
    assert [agent(api, host) for host in (first, second, other)] == ["Up", "Up", "Down"]


def test_hosts_that_have_no_agent_to_lose(api) -> None:
    host = api.host()
    for call in (api.sandbox.lose_agent, api.sandbox.restore_agent):
        with pytest.raises(ApiError, match="does not exist"):
            call(*WEB)
    api("POST", f"{host}/instance/", {})
    with pytest.raises(ApiError, match="not ready"):
        api.sandbox.lose_agent(*WEB)
