"""Lists that the server returns in pages, or only in part (S2, S3)."""

from __future__ import annotations

import warnings

import pytest

from comodit_client.aio._client import lists
from comodit_client.rest.exceptions import (
    ExportException,
    IncompleteList,
    IncompleteListError,
    InvalidResponse,
    PythonApiException,
)

PATH = "/organizations/A/environments/E/hosts"


def item(number):
    return {"uuid": f"U{number}", "name": f"host-{number}", "state": "READY"}


class Pages:
    """A list of hosts in pages, as a server may answer it; each request may change the list first."""

    def __init__(self, total, size=20, change=lambda pages: None):
        self.items = [item(number) for number in range(total)]
        self.size, self.change = size, change
        self.asked = 0

    def __call__(self, request):
        if self.asked:
            self.change(self)
        self.asked += 1
        offset = int(request.url.params.get("offset", 0))
        return 200, self.page(offset)

    def page(self, offset):
        items = self.items[offset : offset + self.size]
        return {"count": len(items), "offset": offset, "total": len(self.items), "items": items}


@pytest.fixture
def hosts(client):
    return client.hosts("A", "E")


@pytest.fixture
def serve(server):
    def on(answer):
        server.on("GET", f"{PATH}/", answer)
        return answer

    return on


@pytest.fixture
def warned(recwarn):
    """The messages of our warnings so far."""
    warnings.simplefilter("always")
    return lambda: [str(warning.message) for warning in recwarn if warning.category is IncompleteList]


@pytest.mark.parametrize(("total", "requests"), [(0, 1), (1, 1), (20, 1), (21, 2), (40, 2), (45, 3)])
def test_all_pages_are_read(hosts, server, serve, run, colour, warned, total, requests):
    serve(Pages(total))
    wanted = [f"host-{number}" for number in range(total)]
    assert [host.name for host in run(hosts.list())] == wanted
    assert [request.query for request in server.asked] == [{}, *({"offset": str(at)} for at in range(20, total, 20))]
    assert len(server.asked) == requests
    assert [host.name for host in colour.each(hosts)] == wanted
    assert [host.name for host in run(hosts.list_complete())] == wanted
    assert warned() == []


def test_other_members_of_the_query_are_sent_for_each_page(hosts, server, serve, run):
    serve(Pages(21))
    run(hosts.list({"obfuscate": True}))
    assert [request.query for request in server.asked] == [{"obfuscate": "true"}, {"obfuscate": "true", "offset": "20"}]


@pytest.mark.parametrize("query", [{"offset": 20}, {"limit": 20}, {"count": 20}, {"offset": 0}])
def test_a_page_that_was_asked_for_is_one_page(hosts, server, serve, run, warned, query):
    serve(Pages(45))
    assert len(run(hosts.list(query))) == 20
    assert len(server.asked) == 1
    assert warned() == []


def test_a_count_is_the_total_and_one_request(hosts, server, serve, run):
    serve(Pages(45))
    assert run(hosts.count()) == 45
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("envelope", "count"),
    [({}, 2), ({"total": None}, 2), ({"total": 2}, 2), ({"total": 1}, 2), ({"total": 0}, 2), ({"total": 45}, 45)],
)
def test_a_total_that_is_missing_or_too_small_is_the_number_of_items(hosts, serve, run, warned, envelope, count):
    serve({"items": [item(1), item(2)], **envelope})
    assert run(hosts.count()) == count
    assert len(run(hosts.list())) == 2
    assert len(warned()) == (count > 2)


@pytest.mark.parametrize("total", [-1, "45", 4.5, True, [], {}, 10**30])
def test_a_total_that_is_no_number_of_items_is_an_invalid_response(hosts, serve, run, total):
    serve({"items": [], "total": total})
    for ask in (hosts.list, hosts.count):
        with pytest.raises(InvalidResponse, match="total is not a number of items") as raised:
            run(ask())
        assert (raised.value.code, raised.value.method) == (200, "GET")


