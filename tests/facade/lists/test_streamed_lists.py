"""An iteration hands out entities before the whole list is read (S2, S3)."""

from __future__ import annotations

import gc
import json
import warnings
import weakref

import pytest

from comodit_client.rest.exceptions import IncompleteList

PATH = "/organizations/A/environments/E/hosts"


class Pages:
    """A list of hosts in pages, as a server may return it."""

    def __init__(self, total, size=20):
        self.names = [f"host-{number}" for number in range(total)]
        self.size = size

    def __call__(self, request):
        offset = int(request.url.params.get("offset", 0))
        items = [{"name": name} for name in self.names[offset : offset + self.size]]
        return 200, {"count": len(items), "offset": offset, "total": len(self.names), "items": items}


class Document(dict):
    """A JSON object that can be in a weak set."""

    __hash__ = object.__hash__


@pytest.fixture
def pages(server):
    found = Pages(45)
    server.on("GET", f"{PATH}/", found)
    return found


@pytest.fixture
def hosts(client):
    return client.hosts("A", "E")


@pytest.fixture
def each(colour, run):
    """Call a function with each entity of a collection, and return the names."""

    def names(collection, then=lambda host: None):
        found = []
        if not colour.is_async:
            for host in collection:
                found.append(host.name)
                then(host)
            return found

        async def loop():
            async for host in collection:
                found.append(host.name)
                then(host)

        run(loop())
        return found

    return names


@pytest.fixture
def warned(recwarn):
    warnings.simplefilter("always")
    return lambda: [str(warning.message) for warning in recwarn if warning.category is IncompleteList]


def test_a_page_is_requested_when_it_is_needed(hosts, pages, server, each):
    requests = []
    assert each(hosts, lambda host: requests.append(len(server.asked))) == pages.names
    assert requests == [1] * 20 + [2] * 20 + [3] * 5


def test_pages_are_released(hosts, pages, each, monkeypatch):
    loads = json.loads
    monkeypatch.setattr(json, "loads", lambda text: loads(text, object_hook=Document))
    alive, counts = weakref.WeakSet(), []

    def note(host):
        alive.add(host.get_json())
        gc.collect()
        counts.append(len(alive))

    each(hosts, note)
    assert len(counts) == 45
    assert max(counts) <= 2 * pages.size + 1
    assert counts[-1] <= pages.size + 5


def test_hosts_that_are_deleted_meanwhile_leave_none_out(hosts, pages, server, each, warned):
    """The pages behind them move forward."""
    names = [*pages.names]
    assert each(hosts, lambda host: pages.names.remove(host.name)) == names
    assert pages.names == []
    assert warned() == []


@pytest.mark.parametrize("place", [0, 20, 40])
def test_each_host_is_handed_out_once_when_others_are_added(hosts, pages, each, warned, place):
    before = [*pages.names]

    def add(host):
        if host.name == "host-5":
            pages.names.insert(place, "new")

    found = each(hosts, add)
    assert sorted(found) == sorted({*before, "new"})
    assert warned() == []


def test_a_list_that_never_stops_changing_ends(hosts, pages, server, each, warned):
    def serve(request):
        pages.names.insert(0, f"new-{len(server.asked)}")
        return pages(request)

    server.on("GET", f"{PATH}/", serve)
    found = each(hosts)
    assert len(found) == len({*found})
    assert "it changed while it was read" in warned()[0]


def test_entries_without_identity_are_read_to_the_end_first(client, server, each):
    logs = [{"message": str(number)} for number in range(5)]

    def serve(request):
        offset = int(request.url.params.get("offset", 0))
        return 200, {"items": logs[offset : offset + 2], "offset": offset, "total": len(logs)}

    server.on("GET", "/organizations/A/audit/", serve)
    messages, requests = [], []

    def note(entry):
        messages.append(entry.message)
        requests.append(len(server.asked))

    each(client.organizations().new("A").audit_logs(), note)
    assert messages == [entry["message"] for entry in logs]
    assert requests == [3] * 5
