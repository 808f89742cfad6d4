"""An archive cannot be changed, unless it is started as writable. Its folder never is."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from comodit_client.api import Client, Forbidden
from comodit_client.sandbox import ManualClock
from tests.sandbox.world import AUTH

from .conftest import connect, export, tree
from .test_same import DOCUMENT, HOST

ADVICE = "This archive is read-only; start the sandbox with --writable to change it"
WRITING = {
    operation["operationId"]: (method, path, operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
    if isinstance(operation, dict) and "operationId" in operation and method != "get"
}
COMMANDS: dict[str, dict[str, Any]] = {
    "fail": {"host": ["OOO", "Default", "web"], "task": "t", "error": "e"},
    "alert": {"host": ["OOO", "Default", "web"]},
    "deviate": {"host": ["OOO", "Default", "web"], "application": "App", "kind": "packages", "name": "httpd"},
    "user": {"username": "new", "password": "p"},
    "file": {"host": ["OOO", "Default", "web"], "path": "/x", "content": "y"},
    "hosts": {"count": 1},
}


def rows(sandbox: Any) -> list[Any]:
    """Return all that a sandbox stores."""
    connection = sandbox._store._connection
    return [row for table in ("node", "attachment") for row in connection.execute(f"SELECT * FROM {table}")]


def send(client: httpx.Client, source: Any, operation_id: str) -> httpx.Response:
    method, path, operation = WRITING[operation_id]
    names = {name: quote(value, safe="") for name, value in source.names(path).items()}
    content = operation.get("requestBody", {}).get("content", {})
    more: dict[str, Any] = {"files": {"file": b"x"}} if "multipart/form-data" in content else {"json": {"name": "new"}}
    return client.request(method, path.format(**names), **more)


@pytest.mark.parametrize("operation", WRITING)
def test_every_change_is_rejected(operation, source, viewer):
    before = rows(viewer)
    with connect(viewer) as client:
        response = send(client, source, operation)
    assert (response.status_code, response.json()["error"]) == (403, [ADVICE])
    assert rows(viewer) == before


def test_all_changes_are_tried():
    assert len(WRITING) > 240


def test_a_client_gets_the_advice(viewer):
    with Client(viewer.url, *AUTH) as client:
        host = client.get_host("OOO", "Default", "web")
        with pytest.raises(Forbidden, match="--writable"):
            host.update()


def test_credentials_are_checked_first(viewer):
    assert httpx.delete(f"{viewer.url}/organizations/OOO").status_code == 401


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_that_change_are_rejected(command, viewer):
    before = rows(viewer)
    response = httpx.post(f"{viewer.base_url}/sandbox/{command}", json=COMMANDS[command])
    assert (response.status_code, response.json()["error"]) == (403, [ADVICE])
    assert rows(viewer) == before


def test_commands_that_change_no_state_work(folder, serve):
    viewer = serve(folder, clock=ManualClock())
    before = rows(viewer)
    viewer.advance(10**6)
    viewer.fail("503", times=1)
    with connect(viewer) as client:
        assert client.get(HOST).status_code == 503
        assert client.get(HOST).json()["state"] == "ERROR"
    assert viewer.executions() == []
    assert viewer.stats()["total"] == 2
    assert rows(viewer) == before


def test_nothing_runs(source, folder, serve):
    """The archive contains a job, and an orchestration that a change of a setting would start."""
    viewer = serve(folder, clock=ManualClock(), writable=True)
    assert viewer._store.all("agenda") == []
    job = json.loads((folder / "jobs" / "job" / "definition.json").read_text(encoding="utf-8"))
    assert job["enabled"]


def test_a_writable_archive_can_be_changed_and_restored(source, folder, tmp_path, serve):
    before = tree(folder)
    viewer = serve(folder, writable=True, provision_time=0, change_time=0)
    with connect(viewer) as client:
        body = {**client.get(HOST).json(), "description": "changed"}
        assert client.put(HOST, json=body).json()["version"] == body["version"] + 1
        client.post(f"{HOST}/settings/", json={"key": "new", "value": 1}).raise_for_status()
        client.delete(f"{HOST}/instance").raise_for_status()
        assert client.get(HOST).json()["state"] == "DEFINED"
        client.post(f"{HOST}/instance/", json={}).raise_for_status()
        assert client.get(HOST).json()["state"] == "READY"
        client.put("/organizations/OOO/groups/admin", json={"name": "admin", "users": []}).raise_for_status()
        assert client.get(HOST).json()["description"] == "changed"
    viewer.make_hosts(0, organization="OOO")
    viewer.reset()
    assert tree(export(viewer, tmp_path / "OOO")) == tree(folder) == before
