"""Provisioning and the states of a machine."""

from __future__ import annotations

import pytest

from comodit_client.sandbox.errors import ApiError

LIBVIRT = {"className": "com.guardis.cortex.server.driver.LibvirtDriver"}


def properties(api, host: str) -> dict[str, str]:
    return {item["key"]: item["value"] for item in api("GET", f"{host}/instance/")["properties"]}


def test_provisioning_step_by_step(api) -> None:
    host = api.host()
    api("GET", f"{host}/instance/", status=404)
    instance = api("POST", f"{host}/instance/", {})
    assert instance["state"] == "PENDING"
    assert instance["synapseState"] == "Down"
    assert instance["locked"] is False
    assert "hostname" not in instance
    assert (instance["organization"], instance["environment"], instance["host"]) == ("OOO", "Default", "web")
    assert api.state(host) == "PROVISIONING"
    assert properties(api, host).keys() == {"amqp.user_queue", "mac"}
    api.sandbox.advance(3)
    assert api("GET", f"{host}/instance/")["state"] == "RUNNING"
    assert api.state(host) == "PROVISIONING"
    api.sandbox.advance(1)
    assert properties(api, host).keys() == {"amqp.user_queue", "mac", "publicIp", "publicDnsName"}
    api.sandbox.advance(3)
    assert "ip.eth0" in properties(api, host)
    assert api("GET", f"{host}/instance/")["synapseState"] == "Up"
    api.sandbox.advance(2.9)
    assert api.state(host) == "PROVISIONING"
    api.sandbox.advance(0.2)
    assert api.state(host) == "READY"
    instance = api("GET", f"{host}/instance/")
    found = properties(api, host)
    assert found.keys() == {"amqp.user_queue", "mac", "publicIp", "publicDnsName", "ip.eth0", "hostname"}
    assert found["amqp.user_queue"] == f"host.{api('GET', host)['uuid']}"
    assert found["mac"] == found["mac"].upper()
    assert found["mac"].count(":") == 5
    assert instance["hostname"] == found["hostname"]
    assert instance["hostData"]["hostname"] == found["hostname"]
    assert instance["hostData"]["ip"]["external"] == found["publicIp"]


def test_machines_have_unique_addresses(api) -> None:
    first, second = api.ready_host("a"), api.ready_host("b")
    for key in ("mac", "publicIp", "publicDnsName", "ip.eth0", "hostname", "amqp.user_queue"):
        assert properties(api, first)[key] != properties(api, second)[key]


@pytest.mark.parametrize("missing", ["platform", "distribution"])
def test_hosts_that_cannot_be_provisioned(api, missing: str) -> None:
    host = api.host()
    api("DELETE", f"{host}/{missing}/")
    assert missing in api("POST", f"{host}/instance/", {}, status=400)["error"][0]
    assert api.state(host) == "DEFINED"


def test_provisioning_twice(api) -> None:
    host = api.host()
    api("POST", f"{host}/instance/", {})
    api("POST", f"{host}/instance/", {}, status=409)
    api.sandbox.advance(10)
    api("POST", f"{host}/instance/", {}, status=409)
    api("POST", f"{host}/instance/properties", [], status=409)


def test_the_demo_platform_provisions_one_machine_at_a_time(api) -> None:
    """S67; other platforms have no such limit."""
    first, second = api.host("a"), api.host("b")
    api("POST", f"{api.O}/platforms/", {"name": "Own"})
    third = api.host("c", platform="Own")
    api("POST", f"{first}/instance/", {})
    assert "a" in api("POST", f"{second}/instance/", {}, status=409)["error"][0]
    api("POST", f"{third}/instance/", {})
    api.sandbox.advance(10)
    api("POST", f"{second}/instance/", {})


def test_delete(api) -> None:
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api("DELETE", f"{host}/instance/")
    assert api.state(host) == "DEFINED"
    api("GET", f"{host}/instance/", status=404)
    api("DELETE", f"{host}/instance/", status=404)
    assert api.tasks(host) == [], "its changes are deleted with it"
    api("POST", f"{host}/instance/", {})
    assert api.state(host) == "PROVISIONING"
    api.sandbox.advance(10)
    assert api.state(host) == "READY"


ORDERS = ["_start", "_pause", "_resume", "_stop", "_off"]


