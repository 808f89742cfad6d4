"""Changes: what is queued for a host, task by task."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import EntityNotFoundException, InvalidName

CHANGES = "/organizations/A/environments/E/hosts/h/changes"
CHANGE = {
    "orderNum": 3,
    "key": "4711",
    "description": "Install Wiki",
    "tasks": [
        {"orderNum": 0, "status": "OK"},
        {"orderNum": 1, "status": "ERROR", "error": "no disk"},
        {"orderNum": 2, "status": "PENDING"},
    ],
}


@pytest.fixture
def host(client):
    return client.hosts("A", "E").new("h")


def test_a_change_tells_its_number_key_and_tasks(host):
    change = host.changes().wrap(CHANGE)
    assert (change.identifier, change.name, change.order_num, change.change_id) == ("3", "3", 3, "4711")
    assert change.label == "3 - Install Wiki"
    assert [task.status for task in change.tasks] == ["OK", "ERROR", "PENDING"]
    assert change.are_tasks_pending() is True
    assert [task.error for task in change.get_tasks_error()] == ["no disk"]


def test_a_change_prints_as_its_number_and_the_states_of_its_tasks(host):
    change = host.changes().wrap(CHANGE)
    assert repr(change) == "Change('3', description='Install Wiki', tasks=['OK', 'ERROR', 'PENDING'])"
    assert repr(change.tasks[1]) == "Task(1, status='ERROR')"


@pytest.mark.parametrize("tasks", [None, [], "x", [None, "x"], {"status": "OK"}])
def test_a_change_whose_tasks_are_of_whatever_kind_does_not_hurt(host, tasks):
    change = host.changes().wrap({"orderNum": 1, "tasks": tasks})
    assert change.are_tasks_pending() is False
    assert repr(change).startswith("Change('1', description=None, tasks=[")
    assert change.get_tasks_error() == []


def test_a_change_without_description_has_a_label(host):
    assert host.changes().wrap({"orderNum": 0, "description": None}).label == "0 - "


@pytest.mark.parametrize(
    ("ask", "query"),
    [
        (lambda host: host.changes().list(), {"show_processed": "false"}),
        (lambda host: host.changes().list(show_processed=True), {"show_processed": "true"}),
        (lambda host: host.changes().list({"x": 1}, True), {"show_processed": "true", "x": "1"}),
        (lambda host: host.changes().list({"show_processed": True}), {"show_processed": "true"}),
        (lambda host: host.all_changes(), {"show_processed": "true"}),
        (lambda host: host.changes().count(), {"show_processed": "false"}),
    ],
)
def test_lists_say_whether_they_want_what_is_worked_off(host, server, run, ask, query):
    server.on("GET", f"{CHANGES}/", {"items": []})
    run(ask(host))
    assert server.last.query == query


def test_a_loop_sees_what_is_pending(host, server, colour):
    server.on("GET", f"{CHANGES}/", {"items": [CHANGE]})
    assert [change.order_num for change in colour.each(host.changes())] == [3]
    assert [request.query for request in server.asked] == [{"show_processed": "false"}]


@pytest.mark.parametrize("number", [3, "3"])
def test_a_change_is_got_and_deleted_by_its_number(host, server, run, number):
    server.on("GET", f"{CHANGES}/3", CHANGE)
    server.on("DELETE", f"{CHANGES}/3", httpx.Response(204))
    assert run(host.get_change(number)).change_id == "4711"
    assert run(host.changes().get(number)).change_id == "4711"
    run(host.changes().delete(number))
    run(run(host.get_change(number)).delete())
    assert server.lines.count(f"DELETE {CHANGES}/3") == 2


def test_the_first_change_has_the_number_0(host, server, run):
    server.on("GET", f"{CHANGES}/0", {"orderNum": 0})
    change = run(host.get_change(0))
    run(change.refresh())
    assert server.lines == [f"GET {CHANGES}/0"] * 2


@pytest.mark.parametrize("number", [None, "", True])
def test_what_is_no_number_is_refused(host, server, run, number):
    for ask in (host.get_change, host.changes().get, host.changes().delete):
        with pytest.raises(InvalidName):
            run(ask(number))
    assert server.asked == []


def test_a_change_that_is_not_there_raises(host, run):
    with pytest.raises(EntityNotFoundException):
        run(host.get_change(9))


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ((), {}),
        (({"x": 1},), {"x": "1"}),
        ((None, False), {"processed_only": "false"}),
        ((None, True), {"processed_only": "true"}),
    ],
)
def test_clear_says_whether_it_spares_what_is_pending(host, server, run, arguments, query):
    server.on("DELETE", f"{CHANGES}/", httpx.Response(204))
    run(host.changes().clear(*arguments))
    assert server.last.query == query
