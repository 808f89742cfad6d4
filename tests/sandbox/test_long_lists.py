"""Long lists: pages, batches between which other requests are handled, and the state that they show."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox
from comodit_client.sandbox.dispatcher import _collected
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import BATCH, Listing, Pieces
from comodit_client.sandbox.http.rights import Caller
from comodit_client.sandbox.http.routing import HANDLERS

HOSTS = 2 * BATCH + 1


def listing(sandbox: Sandbox, **query: str) -> Listing:
    names = {"organization": "OOO", "environment": "Default"}
    result = HANDLERS["hosts.list"](Call(sandbox._control.world, Caller("UUU"), names, query, None, ""))
    assert isinstance(result, Listing)
    return result


def decoded(pieces: list[bytes]) -> Any:
    return json.loads(b"".join(pieces))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, [0, 1, 2]),
        ({"offset": 1}, [1, 2]),
        ({"count": 2}, [0, 1]),
        ({"offset": 1, "count": 1}, [1]),
        ({"offset": 2, "count": 9}, [2]),
        ({"offset": 3}, []),
        ({"offset": 10**17, "count": 10**17}, []),
        ({"count": 0}, []),
    ],
)
@pytest.mark.parametrize("collection", ["environments/Default/hosts/", "hosts/", "environments/", "applications/"])
def test_a_page(api, collection: str, query: dict[str, int], shown: list[int]) -> None:
    path, kind = f"{api.O}/{collection}", collection.strip("/").rpartition("/")[2]
    existing = len(api.items(path))
    owner = f"{api.E}/hosts/" if kind == "hosts" else path
    for number in range(existing, 3):
        api("POST", owner, {"name": f"item-{number}"})
    everything = api("GET", path)
    page = api("GET", path, **query)
    assert page["items"] == [everything["items"][place] for place in shown]
    assert (page["offset"], page["count"], page["total"]) == (query.get("offset", 0), len(shown), 3)


@pytest.mark.parametrize("name", ["offset", "count"])
@pytest.mark.parametrize("value", ["-1", "x", "", "1.5", "1e3", "٣", "9" * 19])
def test_a_page_needs_integers(api, name: str, value: str) -> None:
    text = f"The query parameter '{name}' must be an integer of 0 or more, for example 100"
    assert api("GET", f"{api.E}/hosts/", status=400, **{name: value})["error"] == [text]


def test_a_long_list_has_a_length_and_all_hosts(api, sandbox) -> None:
    names = sandbox.make_hosts(HOSTS)
    response = api.client.get(f"{api.E}/hosts/")
    assert [host["name"] for host in response.json()["items"]] == names
    assert int(response.headers["Content-Length"]) == len(response.content)


def test_a_host_in_a_list_is_the_host(api, sandbox) -> None:
    parameters = [
        {"name": key, "key": key, "schema": {"type": "string", "secret": key == "pin"}} for key in ("pin", "k")
    ]
    api("POST", f"{api.O}/applications/", {"name": 'Zéro "0"', "parameters": parameters})
    settings = [{"key": "pin", "value": "s"}, {"key": "k", "value": {"a": [1]}}, {"key": "é", "link": "x"}]
    paths = [
        api.host("web", settings=settings, applications=['Zéro "0"', "Wordpress"], description='é " \\'),
        api.ready_host("ready"),
        api.host("failed"),
    ]
    api("POST", f"{api.E}/hosts/", {"name": "bare"})
    api("POST", f"{paths[2]}/instance/", {})
    sandbox.advance(20)
    sandbox.fail_task("OOO", "Default", "failed", task="Install Wordpress", error="no")
    api("POST", f"{paths[1]}/applications/", {"application": "Wordpress"})
    api.sandbox.add_user("bob", "b")
    for group in ("readonly", "users"):
        api("PUT", f"{api.E}/groups/{group}", {"name": group, "users": [{"username": "bob"}]})
        for auth in (("UUU", "PPP"), ("bob", "b")):
            hosts = api.client.get(f"{api.E}/hosts/", auth=auth).json()["items"]
            assert len(hosts) == 4
            for host in hosts:
                assert api.client.get(f"{api.E}/hosts/{host['name']}", auth=auth).json() == host
            assert api.client.get("/users/bob/hosts", auth=auth).json()["items"] == hosts


@pytest.fixture
def many() -> Sandbox:
    sandbox = Sandbox(clock=ManualClock())
    sandbox.make_hosts(HOSTS, provisioned=True)
    yield sandbox
    sandbox.close()


def test_a_list_shows_the_state_at_its_beginning(many: Sandbox) -> None:
    store = many._store
    expected = decoded(list(listing(many).pieces()))
    pieces = listing(many).pieces()
    read = [next(pieces)]
    environment = store.anywhere("environments", "Default")
    assert environment is not None
    hosts = store.children(environment.id, "hosts")
    last, renamed, deleted, moved, stopped, installed = hosts[-6:]
    with store.transaction():
        store.add(last.id, "settings", "k", {"key": "k", "value": 1})
        renamed.doc["name"] = renamed.name = "renamed"
        store.save(renamed)
        store.delete([deleted])
        moved.parent = store.add(environment.parent, "environments", "Other", {}).id
        store.save(moved)
        store.delete(store.children(stopped.id, "instance"))
        store.rename_contexts(environment.parent, "platform", "Demo Platform", "Renamed")
        store.add(installed.id, "applications", "Wordpress", {})
        store.delete([hosts[0]])
        store.add(environment.id, "hosts", "new", {"name": "new"})
    assert decoded([*read, *pieces]) == expected
    assert decoded(list(listing(many).pieces())) != expected


def test_a_list_survives_a_reset(many: Sandbox) -> None:
    pieces = listing(many).pieces()
    read = [next(pieces)]
    many.reset()
    assert decoded([*read, *pieces])["count"] == HOSTS


def test_a_list_reads_only_its_page(many: Sandbox) -> None:
    queries: list[str] = []
    many._store._connection.set_trace_callback(queries.append)
    pieces = list(listing(many, offset=str(BATCH), count="3").pieces())
    one_page = len(queries)
    assert [host["name"] for host in decoded(pieces)["items"]] == [f"host-{BATCH + n:05}" for n in range(3)]
    queries.clear()
    list(listing(many).pieces())
    assert len(queries) == one_page + 2 * 2  # Two more batches, with two queries each.


def test_other_requests_are_handled_between_batches(many: Sandbox) -> None:
    turns: list[int] = []

    async def count() -> None:
        while True:
            turns.append(1)
            await asyncio.sleep(0)

    async def run() -> object:
        counting = asyncio.create_task(count())
        response = await _collected(listing(many))
        counting.cancel()
        return response.content

    content = asyncio.run(run())
    assert isinstance(content, Pieces)
    assert len(turns) >= HOSTS // BATCH


@pytest.mark.parametrize("kind", ["cut", "wrong-length"])
def test_faults_apply_to_long_lists(api, sandbox, kind: str) -> None:
    sandbox.make_hosts(HOSTS)
    sandbox.fail(kind)
    try:
        response = api.client.get(f"{api.E}/hosts/")
    except httpx.RemoteProtocolError:
        assert kind == "cut"
    else:
        assert kind == "wrong-length"
        with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
            response.json()


def test_secrets_of_a_page_are_masked(api) -> None:
    body = {"name": "hook", "url": "https://x.example", "headers": [{"name": "A", "value": "s", "secret": True}]}
    webhooks = [{**body, "name": f"hook-{number}"} for number in range(3)]
    for webhook in webhooks:
        api("POST", f"{api.O}/webhooks/", webhook)
    api.sandbox.add_user("bob", "b")
    api("PUT", f"{api.O}/groups/auditors", {"name": "auditors", "users": [{"username": "bob"}]})
    shown = api.client.get(f"{api.O}/webhooks/", params={"offset": 1}, auth=("bob", "b")).json()
    assert [hook["headers"][0]["value"] for hook in shown["items"]] == ["********"] * 2
    assert shown["total"] == 3


def test_an_older_file_gets_the_indexes(tmp_path: Path) -> None:
    path = tmp_path / "sandbox.db"
    Sandbox(db=str(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX node_moments")
        connection.execute("DROP INDEX node_due")
    sandbox = Sandbox(db=str(path))
    sandbox.make_hosts(1, provisioned=True)
    assert decoded(list(listing(sandbox).pieces()))["items"][0]["state"] == "READY"
    sandbox.close()


def test_due_work_is_found_by_an_index(many: Sandbox) -> None:
    store, queries = many._store, []
    store._connection.set_trace_callback(queries.append)
    assert next(store.due(0), None) is None
    store._connection.set_trace_callback(None)
    plan = store._connection.execute(f"EXPLAIN QUERY PLAN {queries[0]}").fetchall()
    assert "USING INDEX node_due" in plan[0][3]
