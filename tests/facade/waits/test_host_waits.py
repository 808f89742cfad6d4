"""What can be waited for on a host and its instance."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import (
    ChangeFailed,
    EntityNotFoundException,
    HostFailed,
    InvalidName,
    InvalidResponse,
    ServerError,
    WaitException,
    WaitTimeout,
)

HOST = "/organizations/A/environments/E/hosts/h"


@pytest.fixture
def host(client, clock):
    return client.hosts("A", "E").new("h")


@pytest.fixture
def instance(host):
    return host.instance().new()


def states(*names):
    return [{"name": "h", "state": name} for name in names]


def change(number, *tasks, key=None):
    found = [
        {
            "orderNum": place,
            "status": status,
            "description": f"task {place}",
            **({"error": "no disk"} if status == "ERROR" else {}),
        }
        for place, status in enumerate(tasks)
    ]
    return {"orderNum": number, "key": key or f"key-{number}", "description": f"change {number}", "tasks": found}


def lists(server, pending, processed=()):
    """The list of changes: what is pending, look by look, and all that there is when it is asked for."""
    pending, processed = list(pending), list(processed) or [[]]

    def answer(request):
        asked_for_all = request.url.params["show_processed"] == "true"
        answers = processed if asked_for_all else pending
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return httpx.Response(found) if isinstance(found, int) else httpx.Response(200, json={"items": found})

    server.on("GET", f"{HOST}/changes/", answer)


class TestState:
    def test_it_refreshes_until_the_state_is_reached(self, host, server, run, clock):
        server.on("GET", HOST, *states("PROVISIONING", "PROVISIONING", "READY"))
        assert run(host.wait_for_state("READY")) is None
        assert host.state == "READY"
        assert server.lines == [f"GET {HOST}"] * 3
        assert len(clock.slept) == 2

    def test_it_looks_once_even_when_the_state_fits_already(self, host, server, run, clock):
        server.on("GET", HOST, *states("READY"))
        host.set_json({"name": "h", "state": "READY"})
        run(host.wait_for_state("READY", 10))
        assert len(server.asked) == 1
        assert clock.slept == []

    def test_a_host_in_error_ends_the_wait(self, host, server, run):
        server.on("GET", HOST, *states("PROVISIONING", "ERROR"))
        with pytest.raises(HostFailed, match="the host A/E/h to be READY: it is ERROR") as raised:
            run(host.wait_for_state("READY"))
        assert (raised.value.entity, raised.value.last) == (host, "ERROR")
        assert server.lines == [f"GET {HOST}", f"GET {HOST}", f"GET {HOST}/changes/", f"GET {HOST}/compliance/"]

    def test_error_can_be_waited_for(self, host, server, run):
        server.on("GET", HOST, *states("UPDATING", "ERROR"))
        run(host.wait_for_state("ERROR"))

    @pytest.mark.parametrize("failures", ["DEFINED", ["DEFINED", "UPDATING"], {"DEFINED"}, map])
    def test_other_states_can_be_failures(self, host, server, run, failures):
        server.on("GET", HOST, *states("ERROR", "PROVISIONING", "DEFINED"))
        if failures is map:  # what can be gone through once only
            failures = map(str.upper, ["defined"])
        with pytest.raises(HostFailed, match="it is DEFINED"):
            run(host.wait_for_state("READY", failures=failures))
        assert len(server.asked) == 3

    def test_no_state_need_be_a_failure(self, host, server, run):
        server.on("GET", HOST, *states("ERROR", "READY"))
        run(host.wait_for_state("READY", failures=()))

    @pytest.mark.parametrize("odd", [{}, {"state": None}, {"state": "MELTED"}])
    def test_an_odd_state_is_waited_out(self, host, server, run, odd):
        server.on("GET", HOST, {"name": "h", **odd}, *states("READY"))
        run(host.wait_for_state("READY", failures="ERROR"))

    @pytest.mark.parametrize("odd", [["x"], {}, 5, True])
    def test_a_state_that_is_no_text_ends_the_wait(self, host, server, run, odd):
        server.on("GET", HOST, {"name": "h", "state": odd})
        with pytest.raises(InvalidResponse, match="state is not a string but"):
            run(host.wait_for_state("READY"))
        assert len(server.asked) == 1

    def test_a_time_out_tells_the_last_state(self, host, server, run):
        server.on("GET", HOST, *states("PROVISIONING"))
        with pytest.raises(WaitTimeout, match=r"after 3 s .* host A/E/h to be READY.*PROVISIONING") as raised:
            run(host.wait_for_state("READY", 3))
        assert raised.value.last == "PROVISIONING"

    def test_a_host_that_is_gone_ends_the_wait(self, host, run, server):
        server.on("GET", HOST, *states("PROVISIONING"), (404, {}))
        with pytest.raises(EntityNotFoundException):
            run(host.wait_for_state("READY"))

    def test_a_fault_that_passes_is_ridden_out(self, host, server, run):
        server.on("GET", HOST, (503, {}), httpx.ConnectError("x"), (429, {}), *states("READY"))
        run(host.wait_for_state("READY"))
        assert len(server.asked) == 4

    def test_the_clients_polling_is_used(self, make_client, server, run, clock):
        from comodit_client.rest.options import Polling

        server.on("GET", HOST, *states("UPDATING", "UPDATING", "READY"))
        client = make_client(polling=Polling(initial_interval=7, multiplier=2, max_interval=100))
        run(client.hosts("A", "E").new("h").wait_for_state("READY"))
        assert clock.slept == [7, 14]

    def test_progress_is_told(self, host, server, run):
        server.on("GET", HOST, *states("PROVISIONING", "READY"))
        told = []
        run(host.wait_for_state("READY", progress=lambda seen: told.append(seen.state)))
        assert told == ["PROVISIONING", "READY"]


class TestPendingChanges:
    def test_it_waits_until_no_task_is_pending(self, host, server, run, clock):
        lists(server, [[change(1, "PENDING")], [change(1, "OK", "PENDING")], []], [[change(1, "OK", "OK")]])
        assert run(host.wait_for_pending_changes()) is None
        assert [request.query["show_processed"] for request in server.asked] == ["false", "false", "false", "true"]
        assert len(clock.slept) == 2

    def test_a_failed_task_is_told_when_the_rest_is_done(self, host, server, run):
        failed = change(2, "ERROR", "OK")
        lists(server, [[change(2, "ERROR", "PENDING")], []], [[change(1, "OK"), failed]])
        with pytest.raises(ChangeFailed, match=r"host A/E/h failed: change 2 - change 2: task 0: no disk") as raised:
            run(host.wait_for_pending_changes())
        assert [task.description for task in raised.value.tasks] == ["task 0"]
        assert [found.order_num for found in raised.value.changes] == [2]
        assert raised.value.entity is host

    def test_a_change_that_was_over_before_the_first_look_counts(self, host, server, run):
        lists(server, [[]], [[change(1, "OK"), change(2, "ERROR")]])
        with pytest.raises(ChangeFailed):
            run(host.wait_for_pending_changes())

    def test_old_failed_changes_do_not_count(self, host, server, run):
        lists(server, [[]], [[change(1, "ERROR"), change(2, "OK")]])
        run(host.wait_for_pending_changes())
        lists(server, [[change(2, "PENDING")], []], [[change(1, "ERROR"), change(2, "OK")]])
        run(host.wait_for_pending_changes())

    def test_a_change_that_came_and_went_between_two_looks_counts(self, host, server, run):
        lists(server, [[change(2, "PENDING")], []], [[change(1, "ERROR"), change(2, "OK"), change(3, "ERROR")]])
        with pytest.raises(ChangeFailed, match="change 3"):
            run(host.wait_for_pending_changes())

    def test_changes_that_are_listed_in_any_order_count(self, host, server, run):
        lists(server, [[]], [[change(2, "ERROR"), change(1, "OK")]])
        with pytest.raises(ChangeFailed, match="change 2"):
            run(host.wait_for_pending_changes())

    @pytest.mark.parametrize(
        "odd", [[], [{}], [{"tasks": None}], [{"orderNum": None}, {"tasks": [{}, {"status": None}]}]]
    )
    def test_odd_changes_do_not_hurt(self, host, server, run, odd):
        lists(server, [odd], [odd])
        run(host.wait_for_pending_changes())

    @pytest.mark.parametrize(
        ("odd", "reason"),
        [
            ({"orderNum": "5"}, r"items\[0\].orderNum is not an integer but a string"),
            ({"tasks": {}}, r"items\[0\].tasks is not a list but an object"),
            ({"tasks": ["x"]}, r"items\[0\].tasks\[0\] is not an object but a string"),
            ({"tasks": [None]}, r"items\[0\].tasks\[0\] is not an object but null"),
            ({"tasks": [{"status": ["ERROR"]}]}, r"items\[0\].tasks\[0\].status is not a string but a list"),
        ],
    )
    def test_changes_of_another_form_end_the_wait(self, host, server, run, odd, reason):
        lists(server, [[odd]], [[odd]])
        with pytest.raises(InvalidResponse, match=reason) as raised:
            run(host.wait_for_pending_changes())
        assert (raised.value.code, raised.value.method) == (200, "GET")
        with pytest.raises(InvalidResponse, match=reason):
            run(host.wait_for_change_terminated("k"))

    def test_changes_that_were_cleared_meanwhile_are_no_failure(self, host, server, run):
        lists(server, [[change(1, "PENDING")], []], [[]])
        run(host.wait_for_pending_changes())

    def test_a_fault_that_passes_is_ridden_out_in_both_lists(self, host, server, run):
        lists(server, [503, [change(1, "PENDING")], []], [500, [change(1, "OK")]])
        run(host.wait_for_pending_changes())

    def test_a_time_out_tells_what_is_pending(self, host, server, run):
        lists(server, [[change(1, "PENDING"), change(2, "PENDING")]])
        with pytest.raises(WaitTimeout, match="1 - change 1") as raised:
            run(host.wait_for_pending_changes(4))
        assert raised.value.last == ["1 - change 1", "2 - change 2"]

    def test_progress_is_told(self, host, server, run):
        lists(server, [[change(1, "PENDING")], []], [[]])
        told = []
        run(host.wait_for_pending_changes(progress=lambda seen: told.append(seen.state)))
        assert told == [["1 - change 1"], []]


class TestChangeTerminated:
    def test_it_waits_for_the_change_with_the_key(self, host, server, run):
        looks = [[change(1, "PENDING")], [change(1, "OK", "PENDING")], [change(1, "OK", "OK")]]
        lists(server, [[]], [[change(0, "PENDING"), *found] for found in looks])
        assert run(host.wait_for_change_terminated("key-1")) is None
        assert len(server.asked) == 3

    @pytest.mark.parametrize("key", ['"key-1"', "key-1\n", ' "key-1"\r\n', "key-1"])
    def test_quotes_and_line_ends_around_the_key_do_not_matter(self, host, server, run, key):
        lists(server, [[]], [[change(1, "OK")]])
        run(host.wait_for_change_terminated(key))

    @pytest.mark.parametrize("key", ["", None, '""', "\n", 5])
    def test_what_is_no_key_is_refused(self, host, server, run, key):
        with pytest.raises(InvalidName):
            run(host.wait_for_change_terminated(key))
        assert server.asked == []

    def test_a_failed_task_ends_the_wait(self, host, server, run):
        lists(server, [[]], [[change(1, "PENDING")], [change(1, "ERROR", "PENDING")]])
        with pytest.raises(ChangeFailed, match="no disk") as raised:
            run(host.wait_for_change_terminated("key-1"))
        assert raised.value.tasks[0].error == "no disk"

    def test_a_failed_task_without_a_reason_is_told(self, host, server, run):
        lists(server, [[]], [[{"orderNum": 1, "key": "key-1", "tasks": [{"orderNum": 0, "status": "ERROR"}]}]])
        with pytest.raises(ChangeFailed, match="task 0: no reason was given"):
            run(host.wait_for_change_terminated("key-1"))

    def test_a_change_that_shows_up_late_is_waited_for(self, host, server, run):
        lists(server, [[]], [[], [], [change(1, "PENDING")], [change(1, "OK")]])
        run(host.wait_for_change_terminated("key-1"))
        assert len(server.asked) == 4

    def test_an_unknown_key_is_told_after_a_while(self, host, server, run):
        lists(server, [[]], [[change(2, "OK")]])
        with pytest.raises(WaitException, match="change 'key-1' of the host A/E/h: the host has no such change"):
            run(host.wait_for_change_terminated("key-1"))
        assert len(server.asked) == 6

    def test_a_change_that_is_gone_after_it_was_seen_is_over(self, host, server, run):
        lists(server, [[]], [[change(1, "PENDING")], []])
        run(host.wait_for_change_terminated("key-1"))
        assert len(server.asked) == 2

    @pytest.mark.parametrize("progress", [True, False])
    def test_progress_as_old_scripts_give_it_prints_nothing(self, host, server, run, capfd, progress):
        lists(server, [[]], [[change(1, "PENDING")], [change(1, "OK")]])
        run(host.wait_for_change_terminated("key-1", 100, progress))
        assert capfd.readouterr() == ("", "")

    def test_progress_is_told(self, host, server, run):
        lists(server, [[]], [[change(1, "PENDING")], [change(1, "OK")]])
        told = []
        run(host.wait_for_change_terminated("key-1", 100, told.append))
        assert [(seen.state, seen.reached) for seen in told] == [("1 - change 1", False), ("1 - change 1", True)]

    def test_a_time_out_is_told(self, host, server, run):
        lists(server, [[]], [[change(1, "PENDING")]])
        with pytest.raises(WaitTimeout, match="'key-1'"):
            run(host.wait_for_change_terminated("key-1", 4))


class TestInstance:
    PATH = f"{HOST}/instance/"

    def shows(self, server, *looks):
        server.on("GET", self.PATH, *looks)

    def properties(self, **values):
        return {"properties": [{"key": key.replace("_", "."), "value": value} for key, value in values.items()]}

    def test_it_waits_for_a_state(self, instance, server, run):
        self.shows(server, {"state": "PENDING"}, {"state": "RUNNING"})
        assert run(instance.wait_for_state("RUNNING")) is None
        assert instance.state == "RUNNING"

    @pytest.mark.parametrize(
        "ask",
        [
            lambda instance: instance.wait_for_state("RUNNING"),
            lambda instance: instance.wait_for_property("ip.eth0"),
            lambda instance: instance.wait_for_address(),
        ],
    )
    def test_an_instance_that_cannot_be_read_at_first_is_ridden_out(self, instance, server, run, ask):
        self.shows(server, (404, {}), (500, {}), (404, {}), {"state": "RUNNING", **self.properties(ip_eth0="10.0.0.1")})
        run(ask(instance))
        assert len(server.asked) == 4

    def test_an_instance_that_never_comes_is_told(self, instance, run, server):
        with pytest.raises(EntityNotFoundException):
            run(instance.wait_for_state("RUNNING"))
        assert len(server.asked) == 6

    def test_it_waits_for_a_property_that_has_a_value(self, instance, server, run):
        self.shows(
            server,
            {},
            {"properties": None},
            self.properties(ip_eth0=None),
            self.properties(ip_eth0=""),
            self.properties(ip_eth0="10.0.0.1"),
        )
        assert run(instance.wait_for_property("ip.eth0")) == "10.0.0.1"
        assert len(server.asked) == 5

    @pytest.mark.parametrize(
        ("properties", "address"),
        [
            ({"ip_eth0": "10.0.0.1", "publicIp": "1.2.3.4", "publicDnsName": "web.example"}, "web.example"),
            ({"ip_eth0": "10.0.0.1", "publicIp": "1.2.3.4"}, "1.2.3.4"),
            ({"ip_ens3": "10.0.0.3", "ip_eth0": "10.0.0.1"}, "10.0.0.1"),
            ({"hostname": "web", "ip_ens3": "10.0.0.3"}, "10.0.0.3"),
            ({"publicDnsName": "", "publicIp": None, "ip_eth0": "10.0.0.1"}, "10.0.0.1"),
        ],
    )
    def test_the_best_address_is_given(self, instance, server, run, properties, address):
        self.shows(server, self.properties(hostname="web"), self.properties(**properties))
        assert run(instance.wait_for_address(100)) == address

    def test_no_address_in_time_is_told_with_what_is_known(self, instance, server, run):
        self.shows(server, self.properties(hostname="web"))
        with pytest.raises(WaitTimeout, match="the instance of A/E/h to have an address") as raised:
            run(instance.wait_for_address(3))
        assert raised.value.last == ["hostname"]

    def test_a_fault_that_does_not_pass_ends_the_wait(self, instance, server, run):
        self.shows(server, (500, {}))
        with pytest.raises(ServerError):
            run(instance.wait_for_property("ip.eth0"))

    def test_progress_is_told(self, instance, server, run):
        self.shows(server, {"state": "PENDING"}, {"state": "RUNNING"})
        told = []
        run(instance.wait_for_state("RUNNING", 100, progress=told.append))
        assert [seen.state for seen in told] == ["PENDING", "RUNNING"]
