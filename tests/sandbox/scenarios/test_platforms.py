"""The platforms of a new organization, and the drivers of platforms."""

from __future__ import annotations

import pytest

from comodit_client.sandbox import ApiError
from tests.sandbox.conftest import Api

PACKAGE = "com.guardis.cortex.server.driver."


def test_the_cloud_provisions_any_number_of_machines_at_a_time(api: Api) -> None:
    hosts = [api.host(f"web-{number}", platform="Cloud") for number in range(3)]
    for host in hosts:
        api("POST", f"{host}/instance/", {})
    api.sandbox.advance(10)
    assert [api.state(host) for host in hosts] == ["READY"] * 3


def test_an_unknown_driver_is_rejected(api: Api) -> None:
    body = {"name": "Lab", "driver": {"className": f"{PACKAGE}AmazonEC2Driver"}}
    (text,) = api("POST", f"{api.O}/platforms/", body, status=400)["error"]
    assert "did you mean AmazonEc2Driver?" in text
    assert "LibvirtDriver" in text
    api("POST", f"{api.O}/platforms/", {"name": "Lab"})
    api("PUT", f"{api.O}/platforms/Lab", body, status=400)


@pytest.mark.parametrize("name", ["AmazonEc2Drivr", "com.gaurdis.cortex.server.driver.AmazonEc2Driver"])
def test_a_misspelt_driver_is_rejected(api: Api, name: str) -> None:
    body = {"name": "Lab", "driver": {"className": name}}
    (text,) = api("POST", f"{api.O}/platforms/", body, status=400)["error"]
    assert "AmazonEc2Driver" in text


@pytest.mark.parametrize("name", [f"{PACKAGE}PxeDriver", "PxeDriver", "org.example.OwnDriver", "X"])
def test_known_drivers_and_those_of_other_packages(api: Api, name: str) -> None:
    api("POST", f"{api.O}/platforms/", {"name": "Lab", "driver": {"className": name}})
    assert api("GET", f"{api.O}/platforms/Lab")["driver"]["className"] == name


def test_many_hosts_of_a_platform_are_provisioned_at_the_same_time(api: Api) -> None:
    for name in api.sandbox.make_hosts(3, platform="Cloud"):
        api("POST", f"{api.E}/hosts/{name}/instance/", {})
    with pytest.raises(ApiError, match="Nowhere"):
        api.sandbox.make_hosts(1, prefix="x", platform="Nowhere")