#: Answers to each request of a list of 45, of which the server does not return all, with the number of requests.
CUT = {
    "no offset": ([{"offset": None}], 1),
    "another offset": ([{"offset": 7}], 1),
    "an offset that is text": ([{"offset": "0"}], 1),
    "an offset that is no number": ([{"offset": False}], 1),
    "a wrong count": ([{"count": 45}], 1),
    "no items": ([{"items": []}], 1),
    "null": ([{"items": None}], 1),
    "the first page again": ([{}, {}], 2),
    "the first page as the second": ([{}, {"offset": 20}], 2),
    "an empty second page": ([{}, {"items": [], "count": 0, "offset": 20}], 2),
}


@pytest.mark.parametrize(("answers", "requests"), CUT.values(), ids=CUT.keys())
def test_what_is_missing_is_told_once(hosts, server, run, colour, warned, answers, requests):
    first = Pages(45).page(0)
    responses = [{**first, **answer} for answer in answers]
    for attempt, ask in enumerate([hosts.list, lambda: colour.each(hosts)], 1):
        server.on("GET", f"{PATH}/", *responses)
        server.forget()
        found = len(run(ask()))
        assert found == len(responses[0]["items"] or [])
        assert len(server.asked) == requests
        assert len(warned()) == attempt
        assert f"{45 - found} of the 45 items of organizations/A/environments/E/hosts/ are missing" in warned()[-1]
    server.on("GET", f"{PATH}/", *responses)
    with pytest.raises(IncompleteListError, match="of the 45 items") as raised:
        run(hosts.list_complete())
    assert (raised.value.url, raised.value.total) == (f"{PATH[1:]}/", 45)
    assert raised.value.found == found


def test_the_warning_points_at_the_caller(hosts, serve, run, recwarn):
    serve({**Pages(45).page(0), "offset": None})
    run(hosts.list())
    assert recwarn.pop(IncompleteList).filename.endswith((__file__.rpartition("/")[2], "conftest.py", "exercised.py"))


def delete_first(pages):
    if pages.asked == 1:
        del pages.items[0]


def insert_first(pages):
    if pages.asked == 1:
        pages.items.insert(0, item(99))


def move_last(pages):
    if pages.asked == 1:
        pages.items.insert(0, pages.items.pop())


@pytest.mark.parametrize("change", [delete_first, insert_first, move_last])
def test_a_list_that_changes_is_read_again(hosts, serve, run, warned, change):
    pages = serve(Pages(45, change=change))
    names = [host.name for host in run(hosts.list())]
    assert names == [one["name"] for one in pages.items]
    assert warned() == []


def test_a_list_that_never_stops_changing_ends(hosts, serve, run, warned):
    pages = serve(Pages(45, change=insert_first_always))
    names = [host.name for host in run(hosts.list())]
    assert len(names) == len(set(names))
    assert pages.asked == 2 * lists.MAX_READS
    assert "it changed while it was read" in warned()[0]


def insert_first_always(pages):
    pages.items.insert(0, item(1000 + pages.asked))


def test_a_list_without_end_ends(hosts, server, run, colour, warned, monkeypatch):
    monkeypatch.setattr(colour.module("_client.lists"), "MAX_PAGES", 5)

    def endless(request):
        offset = int(request.url.params.get("offset", 0))
        return 200, {"items": [item(offset)], "offset": offset, "total": 10**9}

    server.on("GET", f"{PATH}/", endless)
    assert len(run(hosts.list())) == 5
    assert len(server.asked) == 5
    assert "more than 5 pages" in warned()[0]


def test_items_without_uuid_or_name_are_read_to_the_end(client, server, run, warned):
    logs = [{"message": "again"}] * 3 + [{"message": "once"}, {"message": "again"}]

    def answer(request):
        offset = int(request.url.params.get("offset", 0))
        return 200, {"items": logs[offset : offset + 2], "offset": offset, "total": len(logs)}

    server.on("GET", "/organizations/A/audit/", answer)
    found = run(client.organizations().new("A").audit_logs().list())
    assert [log.message for log in found] == [log["message"] for log in logs]
    assert warned() == []


