"""The logs of organizations, environments and hosts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from comodit_client.rest.exceptions import (
    EntityNotFoundException,
    Forbidden,
    InvalidArgument,
    InvalidDate,
    UnsupportedOperation,
)

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


#: Entries in no order, in several time zones. In UTC they are of 4, 6, 6:30, 7 and 8 o'clock, and one of unknown time.
ENTRIES = [
    {"message": "seven", "timestamp": "2023-04-05T09:00:00.000+0200", "username": "ann"},
    {"message": "four", "timestamp": "2023-04-05T04:00:00Z", "username": "bob"},
    {"message": "eight", "timestamp": "2023-04-05T03:00:00.000-05:00", "username": "Ann"},
    {"message": "unknown", "timestamp": None, "username": "ann"},
    {"message": "six", "timestamp": "2023-04-05T06:00:00.000+0000", "username": "ann"},
    {"message": "half past", "timestamp": "2023-04-05T06:30:00.000+0000"},
]
SIX, SEVEN = (datetime(2023, 4, 5, hour, tzinfo=UTC) for hour in (6, 7))
EAST = timezone(timedelta(hours=9))


def messages(entries):
    return [entry.message for entry in entries]


@pytest.fixture
def entries(log, server):
    """A log with entries."""
    server.on("GET", log[1], {"count": len(ENTRIES), "items": ENTRIES})
    return log[0]


@pytest.fixture
def audit(client, server):
    """The audit log of an organization, with the same entries."""
    server.on("GET", "/organizations/A/audit/", {"count": len(ENTRIES), "items": ENTRIES})
    return client.organizations().new("A").audit_logs()


def test_the_time_of_an_entry_has_a_time_zone(entries, run):
    first, *_, last = run(entries.list())
    assert first.time == SEVEN and first.time.utcoffset() == timedelta(hours=2)
    assert first.timestamp == "2023-04-05T09:00:00.000+0200"
    assert last.time == datetime(2023, 4, 5, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("bounds", "wanted"),
    [
        ({}, ["seven", "four", "eight", "unknown", "six", "half past"]),
        ({"since": None, "until": None}, ["seven", "four", "eight", "unknown", "six", "half past"]),
        ({"since": SIX}, ["seven", "eight", "six", "half past"]),
        ({"until": SEVEN}, ["four", "six", "half past"]),
        ({"since": SIX, "until": SEVEN}, ["six", "half past"]),
        ({"since": SIX.astimezone(EAST), "until": "2023-04-05T09:00:00.000+0200"}, ["six", "half past"]),
        ({"since": "2023-04-05T06:00:00.001Z", "until": "2023-04-05T06:59:59Z"}, ["half past"]),
        ({"since": SIX, "until": SIX}, []),
        ({"since": datetime.min.replace(tzinfo=EAST)}, ["seven", "four", "eight", "six", "half past"]),
    ],
)
def test_entries_of_a_period(entries, server, run, bounds, wanted):
    assert messages(run(entries.list(**bounds))) == wanted
    assert len(server.asked) == 1
    assert "?" not in server.lines[0]


def test_parameters_go_to_the_server_and_bounds_do_not(entries, server, run):
    assert messages(run(entries.list({"limit": 10}, since=SEVEN))) == ["seven", "eight"]
    assert server.last.query == {"limit": "10"}


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"user": "ann"}, ["seven", "unknown", "six"]),
        ({"user": "ann", "since": SIX}, ["seven", "six"]),
        ({"user": "ann", "since": SIX, "until": SEVEN}, ["six"]),
        ({"user": "nobody"}, []),
        ({"user": None, "until": SIX}, ["four"]),
    ],
)
def test_actions_of_a_user(audit, server, run, filters, wanted):
    assert messages(run(audit.list(**filters))) == wanted
    assert len(server.asked) == 1


def test_iterating_and_counting_are_not_filtered(audit, run, colour):
    assert len(messages(colour.each(audit))) == run(audit.count()) == len(ENTRIES)


@pytest.mark.parametrize("name", ["since", "until"])
@pytest.mark.parametrize(
    "value", [datetime(2023, 4, 5), date(2023, 4, 5), "2023-04-05", "2023-04-05T06:00:00", "yesterday", "", 5, True]
)
def test_a_bound_without_a_time_zone_is_an_error_before_any_request(entries, server, run, name, value):
    with pytest.raises(InvalidArgument, match=f"Cannot use {name}=.*: it is not a date with a time zone") as raised:
        run(entries.list(**{name: value}))
    assert isinstance(raised.value, ValueError)
    assert server.asked == []


def test_a_period_that_ends_before_it_starts_is_an_error(entries, server, run):
    with pytest.raises(InvalidArgument, match="the end is before the start"):
        run(entries.list(since=SEVEN, until=SIX))
    assert server.asked == []


@pytest.mark.parametrize("user", ["", 5, ["ann"]])
def test_a_user_that_is_not_a_name_is_an_error(audit, server, run, user):
    with pytest.raises(InvalidArgument, match="Cannot use user="):
        run(audit.list(user=user))
    assert server.asked == []


def test_only_entries_of_users_are_filtered_by_user(client, run):
    with pytest.raises(TypeError):
        run(client.organizations().new("A").agent_logs().list(user="ann"))


def test_a_time_that_cannot_be_read_is_an_error_only_if_it_matters(audit, server, run):
    items = [{"message": "x", "timestamp": "2031", "username": "bob"}, *ENTRIES]
    server.on("GET", "/organizations/A/audit/", {"count": len(items), "items": items})
    with pytest.raises(InvalidDate, match="Cannot read 'timestamp' of AuditLog as a date: '2031'"):
        run(audit.list(since=SIX))
    assert messages(run(audit.list(user="bob"))) == ["x", "four"]
    assert messages(run(audit.list(user="ann", since=SEVEN))) == ["seven"]
    assert len(run(audit.list())) == len(items)
