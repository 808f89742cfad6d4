"""The logs of organizations, environments and hosts."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import EntityNotFoundException, Forbidden, UnsupportedOperation

OWNERS = {
    "organization": (lambda c: c.organizations().new("A"), "/organizations/A"),
    "environment": (lambda c: c.environments("A").new("E/1"), "/organizations/A/environments/E%2F1"),
    "host": (lambda c: c.hosts("A", "E").new("h"), "/organizations/A/environments/E/hosts/h"),
}
KINDS = {"audit": "AuditLog", "agent": "AgentLog", "notification": "NotificationLog", "other": "OtherLog"}
ENTRY = {"timestamp": "2023-04-05T06:07:08.000+0000", "message": "Setting updated", "novel": 1}


@pytest.fixture(params=OWNERS.values(), ids=OWNERS.keys())
def owner(request, client):
    """An owner of logs, and its path."""
    make, path = request.param
    return make(client), path


@pytest.fixture(params=KINDS)
def log(request, owner):
    """A log, its path, and the class of its entries."""
    thing, path = owner
    return getattr(thing, f"{request.param}_logs")(), f"{path}/{request.param}/", KINDS[request.param]


def test_every_owner_has_every_log(log, server, run, colour):
    entries, path, kind = log
    server.on("GET", path, {"count": 2, "items": [ENTRY, {"message": "x"}]})
    first, second = run(entries.list())
    assert type(entries).__name__ == f"{kind}Collection"
    assert type(first).__name__ == kind
    assert (first.timestamp, first.message) == (ENTRY["timestamp"], "Setting updated")
    assert (second.timestamp, second.message) == (None, "x")
    assert [entry.message for entry in colour.each(entries)] == ["Setting updated", "x"]
    assert run(entries.count()) == 2
    assert first.get_json() == ENTRY
    assert server.lines == [f"GET {path}"] * 3


@pytest.mark.parametrize("answer", [{"count": 0, "items": []}, {"count": 0}, {"items": None}])
def test_a_log_may_be_empty(log, server, run, answer):
    entries, path, _ = log
    server.on("GET", path, answer)
    assert run(entries.list()) == []


@pytest.mark.parametrize(("status", "kind"), [(403, Forbidden), (404, EntityNotFoundException)])
def test_a_refusal_is_told(log, server, run, status, kind):
    entries, path, _ = log
    server.on("GET", path, (status, {"error": ["not for you"]}))
    with pytest.raises(kind, match="not for you"):
        run(entries.list())


def test_entries_print_as_what_happened(log, server, run):
    collection, path, _ = log
    server.on("GET", path, {"items": [{"timestamp": "2031", "message": "Created host web-1", "details": "hush"}]})
    (entry,) = run(collection.list())
    assert repr(entry) == f"{type(entry).__name__}(timestamp='2031', message='Created host web-1')"


def test_entries_of_users_name_the_user(client):
    entry = client.organizations().new("A").audit_logs().wrap({"username": "ann", "message": "Deleted host web-1"})
    assert repr(entry) == "AuditLog(username='ann', message='Deleted host web-1')"


def test_entries_have_no_url(log, server, run):
    entry = log[0].wrap(dict(ENTRY))
    for call in (entry.refresh, entry.update, entry.delete, entry.create):
        with pytest.raises(UnsupportedOperation):
            run(call())
    assert server.asked == []
