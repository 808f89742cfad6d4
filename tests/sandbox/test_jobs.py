"""Jobs run when they are due or on request; invalid schedules are rejected."""

from __future__ import annotations

from datetime import datetime

import pytest

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.simulation.cron import parse_cron
from comodit_client.sandbox.state.timestamps import format_timestamp, parse_timestamp


def at(text: str) -> float:
    return datetime.fromisoformat(f"{text}+00:00").timestamp()


def job(api, **members: object) -> str:
    """Create a job that deletes host web; return its path."""
    target = "organizations/OOO/environments/Default/hosts/web"
    api("POST", f"{api.O}/jobs/", {"name": "Clean up", "action": "DELETE_HOST", "input": target, **members})
    return f"{api.O}/jobs/Clean%20up"


def hosts(api) -> list[str]:
    return [host["name"] for host in api.items(f"{api.E}/hosts/")]


def moment(api, seconds: float) -> str:
    """Return a date some seconds ahead, by the clock of the sandbox."""
    return format_timestamp(parse_timestamp(api.items(f"{api.O}/audit/")[-1]["timestamp"]) + seconds)


def test_run_on_request(api) -> None:
    api.host()
    path = job(api)
    assert api("GET", path)["enabled"] is True
    api("PUT", f"{path}/_run", wait=True)
    assert hosts(api) == []
    assert "web" in api("PUT", f"{path}/_run", status=404)["error"][0]


def test_run_at_a_date(api) -> None:
    api.ready_host()
    api("PUT", f"{api.E}/hosts/web", {"name": "web"})
    path = job(api, date=moment(api, 60), enabled="true")
    api.sandbox.advance(59)
    assert hosts(api) == ["web"]
    api.sandbox.advance(1)
    assert hosts(api) == []
    assert api("GET", path)["enabled"] is True
    assert [entry["message"] for entry in api.items(f"{api.O}/other/")] == ["Job Clean up deleted host web"]


def test_a_disabled_job_does_not_run(api) -> None:
    api.host()
    path = job(api, date=moment(api, 60), enabled="false")
    api("PUT", f"{path}/_run", status=409)
    api.sandbox.advance(100)
    assert hosts(api) == ["web"]


def test_run_by_cron_line(api) -> None:
    """Missed runs are not repeated: after a day, the job has run once more, not each minute."""
    api.host()
    job(api, cron="* * * * *")
    api.sandbox.advance(60)
    assert hosts(api) == []
    api.host()
    api.sandbox.advance(60)
    assert hosts(api) == []
    api.sandbox.advance(86400)
    messages = [entry["message"] for entry in api.items(f"{api.O}/other/")]
    assert len(messages) == 3
    assert messages[2].startswith("Job Clean up failed")


def test_an_update_reschedules_a_job(api) -> None:
    api.host()
    path = job(api, date=moment(api, 60))
    body = api("GET", path)
    body = api("PUT", path, {**body, "date": moment(api, 600)})
    api.sandbox.advance(100)
    assert hosts(api) == ["web"]
    api("PUT", path, {**body, "date": None})
    api.sandbox.advance(1000)
    assert hosts(api) == ["web"]
    api("DELETE", f"{api.O}/jobs/")
    assert api.items(f"{api.O}/jobs/") == []


def test_a_past_date_does_nothing(api) -> None:
    api.host()
    job(api, date="2001-04-04T15:37:30.612+0200")
    api.sandbox.advance(1)
    assert hosts(api) == ["web"]


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({"action": "DANCE"}, 409),
        ({"action": None}, 409),
        ({"input": "hosts/web"}, 409),
        ({"input": None}, 409),
        ({"input": "organizations/Other/environments/Default/hosts/web"}, 409),
        ({"input": "organizations/OOO/environments/Nope/hosts/web"}, 404),
    ],
)
def test_jobs_that_fail(api, members: dict[str, object], status: int) -> None:
    api("PUT", f"{job(api, **members)}/_run", status=status)


@pytest.mark.parametrize(
    "members",
    [
        {"cron": "every day"},
        {"cron": "* * * *"},
        {"cron": "60 * * * *"},
        {"cron": "* 24 * * *"},
        {"cron": "* * 0 * *"},
        {"cron": "* * * 13 *"},
        {"cron": "* * * * 8"},
        {"cron": "*/0 * * * *"},
        {"cron": "5-1 * * * *"},
        {"cron": "1-2-3 * * * *"},
        {"cron": "x * * * *"},
        {"cron": "0 0 30 2 *"},
        {"cron": "², * * * *"},
        {"date": "tomorrow"},
    ],
)
def test_invalid_schedules(api, members: dict[str, object]) -> None:
    api("POST", f"{api.O}/jobs/", {"name": "x", **members}, status=400)
    assert api.items(f"{api.O}/jobs/") == []


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("* * * * *", "2024-01-31T10:01"),
        ("*/15 * * * *", "2024-01-31T10:15"),
        ("0 2 * * *", "2024-02-01T02:00"),
        ("30 9-17/4 * * *", "2024-01-31T13:30"),
        ("0 0 1 * *", "2024-02-01T00:00"),
        ("0 0 29 2 *", "2024-02-29T00:00"),
        ("0 0 * * sun", "2024-02-04T00:00"),
        ("0 0 * * 7", "2024-02-04T00:00"),
        ("0 0 13 * fri", "2024-02-02T00:00"),
        ("0 0 1,15 mar *", "2024-03-01T00:00"),
        ("5/20 * * * *", "2024-01-31T10:05"),
        ("0 10 * * *", "2024-02-01T10:00"),
    ],
)
def test_cron_lines(line: str, after: str) -> None:
    assert parse_cron(line).after(at("2024-01-31T10:00")) == at(after)


def test_the_longest_interval() -> None:
    """2100 is not a leap year."""
    assert parse_cron("0 0 29 2 *").after(at("2096-03-01T00:00")) == at("2104-02-29T00:00")


def test_timestamps() -> None:
    assert format_timestamp(parse_timestamp("2030-04-04T15:37:30.612+0200")) == "2030-04-04T13:37:30.612+0000"
    assert parse_timestamp("1970-01-01T00:00:01") == 1
    with pytest.raises(ApiError):
        parse_timestamp("noon")
