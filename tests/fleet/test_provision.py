"""Hosts are provisioned once, and waited for with one list request for each environment and tick."""

from __future__ import annotations

from collections import Counter

import pytest

from comodit_client.rest.exceptions import (
    FleetFailed,
    HostFailed,
    InvalidArgument,
    NoCollection,
    ServerError,
    WaitTimeout,
    WrongType,
)
from comodit_client.sandbox import Sandbox
from tests.fleet.conftest import CountingTransport, InFlight, asked, carried_out, names

E, F = "/organizations/A/environments/E/hosts/", "/organizations/B/environments/F/hosts/"
#: Options that cannot be used, each with a word of the message.
INVALID = [
    ({"parallel": 0}, "parallel"),
    ({"parallel": True}, "parallel"),
    ({"wait": "no"}, "wait"),
    ({"timeout": -1}, "timeout"),
    ({"timeout": "10"}, "timeout"),
    ({"batch": 0}, "batch"),
    ({"max_failures": -1}, "max_failures"),
    ({"check": print}, "batch"),
    ({"check": 1, "batch": 2}, "check"),
    ({"progress": 1}, "progress"),
    ({"executor": 4}, "executor"),
]


def listed(states):
    return {"items": [{"name": name, "state": state} for name, state in states.items()]}


def test_hosts_are_provisioned_and_ready(fleet, make_hosts, sandbox, run):
    hosts = make_hosts(5, prefix="web-")
    report = run(fleet.provision(hosts))
    assert report.ok
    assert (report.action, report.stopped_by) == ("provision", "")
    assert names(report.done) == [host.name for host in hosts]
    assert {result.state for result in report.done} == {"READY"}
    assert report.durations.keys() == {f"OOO/Default/{host.name}" for host in hosts}
    assert carried_out(sandbox, "POST", "/instance") == Counter(host.name for host in hosts)
    report.raise_for_failures()


def test_requests_per_tick_are_the_environments(fleet, client, clock, server, run):
    names_of = {E: [f"a{number}" for number in range(30)], F: [f"b{number}" for number in range(20)]}
    for path, found in names_of.items():
        states = ["DEFINED", "PROVISIONING", "PROVISIONING", "READY"]
        server.on("GET", path, *(listed(dict.fromkeys(found, state)) for state in states))
        for name in found:
            server.on("POST", f"{path}{name}/instance/", {})
    hosts = [client.hosts("A", "E").new(name) for name in names_of[E]]
    hosts += [client.hosts("B", "F").new(name) for name in names_of[F]]
    assert run(fleet.provision(hosts)).ok
    assert Counter(server.lines) == {
        f"GET {E}": 4,
        f"GET {F}": 4,
        **{f"POST {path}{name}/instance/": 1 for path, found in names_of.items() for name in found},
    }
    assert clock.slept == [0.5, 0.75]  # the first poll is immediate


@pytest.mark.parametrize("parallel", [1, 3, 16])
def test_parallel_is_the_number_of_requests_at_a_time(fleet, make_client, server, run, parallel):
    found = [f"a{number}" for number in range(40)]
    server.on("GET", E, listed(dict.fromkeys(found, "DEFINED")))
    for name in found:
        server.on("POST", f"{E}{name}/instance/", {})
    in_flight = InFlight(parallel)
    hosts = make_client(transport=CountingTransport(server, in_flight)).hosts("A", "E")
    assert run(fleet.provision([hosts.new(name) for name in found], parallel=parallel, wait=False)).ok
    assert in_flight.most == parallel


def test_a_collection_stands_for_its_hosts(fleet, make_hosts, live, sandbox, run):
    make_hosts(3)
    assert len(run(fleet.provision(live.hosts("OOO", "Default"))).done) == 3


def test_a_host_counts_once(fleet, make_hosts, connect, sandbox, run):
    hosts = make_hosts(2)
    again = [connect().hosts("OOO", "Default").new(host.name) for host in hosts]
    assert len(run(fleet.provision(host for host in [*hosts, *again])).done) == 2
    assert set(carried_out(sandbox, "POST", "/instance").values()) == {1}


