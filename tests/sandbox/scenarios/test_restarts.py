"""A restart in the middle of a failure, and databases of the version before scenarios."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox

HOST = "/organizations/OOO/environments/Default/hosts/web"
BODY = {"name": "web", "platform": "Cloud", "distribution": "Demo Distribution"}
WEB = ("OOO", "Default", "web")


@pytest.fixture
def serve(tmp_path: Path) -> Callable[..., Any]:
    clock = ManualClock()

    @contextmanager
    def run(**options: Any) -> Iterator[tuple[Sandbox, httpx.Client]]:
        database = str(tmp_path / "sandbox.db")
        with (
            Sandbox(db=database, clock=clock, provision_time=10, change_time=4, **options) as sandbox,
            httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client,
        ):
            yield sandbox, client

    return run


def provision(client: httpx.Client) -> None:
    client.post(HOST.removesuffix("web"), json=BODY).raise_for_status()
    client.post(f"{HOST}/instance/", json={}).raise_for_status()


def state(client: httpx.Client) -> str:
    return client.get(HOST).json()["state"]


def test_a_provisioning_that_will_fail(serve) -> None:
    with serve() as (sandbox, client):
        sandbox.fail_provisioning(error="no capacity")
        provision(client)
        sandbox.advance(2)
    with serve() as (sandbox, client):
        assert state(client) == "PROVISIONING"
        sandbox.advance(3)
        assert state(client) == "ERROR"
    with serve() as (sandbox, client):
        assert state(client) == "ERROR"
        changes = client.get(f"{HOST}/changes/?show_processed=true").json()["items"]
        assert [change["tasks"][0]["error"] for change in changes] == ["no capacity"]


def test_a_machine_that_never_comes_up(serve) -> None:
    with serve() as (sandbox, client):
        sandbox.fail("boot")
        provision(client)
    with serve() as (sandbox, client):
        sandbox.advance(1000)
        assert state(client) == "PROVISIONING"


def test_a_lost_agent(serve) -> None:
    with serve() as (sandbox, client):
        provision(client)
        sandbox.advance(10)
        client.post(f"{HOST}/applications/", json={"application": "Wordpress"}).raise_for_status()
        sandbox.lose_agent(*WEB)
    with serve() as (sandbox, client):
        sandbox.advance(1000)
        assert state(client) == "UPDATING"
        sandbox.restore_agent(*WEB)
        sandbox.advance(4)
        assert state(client) == "READY"


def test_an_order_in_progress(serve) -> None:
    with serve(scenario="realistic") as (sandbox, client):
        provision(client)
        sandbox.advance(50)
        assert client.put(f"{HOST}/instance/_stop").status_code == 202
    with serve() as (sandbox, client):
        assert client.get(f"{HOST}/instance/").json()["state"] == "RUNNING"
        sandbox.advance(20)
        assert client.get(f"{HOST}/instance/").json()["state"] == "STOPPED"


def make_old(path: Path, **members: Any) -> None:
    """Give the machine and the changes of a database the members that the version before scenarios stored."""
    with sqlite3.connect(path) as connection:
        (row, text) = connection.execute("SELECT id, data FROM node WHERE kind = 'instance'").fetchone()
        machine = json.loads(text)
        for name in ("passed", "failure", "rest"):
            del machine[name]
        machine |= {"duration": 10.0, **members}
        connection.execute("UPDATE node SET data = ? WHERE id = ?", (json.dumps(machine), row))
        connection.execute("DELETE FROM node WHERE kind = 'agenda' AND name = 'transition'")
        for event in ("agent", "ready"):
            due = json.dumps({"due": machine["moments"][event]})
            connection.execute(
                "INSERT INTO node (parent, kind, name, doc, data) VALUES (?, 'agenda', ?, '{}', ?)", (row, event, due)
            )
        connection.execute("UPDATE node SET data = json_remove(data, '$.pace') WHERE kind = 'changes'")
    connection.close()


def test_an_old_database_during_a_provisioning(serve, tmp_path: Path) -> None:
    with serve() as (sandbox, client):
        provision(client)
        client.post(f"{HOST}/applications/", json={"application": "Wordpress"}).raise_for_status()
        sandbox.advance(5)
        assert state(client) == "PROVISIONING"
    make_old(tmp_path / "sandbox.db")
    with serve() as (sandbox, client):
        sandbox.advance(5.1)
        assert state(client) == "UPDATING"
        assert client.put(f"{HOST}/instance/_pause").status_code == 202
        assert client.put(f"{HOST}/instance/_resume").status_code == 202
        sandbox.advance(5)
        assert state(client) == "READY"
        messages = [entry["message"] for entry in client.get(f"{HOST}/agent/").json()["items"]]
        assert messages.count("Agent of web registered") == 1


def test_an_old_database_with_a_stopped_machine(serve, tmp_path: Path) -> None:
    with serve(scenario="libvirt") as (sandbox, client):
        provision(client)
        sandbox.advance(100)
        assert state(client) == "PROVISIONING"
    make_old(tmp_path / "sandbox.db")
    with serve() as (sandbox, client):
        assert client.put(f"{HOST}/instance/_start").status_code == 202
        sandbox.advance(4)
        assert state(client) == "READY"
        messages = [entry["message"] for entry in client.get(f"{HOST}/agent/").json()["items"]]
        assert messages.count("Agent of web registered") == 1
