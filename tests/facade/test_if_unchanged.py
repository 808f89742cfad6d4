"""Updates that fail if another client changed the entity: nobody's change is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.rest.exceptions import Conflict, ServerError, TransportError, UnsupportedOperation, VersionConflict
from comodit_client.sandbox import Sandbox

HOST = "/organizations/A/environments/E/hosts/h"


@pytest.fixture(scope="module", params=["reject", "accept"])
def sandbox(request):
    with Sandbox(provision_time=0, change_time=0, stale_versions=request.param) as running:
        yield running


@pytest.fixture
def real(make_client, sandbox):
    """A client of a new sandbox."""
    sandbox.reset()
    return make_client(sandbox.url, "UUU", "PPP", transport=None)


@pytest.fixture
def host(client):
    return client.hosts("A", "E").new("h")


def test_the_version_that_was_read_is_sent(host, server, run):
    host.set_json({"name": "h", "version": 3, "description": "a"})
    server.on("PUT", HOST, {"name": "h", "version": 4})
    run(host.update(if_unchanged=True))
    assert server.last.headers["If-Match"] == '"3"'
    assert server.last.json["version"] == 3
    assert host.version == 4
    run(host.rename("h", if_unchanged=True))
    assert server.last.headers["If-Match"] == '"4"'
    run(host.update())
    run(host.rename("h"))
    assert "If-Match" not in server.last.headers


@pytest.mark.parametrize("status", [409, 412])
def test_another_version_raises_conflict_and_keeps_what_was_changed(host, server, run, status):
    host.set_json({"name": "h", "version": 3, "description": "mine"})
    server.on("PUT", HOST, httpx.Response(status, json={"error": ["version is 5"]}))
    for change in (lambda: host.update(if_unchanged=True), lambda: host.rename("g", if_unchanged=True)):
        with pytest.raises(Conflict) as caught:
            run(change())
        assert caught.value.code == status
        assert "version is 5" in str(caught.value)
        assert isinstance(caught.value, VersionConflict) == (status == 412)
        assert ("refresh the entity, then repeat the change" in str(caught.value)) == (status == 412)
    assert host.get_json() == {"name": "h", "version": 3, "description": "mine"}


def test_an_entity_without_a_version_is_not_sent(client, host, server, run):
    group = client.organizations().new("A").groups().wrap({"name": "admin"})
    for change in (host.update, group.update, lambda **options: host.rename("x", **options)):
        with pytest.raises(UnsupportedOperation, match="has no version"):
            run(change(if_unchanged=True))
    host.set_json({"name": "h", "version": "3"})
    with pytest.raises(UnsupportedOperation, match="has no version"):
        run(host.update(if_unchanged=True))
    assert server.lines == []


@pytest.mark.parametrize("response", [httpx.Response(503), httpx.ReadTimeout("late")])
def test_it_is_sent_once_since_the_first_request_changes_the_version(host, server, run, response):
    host.set_json({"name": "h", "version": 3})
    server.on("PUT", HOST, response)
    with pytest.raises((TransportError, ServerError)) as caught:
        run(host.update(if_unchanged=True))
    assert caught.value.attempts == 1
    assert len(server.lines) == 1


COLLECTIONS = {
    "applications": {"name": "App"},
    "distributions": {"name": "Dist"},
    "environments": {"name": "Env"},
    "host_groups": {"name": "Group"},
    "jobs": {"name": "Job", "action": "DELETE_HOST", "input": "x", "date": "2999-01-01T00:00:00", "enabled": True},
    "notifications": {"name": "Mail", "channel": "Email", "value": "{}"},
    "orchestrations": {"name": "Roll"},
    "pipelines": {"name": "Pipe"},
    "platforms": {"name": "Plat"},
    "settings": {"key": "k", "value": 1},
    "webhooks": {"name": "Hook"},
    "application_keys": {"name": "Key"},
}


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_kind_of_entity_with_a_version(real, run, sandbox, name):
    collection = getattr(real.organizations().new("OOO"), name)()
    first = collection.wrap(dict(COLLECTIONS[name]))
    run(first.create())
    second = collection.wrap(dict(first.get_json()))
    first.get_json()["description"] = "first"
    run(first.update(if_unchanged=True))
    second.get_json()["description"] = "second"
    with pytest.raises(VersionConflict):
        run(second.update(if_unchanged=True))
    run(second.refresh())
    second.get_json()["description"] = "second"
    run(second.update(if_unchanged=True))
    run(first.refresh())
    assert first.get_json().get("description", "second") == "second"


def test_no_addition_of_many_threads_is_lost(sandbox):
    sandbox.reset()
    client = Client(sandbox.url, "UUU", "PPP")
    environments = client.environments("OOO")
    environments.create("e", "0")

    def add(_):
        while True:
            entity = environments.get("e")
            entity.description = str(int(entity.description) + 1)
            try:
                return entity.update(if_unchanged=True)
            except Conflict:
                continue

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    assert environments.get("e").description == "40"
    client.close()


@pytest.mark.parametrize("first", [httpx.Response(503), httpx.ReadTimeout("late"), httpx.ConnectError("no")])
def test_a_retry_has_the_version_only_if_the_first_attempt_was_not_sent(host, server, run, first):
    host.set_json({"name": "h", "version": 3})
    server.on("PUT", HOST, first, {"name": "h", "version": 4})
    run(host.update())
    assert [request.json.get("version") for request in server.asked] == [
        3,
        3 if isinstance(first, httpx.ConnectError) else None,
    ]
    assert host.version == 4
