"""Orchestrations and pipelines run by Ansible do what the sandbox does, in the same order."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from comodit_client.ansible.inventory import add_inventory
from comodit_client.ansible.project import Project
from comodit_client.api.client import Client
from comodit_client.api.exporter import Export
from comodit_client.sandbox import ManualClock, Sandbox
from tests.ansible.playbooks.running import convert, run, without_services, write
from tests.sandbox.receivers import Receiver, receiving

pytestmark = pytest.mark.slow
O = "/organizations/OOO"  # noqa: E741
E = f"{O}/environments/Default"
APPLICATIONS: list[dict[str, Any]] = [
    {
        "name": "Web",
        "services": [{"name": "httpd"}],
        "files": [{"name": "httpd.conf"}],
        "handlers": [{"name": "Re-load", "do": [{"action": "update", "resource": "file://httpd.conf"}], "on": []}],
    },
    {
        "name": "Db",
        "services": [{"name": "postgres"}],
        "files": [{"name": "dump"}],
        "handlers": [{"name": "back up", "do": [{"action": "execute", "resource": "file://dump"}], "on": []}],
    },
]
OPERATIONS = [
    {"application": "Web", "handler": "Re-load", "position": 2},
    {"application": "Db", "handler": "back up", "position": 1},
    {"application": "Web", "serviceAction": {"name": "httpd", "action": "STOP"}, "position": 0},
]
#: The order of hosts is neither that of their names nor that of their creation.
GROUPS = {"Front": ["c"], "Back": ["a", "c", "b"]}
HOSTS = {"a": ["Web", "Db"], "b": ["Web"], "c": ["Db", "Web"]}


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with receiving() as running:
        yield running


@pytest.fixture(scope="module")
def sandbox(receiver: Receiver) -> Iterator[Sandbox]:
    """An organization with three hosts, an orchestration and a pipeline."""
    with Sandbox(clock=ManualClock()) as sandbox, httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as http:

        def post(path: str, body: Any) -> None:
            response = http.post(path, json=body)
            assert response.is_success, response.text

        for application in APPLICATIONS:
            post(f"{O}/applications/", application)
        for name, applications in HOSTS.items():
            body = {"name": name, "platform": "Demo Platform", "distribution": "Demo Distribution"}
            post(f"{E}/hosts/", {**body, "applications": applications})
            post(f"{E}/hosts/{name}/instance/", {})
            sandbox.advance(1000)
        for name, hosts in GROUPS.items():
            members = [{"position": place, "environment": "Default", "host": host} for place, host in enumerate(hosts)]
            post(f"{O}/hostgroups/", {"name": name, "hosts": members})
        groups = [{"position": place, "hostGroup": {"name": name}} for place, name in enumerate(GROUPS)]
        orchestration = {"name": "Rolling", "applicationsOperations": OPERATIONS, "orderedHostGroup": groups}
        post(f"{O}/orchestrations/", orchestration)
        post(f"{O}/webhooks/", _webhook(receiver.port))
        post(f"{O}/pipelines/", {"name": "Release"})
        post(f"{O}/pipelines/Release/stages/", {"name": "Deploy", "order": 1})
        post(f"{O}/pipelines/Release/stages/", {"name": "Build", "order": 0})
        post(f"{O}/pipelines/Release/stages/Build/steps/", {"name": "Call", "webhook": "Hook"})
        back = [{"position": 0, "hostGroup": {"name": "Back"}}]
        step = {"name": "Roll", "orchestration": "Rolling", "orderedHostGroups": back}
        post(f"{O}/pipelines/Release/stages/Deploy/steps/", step)
        yield sandbox


def _webhook(port: int) -> dict[str, Any]:
    return {
        "name": "Hook",
        "protocol": "HTTP",
        "serverName": "127.0.0.1",
        "port": port,
        "method": "POST",
        "path": "/a b",
        "authenticationMethod": "BASIC_AUTH",
        "username": "robot",
        "token": "not-a-secret",
        "headers": [{"name": "X-Kind", "value": "{{ kind }}"}, {"name": "X-Key", "value": "hidden", "secret": True}],
        "parameters": [{"name": "q", "value": "a&b c/{{ d }}"}, {"name": "key", "value": "s&t u/", "secret": True}],
        "body": '{"text": "{{ greeting }}"}',
        "properties": [{"name": "id", "jsonPath": "$.items[0]['id']"}],
    }


@pytest.fixture(scope="module")
def project(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The conversion of the organization, with stand-ins for its roles."""
    folder = tmp_path_factory.mktemp("runs")
    (folder / "password").write_text("not-a-secret")
    with Client(sandbox.url, "UUU", "PPP") as client:
        Export(with_secrets=True).export_organization(client.get_organization("OOO"), folder / "export")
    project = convert(folder / "export", vault_password_file=folder / "password")
    add_inventory(project)
    project.vault.write(project.output)
    for role, slug, words in (("web", "re_load", "update file httpd.conf"), ("db", "back_up", "execute file dump")):
        project.output.add(f"roles/{role}/tasks/handler_{slug}.yml", _record(words))
    project.output.add("roles/recorder/tasks/main.yml", _record("{{ recorded }}"))
    return project


