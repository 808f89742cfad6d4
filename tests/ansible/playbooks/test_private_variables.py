"""Roles in one play do not see each other's variables, as applications of a host do not in ComodIT."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from comodit_client.ansible.inventory import add_inventory
from tests.ansible.playbooks.running import convert, run, write, write_archive

HOST = "environments/Prod/hosts/web"
DOCUMENTS = {
    "environments/Prod/definition": {"name": "Prod"},
    f"{HOST}/definition": {"name": "web", "applications": ["Shop", "Mail"]},
    f"{HOST}/applications/Shop": {"application": "Shop", "position": 0},
    f"{HOST}/applications/Mail": {"application": "Mail", "position": 1},
    "applications/Shop/definition": {"name": "Shop", "packages": []},
    "applications/Mail/definition": {"name": "Mail", "packages": []},
}


@pytest.mark.slow
def test_roles_see_only_their_own_variables(tmp_path: Path) -> None:
    project = convert(write_archive(tmp_path / "export", DOCUMENTS))
    add_inventory(project)
    for role, show in (
        ("shop", "SHOP {{ size }} {{ kind }}"),
        ("mail", "MAIL {{ size is defined or kind is defined }}"),
    ):
        project.output.add_yaml(
            f"roles/{role}/tasks/main.yml", [{"name": "Show", "ansible.builtin.debug": {"msg": show}}]
        )
    project.output.add_yaml("roles/shop/defaults/main.yml", {"size": 1})
    project.output.add_yaml("roles/shop/vars/main.yml", {"kind": "web"})
    folder = write(project.output, tmp_path / "out")
    local = f"ansible_connection=local ansible_become=false ansible_python_interpreter={sys.executable}"
    done = run(folder, "ansible-playbook", "site.yml", "-e", local)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.findall(r'"msg": "(.*)"', done.stdout) == ["SHOP 1 web", "MAIL False"]
