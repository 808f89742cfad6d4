"""A wait that finds a host in ERROR says why, and `diagnose` says it on demand."""

from __future__ import annotations

import copy
import pickle

import httpx
import pytest

from comodit_client.rest.exceptions import Forbidden, HostFailed, PythonApiException, ServerError, WaitTimeout

HOSTS = "/organizations/A/environments/E/hosts/"
HOST = f"{HOSTS}h"
CHANGES, COMPLIANCE, INSTANCE = (f"{HOST}/{part}/" for part in ("changes", "compliance", "instance"))
UNREADABLE = [(500, {"error": ["boom"]}), (404, {"error": ["gone"]}), httpx.ConnectError("x"), b"<html>"]


@pytest.fixture
def host(client, clock):
    return client.hosts("A", "E").new("h")


def change(number, *errors):
    """A change with a task that is done, and others that failed."""
    done = {"orderNum": 0, "status": "OK", "description": "add user"}
    failed = [
        {"orderNum": place, "status": "ERROR", "description": f"step {place}", "error": error}
        for place, error in enumerate(errors, 1)
    ]
    return {"orderNum": number, "key": f"key-{number}", "description": "Install Web", "tasks": [done, *failed]}


def drift(name="nginx"):
    return {
        "application": "Web",
        "type": "serviceResource",
        "name": name,
        "currentState": {"running": False, "enabled": True},
        "expectedState": {"running": True, "enabled": True},
    }


def shows(server, changes=None, errors=None, instance=(404, {}), host="h"):
    """A host in ERROR: its changes, its compliance errors and its instance."""
    path = f"{HOSTS}{host}"
    server.on("GET", path, {"name": host, "state": "ERROR"})
    for part, found in (("changes", changes), ("compliance", errors)):
        server.on("GET", f"{path}/{part}/", {"items": found} if found is None or isinstance(found, list) else found)
    server.on("GET", f"{path}/instance/", instance)


def failure(run, host, **options):
    with pytest.raises(HostFailed) as raised:
        run(host.wait_for_state("READY", **options))
    return raised.value


