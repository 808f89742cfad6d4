"""The stream of the state: when it sends, what it costs, and how it ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox
from comodit_client.sandbox.page import events
from comodit_client.sandbox.state.clock import WallClock
from comodit_client.sandbox.state.timestamps import format_timestamp
from tests.sandbox.conftest import Api
from tests.sandbox.page.conftest import PLAIN, hosts, watching


class Counted:
    """Counts the documents that a stream makes."""

    def __init__(self, made: Any) -> None:
        self._made = made
        self._new = threading.Condition()
        self.count = 0

    def __call__(self, *arguments: Any) -> Any:
        with self._new:
            self.count += 1
            self._new.notify_all()
        return self._made(*arguments)

    def wait_for(self, count: int) -> None:
        with self._new:
            assert self._new.wait_for(lambda: self.count >= count, timeout=10)


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted(events.page_document)
    monkeypatch.setattr(events, "page_document", counted)
    monkeypatch.setattr(events, "PAUSE", 0.01)
    return counted


@pytest.fixture(params=[ManualClock, WallClock])
def quiet(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with Sandbox(clock=request.param()) as sandbox:
        yield sandbox


def test_the_same_state_is_sent_once(quiet: Sandbox, documents: Counted) -> None:
    with watching(quiet) as reader:
        first = reader.state()
        documents.wait_for(5)
        quiet.fail("503")
        second = reader.state()
    assert (first["faults"], len(second["faults"])) == ([], 1)


def test_a_comment_shows_that_the_connection_is_alive(
    sandbox: Sandbox, documents: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_HEARTBEAT", 0.0)
    url = f"{sandbox.base_url}/sandbox/events"
    with httpx.stream("GET", url, timeout=10, verify=PLAIN) as response:
        lines = (line for line in response.iter_lines() if line)
        kinds = [next(lines).partition(":")[0] for _ in range(4)]
    assert kinds == ["event", "data", "", ""]


def test_a_stream_does_the_work_that_is_due(api: Api, sandbox: Sandbox) -> None:
    api.host()
    start = format_timestamp(sandbox._world.now() + 60)
    target = "organizations/OOO/environments/Default/hosts/web"
    api("POST", f"{api.O}/jobs/", {"name": "Clean up", "action": "DELETE_HOST", "input": target, "date": start})
    with watching(sandbox) as reader:
        assert list(hosts(reader.state())) == ["web"]
        sandbox.advance(60)
        # No request of the API comes in between.
        assert list(hosts(reader.state())) == []


def test_nothing_runs_while_nobody_watches(sandbox: Sandbox, documents: Counted) -> None:
    assert documents.count == 0
    with watching(sandbox) as reader:
        reader.state()
        documents.wait_for(3)
    ended = threading.Event()
    # The stream notices the end of its connection within a few pauses.
    before = -1
    while before != documents.count:
        before = documents.count
        ended.wait(0.1)
    assert httpx.get(f"{sandbox.base_url}/sandbox/stats", verify=PLAIN).status_code == 200
    assert documents.count == before


def test_several_readers(sandbox: Sandbox, api: Api) -> None:
    api.host("web")
    api.host("db")
    with watching(sandbox, name="web") as web, watching(sandbox) as both:
        assert list(hosts(web.state())) == ["web"]
        assert list(hosts(both.state())) == ["web", "db"]


def test_a_stream_ends_with_the_server() -> None:
    with Sandbox() as sandbox, watching(sandbox) as reader:
        reader.state()
        sandbox.stop()
        # A connection that is cut instead raises an error here.
        assert reader.rest() == [""]


def test_unused_uploads_are_removed_while_a_stream_lasts(api: Api, sandbox: Sandbox) -> None:
    path = f"{api.O}/applications/Wordpress/files/wp-config.php/content"
    with watching(sandbox) as reader:
        reader.state()
        api.upload(path, b"one")
        api("GET", "/flavors/")
        uploads = "SELECT count(*) FROM upload"
        with sandbox._world.store.transaction():
            before = sandbox._world.store._connection.execute(uploads).fetchone()
        api.upload(path, b"two")
        api("GET", "/flavors/")
        with sandbox._world.store.transaction():
            assert sandbox._world.store._connection.execute(uploads).fetchone() == before
