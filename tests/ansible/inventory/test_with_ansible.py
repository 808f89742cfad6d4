"""Ansible itself reads the files, and finds the values of the sandbox."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.inventory import context_variables
from comodit_client.ansible.names import variable_name
from comodit_client.ansible.project import Links
from comodit_client.ansible.yaml_text import dump
from tests.ansible.inventory.conftest import Run, convert, write
from tests.ansible.inventory.organizations import HostSpec, Simulated, Spec

KEYS = ("plain", "text", "hidden", "linked", "chain", "loop", "missing", "address", "other", "list", "own", "ranked")
HOST = "organizations/Acme/environments/Prod/hosts/db 1"
SPEC = Spec(
    settings=[
        {"key": "plain", "value": "organization"},
        {"key": "text", "value": "{{ not_a_template }}\n#}"},
        {"key": "hidden", "value": 1},
        {"key": "address", "property": "publicIp", "value": "none {{ 'known' }}"},
        {"key": "loop", "link": "organizations/Acme/settings/loop", "value": "end of the loop"},
        {"key": "missing", "link": "organizations/Acme/settings/nothing", "value": [1, {"a": "{{"}]},
    ],
    environments={
        "Prod": (
            [
                {"key": "plain", "value": "environment"},
                {"key": "linked", "link": f"{HOST}/settings/own"},
                {"key": "chain", "link": "organizations/Acme/environments/Prod/settings/linked", "value": "default"},
                {"key": "other", "link": f"{HOST}/settings/address"},
                {"key": "ranked", "value": "environment"},
            ],
            [
                HostSpec(
                    "db 1",
                    [
                        {"key": "own", "value": True},
                        {"key": "address", "property": "ip.eth0", "value": ""},
                        {"key": "hidden", "value": None},
                    ],
                    {
                        "applications/Shop": [{"key": "plain", "value": "context"}, {"key": "list", "value": ["{{"]}],
                        "applications/Mail": [],
                    },
                    {"ip.eth0": "192.0.2.7", "publicIp": "198.51.100.7"},
                    groups=["first", "second"],
                ),
                HostSpec("web", [], {"applications/Shop": [{"key": "plain", "value": None}]}, groups=["first"]),
            ],
        )
    },
    groups={"first": [{"key": "ranked", "value": "first"}], "second": [{"key": "ranked", "value": "second"}]},
    definitions={
        "applications": {"Shop": {}, "Mail": {"parameters": [{"key": key, "name": key} for key in ("plain", "list")]}}
    },
)


@pytest.mark.parametrize("links", ["resolve", "reference"])
def test_values_are_those_of_the_sandbox(ansible: Run, tmp_path: Path, links: Links) -> None:
    project, simulated = convert(SPEC, links=links), Simulated(SPEC)
    expected: dict[str, Any] = {}
    plays = []
    for _, host in project.archive.hosts:
        for context in next(spec for spec in SPEC.environments["Prod"][1] if spec.name == host.name).contexts:
            role = context.partition("/")[2].lower()
            name = project.names.hosts["Prod", host.name]
            passed = context_variables(project, host).get(role, {})
            plays.append(play(name, tmp_path / f"{name}-{role}.json", passed))
            expected[f"{name}-{role}"] = {key: simulated.value("Prod", host.name, context, key) for key in KEYS}
    (tmp_path / "play.yml").write_text(dump(plays))
    ansible("ansible-playbook", "-i", write(project, tmp_path), tmp_path / "play.yml")
    assert {name: json.loads((tmp_path / f"{name}.json").read_text()) for name in expected} == expected
    assert expected["db_1-shop"] == {
        "plain": "context",
        "text": "{{ not_a_template }}\n#}",
        "hidden": None,
        "linked": True,
        "chain": True,
        "loop": "end of the loop",
        "missing": [1, {"a": "{{"}],
        "address": "192.0.2.7",
        "other": "192.0.2.7",
        "list": ["{{"],
        "own": True,
        "ranked": "second",
    }
    assert expected["db_1-mail"]["plain"] == "environment"
    assert expected["web-shop"]["plain"] is None
    assert expected["web-shop"]["address"] == "none {{ 'known' }}"


def play(host: str, file: Path, passed: dict[str, Any]) -> dict[str, Any]:
    """A play that writes the values of all keys, as a role sees them."""
    values = ", ".join(f"'{key}': {variable_name(key)} | default(none)" for key in KEYS)
    task = {"copy": {"content": f"{{{{ {{{values}}} | to_json }}}}", "dest": str(file)}, "vars": passed}
    variables = {"ansible_python_interpreter": "{{ ansible_playbook_python }}"}
    return {"hosts": host, "connection": "local", "gather_facts": False, "vars": variables, "tasks": [task]}


def test_groups_and_addresses(ansible: Run, tmp_path: Path) -> None:
    listed = json.loads(ansible("ansible-inventory", "-i", write(convert(SPEC), tmp_path), "--list"))
    assert sorted(listed["application_shop"]["hosts"]) == ["db_1", "web"]
    assert listed["application_mail"]["hosts"] == ["db_1"]
    assert sorted(listed["environment_Prod"]["hosts"]) == ["db_1", "web"]
    assert sorted(listed["hostgroup_first"]["hosts"]) == ["db_1", "web"]
    assert listed["_meta"]["hostvars"]["db_1"]["ansible_host"] == "198.51.100.7"
    assert "ansible_host" not in listed["_meta"]["hostvars"]["web"]
    assert listed["_meta"]["hostvars"]["db_1"]["_env"] == {"name": "Prod"}
    assert listed["_meta"]["hostvars"]["db_1"]["_host"] == {"name": "db 1", "uuid": "uuid-db 1"}
