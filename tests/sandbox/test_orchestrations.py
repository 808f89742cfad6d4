"""Orchestrations run on the hosts of their host groups, in order and over time."""

from __future__ import annotations

import pytest

APPLICATION = {
    "name": "Web",
    "services": [{"name": "httpd"}],
    "files": [{"name": "httpd.conf"}],
    "handlers": [{"name": "reload", "do": [{"action": "update", "resource": "file://httpd.conf"}], "on": ["port"]}],
}
OPERATIONS = [
    {"application": "Web", "handler": "reload", "position": 1},
    {"application": "Web", "serviceAction": {"name": "httpd", "action": "STOP"}, "position": 0},
]
CHANGE = 4.0


@pytest.fixture
def hosts(api) -> list[str]:
    """Three provisioned hosts with the application on them."""
    api("POST", f"{api.O}/applications/", APPLICATION)
    paths = [api.ready_host(name, applications=["Web"]) for name in ("a", "b", "c")]
    for path in paths:
        api("DELETE", f"{path}/changes/", processed_only=False)
    return paths


def group(api, name: str, *hosts: str) -> None:
    members = [{"position": index, "environment": "Default", "host": host} for index, host in enumerate(hosts)]
    api("POST", f"{api.O}/hostgroups/", {"name": name, "hosts": members})


@pytest.fixture
def rolling(api, hosts) -> str:
    """Create an orchestration on b, then a; return its path."""
    group(api, "Front", "b")
    group(api, "Back", "a", "b")
    groups = [{"position": 1, "hostGroup": {"name": "Back"}}, {"position": 0, "hostGroup": {"name": "Front"}}]
    body = {"name": "Rolling", "applicationsOperations": OPERATIONS, "orderedHostGroup": groups}
    api("POST", f"{api.O}/orchestrations/", body)
    return f"{api.O}/orchestrations/Rolling"


def states(api, path: str, uuid: str) -> list[str]:
    """Return the state of an execution, and the states of its hosts that have begun."""
    context = api("GET", f"{path}/contexts/{uuid}")
    return [context["status"], *(queue.get("status", "-") for queue in context["hostQueues"])]


def test_an_orchestration_contains_its_groups(api, rolling: str) -> None:
    orchestration = api("GET", rolling)
    assert [entry["hostGroup"]["name"] for entry in orchestration["orderedHostGroup"]] == ["Back", "Front"]
    host = orchestration["orderedHostGroup"][1]["hostGroup"]["hosts"][0]
    assert host["canonicalName"] == "OOO/Default/b"
    assert orchestration["organization"] == "OOO"
    assert orchestration["version"] == 0
    assert api.items(f"{api.O}/orchestrations/") == [orchestration]


def test_operations_run_in_order(api, rolling: str, hosts: list[str]) -> None:
    context = api("PUT", f"{rolling}/_run")
    uuid = context["uuid"]
    assert context["createdBy"] == "UUU"
    assert context["orchestrationVersion"] == 0
    assert "finished" not in context
    assert [queue["host"] for queue in context["hostQueues"]] == ["b", "a"]
    assert [api.state(host) for host in hosts] == ["READY", "UPDATING", "READY"]
    seen = []
    for _ in range(5):
        seen.append(states(api, rolling, uuid))
        api.sandbox.advance(CHANGE)
    assert seen == [
        ["RUNNING", "RUNNING", "-"],
        ["RUNNING", "RUNNING", "-"],
        ["RUNNING", "FINISHED", "RUNNING"],
        ["RUNNING", "FINISHED", "RUNNING"],
        ["FINISHED", "FINISHED", "FINISHED"],
    ]
    assert api.tasks(hosts[1]) == [["stop service httpd"], ["update file httpd.conf"]]
    assert api.tasks(hosts[2]) == []
    context = api("GET", f"{rolling}/contexts/{uuid}")
    assert context["started"] < context["hostQueues"][0]["finished"] < context["finished"]
    assert api.items(f"{rolling}/contexts/") == [context]


def test_missed_time_is_caught_up(api, rolling: str) -> None:
    """Without requests in between, each host was still worked on at its own time."""
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    api.sandbox.advance(1000)
    context = api("GET", f"{rolling}/contexts/{uuid}")
    first, second = context["hostQueues"]
    assert first["finished"] == second["started"]
    assert second["finished"] == context["finished"]
    assert api.state(f"{api.E}/hosts/a") == "READY"