def test_stale_states_do_not_matter(fleet, make_hosts, live, sandbox, run):
    make_hosts(1, prefix="new-")
    make_hosts(1, prefix="old-", provisioned=True)
    hosts = live.hosts("OOO", "Default")
    stale = [hosts.wrap({"name": "new-00000", "state": "READY"}), hosts.wrap({"name": "old-00000", "state": "DEFINED"})]
    assert run(fleet.provision(stale)).ok
    assert carried_out(sandbox, "POST", "/instance") == {"new-00000": 1}


def test_hosts_of_two_servers_have_their_own_names(fleet, make_hosts, colour, run):
    hosts = make_hosts(1)
    with Sandbox(provision_time=0) as other:
        other.make_hosts(1)
        client = colour.module("client").Client(other.url, "UUU", "PPP")
        report = run(fleet.provision([*hosts, client.hosts("OOO", "Default").new("host-00000")]))
        run(client.close())
    assert names(report.done) == ["host-00000", "host-00000"]
    assert len(report.durations) == 2
    assert {result.endpoint for result in report.done} == {hosts[0].client.endpoint, client.endpoint}


def test_without_a_wait_an_accepted_request_is_enough(fleet, make_hosts, sandbox, run):
    report = run(fleet.provision(make_hosts(3), wait=False))
    assert report.ok
    assert asked(sandbox, "GET", "/hosts") == 1


def test_no_hosts_need_no_request(fleet, sandbox, run):
    report = run(fleet.provision([]))
    assert report.ok
    assert str(report) == "provision: 0 done, 0 failed, 0 not attempted"
    assert sandbox.stats()["total"] == 0


@pytest.mark.parametrize(
    ("options", "word"), INVALID, ids=[",".join(options) + f"-{number}" for number, (options, _) in enumerate(INVALID)]
)
def test_options_are_checked_before_any_request(fleet, client, server, run, options, word):
    with pytest.raises(InvalidArgument, match=word):
        run(fleet.provision([client.hosts("A", "E").new("a")], **options))
    assert server.asked == []


@pytest.mark.parametrize("hosts", [["web-1"], [None], 3, None])
def test_what_is_not_a_host_is_found_before_any_request(fleet, client, server, run, hosts):
    with pytest.raises(WrongType, match="host"):
        run(fleet.provision(hosts))
    assert server.asked == []


def test_a_host_without_an_environment_cannot_be_used(fleet, colour, run):
    with pytest.raises(NoCollection):
        run(fleet.provision([colour.module("host").Host(None, {"name": "a"})]))


def test_a_missing_host_fails_alone(fleet, make_hosts, live, run):
    hosts = [*make_hosts(1), live.hosts("OOO", "Default").new("typo")]
    report = run(fleet.provision(hosts))
    assert (names(report.done), names(report.failed)) == (["host-00000"], ["typo"])
    assert str(report.failed[0]) == "OOO/Default/typo: no state: the host does not exist"
    assert isinstance(report.failed[0].exception, HostFailed)


def test_a_failed_host_fails_alone(fleet, make_hosts, live, run):
    hosts = make_hosts(1)
    bare = run(live.hosts("OOO", "Default").create("bare"))
    report = run(fleet.provision([bare, *hosts]))
    assert (names(report.done), names(report.failed)) == (["host-00000"], ["bare"])
    assert "no platform" in report.failed[0].error
    with pytest.raises(FleetFailed, match=r"1 done, 1 failed.*OOO/Default/bare: DEFINED: .*no platform") as caught:
        report.raise_for_failures()
    assert caught.value.report is report


def test_a_message_names_twenty_hosts(fleet, client, server, run):
    server.on("GET", E, listed({}))
    report = run(fleet.provision([client.hosts("A", "E").new(f"a{number}") for number in range(25)]))
    assert str(report).count("does not exist") == 20
    assert str(report).endswith("; and 5 more")


