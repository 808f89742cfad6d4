"""The state in the stream: its content and its bounds."""

from __future__ import annotations

import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.page import documents
from tests.sandbox.conftest import Api
from tests.sandbox.page.conftest import hosts, watching


def test_hosts_and_definitions(api: Api, sandbox: Sandbox) -> None:
    api.host("new")
    api.ready_host("web", applications=["Wordpress"])
    with watching(sandbox) as reader:
        state = reader.state()
    (organization,) = state["organizations"]
    assert organization["name"] == "OOO"
    assert organization["definitions"] == {
        "applications": ["Wordpress"],
        "platforms": [item["name"] for item in api.items(f"{api.O}/platforms/")],
        "distributions": ["Demo Distribution"],
    }
    found = hosts(state)
    assert (found["new"]["state"], found["new"]["instance"]) == ("DEFINED", None)
    assert (found["web"]["state"], found["web"]["instance"]) == ("READY", "RUNNING")
    assert found["web"]["applications"] == ["Wordpress"]


def test_tasks_as_they_go(api: Api, sandbox: Sandbox) -> None:
    host = api.ready_host()
    with watching(sandbox) as reader:
        assert hosts(reader.state())["web"]["tasks"] == []
        api("POST", f"{host}/applications/", {"application": "Wordpress"})
        tasks = hosts(reader.state())["web"]["tasks"]
        assert {task["status"] for task in tasks} == {"PENDING"}
        assert tasks[0]["change"] == "Install Wordpress"
        sandbox.advance(4 / len(tasks))
        assert [task["status"] for task in hosts(reader.state())["web"]["tasks"]].count("OK") == 1
        sandbox.advance(4)
        last = hosts(reader.state())["web"]
        assert (last["state"], last["tasks"]) == ("READY", [])


def test_a_failed_task_stays(api: Api, sandbox: Sandbox) -> None:
    host = api.ready_host()
    sandbox.fail_task("OOO", "Default", "web", task="add package php", error="disk full")
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    sandbox.advance(4)
    with watching(sandbox) as reader:
        web = hosts(reader.state())["web"]
    assert web["state"] == "ERROR"
    assert [task["error"] for task in web["tasks"] if task["status"] == "ERROR"] == ["disk full"]


def test_faults_clock_and_counts(api: Api, sandbox: Sandbox) -> None:
    with watching(sandbox) as reader:
        first = reader.state()
        assert (first["faults"], first["readOnly"], first["clock"]["kind"]) == ([], False, "frozen")
        sandbox.fail("503", times=2)
        assert [fault["kind"] for fault in reader.state()["faults"]] == ["503"]
        sandbox.advance(60)
        assert reader.state()["clock"]["now"] == first["clock"]["now"] + 60
        assert api.client.get("/flavors/").status_code == 503
        last = reader.state()
    assert last["faults"][0]["applied"] == 1
    assert last["counts"]["requests"] == first["counts"]["requests"] + 1


def test_no_secret_and_no_body(api: Api, sandbox: Sandbox) -> None:
    body = {"key": "wp_admin_password", "value": "s3cret"}
    api("POST", f"{api.host()}/settings/", body)
    with watching(sandbox) as reader:
        assert "s3cret" not in str(reader.state())


@pytest.mark.slow
def test_a_large_fleet_is_bounded(sandbox: Sandbox) -> None:
    sandbox.make_hosts(documents.MAX_HOSTS + 1)
    sandbox.make_hosts(2, prefix="Other-")
    with watching(sandbox) as reader:
        state = reader.state()
    assert len(hosts(state)) == documents.MAX_HOSTS
    assert state["counts"] | {"requests": 0} == {"hosts": 503, "matching": 503, "shown": 500, "requests": 0}
    with watching(sandbox, name="other") as reader:
        state = reader.state()
    assert list(hosts(state)) == ["Other-00000", "Other-00001"]
    assert state["counts"] | {"requests": 0} == {"hosts": 503, "matching": 2, "shown": 2, "requests": 0}


def test_names_and_tasks_are_bounded(api: Api, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_NAMES", 2)
    monkeypatch.setattr(documents, "MAX_TASKS", 2)
    for number in range(3):
        api("POST", f"{api.O}/applications/", {"name": f"App {number}"})
        api("POST", f"{api.O}/environments/", {"name": f"env-{number}"})
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    with watching(sandbox) as reader:
        state = reader.state()
    (organization,) = state["organizations"]
    assert organization["definitions"]["applications"] == ["Wordpress", "App 0"]
    assert [environment["name"] for environment in organization["environments"]] == ["Default", "env-0"]
    assert len(hosts(state)["web"]["tasks"]) == 2


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "\\", "w%b"])
def test_a_filter_is_a_text(api: Api, sandbox: Sandbox, text: str) -> None:
    api.host("web")
    api.host(f"a{text}b")
    with watching(sandbox, name=text) as reader:
        assert list(hosts(reader.state())) == [f"a{text}b"]