@pytest.mark.parametrize(
    ("before", "allowed"),
    [
        ([], {"_pause": "PAUSED", "_stop": "STOPPED", "_off": "STOPPED"}),
        (["_pause"], {"_resume": "RUNNING", "_off": "STOPPED"}),
        (["_stop"], {"_start": "RUNNING"}),
        (["_off"], {"_start": "RUNNING"}),
        (["_stop", "_start"], {"_pause": "PAUSED", "_stop": "STOPPED", "_off": "STOPPED"}),
    ],
)
@pytest.mark.parametrize("order", ORDERS)
def test_orders(api, before: list[str], allowed: dict[str, str], order: str) -> None:
    host = api.ready_host()
    for earlier in before:
        api("PUT", f"{host}/instance/{earlier}", status=202)
    state = api("GET", f"{host}/instance/")["state"]
    if order in allowed:
        assert api("PUT", f"{host}/instance/{order}", status=202) is None
        assert api("GET", f"{host}/instance/")["state"] == allowed[order]
        assert api("GET", f"{host}/instance/")["synapseState"] == ("Up" if allowed[order] == "RUNNING" else "Down")
    else:
        assert state in api("PUT", f"{host}/instance/{order}", status=409)["error"][0]
        assert api("GET", f"{host}/instance/")["state"] == state


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("seconds", [0, 5])
def test_orders_during_provisioning_are_rejected(api, order: str, seconds: float) -> None:
    host = api.host()
    api("PUT", f"{host}/instance/{order}", status=404)
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(seconds)
    api("PUT", f"{host}/instance/{order}", status=409)
    api.sandbox.advance(10)
    assert api.state(host) == "READY"


@pytest.mark.parametrize("force", [None, False])
def test_a_machine_that_cannot_be_stopped_is_deleted_by_force_only(api, force) -> None:
    host = api.ready_host()
    api.sandbox.fail("task", times=0, task="stop machine of web", error="the driver does not respond")
    query = {} if force is None else {"force": force}
    assert api("DELETE", f"{host}/instance/", status=409, **query)["error"] == [
        "The machine of host web cannot be stopped: the driver does not respond"
    ]
    assert api.state(host) == "READY"
    api("DELETE", f"{host}/instance/", force=True, status=204)
    assert api.state(host) == "DEFINED"


def test_a_machine_that_is_stopped_need_not_be_stopped(api) -> None:
    host = api.ready_host()
    api("PUT", f"{host}/instance/_off", status=202)
    api.sandbox.fail("task", task="stop machine *", error="the driver does not respond")
    api("DELETE", f"{host}/instance/", status=204)


def test_locked_instances(api) -> None:
    host = api.ready_host()
    api("POST", f"{host}/instance/lock", status=200)
    assert api("GET", f"{host}/instance/")["locked"] is True
    for method, path in [("PUT", "_off"), ("PUT", "_stop"), ("DELETE", "")]:
        assert "lock" in api(method, f"{host}/instance/{path}", status=409)["error"][0]
    api("PUT", f"{host}/instance/_pause", status=202)
    api("DELETE", f"{host}/instance/", force=True, status=409)
    api("POST", f"{host}/instance/unlock", status=200)
    assert api("GET", f"{host}/instance/")["locked"] is False
    api("PUT", f"{host}/instance/_off", status=202)
    api("DELETE", f"{host}/instance/")


def test_forget(api) -> None:
    host = api.ready_host()
    assert api("PUT", f"{host}/instance/_forget", status=202) is None
    assert api.state(host) == "DEFINED"
    api("PUT", f"{host}/instance/_forget", status=404)


def test_attaching_a_machine(api) -> None:
    """S51: neither provisioning nor a platform is required."""
    api("POST", f"{api.E}/hosts/", {"name": "web"})
    host = f"{api.E}/hosts/web"
    sent = [{"key": "ip.eth0", "value": "192.0.2.7"}, {"key": "hostname", "value": "w.example.org"}]
    instance = api("POST", f"{host}/instance/properties", sent)
    assert instance["properties"] == sent
    assert instance["state"] == "RUNNING"
    assert instance["synapseState"] == "Up"
    assert instance["hostname"] == "w.example.org"
    assert api.state(host) == "READY"


@pytest.mark.parametrize("body", [{}, [5], [{}], [{"key": ""}], "x"])
def test_invalid_properties(api, body) -> None:
    host = api.host()
    api("POST", f"{host}/instance/properties", body, status=400)
    assert api.state(host) == "DEFINED"


def test_a_libvirt_machine_stops_after_its_installation(api) -> None:
    """S61: it must be started, and only then does the host become READY."""
    api("POST", f"{api.O}/platforms/", {"name": "Lab", "driver": LIBVIRT})
    host = api.host(platform="Lab")
    api("POST", f"{host}/platform/", {"platform": "Lab", "settings": [{"key": "vm_mac", "value": "52:54:00:aa:bb:cc"}]})
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(5)
    assert api("GET", f"{host}/instance/")["state"] == "RUNNING"
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api.sandbox.advance(1000)
    assert api("GET", f"{host}/instance/")["state"] == "STOPPED"
    assert api.state(host) == "PROVISIONING"
    api("PUT", f"{host}/instance/_start", status=202)
    assert api.state(host) == "PROVISIONING"
    api.sandbox.advance(4.01)
    assert api.state(host) == "UPDATING", "the change that waited"
    api.sandbox.advance(4)
    assert api.state(host) == "READY"
    found = properties(api, host)
    assert found["mac"] == "52:54:00:AA:BB:CC"
    assert found.keys() == {"amqp.user_queue", "mac", "libvirt.uuid", "libvirt.hostUuid", "ip.eth0", "hostname"}


