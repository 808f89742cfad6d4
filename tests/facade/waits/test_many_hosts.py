"""Many hosts are waited for by one list request per look, whatever their number."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import HostFailed, ServerError, WaitTimeout

HOSTS = "/organizations/A/environments/E/hosts/"


@pytest.fixture
def hosts(client, clock):
    return client.hosts("A", "E")


def shows(server, *looks):
    """What the list of hosts shows, look by look: states by names."""
    server.on(
        "GET",
        HOSTS,
        *({"items": [{"name": name, "state": state} for name, state in look.items()]} for look in looks),
    )


def test_a_thousand_hosts_cost_one_request_a_look(hosts, server, run):
    names = [f"web-{number}" for number in range(1000)]

    def look(done):
        return {name: "READY" if place < done else "PROVISIONING" for place, name in enumerate(names)}

    shows(server, look(0), look(500), look(999), look(1000))
    found = run(hosts.wait_for_state("READY", names, 600))
    assert server.lines == [f"GET {HOSTS}"] * 4
    assert [host.name for host in found] == names
    assert {host.state for host in found} == {"READY"}


def test_only_the_hosts_that_are_returned_become_entities(hosts, server, run, monkeypatch):
    kind = type(hosts)
    made, wrap = [], kind.wrap
    monkeypatch.setattr(kind, "wrap", lambda home, document=None: made.append(document) or wrap(home, document))
    names = [f"web-{number}" for number in range(100)]
    shows(server, *[dict.fromkeys(names, state) for state in ["PROVISIONING"] * 4 + ["READY"]])
    assert len(run(hosts.wait_for_state("READY"))) == 100
    assert len([document for document in made if document]) == 100


def test_without_names_all_hosts_are_waited_for(hosts, server, run):
    shows(server, {"a": "READY", "b": "UPDATING"}, {"a": "READY", "b": "READY", "c": "READY"})
    assert [host.name for host in run(hosts.wait_for_state("READY"))] == ["a", "b", "c"]
    assert len(server.asked) == 2


def test_hosts_that_are_not_named_do_not_matter(hosts, server, run):
    shows(server, {"a": "READY", "b": "ERROR", "c": "PROVISIONING"})
    assert [host.name for host in run(hosts.wait_for_state("READY", ["a"]))] == ["a"]


@pytest.mark.parametrize("holder", [tuple, list, iter, dict.fromkeys, lambda names: (name for name in names)])
def test_names_may_come_in_whatever_holds_them(hosts, server, run, holder):
    shows(server, {"a": "UPDATING", "b": "READY"}, {"a": "READY", "b": "READY"})
    assert [host.name for host in run(hosts.wait_for_state("READY", holder(["b", "a", "b"])))] == ["b", "a"]
    assert len(server.asked) == 2


def test_one_name_is_one_host(hosts, server, run):
    shows(server, {"web": "READY"})
    assert [host.name for host in run(hosts.wait_for_state("READY", "web"))] == ["web"]


@pytest.mark.parametrize("names", [[], None])
def test_no_hosts_are_there_at_once(hosts, server, run, names):
    shows(server, {})
    assert run(hosts.wait_for_state("READY", names)) == []
    assert len(server.asked) == 1


def test_a_host_that_failed_does_not_end_the_wait_for_the_others(hosts, server, run):
    shows(
        server,
        {"a": "ERROR", "b": "PROVISIONING", "c": "PROVISIONING"},
        {"a": "ERROR", "b": "READY", "c": "PROVISIONING"},
        {"a": "ERROR", "b": "READY", "c": "ERROR"},
    )
    with pytest.raises(HostFailed, match=r"a is ERROR .*, c is ERROR ") as raised:
        run(hosts.wait_for_state("READY", timeout=600))
    error = raised.value
    assert (error.failed, error.late) == (["a", "c"], [])
    assert error.last == {"a": "ERROR", "b": "READY", "c": "ERROR"}
    assert error.entity is hosts
    assert server.lines.count(f"GET {HOSTS}") == 3


def test_a_host_that_recovers_has_not_failed(hosts, server, run):
    shows(server, {"a": "ERROR", "b": "PROVISIONING"}, {"a": "READY", "b": "READY"})
    assert len(run(hosts.wait_for_state("READY"))) == 2


def test_failed_and_late_hosts_are_told_when_the_time_is_over(hosts, server, run):
    shows(server, {"a": "ERROR", "b": "PROVISIONING", "c": "READY", "d": "UPDATING"})
    with pytest.raises(HostFailed) as raised:
        run(hosts.wait_for_state("READY", ["d", "c", "b", "a", "x"], 4))
    error = raised.value
    assert (error.failed, error.late) == (["a", "x"], ["d", "b"])
    assert isinstance(error.__cause__, WaitTimeout)
    for told in ("a is ERROR", "x does not exist", "d is UPDATING", "b is PROVISIONING"):
        assert told in str(error)
    assert "c is" not in str(error)


def test_late_hosts_are_told_when_the_time_is_over(hosts, server, run):
    shows(server, {"a": "READY", "b": "PROVISIONING"})
    with pytest.raises(WaitTimeout, match=r"after 4 s waiting for .* to be READY: b is PROVISIONING") as raised:
        run(hosts.wait_for_state("READY", timeout=4))
    assert raised.value.late == ["b"]
    assert raised.value.last == {"a": "READY", "b": "PROVISIONING"}
    assert raised.value.entity is hosts


def test_names_that_are_not_there_are_told(hosts, server, run):
    shows(server, {"a": "READY"})
    with pytest.raises(HostFailed, match="b does not exist, c does not exist") as raised:
        run(hosts.wait_for_state("READY", ["a", "b", "c"], 600))
    assert raised.value.failed == ["b", "c"]
    assert raised.value.last == {"a": "READY", "b": None, "c": None}
    assert len(server.asked) == 1


def test_a_host_whose_state_is_not_known_is_on_its_way(hosts, server, run):
    server.on("GET", HOSTS, {"items": [{"name": "a"}]}, {"items": [{"name": "a", "state": "READY"}]})
    assert len(run(hosts.wait_for_state("READY", ["a"]))) == 1


def test_a_host_without_a_state_is_named(hosts, server, run):
    server.on("GET", HOSTS, {"items": [{"name": "a"}]})
    with pytest.raises(WaitTimeout, match="a is in no known state"):
        run(hosts.wait_for_state("READY", timeout=1))


def test_an_exception_names_all_hosts_and_its_text_some(hosts, server, run):
    shows(server, {f"web-{number}": "ERROR" for number in range(1000)})
    with pytest.raises(HostFailed, match=r"and 980 more\.") as raised:
        run(hosts.wait_for_state("READY"))
    assert len(raised.value.failed) == 1000
    assert len(str(raised.value)) < 20 * 250


def test_error_can_be_waited_for_and_other_states_can_be_failures(hosts, server, run):
    shows(server, {"a": "ERROR", "b": "UPDATING"}, {"a": "ERROR", "b": "ERROR"})
    assert len(run(hosts.wait_for_state("ERROR"))) == 2
    shows(server, {"a": "DEFINED", "b": "READY"})
    with pytest.raises(HostFailed, match="a is DEFINED"):
        run(hosts.wait_for_state("READY", failures="DEFINED"))


def test_faults_that_pass_are_ridden_out(hosts, server, run):
    ready = {"items": [{"name": "a", "state": "READY"}]}
    server.on("GET", HOSTS, (503, {}), httpx.ConnectError("x"), ready)
    assert len(run(hosts.wait_for_state("READY"))) == 1
    server.on("GET", HOSTS, (500, {}))
    with pytest.raises(ServerError):
        run(hosts.wait_for_state("READY"))


def test_a_time_out_of_nothing_but_faults_is_a_time_out(hosts, server, run):
    server.on("GET", HOSTS, (500, {}))
    with pytest.raises(WaitTimeout, match="no poll succeeded"):
        run(hosts.wait_for_state("READY", ["a"], 1))


def test_progress_is_told_all_states(hosts, server, run):
    shows(server, {"a": "UPDATING"}, {"a": "READY"})
    told = []
    run(hosts.wait_for_state("READY", progress=lambda seen: told.append(seen.state)))
    assert told == [{"a": "UPDATING"}, {"a": "READY"}]