def test_alerts_of_the_same_time_are_different(client, server, run, warned):
    def answer(request):
        offset = int(request.url.params.get("offset", 0))
        return 200, {"items": [{"timestamp": 1, "property": f"s{offset}"}], "offset": offset, "total": 3}

    server.on("GET", f"{PATH}/h/instance/alerts/", answer)
    found = run(client.hosts("A", "E").new("h").instance().new().alerts().list())
    assert [alert.sensor for alert in found] == ["s0", "s1", "s2"]
    assert warned() == []


#: Lists that are not of a collection.
OTHER = {
    "hosts of an organization": ("/organizations/A/hosts/", lambda c: c.organizations().new("A").all_hosts()),
    "hosts of a user": ("/users/U/hosts/", lambda c: c.users().wrap({"username": "U"}).reachable_hosts()),
    "images": ("/organizations/A/platforms/P/images", lambda c: c.platforms("A").new("P").list_images()),
    "parameters of images": (
        "/organizations/A/platforms/P/driver/image_parameters",
        lambda c: c.platforms("A").new("P").image_parameters(),
    ),
}


@pytest.mark.parametrize(("path", "ask"), OTHER.values(), ids=OTHER.keys())
def test_other_lists_are_read_to_the_end(client, server, run, path, ask):
    pages = Pages(45)
    for slash in ("", "/"):
        server.on("GET", path.rstrip("/") + slash, pages)
    assert len(run(ask(client))) == 45
    assert len(server.asked) == 3


@pytest.fixture
def cut(serve, server):
    page = {**Pages(45).page(0), "offset": None}
    serve(page)
    changes = {**page, "items": [{"orderNum": 1, "key": "k", "tasks": []}]}
    server.on("GET", f"{PATH}/h/changes/", changes)


WAITS = {
    "hosts": lambda hosts: hosts.wait_for_state("READY", timeout=5),
    "pending changes": lambda hosts: hosts.new("h").wait_for_pending_changes(timeout=5),
    "one change": lambda hosts: hosts.new("h").wait_for_change_terminated("k", timeout=5),
}


@pytest.mark.parametrize("wait", WAITS.values(), ids=WAITS.keys())
@pytest.mark.usefixtures("cut")
def test_a_wait_does_not_trust_a_part_of_a_list(hosts, server, run, wait):
    with pytest.raises(IncompleteListError):
        run(wait(hosts))
    assert len(server.asked) == 1


def test_an_export_does_not_trust_a_part_of_a_list(client, colour, serve, server, run, tmp_path):
    server.on("GET", "/organizations/A/environments/E", {"name": "E"})
    serve({**Pages(45).page(0), "offset": None})
    exporter = colour.module("exporter").Export(client)
    with pytest.raises((IncompleteListError, ExportException)):
        run(exporter.export_environment(client.environments("A").new("E"), tmp_path / "E"))
    assert not (tmp_path / "E").exists()


def test_the_exception_is_one_of_ours():
    assert issubclass(IncompleteListError, PythonApiException)
    assert issubclass(IncompleteList, UserWarning)


@pytest.mark.parametrize("member", ["name", "state", "organization"])
@pytest.mark.parametrize("value", [True, 1.5, [], {}])
@pytest.mark.parametrize("place", [0, 150, 299])
def test_one_item_of_another_shape_is_found_in_a_long_list(hosts, serve, run, member, value, place):
    items = [{"name": f"host-{number}", "state": "READY"} for number in range(300)]
    items[place][member] = value
    serve({"items": items})
    with pytest.raises(InvalidResponse, match=rf"items\[{place}\]\.{member} is not "):
        run(hosts.list())
