"""Rolling batches: each has ended and passed its check before the next one starts; too many failures stop the run."""

from __future__ import annotations

import inspect

import pytest

from tests.fleet.conftest import carried_out, names


def test_a_batch_has_ended_before_the_next_one_starts(fleet, make_hosts, sandbox, run):
    seen = []

    def check(done):
        seen.append((names(done), len(carried_out(sandbox, "POST", "/instance"))))

    report = run(fleet.provision(make_hosts(5), batch=2, check=check))
    assert report.ok
    assert seen == [
        (["host-00000", "host-00001"], 2),
        (["host-00002", "host-00003"], 4),
        (["host-00004"], 5),
    ]


def test_a_check_may_be_asynchronous(fleet, colour, make_hosts, run):
    if colour.is_async:

        async def check(done):
            return False
    else:

        def check(done):
            return False

    report = run(fleet.provision(make_hosts(2), batch=1, check=check))
    assert inspect.iscoroutinefunction(check) is colour.is_async
    assert report.stopped_by == "check returned False after batch 1"


def test_a_check_gets_the_hosts_that_are_done(fleet, make_hosts, sandbox, run):
    sandbox.fail("500", path="*/host-00001/instance/", times=0)
    seen = []
    run(fleet.provision(make_hosts(2), batch=2, check=lambda done: seen.extend(names(done))))
    assert seen == ["host-00000"]


def broken(done):
    raise ValueError("page 500")


@pytest.mark.parametrize(
    ("check", "reason"),
    [
        (lambda done: False, "check returned False after batch 1"),
        (broken, "check raised ValueError after batch 1: page 500"),
    ],
)
def test_a_failed_check_stops_the_run(fleet, make_hosts, sandbox, run, check, reason):
    report = run(fleet.provision(make_hosts(6), batch=2, check=check))
    assert report.stopped_by == reason
    assert not report.ok
    assert names(report.not_attempted) == [f"host-0000{number}" for number in range(2, 6)]
    assert len(carried_out(sandbox, "POST", "/instance")) == 2
    assert reason in str(report)
    again = run(report.retry(check=None))
    assert again.ok
    assert len(again.done) == 6
    assert set(carried_out(sandbox, "POST", "/instance").values()) == {1}


@pytest.mark.parametrize("nothing", [None, 0, True, ""])
def test_only_false_stops_the_run(fleet, make_hosts, run, nothing):
    assert run(fleet.provision(make_hosts(2), batch=1, check=lambda done: nothing)).ok


def test_too_many_failures_stop_the_run(fleet, make_hosts, sandbox, run):
    sandbox.fail("500", method="POST", path="*/instance/", times=0)
    report = run(fleet.provision(make_hosts(9), parallel=1, max_failures=1))
    assert report.stopped_by == "more than 1 host failed"
    assert names(report.failed) == ["host-00000", "host-00001"]
    assert names(report.not_attempted) == [f"host-0000{number}" for number in range(2, 9)]
    sandbox.end_faults()
    assert run(report.retry()).ok


def test_hosts_under_way_are_waited_for(fleet, client, clock, server, run):
    path = "/organizations/A/environments/E/hosts/"

    def listed(**states):
        return {"items": [{"name": name, "state": state} for name, state in states.items()]}

    server.on("GET", path, listed(a="DEFINED", b="DEFINED", c="DEFINED"), listed(a="PROVISIONING"), listed(a="READY"))
    server.on("POST", f"{path}a/instance/", {})
    server.on("POST", f"{path}b/instance/", (400, {}))
    hosts = [client.hosts("A", "E").new(name) for name in "abc"]
    report = run(fleet.provision(hosts, parallel=1, max_failures=0))
    assert (names(report.done), names(report.failed), names(report.not_attempted)) == (["a"], ["b"], ["c"])


def test_so_many_failures_are_tolerated(fleet, make_hosts, sandbox, run):
    sandbox.fail("500", method="POST", path="*/host-00000/instance/", times=0)
    report = run(fleet.provision(make_hosts(3), parallel=1, max_failures=1))
    assert (report.stopped_by, len(report.done)) == ("", 2)