class TestOneHost:
    def test_the_failed_tasks_and_the_instance_are_told(self, host, server, run):
        shows(server, [change(1), change(3, "apt-get failed")], [drift()], {"state": "RUNNING"})
        error = failure(run, host)
        assert str(error) == (
            "Stopped waiting for the host A/E/h to be READY: it is ERROR: "
            "change 3 - Install Web: step 1: apt-get failed; the instance is RUNNING. Fix the cause, then wait again."
        )
        assert [task.error for task in error.tasks] == ["apt-get failed"]
        assert error.instance_state == "RUNNING"
        assert error.compliance_errors == []
        assert [found.order_num for found in error.diagnosis.changes] == [3]
        assert server.lines == [f"GET {HOST}", f"GET {CHANGES}", f"GET {INSTANCE}"]
        assert server.asked[1].query == {"show_processed": "true"}

    def test_without_failed_tasks_the_compliance_errors_are_told(self, host, server, run):
        shows(server, [change(1)], [drift()], {"state": "RUNNING"})
        error = failure(run, host)
        assert (
            "it is ERROR: compliance error applications/Web/services/nginx: running is false, expected true. Fix"
        ) in str(error)
        assert [found.identifier for found in error.compliance_errors] == ["applications/Web/services/nginx"]
        assert (error.tasks, error.instance_state) == ([], None)
        assert server.lines == [f"GET {HOST}", f"GET {CHANGES}", f"GET {COMPLIANCE}"]

    def test_a_host_without_an_instance_is_told(self, host, server, run):
        shows(server, [change(1, "no quota")])
        assert "no quota; the host has no instance. Fix" in str(failure(run, host))

    def test_no_reason_is_told_as_well(self, host, server, run):
        shows(server)
        error = failure(run, host)
        assert "it is ERROR: no failed task or compliance error was found. Fix" in str(error)
        assert error.diagnosis.reasons == []

    def test_the_newest_reason_comes_first_and_the_text_is_bounded(self, host, server, run):
        shows(server, [change(number, "x" * 1000) for number in range(60)], instance={"state": "STOPPED"})
        error = failure(run, host)
        assert "it is ERROR: change 59 -" in str(error)
        assert "...; and 40 more; the instance is STOPPED" in str(error)
        assert len(str(error)) < 20 * 600
        assert len(error.tasks) == 60
        assert len(str(error.diagnosis).splitlines()) == 61

    def test_texts_of_the_server_are_escaped(self, host, server, run):
        shows(server, [change(1, "red \x1b[31m")], instance={"state": "\x1b[0m"})
        error = failure(run, host)
        for text in (str(error), str(error.diagnosis)):
            assert "\x1b" not in text

    @pytest.mark.parametrize("fault", UNREADABLE)
    def test_changes_that_cannot_be_read_do_not_hide_the_failure(self, host, server, run, fault):
        shows(server, fault, [drift()])
        error = failure(run, host)
        assert "nginx: running is false, expected true; the changes could not be read: " in str(error)
        assert len(error.compliance_errors) == 1
        assert len(error.diagnosis.notes) == 1

    @pytest.mark.parametrize("fault", UNREADABLE)
    @pytest.mark.parametrize("changes", [[], (500, {})])
    def test_compliance_errors_that_cannot_be_read_do_not_hide_it(self, host, server, run, fault, changes):
        shows(server, changes, fault)
        error = failure(run, host)
        assert "the compliance errors could not be read: " in str(error)
        assert (error.last, error.tasks, error.compliance_errors) == ("ERROR", [], [])

    @pytest.mark.parametrize("fault", [UNREADABLE[0], *UNREADABLE[2:]])
    def test_an_instance_that_cannot_be_read_does_not_hide_it(self, host, server, run, fault):
        shows(server, [change(1, "no disk")], instance=fault)
        assert "no disk; the instance could not be read: " in str(failure(run, host))

    @pytest.mark.parametrize(
        "odd",
        [
            {"items": "x"},
            {"items": [5]},
            {"items": [{"tasks": {}}]},
            {"items": [{"tasks": ["x"]}]},
            {"items": [{"type": 5, "orderNum": []}]},
        ],
    )
    def test_lists_of_another_form_are_noted(self, host, server, run, odd):
        shows(server, odd, odd)
        error = failure(run, host)
        assert "the changes could not be read" in str(error)
        assert isinstance(error, PythonApiException)

    @pytest.mark.parametrize(
        "odd", [{}, {"name": "x", "currentState": 5}, {"type": "robot", "name": "arm", "expectedState": {"arm": [1]}}]
    )
    def test_odd_compliance_errors_have_a_line(self, host, server, run, odd):
        shows(server, [], [odd])
        assert "it is ERROR: compliance error " in str(failure(run, host))

    def test_a_list_in_pages_costs_one_request(self, host, server, run):
        shows(
            server,
            {"items": [change(1, "no disk")], "total": 5, "count": "1", "offset": 0},
            instance={"state": "RUNNING"},
        )
        assert "4 of 5 items were not read" in str(failure(run, host))
        assert len(server.asked) == 3

    def test_other_failure_states_are_not_diagnosed(self, host, server, run):
        server.on("GET", HOST, {"name": "h", "state": "DEFINED"})
        error = failure(run, host, failures="DEFINED")
        assert (error.diagnosis, error.tasks, error.instance_state) == (None, [], None)
        assert len(server.asked) == 1

    def test_the_deadline_bounds_the_diagnosis(self, host, server, run, clock):
        shows(server)

        def late(request):
            clock.now += 100
            return httpx.Response(200, json={"items": []})

        server.on("GET", CHANGES, late)
        error = failure(run, host, timeout=5)
        assert "the compliance errors could not be read: the time was up" in str(error)
        assert f"GET {COMPLIANCE}" not in server.lines

    def test_the_exception_is_copied_and_pickled(self, host, server, run):
        shows(server, [change(1, "no disk")], instance={"state": "RUNNING"})
        error = failure(run, host)
        assert copy.copy(error).diagnosis is error.diagnosis
        assert str(copy.deepcopy(error).diagnosis) == str(error.diagnosis)
        remade = pickle.loads(pickle.dumps(error))
        assert (str(remade), remade.last, remade.entity) == (str(error), "ERROR", None)
        assert [task.error for task in remade.tasks] == ["no disk"]
        assert (remade.diagnosis, remade.diagnoses, remade.compliance_errors) == (None, {}, [])
        assert b"PPP" not in pickle.dumps(error)