def _record(words: str) -> str:
    """Return tasks that print a line, and fail if they should."""
    line = f"{{{{ inventory_hostname }}}}: {words}"
    tasks = [
        {"name": "Record", "ansible.builtin.debug": {"msg": f"RECORD {line}"}},
        {
            "name": "Fail",
            "ansible.builtin.fail": {},
            "when": f"failing | default('') == inventory_hostname ~ ': {words}'",
        },
    ]
    return str(yaml.safe_dump(tasks))


@pytest.fixture
def folder(project: Project, tmp_path: Path) -> Path:
    """The output with commands in place of services, and this machine in place of the hosts."""
    folder = write(project.output, tmp_path / "output")
    playbook = folder / "orchestrations" / "rolling.yml"
    playbook.write_text(without_services(playbook.read_text()))
    return folder


def play(folder: Path, playbook: str, project: Project, failing: str = "") -> tuple[int, list[str], str]:
    """Run a playbook; return its status, the recorded lines and its output."""
    local = {"connection": "local", "become": False, "python_interpreter": sys.executable}
    variables = json.dumps({"failing": failing, **{f"ansible_{name}": value for name, value in local.items()}})
    password = str(project.options.vault_password_file)
    done = run(folder, "ansible-playbook", playbook, "-e", variables, "--vault-password-file", password)
    return done.returncode, re.findall(r'"msg": "RECORD (.*)"', done.stdout), done.stdout + done.stderr


def simulated(sandbox: Sandbox, path: str) -> list[str]:
    """Run an orchestration in the sandbox; return the tasks of its changes in the order of their execution."""
    with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as http:
        for name in HOSTS:
            http.delete(f"{E}/hosts/{name}/changes/", params={"processed_only": False}).raise_for_status()
        uuid = http.put(f"{path}/_run").raise_for_status().json()["uuid"]
        found = []
        seen: set[tuple[str, str]] = set()
        for _ in range(100):
            for name in HOSTS:
                changes = http.get(f"{E}/hosts/{name}/changes/", params={"show_processed": True}).json()["items"]
                for change in changes:
                    if (name, change["key"]) not in seen:
                        seen.add((name, change["key"]))
                        found += [f"{name}: {task['description']}" for task in change["tasks"]]
            sandbox.advance(1)
        assert http.get(f"{path}/contexts/{uuid}").json()["status"] in ("FINISHED", "ERROR")
    return found


def expected(sandbox: Sandbox) -> list[str]:
    return [
        line.replace("stop service", "stopped service") for line in simulated(sandbox, f"{O}/orchestrations/Rolling")
    ]


def test_an_orchestration_runs_in_the_order_of_the_sandbox(sandbox: Sandbox, project: Project, folder: Path) -> None:
    wanted = expected(sandbox)
    assert [line[0] for line in wanted] == ["c", "c", "c", "a", "a", "a", "b", "b"]
    status, recorded, output = play(folder, "orchestrations/rolling.yml", project)
    assert status == 0, output
    assert recorded == wanted


def test_a_failure_stops_an_orchestration(sandbox: Sandbox, project: Project, folder: Path) -> None:
    sandbox.fail_task("OOO", "Default", "a", task="execute file dump", error="broken")
    wanted = expected(sandbox)
    assert wanted[-1] == "a: execute file dump"
    status, recorded, output = play(folder, "orchestrations/rolling.yml", project, wanted[-1])
    assert status == 2, output
    assert recorded == wanted


def test_a_pipeline_calls_a_webhook_then_runs_an_orchestration_on_other_hosts(
    sandbox: Sandbox, receiver: Receiver, project: Project, folder: Path
) -> None:
    receiver.received.clear()
    receiver.status, receiver.response, receiver.content_type = 302, {"items": [{"id": "n-1"}]}, "application/json"
    with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as http:
        result = http.put(f"{O}/webhooks/Hook/_run").raise_for_status().json()
    assert result["properties"] == [{"name": "id", "value": "n-1"}]
    status, recorded, output = play(folder, "pipelines/release.yml", project)
    assert status == 0, output
    assert [line[0] for line in recorded] == ["a", "a", "a", "c", "c", "c", "b", "b"]
    simulated, sent = receiver.received
    assert (sent.method, sent.path, sent.body) == (simulated.method, simulated.path, simulated.body)
    for header in ("Authorization", "X-Kind", "X-Key"):
        assert sent.headers[header] == simulated.headers[header]
    assert '"id": "n-1"' in output
    assert "not-a-secret" not in output


def test_a_failed_webhook_stops_a_pipeline(receiver: Receiver, project: Project, folder: Path) -> None:
    receiver.status = 500
    status, recorded, output = play(folder, "pipelines/release.yml", project)
    assert status == 2, output
    assert recorded == []
