"""Dates: each member with `format: date-time` reads as a datetime with a time zone, and its text stays."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import re
from datetime import UTC, date, datetime, timedelta, timezone
from importlib import resources

import pytest

from comodit_client.wire import application_keys, jobs
from comodit_client.wire.errors import InvalidArgument, InvalidDate, PythonApiException
from generator.names import date_name, member_name
from tests.each import each
from tests.wire.reflection import VIEWS

SCHEMAS = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())["components"][
    "schemas"
]
VIEW = {view.__name__: view for view in VIEWS}


def of_schema():
    """Return the dates of all views: the view, the member, the names of the text and of the datetime, read-only."""
    for name, schema in SCHEMAS.items():
        for wire, member in schema.get("properties", {}).items():
            if member.get("format") == "date-time":
                text = member_name(wire, member)
                yield VIEW[name], wire, text, date_name(text, member), bool(member.get("readOnly"))


DATES = list(of_schema())
WRITABLE = [found[:4] for found in DATES if not found[4]]
DATES = [found[:4] for found in DATES]
EAST = timezone(timedelta(hours=2))
FORMS = {
    "2022-05-06T11:00:01.000+0200": datetime(2022, 5, 6, 11, 0, 1, tzinfo=EAST),
    "2022-05-06T11:00:01.123+02:00": datetime(2022, 5, 6, 11, 0, 1, 123000, tzinfo=EAST),
    "2022-01-01T00:00:00Z": datetime(2022, 1, 1, tzinfo=UTC),
    "2022-09-15T10:00:00.000Z": datetime(2022, 9, 15, 10, tzinfo=UTC),
    "2022-01-01t00:00:00z": datetime(2022, 1, 1, tzinfo=UTC),
    "2023-04-05T06:07:08.000+0000": datetime(2023, 4, 5, 6, 7, 8, tzinfo=UTC),
    "2023-04-05T06:07:08.123456-0330": datetime(
        2023, 4, 5, 6, 7, 8, 123456, tzinfo=timezone(-timedelta(hours=3, minutes=30))
    ),
    "2023-04-05T06:07:08.123456789+14:00": datetime(2023, 4, 5, 6, 7, 8, 123456, tzinfo=timezone(timedelta(hours=14))),
    "2024-02-29T23:59:59-12:00": datetime(2024, 2, 29, 23, 59, 59, tzinfo=timezone(-timedelta(hours=12))),
}
MALFORMED = [
    *("", "2031", "now", "2022-05-06", "2022-05-06T11:00:01", "2022-02-30T00:00:00Z", "2022-05-06T25:00:00Z"),
    *("2022-05-06T11:00:01+9900", "06/05/2022", "\ud800", "x" * 10_000, 1655455555123, 1.5, True, [], {}),
]


def test_the_dates_of_the_api_are_known():
    assert {wire for _, wire, _, _ in DATES} == {
        *("timestamp", "created", "started", "finished", "creationTime", "modificationTime", "date"),
        *("expirationDate", "datePublished", "dateUpdated", "datePurchased"),
    }
    assert len(DATES) == 26
    assert {(view.__name__, name) for view, _, _, name in WRITABLE} == {
        ("ApplicationKey", "expires_at"),
        ("Job", "run_at"),
    }
    assert {name for _, wire, _, name in DATES if wire == "timestamp"} == {"time"}


def test_no_text_with_a_time_is_left_out():
    """The timestamp of an alert is a number whose unit is unknown."""
    dated = {(view.__name__, wire) for view, wire, _, _ in DATES}
    for name, schema in SCHEMAS.items():
        for wire, member in schema.get("properties", {}).items():
            looks_so = re.search(r"date([A-Z]|$)|Date$|Time$|^timestamp$", wire) or re.match(
                r"(Date|Time) (and time )?of ", member.get("description", "")
            )
            if looks_so and "string" in member.get("type", ""):
                assert (name, wire) in dated


@pytest.mark.parametrize("text", FORMS)
@each("view, wire, name, date_name", DATES)
def test_a_date_reads_with_its_time_zone(view, wire, name, date_name, text):
    document = {"before": 1, wire: text}
    shown = view(document)
    found = getattr(shown, date_name)
    assert (found, found.utcoffset()) == (FORMS[text], FORMS[text].utcoffset())
    assert getattr(shown, name) == text
    assert document == {"before": 1, wire: text}


@pytest.mark.parametrize("members", [lambda wire: {}, lambda wire: {wire: None}], ids=["absent", "null"])
@each("view, wire, name, date_name", DATES)
def test_a_date_that_is_absent_or_null_reads_as_none(view, wire, name, date_name, members):
    document = members(wire)
    assert getattr(view(document), date_name) is None
    assert document == members(wire)


@pytest.mark.parametrize("value", MALFORMED, ids=lambda value: f"{value!r:.30}")
@each("view, wire, name, date_name", DATES)
def test_a_value_that_is_no_date_is_an_error_and_stays_readable(view, wire, name, date_name, value):
    shown = view({wire: value})
    with pytest.raises(InvalidDate, match=f"Cannot read '{name}' of {view.__name__} as a date: ") as raised:
        getattr(shown, date_name)
    assert isinstance(raised.value, PythonApiException) and isinstance(raised.value, ValueError)
    assert len(str(raised.value)) < 400
    assert getattr(shown, name) == value


def test_the_error_quotes_the_text_and_names_what_to_read():
    with pytest.raises(InvalidDate) as raised:
        _ = application_keys.ApplicationKey({"expirationDate": "2031"}).expires_at
    assert str(raised.value) == (
        "Cannot read 'expiration_date' of ApplicationKey as a date: '2031' is not a date and time with a time zone in "
        "ISO 8601. Use 'expiration_date' to read the value as it is."
    )


@each("view, wire, name, date_name", DATES)
def test_the_datetime_is_read_only_and_documented(view, wire, name, date_name):
    accessor = inspect.getattr_static(view, date_name)
    assert (accessor.fset, accessor.fdel) == (None, None)
    assert f"`{name}`" in accessor.__doc__
    assert date_name not in view.MEMBERS.values()


@each("view, wire, name, date_name", DATES)
def test_a_date_is_shown_once_and_copied_as_text(view, wire, name, date_name):
    shown = view({wire: "2022-01-01T00:00:00Z"})
    assert len(shown.show_lines(0)) == 1
    for copied in (copy.deepcopy(shown), pickle.loads(pickle.dumps(shown))):
        assert copied.get_json() == {wire: "2022-01-01T00:00:00Z"}
        assert getattr(copied, date_name) == datetime(2022, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2030, 4, 4, 15, 37, 30, 612999, tzinfo=EAST), "2030-04-04T15:37:30.612+0200"),
        (datetime(2030, 4, 4, tzinfo=UTC), "2030-04-04T00:00:00.000+0000"),
        (datetime(2030, 4, 4, tzinfo=timezone(-timedelta(hours=2, minutes=30))), "2030-04-04T00:00:00.000-0230"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00.000+0000"),
        ("2030-04-04T15:37:30.612+0200", "2030-04-04T15:37:30.612+0200"),
        ("tomorrow", "tomorrow"),
        (None, None),
    ],
)
@each("view, wire, name, date_name", WRITABLE)
def test_a_datetime_is_written_as_the_server_writes_it(view, wire, name, date_name, value, text):
    shown = view({"before": 1})
    setattr(shown, name, value)
    assert shown.get_json() == {"before": 1, wire: text}
    assert getattr(shown, name) == text


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (datetime(2030, 4, 4), "it has no time zone"),
        (date(2030, 4, 4), "it has no time zone"),
        (datetime(1800, 1, 1, tzinfo=timezone(timedelta(minutes=17, seconds=30))), "its offset has seconds"),
    ],
)
@each("view, wire, name, date_name", WRITABLE)
def test_a_date_that_is_no_moment_is_not_written(view, wire, name, date_name, value, reason):
    shown = view({wire: "kept"})
    with pytest.raises(InvalidArgument, match=f"Cannot write the date .*: {reason}") as raised:
        setattr(shown, name, value)
    assert isinstance(raised.value, ValueError)
    assert shown.get_json() == {wire: "kept"}


def test_what_was_written_reads_the_same():
    job = jobs.Job()
    job.date = datetime(2030, 4, 4, 15, 37, 30, 612000, tzinfo=EAST)
    assert job.run_at == datetime(2030, 4, 4, 13, 37, 30, 612000, tzinfo=UTC)
    del job.date
    assert (job.run_at, job.get_json()) == (None, {})
