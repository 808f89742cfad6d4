"""Changes: how they are queued, run and fail."""

from __future__ import annotations

import pytest

WIKI = {
    "name": "Wiki",
    "packages": [{"name": "nginx"}, {"name": "wiki"}],
    "services": [{"name": "nginx"}],
    "files": [{"name": "wiki.conf"}, {"name": "setup.sh"}],
    "handlers": [
        {"do": [{"action": "execute", "resource": "file://setup.sh"}], "on": ["_install"]},
        {"do": [{"action": "execute", "resource": "file://setup.sh"}], "on": ["_uninstall"]},
        {
            "name": "reindex",
            "do": [
                {"action": "update", "resource": "file://wiki.conf"},
                {"action": "restart", "resource": "service://nginx"},
            ],
            "on": ["title"],
        },
    ],
}
INSTALL = [
    "add package nginx",
    "add package wiki",
    "write file wiki.conf",
    "write file setup.sh",
    "restart service nginx",
    "execute file setup.sh",
]


@pytest.fixture
def host(api) -> str:
    api("POST", f"{api.O}/applications/", WIKI)
    return api.ready_host()


def test_an_install_is_queued_before_its_response(api, host: str) -> None:
    """S69, S70, S72, S74."""
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    (change,) = api.pending(host)
    assert change["orderNum"] == 0
    assert change["description"] == "Install Wiki"
    assert [task["description"] for task in change["tasks"]] == INSTALL
    assert [task["orderNum"] for task in change["tasks"]] == list(range(6))
    assert {task["status"] for task in change["tasks"]} == {"PENDING"}
    assert "error" not in change["tasks"][0]
    assert isinstance(change["key"], str)
    assert api.state(host) == "UPDATING"


def test_tasks_run_in_order(api, host: str) -> None:
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    statuses = []
    for _ in range(7):
        (change,) = api.items(f"{host}/changes/", show_processed=True)
        statuses.append("".join(task["status"][0] for task in change["tasks"]))
        api.sandbox.advance(4 / 6 + 1e-6)
    assert statuses == ["PPPPPP", "OPPPPP", "OOPPPP", "OOOPPP", "OOOOPP", "OOOOOP", "OOOOOO"]
    assert api.pending(host) == []
    assert api.state(host) == "READY"
    assert api("GET", f"{host}/changes/0") == api.items(f"{host}/changes/", show_processed=True)[0]


def test_changes_wait_for_each_other(api, host: str) -> None:
    """S75, S78: changes are accepted while others are pending, and run in ascending order."""
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api("DELETE", f"{host}/applications/Wiki")
    changes = api.pending(host)
    assert [change["orderNum"] for change in changes] == [0, 1, 2]
    assert [change["description"] for change in changes] == ["Install Wiki", "Install Wordpress", "Uninstall Wiki"]
    assert len({change["key"] for change in changes}) == 3
    for left in (2, 1, 0):
        api.sandbox.advance(4.001)
        assert len(api.pending(host)) == left
        assert api.state(host) == ("UPDATING" if left else "READY")


def test_uninstall(api, host: str) -> None:
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    api.tasks(host)
    api("DELETE", f"{host}/applications/Wiki")
    removal = [
        "stop service nginx",
        "remove file wiki.conf",
        "remove file setup.sh",
        "remove package nginx",
        "remove package wiki",
    ]
    assert api.tasks(host) == [["execute file setup.sh", *removal]]
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    api.tasks(host)
    api("DELETE", f"{host}/applications/Wiki", trigger_application_handler="False")
    assert api.tasks(host) == [removal]


def test_an_install_during_provisioning_runs_after_it(api) -> None:
    host = api.host()
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(5)
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    assert api.state(host) == "PROVISIONING"
    api.sandbox.advance(5.001)
    assert api.state(host) == "UPDATING"
    assert {task["status"] for task in api.pending(host)[0]["tasks"]} == {"PENDING"}
    api.sandbox.advance(4)
    assert api.state(host) == "READY"


def test_work_waits_while_the_machine_is_off(api, host: str) -> None:
    """S134."""
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    api.sandbox.advance(2.1)
    api("PUT", f"{host}/instance/_pause")
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api.sandbox.advance(1000)
    first, second = api.pending(host)
    assert [task["status"] for task in first["tasks"]] == ["OK"] * 3 + ["PENDING"] * 3
    assert {task["status"] for task in second["tasks"]} == {"PENDING"}
    assert api.state(host) == "UPDATING"
    api("PUT", f"{host}/instance/_resume")
    api.sandbox.advance(2.01)
    assert len(api.pending(host)) == 1, "half of the first change was complete before"
    api.sandbox.advance(4)
    assert api.pending(host) == []
    assert api.state(host) == "READY"