def test_a_host_without_the_application_is_skipped(api, rolling: str, hosts: list[str]) -> None:
    api("DELETE", f"{hosts[1]}/applications/Web")
    api.sandbox.advance(CHANGE)
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    assert states(api, rolling, uuid) == ["RUNNING", "FINISHED", "RUNNING"]


def test_a_failure_stops_the_execution(api, rolling: str, hosts: list[str]) -> None:
    api.sandbox.fail_task("OOO", "Default", "b", task="stop service httpd", error="no such unit")
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    api.sandbox.advance(CHANGE)
    context = api("GET", f"{rolling}/contexts/{uuid}")
    assert states(api, rolling, uuid) == ["ERROR", "ERROR", "-"]
    assert context["hostQueues"][0]["error"] == "no such unit"
    assert [len(api.tasks(host)) for host in hosts] == [0, 1, 0]
    api("PUT", f"{rolling}/contexts/{uuid}/_resume", status=409)
    context = api("PUT", f"{rolling}/contexts/{uuid}/_restart", {"skipError": False})
    assert context["status"] == "RUNNING"
    assert "error" not in context["hostQueues"][0]
    api.sandbox.advance(100)
    assert states(api, rolling, uuid) == ["FINISHED", "FINISHED", "FINISHED"]
    assert api.tasks(hosts[1]) == [["stop service httpd"], ["update file httpd.conf"]]


def test_a_failed_host_can_be_skipped(api, rolling: str, hosts: list[str]) -> None:
    api.sandbox.fail_task("OOO", "Default", "b", task="stop service httpd", error="no such unit")
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    api.sandbox.advance(CHANGE)
    api("PUT", f"{rolling}/contexts/{uuid}/_restart", {"skipError": True})
    api.sandbox.advance(100)
    assert states(api, rolling, uuid) == ["FINISHED", "ERROR", "FINISHED"]
    assert [len(api.tasks(host)) for host in hosts] == [2, 1, 0]


def test_pause_and_resume(api, rolling: str, hosts: list[str]) -> None:
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    context = f"{rolling}/contexts/{uuid}"
    assert api("PUT", f"{context}/_pause")["status"] == "PAUSED"
    api.sandbox.advance(100)
    assert states(api, rolling, uuid) == ["PAUSED", "RUNNING", "-"]
    assert api.state(hosts[1]) == "READY"
    api("PUT", f"{context}/_pause", status=409)
    api("PUT", f"{rolling}/_run", status=409)
    assert api("PUT", f"{context}/_resume")["status"] == "RUNNING"
    assert api.state(hosts[1]) == "UPDATING"
    api.sandbox.advance(100)
    assert states(api, rolling, uuid) == ["FINISHED", "FINISHED", "FINISHED"]


def test_cancel(api, rolling: str, hosts: list[str]) -> None:
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    context = api("PUT", f"{rolling}/contexts/{uuid}/_cancel")
    assert context["status"] == "STOPPED"
    assert context["finished"]
    api.sandbox.advance(100)
    assert states(api, rolling, uuid) == ["STOPPED", "STOPPED", "-"]
    assert [len(api.tasks(host)) for host in hosts] == [0, 1, 0]
    api("PUT", f"{rolling}/contexts/{uuid}/_cancel", status=409)
    api("DELETE", f"{rolling}/contexts/{uuid}")
    api("GET", f"{rolling}/contexts/{uuid}", status=404)


def test_two_concurrent_runs_are_rejected(api, rolling: str) -> None:
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    assert uuid in api("PUT", f"{rolling}/_run", status=409)["error"][0]
    api("DELETE", rolling, status=409)
    api("DELETE", f"{rolling}/contexts/{uuid}", status=409)
    api.sandbox.advance(100)
    api("PUT", f"{rolling}/_run")


def test_an_execution_waits_for_a_stopped_machine(api, rolling: str, hosts: list[str]) -> None:
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    api("PUT", f"{hosts[1]}/instance/_pause")
    api.sandbox.advance(100)
    assert states(api, rolling, uuid) == ["RUNNING", "RUNNING", "-"]
    api("PUT", f"{hosts[1]}/instance/_resume")
    api.sandbox.advance(2 * CHANGE)
    assert states(api, rolling, uuid) == ["RUNNING", "FINISHED", "RUNNING"]


