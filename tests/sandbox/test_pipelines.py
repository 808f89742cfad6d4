"""Pipelines run stage by stage and step by step, with orchestrations and webhooks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sandbox.receivers import Receiver, receiving

CHANGE = 4.0
APPLICATION = {"name": "Web", "services": [{"name": "httpd"}]}


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as running:
        yield running


@pytest.fixture
def release(api, receiver: Receiver) -> str:
    """Create a pipeline: Build calls a webhook; Deploy restarts httpd on a, then on b. Return its path."""
    api("POST", f"{api.O}/applications/", APPLICATION)
    for name in ("a", "b"):
        api.ready_host(name, applications=["Web"])
        body = {"name": name, "hosts": [{"environment": "Default", "host": name}]}
        api("POST", f"{api.O}/hostgroups/", body)
    operations = [{"application": "Web", "serviceAction": {"name": "httpd", "action": "restart"}, "position": 0}]
    groups = [{"position": 0, "hostGroup": {"name": "a"}}]
    body = {"name": "Restart", "applicationsOperations": operations, "orderedHostGroup": groups}
    api("POST", f"{api.O}/orchestrations/", body)
    hook = {"name": "Hook", "protocol": "HTTP", "serverName": "127.0.0.1", "port": receiver.port}
    api("POST", f"{api.O}/webhooks/", hook)
    path = f"{api.O}/pipelines/Release"
    api("POST", f"{api.O}/pipelines/", {"name": "Release"})
    api("POST", f"{path}/stages/", {"name": "Deploy", "order": 1})
    api("POST", f"{path}/stages/", {"name": "Build", "order": 0})
    api("POST", f"{path}/stages/Build/steps/", {"name": "Call", "webhook": "Hook"})
    other = [{"position": 0, "hostGroup": {"name": "b"}}]
    api("POST", f"{path}/stages/Deploy/steps/", {"name": "First", "orchestration": "Restart"})
    api(
        "POST",
        f"{path}/stages/Deploy/steps/",
        {"name": "Second", "orchestration": "Restart", "orderedHostGroups": other},
    )
    return path


def states(api, path: str, uuid: str) -> list[str]:
    """Return the state of an execution, and the states of its steps that have begun."""
    context = api("GET", f"{path}/contexts/{uuid}")
    steps = [step for stage in context["stages"] for step in stage["steps"]]
    return [context["status"], *(step.get("status", "-") for step in steps)]


def test_stages_and_steps(api, release: str) -> None:
    assert [(stage["name"], stage["order"]) for stage in api.items(f"{release}/stages/")] == [
        ("Deploy", 1),
        ("Build", 0),
    ]
    first, second = api.items(f"{release}/stages/Deploy/steps/")
    assert (first["order"], second["order"]) == (0, 1)
    assert first["orchestration"] == "Restart"
    assert first["orderedHostGroups"] == []
    assert second["orderedHostGroups"][0]["hostGroup"]["hosts"][0]["host"] == "b"
    assert "webhook" not in first
    changed = api("PUT", f"{release}/stages/Deploy/steps/Second", {**second, "name": "Last", "description": "x"})
    assert (changed["order"], changed["name"]) == (1, "Last")
    api("DELETE", f"{release}/stages/Deploy")
    api("GET", f"{release}/stages/Deploy/steps/", status=404)


def test_steps_run_in_order(api, release: str, receiver: Receiver) -> None:
    context = api("PUT", f"{release}/_run")
    uuid = context["uuid"]
    assert (context["status"], context["pipeline"], context["createdBy"]) == ("RUNNING", "Release", "UUU")
    assert [stage["name"] for stage in context["stages"]] == ["Build", "Deploy"]
    seen = []
    for _ in range(3):
        seen.append(states(api, release, uuid))
        api.sandbox.advance(CHANGE)
    assert seen == [
        ["RUNNING", "FINISHED", "RUNNING", "-"],
        ["RUNNING", "FINISHED", "FINISHED", "RUNNING"],
        ["FINISHED", "FINISHED", "FINISHED", "FINISHED"],
    ]
    assert len(receiver.received) == 1
    context = api("GET", f"{release}/contexts/{uuid}")
    build, deploy = context["stages"]
    assert build["steps"][0]["webhook"] == "Hook"
    assert deploy["started"] < deploy["finished"]
    started = deploy["steps"][1]["orchestrationContext"]
    assert api("GET", f"{api.O}/orchestrations/Restart/contexts/{started}")["status"] == "FINISHED"
    assert [len(api.tasks(f"{api.E}/hosts/{name}")) for name in ("a", "b")] == [1, 1]
    assert [entry["status"] for entry in api.items(f"{release}/contexts/")] == ["FINISHED"]


def test_a_failing_webhook_ends_the_execution(api, release: str, receiver: Receiver) -> None:
    receiver.status = 500
    uuid = api("PUT", f"{release}/_run")["uuid"]
    assert states(api, release, uuid) == ["ERROR", "ERROR", "-", "-"]
    assert api("GET", f"{release}/contexts/{uuid}")["stages"][0]["status"] == "ERROR"
    api("PUT", f"{release}/contexts/{uuid}/_restart", {"skipError": False})
    assert states(api, release, uuid) == ["ERROR", "ERROR", "-", "-"]
    assert len(receiver.received) == 2
    api("PUT", f"{release}/contexts/{uuid}/_restart", {"skipError": True})
    api.sandbox.advance(100)
    assert states(api, release, uuid) == ["FINISHED", "ERROR", "FINISHED", "FINISHED"]
    assert len(receiver.received) == 2


@pytest.mark.parametrize(("skip", "changes"), [(False, 2), (True, 1)])
def test_a_failing_orchestration_ends_the_execution(api, release: str, skip: bool, changes: int) -> None:
    api.sandbox.fail_task("OOO", "Default", "a", task="restart service httpd", error="gone")
    uuid = api("PUT", f"{release}/_run")["uuid"]
    api("GET", release)
    api.sandbox.advance(CHANGE)
    assert states(api, release, uuid) == ["ERROR", "FINISHED", "ERROR", "-"]
    context = api("PUT", f"{release}/contexts/{uuid}/_restart", {"skipError": skip})
    assert context["status"] == "RUNNING"
    assert "finished" not in context
    api.sandbox.advance(100)
    assert states(api, release, uuid) == ["FINISHED"] * 4
    assert len(api.tasks(f"{api.E}/hosts/a")) == changes


def test_pause_resume_and_cancel(api, release: str) -> None:
    uuid = api("PUT", f"{release}/_run")["uuid"]
    context = f"{release}/contexts/{uuid}"
    started = api("GET", context)["stages"][1]["steps"][0]["orchestrationContext"]
    inner = f"{api.O}/orchestrations/Restart/contexts/{started}"
    assert api("PUT", f"{context}/_pause")["status"] == "PAUSED"
    assert api("GET", inner)["status"] == "PAUSED"
    api.sandbox.advance(100)
    assert states(api, release, uuid) == ["PAUSED", "FINISHED", "RUNNING", "-"]
    api("PUT", f"{context}/_restart", {"skipError": False}, status=409)
    assert api("PUT", f"{context}/_resume")["status"] == "RUNNING"
    assert states(api, release, uuid) == ["RUNNING", "FINISHED", "FINISHED", "RUNNING"]
    api("DELETE", context, status=409)
    api("DELETE", release, status=409)
    api("PUT", f"{release}/_run", status=409)
    assert api("PUT", f"{context}/_cancel")["status"] == "STOPPED"
    assert states(api, release, uuid) == ["STOPPED", "FINISHED", "FINISHED", "STOPPED"]
    assert [entry["status"] for entry in api.items(f"{api.O}/orchestrations/Restart/contexts/")] == [
        "FINISHED",
        "STOPPED",
    ]
    api("PUT", f"{context}/_cancel", status=409)
    api("DELETE", context)
    api("GET", context, status=404)


def test_a_pipeline_without_anything_to_run_is_rejected(api, release: str) -> None:
    api("POST", f"{api.O}/pipelines/", {"name": "Empty"})
    assert "no stage" in api("PUT", f"{api.O}/pipelines/Empty/_run", status=409)["error"][0]
    api("POST", f"{api.O}/pipelines/Empty/stages/", {"name": "S"})
    api("POST", f"{api.O}/pipelines/Empty/stages/S/steps/", {"name": "idle"})
    assert "idle" in api("PUT", f"{api.O}/pipelines/Empty/_run", status=409)["error"][0]
    api("POST", f"{release}/stages/Build/steps/", {"name": "x", "webhook": "Nope"}, status=400)
    api("GET", f"{release}/contexts/nope", status=404)


def test_a_stage_without_steps_is_skipped(api) -> None:
    path = f"{api.O}/pipelines/Thin"
    api("POST", f"{api.O}/pipelines/", {"name": "Thin"})
    api("POST", f"{path}/stages/", {"name": "S"})
    assert states(api, path, api("PUT", f"{path}/_run")["uuid"]) == ["FINISHED"]


@pytest.mark.parametrize("kind", ["orchestrations/Restart", "webhooks/Hook", "hostgroups/a"])
def test_a_deleted_target_fails_its_step(api, release: str, kind: str) -> None:
    api("DELETE", f"{api.O}/{kind}")
    uuid = api("PUT", f"{release}/_run")["uuid"]
    assert states(api, release, uuid)[0] == "ERROR"
    assert any("no longer exists" in entry["message"] for entry in api.items(f"{api.O}/other/"))
    api("PUT", f"{release}/contexts/{uuid}/_restart", {"skipError": True})


def test_a_renamed_target_is_followed(api, release: str) -> None:
    for kind, name in (("orchestrations", "Restart"), ("webhooks", "Hook")):
        path = f"{api.O}/{kind}/{name}"
        api("PUT", path, {**api("GET", path), "name": f"New {name}"})
    assert api("GET", f"{release}/stages/Build/steps/Call")["webhook"] == "New Hook"
    uuid = api("PUT", f"{release}/_run")["uuid"]
    api.sandbox.advance(100)
    assert states(api, release, uuid) == ["FINISHED"] * 4


def test_clone(api, release: str) -> None:
    copy = api("PUT", f"{release}/_clone", name="Copy")
    assert copy["name"] == "Copy"
    steps = api.items(f"{api.O}/pipelines/Copy/stages/Deploy/steps/")
    assert [step["name"] for step in steps] == ["First", "Second"]
    assert steps[1]["orderedHostGroups"][0]["hostGroup"]["name"] == "b"
    originals = [*api.items(f"{release}/stages/"), *api.items(f"{release}/stages/Deploy/steps/")]
    copies = [*api.items(f"{api.O}/pipelines/Copy/stages/"), *steps]
    assert len({item["uuid"] for item in originals + copies}) == 2 * len(originals) == 8