@pytest.mark.parametrize("announced", ["before", "while pending"])
def test_a_failing_task(api, host: str, announced: str) -> None:
    """S41, S71, S76: later tasks run nevertheless, the host is in ERROR, and deleting the change makes it READY."""
    if announced == "before":
        api.sandbox.fail_task("OOO", "Default", "web", task="add package wiki", error="no such package")
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    if announced == "while pending":
        api.sandbox.fail_task("OOO", "Default", "web", task="add package wiki", error="no such package")
    assert {task["status"] for task in api.pending(host)[0]["tasks"]} == {"PENDING"}
    api.sandbox.advance(1.4)
    change = api("GET", f"{host}/changes/0")
    assert [task["status"] for task in change["tasks"]] == ["OK", "ERROR", "PENDING", "PENDING", "PENDING", "PENDING"]
    assert change["tasks"][1]["error"] == "no such package"
    assert api.state(host) == "UPDATING"
    api.sandbox.advance(4)
    assert [task["status"] for task in api("GET", f"{host}/changes/0")["tasks"]] == [
        "OK",
        "ERROR",
        "OK",
        "OK",
        "OK",
        "OK",
    ]
    assert api.pending(host) == []
    assert api.state(host) == "ERROR"
    assert api.items(f"{api.E}/hosts/")[0]["state"] == "ERROR"
    api("DELETE", f"{host}/changes/0")
    assert api.state(host) == "READY"
    api("GET", f"{host}/changes/0", status=404)
    api("DELETE", f"{host}/changes/0", status=404)


def test_an_injected_failure_applies_once(api, host: str) -> None:
    api.sandbox.fail_task("OOO", "Default", "web", task="restart service nginx", error="busy")
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    api("PUT", f"{host}/applications/Wiki/services/nginx/_restart")
    api.sandbox.advance(100)
    first, second = api.items(f"{host}/changes/", show_processed=True)
    assert "ERROR" in [task["status"] for task in first["tasks"]]
    assert [task["status"] for task in second["tasks"]] == ["OK"]


def test_clearing(api, host: str) -> None:
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    api.sandbox.advance(5)
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api("DELETE", f"{host}/changes/")
    assert [change["orderNum"] for change in api.items(f"{host}/changes/", show_processed=True)] == [1]
    assert api.state(host) == "UPDATING"
    api("DELETE", f"{host}/changes/", processed_only="False")
    assert api.items(f"{host}/changes/", show_processed=True) == []
    assert api.state(host) == "READY"
    api("DELETE", f"{host}/applications/Wiki")
    assert [change["orderNum"] for change in api.pending(host)] == [2], "numbers do not begin again"


@pytest.mark.parametrize(
    ("path", "task"),
    [
        ("files/wiki.conf/_update", "update file wiki.conf"),
        ("services/nginx/_restart", "restart service nginx"),
        ("services/nginx/_update", "update service nginx"),
        ("services/nginx/_enable", "enable service nginx"),
        ("services/nginx/_disable", "disable service nginx"),
    ],
)
def test_live_actions(api, host: str, path: str, task: str) -> None:
    api("PUT", f"{host}/applications/Wiki/{path}", status=404)
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    api.tasks(host)
    assert api("PUT", f"{host}/applications/Wiki/{path}", status=202) is None
    assert api.state(host) == "UPDATING"
    assert api.tasks(host) == [[task]]
    kind, _, verb = path.split("/")
    api("PUT", f"{host}/applications/Wiki/{kind}/nope/{verb}", status=404)
    api("DELETE", f"{host}/instance/")
    api("PUT", f"{host}/applications/Wiki/{path}", status=409)


def test_a_handler_runs_by_name(api, host: str) -> None:
    """S77: the response is the key of the change as plain text."""
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    api.tasks(host)
    response = api.client.put(f"{host}/applications/Wiki/handler/reindex/_run")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/plain")
    (change,) = api.pending(host)
    assert response.text == change["key"]
    assert [task["description"] for task in change["tasks"]] == ["update file wiki.conf", "restart service nginx"]
    api("PUT", f"{host}/applications/Wiki/handler/nope/_run", status=404)
    api("PUT", f"{host}/applications/Nope/handler/reindex/_run", status=404)
    api("DELETE", f"{host}/instance/")
    api("PUT", f"{host}/applications/Wiki/handler/reindex/_run", status=409)


def test_a_file_that_an_install_writes_is_not_updated_again(api, host: str) -> None:
    install = [{"action": "update", "resource": "file://x"}, {"action": "restart", "resource": "service://s"}]
    body = {
        "name": "X",
        "files": [{"name": "x"}],
        "services": [{"name": "s"}],
        "handlers": [{"do": install, "on": ["_install"]}],
    }
    api("POST", f"{api.O}/applications/", body)
    api("POST", f"{host}/applications/", {"application": "X"})
    assert api.tasks(host) == [["write file x", "restart service s"]]


def test_an_application_without_resources(api, host: str) -> None:
    api("POST", f"{api.O}/applications/", {"name": "Empty"})
    api("POST", f"{host}/applications/", {"application": "Empty"})
    assert api.state(host) == "READY"
    assert api.tasks(host) == [[]]
