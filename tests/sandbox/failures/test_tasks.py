"""Tasks that fail by patterns, on hosts that exist or not."""

from __future__ import annotations


def errors(api, host: str) -> list[str]:
    changes = api.items(f"{host}/changes/", show_processed=True)
    return [task["error"] for change in changes for task in change["tasks"] if "error" in task]


def test_a_host_that_does_not_exist_yet(api) -> None:
    api.sandbox.fail_task("*", "Def*", "web-*", task="add package h*", error="disk full")
    host, other = api.ready_host("web-1"), api.ready_host("db")
    for path in (other, host, host):
        api("POST", f"{path}/applications/", {"application": "Wordpress"})
        api.sandbox.advance(4.1)
        api("DELETE", f"{path}/applications/Wordpress")
    assert (errors(api, host), errors(api, other)) == (["disk full"], [])


def test_the_first_pending_task_that_matches(api) -> None:
    host, other = api.ready_host("web-1"), api.ready_host("web-2")
    for path in (host, other):
        api("POST", f"{path}/applications/", {"application": "Wordpress"})
    api.sandbox.fail_task("OOO", "*", "*-2", task="* package *", error="disk full")
    assert api.sandbox.faults() == []
    api.sandbox.advance(10)
    assert (errors(api, host), errors(api, other)) == ([], ["disk full"])


def test_special_characters_of_patterns_in_names(api) -> None:
    host = api.ready_host("web [1]")
    api.sandbox.fail_task("OOO", "Default", "web [1]", task="add package httpd", error="disk full")
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api.sandbox.advance(10)
    assert errors(api, host) == ["disk full"]


def test_a_fault_of_tasks_is_limited_to_hosts(api) -> None:
    api.sandbox.fail("task", host="db", times=0, error="broken")
    host, other = api.ready_host("web"), api.ready_host("db")
    for path in (host, other):
        api("POST", f"{path}/applications/", {"application": "Wordpress"})
    api.sandbox.advance(10)
    assert errors(api, host) == []
    assert set(errors(api, other)) == {"broken"}
