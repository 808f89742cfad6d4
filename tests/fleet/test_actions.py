"""Install, configure, run a handler, start, stop, delete and wait: each leaves alone what is as wanted."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import (
    ChangeFailed,
    HostFailed,
    InvalidArgument,
    InvalidName,
    UnknownState,
    WrongType,
)
from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.state.clock import ManualClock
from tests.fleet.conftest import FAST, asked, carried_out, names

E = "/organizations/A/environments/E/hosts/"
RESTART = "restart service httpd"


def listed(*states, **members):
    return {"items": [{"name": name, "state": state, **members} for name, state in states]}


@pytest.fixture
def ready(make_hosts):
    return make_hosts(4, provisioned=True, applications=["Wordpress"])


def test_an_application_is_installed_once(fleet, make_hosts, sandbox, run):
    hosts = make_hosts(3, provisioned=True)
    report = run(fleet.install(hosts, "Wordpress", {"wp_admin_password": "XXX"}))
    assert report.ok
    again = run(fleet.install(hosts, "Wordpress"))
    assert again.ok
    assert list(carried_out(sandbox, "POST", "/applications").values()) == [1] * 3
    assert asked(sandbox, "POST", "/applications") == 3
    context = run(hosts[0].get_application("Wordpress"))
    assert {setting.key for setting in context.settings_f} == {"wp_admin_password"}


def test_on_a_defined_host_it_is_done_at_once(fleet, make_hosts, sandbox, run):
    report = run(fleet.install(make_hosts(2), "Wordpress"))
    assert report.ok
    assert {result.state for result in report.done} == {"DEFINED"}


def test_the_end_of_the_change_is_waited_for(fleet, client, clock, server, run):
    server.on("GET", E, *(listed(("a", state)) for state in ("READY", "UPDATING", "UPDATING", "READY")))
    server.on("POST", f"{E}a/applications/", {"application": "W"})
    assert run(fleet.install([client.hosts("A", "E").new("a")], "W")).ok
    assert server.lines == [f"GET {E}", f"POST {E}a/applications/", *[f"GET {E}"] * 3]


def test_a_failed_change_fails_the_host(fleet, ready, sandbox, run):
    sandbox.fail_task("OOO", "Default", "host-00001", task=RESTART, error="syntax error")
    report = run(fleet.run_handler(ready, "Wordpress", "Restart"))
    assert (len(report.done), names(report.failed)) == (3, ["host-00001"])
    failed = report.failed[0]
    assert failed.state == "ERROR"
    assert "syntax error" in failed.error


def test_an_older_error_does_not_fail_the_host(fleet, ready, sandbox, run):
    sandbox.fail_task("OOO", "Default", "host-00001", task=RESTART, error="syntax error")
    first = run(fleet.run_handler(ready, "Wordpress", "Restart"))
    second = run(first.retry())
    assert second.ok
    assert carried_out(sandbox, "PUT", "/_run")["host-00001"] == 2
    sandbox.fail_task("OOO", "Default", "host-00001", task=RESTART, error="another error")
    third = run(fleet.run_handler(ready, "Wordpress", "Restart"))
    assert isinstance(third.failed[0].exception, HostFailed | ChangeFailed)
    assert "another error" in third.failed[0].error


def test_settings_are_set_with_one_request_and_only_where_they_differ(fleet, make_hosts, sandbox, run):
    hosts = make_hosts(3, provisioned=True)
    run(hosts[0].settings().create("zone", "north"))
    run(hosts[0].settings().create("rack", 1))
    run(hosts[1].settings().create("rack", True))
    report = run(fleet.configure(hosts, {"zone": "north", "rack": 1}))
    assert report.ok
    assert asked(sandbox, "PUT", "/settings") == 2
    for host in hosts:
        assert {setting.key: setting.value for setting in run(host.settings().list())} == {"zone": "north", "rack": 1}


def test_other_settings_stay(fleet, make_hosts, run):
    host = make_hosts(1)[0]
    run(host.settings().create("own", "kept"))
    assert run(fleet.configure([host], {"zone": "north"})).ok
    assert run(host.get_setting("own")).value == "kept"


def test_a_setting_that_triggers_a_handler_is_waited_for(fleet, ready, sandbox, run):
    sandbox.fail_task("OOO", "Default", "host-00002", task=RESTART, error="syntax error")
    report = run(fleet.configure(ready, {"wp_admin_email": "jo@example.com"}))
    assert names(report.failed) == ["host-00002"]


def test_machines_stop_and_start(fleet, ready, sandbox, run):
    assert {result.state for result in run(fleet.stop(ready)).done} == {"STOPPED"}
    assert run(ready[0].get_instance()).state == "STOPPED"
    assert run(fleet.stop(ready)).ok
    assert asked(sandbox, "PUT", "/_stop") == 4
    assert run(fleet.start(ready)).ok
    assert run(ready[0].get_instance()).state == "RUNNING"
    assert run(fleet.start(ready)).ok
    assert asked(sandbox, "PUT", "/_start") == 4


def test_a_host_that_is_ready_already_has_started_when_its_machine_runs(fleet, client, clock, server, run):
    server.on("GET", E, listed(("a", "READY")))
    server.on("GET", f"{E}a/instance/", *[{"state": "STOPPED"}] * 3, {"state": "RUNNING"})
    server.on("PUT", f"{E}a/instance/_start", (202, {}))
    assert run(fleet.start([client.hosts("A", "E").new("a")])).ok
    assert server.lines.count(f"GET {E}a/instance/") == 4


def test_a_host_without_a_machine_is_stopped_and_cannot_start(fleet, make_hosts, run):
    hosts = make_hosts(1)
    assert run(fleet.stop(hosts)).ok
    assert "404" in run(fleet.start(hosts)).failed[0].error


def test_machines_and_hosts_are_deleted(fleet, ready, make_hosts, live, run):
    hosts = [*ready, *make_hosts(2, prefix="bare-"), live.hosts("OOO", "Default").new("gone")]
    report = run(fleet.delete(hosts))
    assert len(report.done) == 7
    assert run(live.hosts("OOO", "Default").count()) == 0


def test_a_host_is_deleted_when_its_machine_is_gone(fleet, client, clock, server, run):
    server.on("GET", E, *(listed(("a", state)) for state in ("READY", "READY", "DEFINED")))
    server.on("DELETE", f"{E}a/instance/", (202, {}))
    server.on("DELETE", f"{E}a", (409, {}), {})
    server.on("GET", f"{E}a", {"name": "a"})
    assert run(fleet.delete([client.hosts("A", "E").new("a")])).ok
    assert server.lines == [
        f"GET {E}",
        f"DELETE {E}a/instance/",
        f"DELETE {E}a",
        f"GET {E}",
        f"GET {E}",
        f"DELETE {E}a",
    ]


def test_a_locked_machine_is_not_deleted(fleet, ready, run):
    run(run(ready[0].get_instance()).lock())
    report = run(fleet.delete(ready))
    assert names(report.failed) == ["host-00000"]
    assert "locked" in report.failed[0].error


def test_a_wait_sends_list_requests_only(fleet, client, clock, server, run):
    server.on("GET", E, *(listed(("a", state), ("b", "ERROR")) for state in ("UPDATING", "UPDATING", "READY")))
    for part in ("changes", "compliance"):
        server.on("GET", f"{E}b/{part}/", {"items": []})
    report = run(fleet.wait([client.hosts("A", "E").new(name) for name in "ab"]))
    assert (names(report.done), names(report.failed)) == (["a"], ["b"])
    assert server.lines.count(f"GET {E}") == 3


def test_a_wait_for_another_state(fleet, make_hosts, run):
    assert run(fleet.wait(make_hosts(2), "DEFINED")).ok


def test_an_unknown_state_is_reported(fleet, make_hosts, run):
    with pytest.warns(UnknownState, match="READY"):
        run(fleet.wait([], "READDY"))


def test_a_wait_has_no_option_wait(fleet, run):
    with pytest.raises(TypeError, match="wait"):
        run(fleet.wait([], wait=False))


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (lambda fleet: fleet.install([], ""), InvalidName),
        (lambda fleet: fleet.install([], 3), InvalidName),
        (lambda fleet: fleet.install([], "W", ["a"]), WrongType),
        (lambda fleet: fleet.configure([], {"a": {1, 2}}), InvalidArgument),
        (lambda fleet: fleet.configure([], {"": 1}), InvalidName),
        (lambda fleet: fleet.configure([], None), WrongType),
        (lambda fleet: fleet.run_handler([], "W", ""), InvalidName),
        (lambda fleet: fleet.run_handler([], None, "H"), InvalidName),
    ],
)
def test_arguments_are_checked(fleet, run, call, kind):
    with pytest.raises(kind):
        run(call(fleet))


def test_provisioning_takes_its_time(fleet, colour, run):
    with Sandbox(provision_time=60, clock=ManualClock()) as sandbox:
        sandbox.make_hosts(2)
        client = colour.module("client").Client(sandbox.url, "UUU", "PPP", polling=FAST)
        polls = []

        def advance(poll):
            polls.append(poll.parts["OOO/Default/host-00000"])
            sandbox.advance(61)

        hosts = client.hosts("OOO", "Default")
        # The demo platform provisions one machine at a time.
        report = run(fleet.provision(hosts, parallel=1, batch=1, progress=advance))
        run(client.close())
    assert report.ok
    assert polls[-1] == "READY"


@pytest.mark.parametrize("method", ["send", "settle"])
def test_an_action_defines_its_requests_itself(colour, run, method):
    action = colour.module("_fleet.action").Action()
    with pytest.raises(NotImplementedError):
        run(getattr(action, method)(None, None))
