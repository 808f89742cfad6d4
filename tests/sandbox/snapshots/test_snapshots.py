"""Snapshots: what they hold, and what happens to work in progress when one is restored."""

from __future__ import annotations

import threading
from typing import Any

import httpx
import pytest

from comodit_client.sandbox import ApiError, Sandbox
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import BATCH
from comodit_client.sandbox.http.rights import Caller
from comodit_client.sandbox.http.routing import HANDLERS
from comodit_client.sandbox.http.uploads import PIECE, Upload
from comodit_client.sandbox.state.contents import FILE

O = "/organizations/OOO"  # noqa: E741
HOSTS = f"{O}/environments/Default/hosts/"
APPLICATION = f"{O}/applications/Wordpress/files/wp-config.php/content"


@pytest.fixture
def sandbox():
    with Sandbox(provision_time=10, clock="frozen") as made:
        yield made


@pytest.fixture
def client(sandbox: Sandbox):
    with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP"), timeout=60) as made:
        yield made


def hosts(client: httpx.Client) -> dict[str, str]:
    return {host["name"]: host["state"] for host in client.get(HOSTS).json()["items"]}


def control(sandbox: Sandbox, command: str, body: Any = None, status: int = 200) -> Any:
    url = f"{sandbox.base_url}/sandbox/{command}"
    response = httpx.get(url) if body is None else httpx.post(url, json=body)
    assert response.status_code == status, response.text
    return response.json()


def test_a_snapshot_holds_entities_contents_work_time_and_faults(sandbox: Sandbox, client: httpx.Client) -> None:
    body = {"name": "web", "platform": "Demo Platform", "distribution": "Demo Distribution"}
    client.post(HOSTS, json=body).raise_for_status()
    client.post(f"{HOSTS}web/instance/", json={}).raise_for_status()
    client.post(APPLICATION, files={"file": ("x", b"before")}).raise_for_status()
    sandbox.fail("503", times=2, path="*/flavors/")
    assert client.get("/flavors/").status_code == 503
    moment, name = sandbox.now(), sandbox.snapshot()

    sandbox.advance(100)
    assert hosts(client) == {"web": "READY"}
    client.post(APPLICATION, files={"file": ("x", b"after")}).raise_for_status()
    client.delete(f"{HOSTS}web/instance/").raise_for_status()
    client.delete(f"{HOSTS}web").raise_for_status()
    sandbox.end_faults()

    for _ in range(2):
        sandbox.restore(name)
        assert sandbox.now() == moment
        assert hosts(client) == {"web": "PROVISIONING"}
        assert client.get(APPLICATION).content == b"before"
        assert [fault["applied"] for fault in sandbox.faults()] == [1]
        assert [client.get("/flavors/").status_code for _ in range(2)] == [503, 200]
        sandbox.advance(10)
        assert hosts(client) == {"web": "READY"}
        messages = [entry["message"] for entry in client.get(f"{O}/agent/").json()["items"]]
        assert messages == ["Agent of web registered"]


def test_random_faults_continue_as_they_would_have(sandbox: Sandbox, client: httpx.Client) -> None:
    def statuses() -> list[int]:
        return [client.get("/flavors/").status_code for _ in range(20)]

    sandbox.fail("503", times=0, probability=0.5)
    statuses()
    name = sandbox.snapshot()
    first = statuses()
    sandbox.restore(name)
    assert statuses() == first
    assert set(first) == {200, 503}


@pytest.mark.parametrize("clock", ["running", "running,factor=60", "per-read,step=5"])
def test_all_kinds_of_clocks_are_set_back(clock: str) -> None:
    sandbox = Sandbox(clock=clock)
    before, name = sandbox.now(), sandbox.snapshot()
    sandbox.advance(100_000)
    sandbox.restore(name)
    assert before <= sandbox.now() < before + 10_000
    sandbox.close()


def test_names(sandbox: Sandbox) -> None:
    assert [sandbox.snapshot(), sandbox.snapshot("mine"), sandbox.snapshot()] == ["snapshot-1", "mine", "snapshot-2"]
    assert sandbox.snapshots() == ["snapshot-1", "mine", "snapshot-2"]
    sandbox.make_hosts(1)
    sandbox.snapshot("mine")
    sandbox.reset()
    sandbox.restore("mine")
    assert sandbox._store.names(sandbox._store.anywhere("environments", "Default").id, "hosts") == ["host-00000"]
    with pytest.raises(ApiError, match="nope does not exist; existing snapshots: snapshot-1"):
        sandbox.restore("nope")
    for name in ("", 5):
        with pytest.raises(ApiError, match="non-empty"):
            sandbox.snapshot(name)  # type: ignore[arg-type]