def test_hosts_in_error_are_diagnosed_up_to_twenty(fleet, client, clock, server, run):
    found = [f"a{number}" for number in range(22)]
    server.on("GET", E, listed(dict.fromkeys(found, "ERROR")))
    for name in found:
        change = {"orderNum": 0, "description": "x", "tasks": [{"orderNum": 0, "status": "ERROR", "error": "full"}]}
        server.on("GET", f"{E}{name}/changes/", {"items": [change]})
        server.on("GET", f"{E}{name}/instance/", {"state": "RUNNING"})
    report = run(fleet.provision([client.hosts("A", "E").new(name) for name in found]))
    assert len(server.asked) == 1 + 2 * 20
    assert [result.diagnosis is not None for result in report.failed] == [True] * 20 + [False] * 2
    assert "full" in report.failed[0].error
    assert report.failed[21].error == "the host is in ERROR"
    assert report.failed[0].exception.tasks[0].error == "full"


def test_a_late_host_times_out_alone(fleet, client, clock, server, run):
    states = [{"a": "DEFINED", "b": "DEFINED"}, *[{"a": "READY", "b": "PROVISIONING"}] * 2]
    server.on("GET", E, *map(listed, states))
    for name in "ab":
        server.on("POST", f"{E}{name}/instance/", {})
    report = run(fleet.provision([client.hosts("A", "E").new(name) for name in "ab"], timeout=10))
    assert (names(report.done), names(report.failed)) == (["a"], ["b"])
    assert isinstance(report.failed[0].exception, WaitTimeout)
    assert report.failed[0].state == "PROVISIONING"
    assert report.durations["A/E/b"] == pytest.approx(10)


def test_a_few_transient_errors_of_a_poll_are_tolerated(fleet, client, clock, server, run):
    server.on("GET", E, listed({"a": "DEFINED"}), *[(500, {})] * 5, listed({"a": "READY"}))
    server.on("POST", f"{E}a/instance/", {})
    assert run(fleet.provision([client.hosts("A", "E").new("a")])).ok


def test_too_many_fail_the_hosts_of_that_environment(fleet, client, clock, server, run):
    server.on("GET", E, listed({"a": "DEFINED"}), (500, {}))
    server.on("GET", F, listed({"b": "DEFINED"}), *[listed({"b": "PROVISIONING"})] * 9, listed({"b": "READY"}))
    for path in (f"{E}a", f"{F}b"):
        server.on("POST", f"{path}/instance/", {})
    report = run(fleet.provision([client.hosts("A", "E").new("a"), client.hosts("B", "F").new("b")]))
    assert (names(report.done), names(report.failed)) == (["b"], ["a"])
    assert isinstance(report.failed[0].exception, ServerError)
    assert server.lines.count(f"GET {E}") == 1 + 6


def test_an_environment_that_cannot_be_read_fails_its_hosts(fleet, client, clock, server, run):
    server.on("GET", E, (403, {}))
    server.on("GET", F, listed({"b": "READY"}))
    report = run(fleet.provision([client.hosts("A", "E").new("a"), client.hosts("B", "F").new("b")]))
    assert (names(report.done), names(report.failed)) == (["b"], ["a"])


def test_progress_has_the_states_by_path(fleet, client, clock, server, run):
    polls = []
    states = [{"a": "DEFINED", "b": "ERROR"}, {"a": "PROVISIONING", "b": "ERROR"}, {"a": "READY", "b": "ERROR"}]
    server.on("GET", E, *map(listed, states))
    server.on("POST", f"{E}a/instance/", {})
    run(fleet.provision([client.hosts("A", "E").new(name) for name in "ab"], progress=polls.append))
    assert next(poll.parts["A/E/a"] for poll in polls if poll.parts["A/E/a"] != "DEFINED") == "PROVISIONING"
    assert polls[-1].parts == {"A/E/a": "READY", "A/E/b": "ERROR"}
    assert (polls[-1].reached, polls[-1].failed, polls[-1].late) == (True, ["A/E/b"], [])
    assert polls[0].late == ["A/E/a"]


def test_programming_errors_end_the_run(fleet, make_hosts, run):
    def broken(poll):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(fleet.provision(make_hosts(2), progress=broken))