def test_a_deletion_during_the_execution_is_a_failure(api, rolling: str, hosts: list[str]) -> None:
    uuid = api("PUT", f"{rolling}/_run")["uuid"]
    api("DELETE", f"{hosts[1]}/changes/0")
    api.sandbox.advance(CHANGE)
    context = api("GET", f"{rolling}/contexts/{uuid}")
    assert context["status"] == "ERROR"
    assert "deleted" in context["hostQueues"][0]["error"]
    api("DELETE", f"{hosts[0]}/instance/")
    api("DELETE", hosts[0])
    api("PUT", f"{rolling}/contexts/{uuid}/_restart", {"skipError": True})
    context = api("GET", f"{rolling}/contexts/{uuid}")
    assert [queue["error"] for queue in context["hostQueues"]][1] == "Host OOO/Default/a no longer exists"


def test_a_renamed_group_is_followed(api, rolling: str) -> None:
    api("PUT", f"{api.O}/hostgroups/Back", {**api("GET", f"{api.O}/hostgroups/Back"), "name": "Rear"})
    names = [entry["hostGroup"]["name"] for entry in api("GET", rolling)["orderedHostGroup"]]
    assert names == ["Rear", "Front"]
    assert len(api("PUT", f"{rolling}/_run")["hostQueues"]) == 2


def test_a_deleted_group(api, rolling: str) -> None:
    api("DELETE", f"{api.O}/hostgroups/Back")
    assert "Back" in api("PUT", f"{rolling}/_run", status=409)["error"][0]
    body = api("GET", rolling)
    assert body["orderedHostGroup"][0] == {"position": 1, "hostGroup": {"name": "Back"}}
    assert "Back" in api("PUT", rolling, body, status=400)["error"][0]
    api("PUT", rolling, {**body, "orderedHostGroup": []})
    api("PUT", f"{rolling}/_run", status=409)


def test_a_wrong_handler_or_service_is_a_failure(api, rolling: str) -> None:
    for wrong in ({"handler": "nope"}, {"serviceAction": {"name": "nope", "action": "restart"}}):
        operations = [{"application": "Web", "position": 0, **wrong}]
        api("PUT", rolling, {**api("GET", rolling), "applicationsOperations": operations})
        context = api("PUT", f"{rolling}/_run")
        assert context["status"] == "ERROR"
        assert "nope" in context["hostQueues"][0]["error"]


def test_clone(api, rolling: str) -> None:
    api("POST", f"{rolling}/handlers/", {"name": "on port", "triggers": ["port"]})
    api("PUT", f"{rolling}/_run")
    copy = api("PUT", f"{rolling}/_clone", name="Copy")
    assert copy["uuid"] != api("GET", rolling)["uuid"]
    assert copy["orderedHostGroup"] == api("GET", rolling)["orderedHostGroup"]
    assert len(api.items(f"{api.O}/orchestrations/Copy/handlers/")) == 1
    assert api.items(f"{api.O}/orchestrations/Copy/contexts/") == []
    api("PUT", f"{rolling}/_clone", name="Copy", status=409)
    api("PUT", f"{rolling}/_clone", name="", status=400)


def test_on_one_host(api, rolling: str, hosts: list[str]) -> None:
    assert [item["name"] for item in api.items(f"{hosts[2]}/orchestrations/")] == ["Rolling"]
    bare = api.host("bare")
    assert api.items(f"{bare}/orchestrations/") == []
    context = api("PUT", f"{hosts[2]}/orchestrations/Rolling/_run")
    assert [queue["host"] for queue in context["hostQueues"]] == ["c"]
    api.sandbox.advance(2 * CHANGE)
    assert states(api, rolling, context["uuid"]) == ["FINISHED", "FINISHED"]
    api("PUT", f"{hosts[2]}/orchestrations/Nope/_run", status=404)


def test_invalid_host_groups(api, hosts: list[str]) -> None:
    path = f"{api.O}/hostgroups/"
    api("POST", path, {"name": "x", "hosts": [{"environment": "Default", "host": "nope"}]}, status=400)
    api("POST", path, {"name": "x", "hosts": [{"organization": "Other", "host": "a"}]}, status=400)
    body = {"name": "x", "orderedHostGroup": [{"hostGroup": {"name": "nope"}}]}
    api("POST", f"{api.O}/orchestrations/", body, status=400)
    api("POST", path, {"name": "x", "settings": [{"key": "k", "value": 1}]})
    assert api("GET", f"{path}x")["settings"][0]["key"] == "k"
    api("POST", path, {"name": "x"}, status=409)


def test_a_host_that_moves_stays_in_its_group(api, rolling: str, hosts: list[str]) -> None:
    api("POST", f"{api.O}/environments/", {"name": "Other"})
    api("PUT", hosts[1], {"name": "bb", "environment": "Other"})
    assert [host["canonicalName"] for host in api("GET", f"{api.O}/hostgroups/Front")["hosts"]] == ["OOO/Other/bb"]