def test_snapshots_by_http(sandbox: Sandbox, client: httpx.Client) -> None:
    assert control(sandbox, "snapshots") == {"snapshots": []}
    assert control(sandbox, "snapshot", {}) == {"name": "snapshot-1"}
    assert control(sandbox, "snapshot", {"name": "base"}) == {"name": "base"}
    assert control(sandbox, "snapshots") == {"snapshots": ["snapshot-1", "base"]}
    client.post(HOSTS, json={"name": "web"}).raise_for_status()
    control(sandbox, "restore", {"name": "base"})
    assert hosts(client) == {}
    control(sandbox, "restore", {"name": "nope"}, 404)
    control(sandbox, "restore", {}, 400)
    control(sandbox, "snapshot", {"name": 5}, 400)


def test_a_token_is_valid_again_after_a_restore(sandbox: Sandbox, client: httpx.Client) -> None:
    name = sandbox.snapshot()
    headers = {"X-ComodIT-JwtToken": client.get("/account/_verify").json()["jwtToken"]}
    sandbox.reset()
    assert httpx.get(f"{sandbox.url}/organizations/", headers=headers).status_code == 401
    sandbox.restore(name)
    assert httpx.get(f"{sandbox.url}/organizations/", headers=headers).status_code == 200


def test_a_list_in_progress_keeps_its_state(sandbox: Sandbox) -> None:
    name = sandbox.snapshot()
    sandbox.make_hosts(2 * BATCH, provisioned=True)
    names = {"organization": "OOO", "environment": "Default"}
    call = Call(sandbox._control.world, Caller("UUU"), names, {}, None, "")
    wanted = b"".join(HANDLERS["hosts.list"](call).pieces())
    pieces = HANDLERS["hosts.list"](call).pieces()
    first = next(pieces)
    sandbox.restore(name)
    assert first + b"".join(pieces) == wanted
    assert b'"total":0' in b"".join(HANDLERS["hosts.list"](call).pieces())


def test_a_restore_waits_for_the_request_in_progress(sandbox: Sandbox) -> None:
    name, store = sandbox.snapshot(), sandbox._store
    thread = threading.Thread(target=sandbox.restore, args=[name])
    with store.transaction():
        store.add(0, "organizations", "New", {"uuid": "x"})
        thread.start()
        thread.join(0.2)
        assert thread.is_alive()
    thread.join()
    assert store.find(0, "organizations", "New") is None


def test_a_content_that_is_read_during_a_restore_breaks_off(sandbox: Sandbox) -> None:
    store, name = sandbox._store, sandbox.snapshot()
    with store.transaction():
        upload = Upload(store.contents, b"x" * PIECE)
        upload.feed(b"x" * PIECE)
        store.contents.write(0, FILE, "x", upload)
    pieces = iter(store.contents.find(0, FILE, "x"))
    next(pieces)
    sandbox.restore(name)
    with pytest.raises(ApiError, match="read it again"):
        list(pieces)


def test_an_upload_during_a_restore_fails_and_is_not_mixed_with_another(sandbox: Sandbox) -> None:
    store, name = sandbox._store, sandbox.snapshot()
    with store.contents.in_use():
        first = Upload(store.contents, b"a" * PIECE)
        sandbox.restore(name)
        second = Upload(store.contents, b"b" * PIECE)
        first.feed(b"a" * PIECE)
        with pytest.raises(ApiError, match="send it again"):
            first.complete()
        with store.transaction():
            store.contents.write(0, FILE, "x", second)
        assert store.contents.find(0, FILE, "x").read() == b"b" * PIECE


def test_a_restore_reads_no_rows(sandbox: Sandbox) -> None:
    """The copy is one of pages: the number of statements does not depend on the number of entities."""
    counts = []
    for size in (1, 500):
        sandbox.reset()
        sandbox.make_hosts(size, provisioned=True)
        name, statements = sandbox.snapshot(), []
        sandbox._store._connection.set_trace_callback(statements.append)
        sandbox.restore(name)
        sandbox._store._connection.set_trace_callback(None)
        counts.append(len(statements))
    assert counts[0] == counts[1] < 15


def test_a_read_only_archive_has_snapshots(tmp_path) -> None:
    (tmp_path / "definition.json").write_text('{"name": "Acme", "environments": []}')
    sandbox = Sandbox(archive=tmp_path)
    sandbox.restore(sandbox.snapshot())
    sandbox.reset()
    assert sandbox._store.names(0, "organizations") == ["Acme"]
    sandbox.close()
