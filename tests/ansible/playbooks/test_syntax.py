"""Ansible and ansible-lint accept all playbooks of a varied organization."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from comodit_client.ansible.inventory import add_inventory
from tests.ansible.playbooks.running import convert, run, write, write_archive

pytestmark = pytest.mark.slow

PARAMETERS = [{"key": "listen", "name": "listen"}]
ODD = "{{ lookup('pipe', 'id') }} %} \"it's\"\nx: [y"


def documents() -> dict[str, Any]:
    handlers = [{"name": name, "do": [], "on": []} for name in ("reload", ODD)]
    found: dict[str, Any] = {
        "applications/Web/definition": {
            "name": "Web",
            "services": [{"name": "httpd"}],
            "handlers": handlers,
            "parameters": PARAMETERS,
        },
        "applications/Db/definition": {"name": "Db", "packages": [], "parameters": PARAMETERS},
        "distributions/Linux 9/definition": {"name": "Linux 9", "files": []},
        "environments/Prod/definition": {"name": "Prod", "hosts": []},
        "hostgroups/Front/definition": {
            "name": "Front",
            "hosts": [{"environment": "Prod", "host": name} for name in ("b", "a")],
        },
        "orchestrations/Roll/definition": {
            "name": "Roll",
            "description": ODD,
            "orderedHostGroup": [{"hostGroup": {"name": "Front"}}],
            "applicationsOperations": [
                {"application": "Web", "handler": "reload"},
                {"application": "Web", "handler": ODD},
                {"application": "Web", "serviceAction": {"name": "httpd", "action": "STOP"}},
                {"application": "Web", "serviceAction": {"name": ODD}},
                {"application": "Gone", "handler": "x"},
            ],
        },
        "orchestrations/Empty/definition": {"name": "Empty"},
        "webhooks/Ping/definition": {
            "name": "Ping",
            "serverName": "hooks.example.org",
            "description": ODD,
            "body": ODD,
            "path": "/{{ x }}?y",
            "authenticationMethod": "BASIC_AUTH",
            "token": "not-a-secret",
            "username": ODD,
            "headers": [{"name": "X-Kind", "value": ODD}, {"name": "X-Key", "value": "x", "secret": True}],
            "parameters": [{"name": "{{", "value": "{{"}, {"name": "{{ it's", "value": "x", "secret": True}],
            "properties": [{"name": "it's", "jsonPath": "$['it \"is']"}],
        },
        "pipelines/Release/definition": {"name": "Release"},
        "pipelines/Release/stages/Deploy/definition": {"name": "Deploy"},
    }
    steps = {"call": {"webhook": "Ping"}, "roll": {"orchestration": "Roll"}, "bad": {"webhook": ODD}}
    steps["some"] = {"orchestration": "Roll", "orderedHostGroups": [{"hostGroup": {"name": "Front"}}]}  # type: ignore[dict-item]
    for name, step in steps.items():
        found[f"pipelines/Release/stages/Deploy/steps/{name}/definition"] = {"name": name, **step}
    for name, applications in {"a": ["Web", "Db"], "b": ["Db", "Web"], "c": ["Gone"], "d": ["Db"]}.items():
        place = f"environments/Prod/hosts/{name}"
        host = {"name": name, "state": "READY", "applications": applications, "distribution": "Linux 9"}
        found[f"{place}/definition"] = host
        found[f"{place}/distribution"] = {"distribution": "Linux 9", "settings": []}
        for number, application in enumerate(applications):
            settings = [{"key": "listen", "value": f"{ODD}{number}"}]
            found[f"{place}/applications/{application}"] = {"application": application, "settings": settings}
    return found


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a conversion, with stand-ins for its roles."""
    folder = tmp_path_factory.mktemp("syntax")
    project = convert(write_archive(folder / "export", documents()))
    add_inventory(project)
    parts = {
        "web": ("main", "uninstall", "handler_reload", "handler_lookup_pipe_id_it_s_x_y"),
        "db": ("main", "uninstall"),
        "distribution_linux_9": ("main",),
    }
    for role, names in parts.items():
        for name in names:
            tasks = [{"name": "Show", "ansible.builtin.debug": {"msg": name}}]
            project.output.add(f"roles/{role}/tasks/{name}.yml", f"---\n{yaml.safe_dump(tasks, sort_keys=False)}")
    return write(project.output, folder / "output")


def test_all_playbooks_pass_the_syntax_check(output: Path) -> None:
    playbooks = sorted(
        str(path.relative_to(output))
        for pattern in ("*.yml", "orchestrations/*", "webhooks/*", "pipelines/*")
        for path in output.glob(pattern)
    )
    assert playbooks == [
        "orchestrations/empty.yml",
        "orchestrations/roll.yml",
        "pipelines/release.yml",
        "provision.yml",
        "site.yml",
        "uninstall.yml",
        "webhooks/ping.yml",
    ]
    done = run(output, "ansible-playbook", "--syntax-check", *playbooks)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr


def test_ansible_lint_finds_nothing(output: Path) -> None:
    files = ("site.yml", "uninstall.yml", "provision.yml", "orchestrations", "pipelines", "webhooks")
    done = run(output, "ansible-lint", "--offline", "--nocolor", "--format", "json", *files)
    found = [(item["check_name"], item["location"]["path"], item["description"]) for item in json.loads(done.stdout)]
    assert not found
    assert done.returncode == 0, done.stderr