class TestDiagnose:
    def test_everything_is_read(self, host, server, run):
        shows(server, [change(1, "old"), change(2, "new", "newer")], [drift()], {"state": "STOPPED"})
        found = run(host.diagnose())
        assert server.lines == [f"GET {CHANGES}", f"GET {COMPLIANCE}", f"GET {INSTANCE}"]
        assert [task.error for task in found.tasks] == ["old", "new", "newer"]
        assert [error.name for error in found.compliance_errors] == ["nginx"]
        assert (found.instance_state, found.notes) == ("STOPPED", [])
        assert str(found).splitlines() == [
            "change 2 - Install Web: step 1: new",
            "change 2 - Install Web: step 2: newer",
            "change 1 - Install Web: step 1: old",
            "compliance error applications/Web/services/nginx: running is false, expected true",
            "the instance is STOPPED",
        ]
        assert found.lines(1)[:2] == ["change 2 - Install Web: step 1: new", "and 3 more"]
        assert found.changes[0].failures() == ["change 1 - Install Web: step 1: old"]

    def test_a_part_that_cannot_be_read_is_noted(self, host, server, run):
        shows(server, (500, {"error": ["boom"]}), (403, {"error": ["not yours"]}))
        found = run(host.diagnose())
        assert found.notes == [
            "the changes could not be read: boom",
            "the compliance errors could not be read: not yours",
            "the host has no instance",
        ]

    def test_nothing_that_can_be_read_is_an_error(self, host, server, run):
        shows(server, (403, {}), (500, {}), (500, {}))
        with pytest.raises(Forbidden):
            run(host.diagnose())

    def test_what_is_found_can_be_deleted(self, host, server, run):
        shows(server, [change(7, "no disk")])
        server.on("DELETE", f"{HOST}/changes/7", (204, None))
        run(run(host.diagnose()).changes[0].delete())
        assert server.lines[-1] == f"DELETE {HOST}/changes/7"


class TestManyHosts:
    @pytest.fixture
    def hosts(self, client, clock):
        return client.hosts("A", "E")

    def lists(self, server, **states):
        server.on("GET", HOSTS, {"items": [{"name": name, "state": state} for name, state in states.items()]})

    def test_each_failed_host_has_its_reasons(self, hosts, server, run):
        self.lists(server, a="ERROR", b="READY", c="ERROR", d="ERROR")
        shows(server, [change(1, "no disk")], instance={"state": "RUNNING"}, host="a")
        shows(server, [], [drift()], host="c")
        shows(server, (500, {"error": ["boom"]}), (500, {"error": ["boom"]}), host="d")
        with pytest.raises(HostFailed) as raised:
            run(hosts.wait_for_state("READY"))
        error = raised.value
        assert list(error.diagnoses) == error.failed == ["a", "c", "d"]
        assert [task.error for task in error.tasks] == ["no disk"]
        assert [found.name for found in error.compliance_errors] == ["nginx"]
        assert (error.diagnosis, error.instance_state) == (None, None)
        assert error.diagnoses["a"].instance_state == "RUNNING"
        for reason in (
            "a is ERROR (change 1 - Install Web: step 1: no disk)",
            "c is ERROR (compliance error applications/Web/services/nginx",
            "d is ERROR (the changes could not be read: boom)",
        ):
            assert reason in str(error)

    def test_hosts_in_other_states_are_not_diagnosed(self, hosts, server, run):
        self.lists(server, a="DEFINED")
        with pytest.raises(HostFailed, match="a is DEFINED, b does not exist") as raised:
            run(hosts.wait_for_state("READY", ["a", "b"], failures="DEFINED"))
        assert raised.value.diagnoses == {}
        assert server.lines == [f"GET {HOSTS}"]

    def test_the_number_of_requests_is_bounded(self, hosts, server, run):
        self.lists(server, **{f"h{number}": "ERROR" for number in range(50)})
        for number in range(50):
            shows(server, host=f"h{number}")
        with pytest.raises(HostFailed) as raised:
            run(hosts.wait_for_state("READY"))
        assert len(raised.value.diagnoses) == 20
        assert len(server.asked) == 1 + 2 * 20

    def test_failed_hosts_are_diagnosed_when_others_are_late(self, hosts, server, run):
        self.lists(server, a="ERROR", b="UPDATING")
        shows(server, [change(1, "no disk")], instance={"state": "RUNNING"}, host="a")
        with pytest.raises(HostFailed, match=r"a is ERROR \(.*no disk\), b is UPDATING") as raised:
            run(hosts.wait_for_state("READY", timeout=4))
        assert isinstance(raised.value.__cause__, WaitTimeout)

    def test_no_time_left_is_no_diagnosis(self, hosts, server, run, clock):
        self.lists(server, a="ERROR", b="UPDATING")

        def late(request):
            clock.now += 100
            return httpx.Response(200, json={"items": []})

        server.answers["GET", HOSTS].append(late)
        with pytest.raises(HostFailed, match=r"a is ERROR .the changes could not be read: the time was up") as raised:
            run(hosts.wait_for_state("READY", timeout=4))
        assert raised.value.failed == ["a"]
        assert set(server.lines) == {f"GET {HOSTS}"}


def test_a_defect_of_the_server_while_polling_is_still_an_error(host, server, run):
    server.on("GET", HOST, (500, {}))
    with pytest.raises(ServerError):
        run(host.wait_for_state("READY"))
