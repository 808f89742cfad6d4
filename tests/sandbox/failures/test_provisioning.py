"""Provisionings that fail: the stage, the reason that a client reads, and the repair."""

from __future__ import annotations

import asyncio

import pytest

from comodit_client import aio
from comodit_client import api as blocking
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.simulation.transitions import STAGES

LIBVIRT = {"className": "com.guardis.cortex.server.driver.LibvirtDriver"}
#: The state of the instance after a failure in each stage.
STATES = {stage: "PENDING" if stage in ("PENDING", "RUNNING") else "RUNNING" for stage in STAGES}
RETRY = "Delete the instance, then provision the host again"


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage(api, stage: str) -> None:
    api.sandbox.fail_provisioning(host="we?", at=stage, error="no capacity")
    host = api.host()
    api("POST", f"{host}/instance/", {})
    if stage != "PENDING":
        assert api.state(host) == "PROVISIONING"
    api.sandbox.advance(10)
    assert api.state(host) == "ERROR"
    instance = api("GET", f"{host}/instance/")
    assert instance["state"] == STATES[stage]
    assert instance["synapseState"] == ("Up" if stage in ("HOSTNAME", "READY") else "Down")
    (change,) = api.items(f"{host}/changes/", show_processed=True)
    (task,) = change["tasks"]
    assert (change["description"], task["status"], task["error"]) == ("Provision host web", "ERROR", "no capacity")
    assert api.sandbox.faults()[0]["applied"] == 1


def test_the_failure_happens_in_the_middle(api) -> None:
    api.sandbox.fail_provisioning()
    host = api.host()
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(4.9)
    assert api.state(host) == "PROVISIONING"
    assert api.items(f"{host}/changes/", show_processed=True) == []
    api.sandbox.advance(0.1)
    assert api.state(host) == "ERROR"
    (change,) = api.items(f"{host}/changes/", show_processed=True)
    assert change["tasks"][0]["description"] == "install distribution Demo Distribution"
    assert api.items(f"{api.E}/hosts/")[0]["state"] == "ERROR"


def test_a_failed_machine_is_not_ready(api) -> None:
    api.sandbox.fail_provisioning(at="READY", error="no capacity")
    host, other = api.host(), api.host("other")
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(10)
    for order in ("_pause", "_stop", "_off"):
        assert RETRY in api("PUT", f"{host}/instance/{order}", status=409)["error"][0]
    assert "no capacity" in api("PUT", f"{host}/instance/_create_image", {"name": "x"}, status=409)["error"][0]
    assert "web has failed" in api("POST", f"{other}/instance/", {}, status=409)["error"][0]
    api("DELETE", f"{host}/changes/", processed_only="False")
    assert api.state(host) == "ERROR"
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api.sandbox.advance(1000)
    assert len(api.pending(host)) == 1, "changes wait"
    assert api.state(host) == "ERROR"


def test_the_repair(api) -> None:
    api.sandbox.fail_provisioning(times=1)
    host = api.host()
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(10)
    api("DELETE", f"{host}/instance/")
    assert api.state(host) == "DEFINED"
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(10)
    assert api.state(host) == "READY"
    assert api.items(f"{host}/changes/", show_processed=True) == []


def test_the_logs_mention_the_failure(api) -> None:
    body = {"name": "mail", "channel": "Email", "value": "{}", "notifiableViews": [{"actionType": "provisioned"}]}
    body["notifiableViews"][0]["active"] = True
    api("POST", f"{api.O}/notifications/", body)
    api.sandbox.fail_provisioning(error="no capacity")
    host = api.host()
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(10)
    text = "Provisioning of host web failed: no capacity"
    assert text in [entry["message"] for entry in api.items(f"{host}/agent/")]
    assert f"mail: {text}" in [entry["message"] for entry in api.items(f"{api.O}/notification/")]


def test_a_failure_after_the_installation_of_a_libvirt_machine(api) -> None:
    api("POST", f"{api.O}/platforms/", {"name": "Lab", "driver": LIBVIRT})
    api.sandbox.fail_provisioning(at="HOSTNAME", error="no lease")
    host = api.host(platform="Lab")
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(100)
    assert api.state(host) == "PROVISIONING"
    api("PUT", f"{host}/instance/_start", status=202)
    api.sandbox.advance(10)
    assert api.state(host) == "ERROR"
    assert api("GET", f"{host}/instance/")["synapseState"] == "Up"
    assert api.items(f"{host}/changes/", show_processed=True)[0]["tasks"][0]["error"] == "no lease"


def test_patterns_select_hosts(api) -> None:
    api.sandbox.fail("provision", host="web-*", times=0)
    api.sandbox.fail("provision", organization="Other")
    states = {}
    for name in ("web-1", "db-1", "web-2"):
        host = api.host(name, platform="Cloud")
        api("POST", f"{host}/instance/", {})
        api.sandbox.advance(10)
        states[name] = api.state(host)
    assert states == {"web-1": "ERROR", "db-1": "READY", "web-2": "ERROR"}
    assert [fault["applied"] for fault in api.sandbox.faults()] == [2, 0]


def test_a_machine_that_never_comes_up(api) -> None:
    api.sandbox.fail("boot")
    host = api.host()
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(1_000_000)
    assert (api.state(host), api("GET", f"{host}/instance/")["state"]) == ("PROVISIONING", "PENDING")
    api("DELETE", f"{host}/instance/")
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(10)
    assert api.state(host) == "READY"


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"kind": "provision", "at": "AGNT"}, "did you mean AGENT"),
        ({"kind": "boot", "at": "READY"}, "'at' does not apply to boot"),
        ({"kind": "503", "host": "web"}, "'host' does not apply to 503"),
    ],
)
def test_invalid_faults(api, fault, message: str) -> None:
    with pytest.raises(ApiError, match=message):
        api.sandbox.fail(**fault)
    assert api.sandbox.faults() == []


def test_the_blocking_client_shows_the_reason(comodit_sandbox) -> None:
    comodit_sandbox.fail_provisioning(host="web-*", error="no capacity")
    with blocking.Client(comodit_sandbox.url, "UUU", "PPP") as client:
        host = client.hosts("OOO", "Default").create("web-1", "", "Demo Platform", "Demo Distribution")
        host.provision()
        with pytest.raises(blocking.HostFailed, match="no capacity"):
            host.wait_for_state("READY", timeout=30)
        assert "install distribution Demo Distribution: no capacity" in str(host.diagnose())
        host.get_instance().delete()
        host.provision()
        host.wait_for_state("READY", timeout=30)


async def _fail(url: str) -> None:
    async with aio.Client(url, "UUU", "PPP") as client:
        host = await client.hosts("OOO", "Default").create("web-1", "", "Demo Platform", "Demo Distribution")
        await host.provision()
        with pytest.raises(aio.HostFailed, match="no capacity"):
            await host.wait_for_state("READY", timeout=30)
        assert "no capacity" in str(await host.diagnose())


def test_the_async_client_shows_the_reason(comodit_sandbox) -> None:
    comodit_sandbox.fail_provisioning(error="no capacity")
    asyncio.run(_fail(comodit_sandbox.url))
