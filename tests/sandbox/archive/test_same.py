"""An archive is served as the service that it was exported from served it."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from importlib.resources import files
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox

from .conftest import connect, export

HOST = "/organizations/OOO/environments/Default/hosts/web"
DOCUMENT = json.loads(files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8"))
READING = {item["get"]["operationId"]: path for path, item in DOCUMENT["paths"].items() if "get" in item}
#: What an export does not contain, so the archive has none of it: it lists nothing, or returns 404 for a member.
NOT_EXPORTED = [
    *("alerts.*", "changes.*", "compliance.*", "*_logs.*", "*_contexts.get", "*_contexts.list"),
    *("published_*", "purchased_*"),
]
#: Contexts of hosts are exported, unlike executions.
EXPORTED = ["application_contexts.*", "platform_contexts.*", "distribution_contexts.*"]
#: What each server makes up.
MADE_UP = [
    *("account.verify", "instances.get_vnc", "instances.get_status", "flavors.*", "hosts.get_*_file_link"),
    "platforms.list_image_parameters",
]


def is_among(operation: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(operation, pattern) for pattern in patterns)


def kind_of(operation: str) -> str:
    if is_among(operation, NOT_EXPORTED) and not is_among(operation, EXPORTED):
        return "not exported"
    return "made up" if is_among(operation, MADE_UP) else "same"


SAME = [operation for operation in READING if kind_of(operation) == "same"]


def get(client: httpx.Client, source: Any, operation: str) -> httpx.Response:
    path = READING[operation]
    names = {name: quote(value, safe="") for name, value in source.names(path).items()}
    return client.get(path.format(**names), params={"path": "/etc/app.conf", "key": "port"})


@pytest.mark.parametrize("operation", SAME)
def test_reading_gives_the_same(operation, source, viewer):
    with connect(source.sandbox) as one, connect(viewer) as other:
        expected, found = get(one, source, operation), get(other, source, operation)
        assert expected.status_code == 200, expected.text
        assert (found.status_code, found.headers["Content-Type"]) == (200, expected.headers["Content-Type"])
        assert found.content == expected.content


def test_the_operations_that_differ_are_few():
    assert len(SAME) > 120
    every = [*NOT_EXPORTED, *EXPORTED, *MADE_UP]
    assert [pattern for pattern in every if not any(fnmatchcase(operation, pattern) for operation in READING)] == []


@pytest.mark.parametrize("operation", [operation for operation in READING if kind_of(operation) == "not exported"])
def test_what_is_not_exported_is_not_there(operation, source, viewer):
    with connect(viewer) as client:
        found = get(client, source, operation)
    assert found.status_code == 404 or (found.status_code == 200 and found.json()["items"] == []), found.text


def test_one_time_links_work(source, viewer):
    with connect(source.sandbox) as one, connect(viewer) as other:
        path = "/organizations/OOO/environments/Default/hosts/web/applications/App/files/conf"
        expected = one.get(path).content
        url = other.get(f"{path}/link").json()["url"]
        assert httpx.get(url).content == expected != b""
        assert httpx.get(url).status_code == 404


#: The states of hosts, by the driver of their platform and what happens to them; the clock is then at 5.
STATES = {
    "DEFINED": ("FreeDriver", []),
    "PROVISIONING": ("FreeDriver", ["provision"]),
    "PROVISIONING and stopped": ("LibvirtDriver", ["provision", "wait"]),
    "READY": ("FreeDriver", ["provision", "wait"]),
    "UPDATING": ("FreeDriver", ["provision", "wait", "install"]),
    "ERROR": ("FreeDriver", ["provision", "wait", "fail", "install", "wait"]),
    "READY and paused": ("FreeDriver", ["provision", "wait", "pause"]),
    "READY and locked": ("FreeDriver", ["provision", "wait", "lock"]),
}


@pytest.mark.parametrize("elapsed", [0, 10**8])
@pytest.mark.parametrize("state", STATES)
def test_hosts_keep_their_states(state, elapsed, tmp_path, serve):
    driver, steps = STATES[state]
    with Sandbox(provision_time=10, change_time=10, clock=ManualClock()) as source, connect(source) as client:
        prepare(source, client, driver, steps)
        expected = client.get(HOST).json()
        instance = client.get(f"{HOST}/instance")
        export(source, tmp_path / "OOO")
    assert expected["state"] == state.partition(" ")[0]
    viewer = serve(tmp_path / "OOO", clock=ManualClock(source._control.world.now()))
    viewer.advance(elapsed)
    with connect(viewer) as client:
        assert client.get(HOST).json() == expected
        assert [host["state"] for host in client.get("/organizations/OOO/hosts").json()["items"]] == [expected["state"]]
        found = client.get(f"{HOST}/instance")
        assert (found.status_code, found.content) == (instance.status_code, instance.content)


def prepare(sandbox: Sandbox, client: httpx.Client, driver: str, steps: list[str]) -> None:
    """Make a host, and what happens to it."""
    platform = {"name": "P", "driver": {"className": f"com.guardis.cortex.server.driver.{driver}"}}
    client.post("/organizations/OOO/platforms/", json=platform).raise_for_status()
    body = {"name": "web", "platform": "P", "distribution": "Demo Distribution"}
    client.post(f"{HOST.rpartition('/')[0]}/", json=body).raise_for_status()
    for step in steps:
        if step == "wait":
            sandbox.advance(20)
        elif step == "provision":
            client.post(f"{HOST}/instance/", json={}).raise_for_status()
        elif step == "install":
            client.post(f"{HOST}/applications/", json={"application": "Wordpress"}).raise_for_status()
        elif step == "fail":
            sandbox.fail_task("OOO", "Default", "web", task="add package httpd", error="no space")
        elif step == "lock":
            client.post(f"{HOST}/instance/lock").raise_for_status()
        else:
            client.put(f"{HOST}/instance/_{step}").raise_for_status()
