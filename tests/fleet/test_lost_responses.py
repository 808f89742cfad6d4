"""An action whose response was lost is looked up before it is repeated: nothing is done twice."""

from __future__ import annotations

from collections import Counter

import pytest

from comodit_client.rest.exceptions import ServerError
from comodit_client.rest.options import RetryPolicy
from tests.fleet.conftest import AT_ONCE, asked, carried_out, names

FAULTS = {
    "reset after serving": {"kind": "reset-after-serving"},
    "reset after reading": {"kind": "reset-after-reading"},
    "reset before reading": {"kind": "reset-before-reading"},
    "error after serving": {"kind": "500", "served": True},
    "error": {"kind": "500"},
    "proxy error after serving": {"kind": "504", "served": True},
    "rate limit": {"kind": "429"},
    "cut": {"kind": "cut"},
    "page of a proxy": {"kind": "html", "served": True},
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_each_host_is_provisioned_once(fleet, make_hosts, sandbox, run, fault):
    hosts = make_hosts(12)
    sandbox.fail(method="POST", path="*/instance/", times=6, **fault)
    report = run(fleet.provision(hosts, parallel=4))
    assert report.ok, report
    assert carried_out(sandbox, "POST", "/instance") == Counter(host.name for host in hosts)


def test_one_read_says_whether_the_request_arrived(fleet, make_hosts, sandbox, run):
    sandbox.fail("reset-after-serving", method="POST", path="*/instance/", times=1)
    assert run(fleet.provision(make_hosts(1), wait=False)).ok
    assert asked(sandbox, "POST", "/instance") == 1
    assert asked(sandbox, "GET", "/hosts/host-00000") == 1


def test_attempts_are_those_of_the_client(fleet, make_hosts, sandbox, run):
    sandbox.fail("500", method="POST", path="*/instance/", times=0)
    report = run(fleet.provision(make_hosts(1)))
    assert isinstance(report.failed[0].exception, ServerError)
    assert asked(sandbox, "POST", "/instance") == AT_ONCE.attempts


def test_without_retries_the_outcome_is_looked_up_too(fleet, make_hosts, connect, sandbox, run):
    make_hosts(1)
    sandbox.fail("reset-after-serving", method="POST", path="*/instance/", times=1)
    host = connect(retries=RetryPolicy(attempts=1)).hosts("OOO", "Default").new("host-00000")
    assert run(fleet.provision([host])).ok


def test_the_run_goes_on_after_a_failure(fleet, make_hosts, sandbox, run):
    hosts = make_hosts(4)
    sandbox.fail("500", method="POST", path="*/host-00001/instance/", times=0)
    report = run(fleet.provision(hosts))
    assert names(report.failed) == ["host-00001"]
    sandbox.end_faults()
    again = run(report.retry())
    assert again.ok
    assert names(again.done) == [host.name for host in hosts]
    assert set(carried_out(sandbox, "POST", "/instance").values()) == {1}


def test_somebody_else_may_provision_the_host_in_between(fleet, client, clock, server, run):
    path = "/organizations/A/environments/E/hosts/"
    ready = {"name": "a", "state": "READY"}
    server.on("GET", path, {"items": [{"name": "a", "state": "DEFINED"}]}, {"items": [ready]})
    server.on("POST", f"{path}a/instance/", (409, {"error": ["has an instance already"]}))
    server.on("GET", f"{path}a", ready)
    assert run(fleet.provision([client.hosts("A", "E").new("a")])).ok


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
@pytest.mark.parametrize("action", ["install", "configure", "run_handler", "start", "stop", "delete"])
def test_so_is_every_other_action(fleet, make_hosts, sandbox, run, action, fault):
    hosts = make_hosts(6, provisioned=True, applications=["Wordpress"] if action == "run_handler" else [])
    if action == "start":
        run(fleet.stop(hosts))
    arguments, method, ending = {
        "install": (("Wordpress",), "POST", "/applications"),
        "configure": (({"zone": "x"},), "PUT", "/settings"),
        "run_handler": (("Wordpress", "Restart"), "PUT", "/_run"),
        "start": ((), "PUT", "/_start"),
        "stop": ((), "PUT", "/_stop"),
        "delete": ((), "DELETE", "/instance"),
    }[action]
    sandbox.fail(method=method, path=f"*{ending}*", times=4, **fault)
    report = run(getattr(fleet, action)(hosts, *arguments, parallel=2))
    assert report.ok, report
    assert carried_out(sandbox, method, ending) == Counter(host.name for host in hosts)


def test_a_newer_change_of_another_kind_is_not_taken_for_the_handler(fleet, client, clock, server, run):
    path = "/organizations/A/environments/E/hosts/"

    def changes(*labels):
        items = [{"orderNum": number, "description": label, "tasks": []} for number, label in enumerate(labels)]
        return {"items": items}

    server.on("GET", path, {"items": [{"name": "a", "state": "READY"}]})
    server.on("GET", f"{path}a/changes/", changes("Install W"), changes("Install W", "Update settings zone"))
    server.on("PUT", f"{path}a/applications/W/handler/H/_run", (500, {}))
    report = run(fleet.run_handler([client.hosts("A", "E").new("a")], "W", "H"))
    assert "newer changes (1)" in report.failed[0].error
    assert sum(line.startswith("PUT") for line in server.lines) == 1