def test_vnc(api) -> None:
    host = api.host()
    api("GET", f"{host}/instance/vnc", status=404)
    api("POST", f"{host}/instance/", {})
    api("GET", f"{host}/instance/vnc", status=409)
    api.sandbox.advance(10)
    vnc = api("GET", f"{host}/instance/vnc")
    assert vnc.keys() == {"token", "hostname", "port"}
    assert all(isinstance(value, str) and value for value in vnc.values())
    api("PUT", f"{host}/instance/_stop")
    api("GET", f"{host}/instance/vnc", status=409)


def test_files_of_the_machine(api) -> None:
    host = api.host(applications=["Wordpress"])
    path = f"{host}/instance/files"
    api("GET", path, path="/etc/hostname", status=404)
    api("POST", f"{host}/instance/", {})
    api("GET", path, path="/etc/hostname", status=409)
    api.sandbox.advance(10)
    hostname = api("GET", f"{host}/instance/")["hostname"]
    assert api("GET", path, path="/etc/hostname") == f"{hostname}\n".encode()
    assert hostname.encode() in api("GET", path, path="/etc/hosts")
    key = api("GET", path, path="/root/.ssh/id_rsa.pub")
    assert key.startswith(b"ssh-rsa AAAAB3NzaC1yc2E")
    assert key == api("GET", path, path="/root/.ssh/id_rsa.pub")
    assert b"admin@sandbox.example" in api("GET", path, path="/etc/wordpress/wp-config.php")
    api("GET", path, path="/nope", status=404)
    api("GET", path, path="etc/hosts", status=400)
    api("GET", path, status=400)
    api("DELETE", f"{host}/applications/Wordpress")
    api("GET", path, path="/etc/wordpress/wp-config.php", status=404)
    api("PUT", f"{host}/instance/_stop")
    api("GET", path, path="/etc/hostname", status=409)


def test_sensors(api) -> None:
    host = api.ready_host()
    for sensor in ("hostname", "ip", "memtotal", "macaddress", "platform", "uptime", "cpu"):
        assert api("GET", f"{host}/instance/status/hosts/{sensor}")["status"].keys() == {sensor}
    hostname = api("GET", f"{host}/instance/")["hostname"]
    assert api("GET", f"{host}/instance/status/hosts/hostname") == {"status": {"hostname": hostname}}
    api("GET", f"{host}/instance/status/hosts/nope", status=404)
    api("GET", f"{host}/instance/status/nope/cpu", status=404)
    api("PUT", f"{host}/instance/_stop")
    api("GET", f"{host}/instance/status/hosts/cpu", status=409)


def test_images(api) -> None:
    host = api.host()
    path = f"{host}/instance/_create_image"
    api("PUT", path, {"name": "golden"}, status=404)
    api("POST", f"{host}/instance/", {})
    api("PUT", path, {"name": "golden"}, status=409)
    api.sandbox.advance(10)
    api("PUT", path, {}, status=400)
    api("PUT", path, {"name": "golden", "createDistribution": False}, status=202)
    api("GET", f"{api.O}/distributions/golden", status=404)
    body = {"name": "golden", "createDistribution": True, "settings": [{"key": "ami", "value": "a-1"}]}
    assert api("PUT", path, body, status=202) is None
    assert [setting["key"] for setting in api("GET", f"{api.O}/distributions/golden")["settings"]] == ["ami"]
    api("PUT", path, body, status=409)


def test_alerts(api) -> None:
    host = api.ready_host()
    path = f"{host}/instance/alerts/"
    assert api.items(path) == []
    first = api.sandbox.add_alert("OOO", "Default", "web", property="memtotal", output="12", level="normal")
    second = api.sandbox.add_alert("OOO", "Default", "web")
    third = api.sandbox.add_alert("OOO", "Default", "web")
    assert first["property"] == "memtotal"
    with pytest.raises(ApiError):
        api.sandbox.add_alert("OOO", "Default", "web", timestamp="now")
    assert second.keys() == {"timestamp", "collection", "property", "output", "threshold", "level", "compare_method"}
    assert api.items(path) == [first, second, third]
    assert api("GET", f"{path}{first['timestamp']}") == first
    api("DELETE", f"{path}{first['timestamp']}")
    api("DELETE", f"{path}{first['timestamp']}", status=404)
    assert api.items(path) == [second, third]
    api("DELETE", path)
    assert api.items(path) == []
    api("DELETE", f"{host}/instance/")
    api("GET", path, status=404)
