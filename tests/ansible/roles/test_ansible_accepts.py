"""Ansible and its linter accept the roles of varied applications."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.yaml_text import dump
from tests.ansible.roles.exports import PASSWORD, convert, save, write
from tests.ansible.roles.machine import command, environment

pytestmark = pytest.mark.slow

LINT = {"profile": "production", "offline": True, "skip_list": ["var-naming[no-role-prefix]"]}
FULL: dict[str, Any] = {
    "name": "My Shop",
    "organization": "Acme",
    "description": "Front gate {{ x }}",
    "packages": [{"name": "gate"}],
    "services": [{"name": "gated", "enabled": True}],
    "files": [
        {"name": "gate.conf", "path": "/etc/gate.conf", "owner": "root", "group": "root", "mode": "644"},
        {"name": "set up.sh", "path": "/usr/bin/set up", "mode": "755"},
    ],
    "parameters": [
        {"name": "Port", "key": "gate.port", "description": "TCP port", "value": 80, "schema": {"type": "integer"}},
        {"name": "Size", "key": "size", "value": "s", "schema": {"type": "string", "enum": ["s", "l"]}},
        {
            "name": "Users",
            "key": "users",
            "value": [{"login": "a"}],
            "schema": {"type": "array", "items": {"type": "object", "properties": {"login": {"type": "string"}}}},
        },
        {"name": "Secret", "key": "pw", "value": "x{{y", "schema": {"type": "string", "secret": True}},
        {"name": "Braces", "key": "braces", "value": "a {{ b }}", "schema": {"type": "string", "pattern": "^{{a"}},
        {"name": "Unused", "key": "unused", "value": 1},
    ],
    "handlers": [
        {"do": [{"action": "restart", "resource": "service://gated"}], "on": ["gate.port", "unused"]},
        {"name": "Set up", "do": [{"action": "execute", "resource": "file://set up.sh"}], "on": ["_install", "size"]},
        {"name": "Nothing", "do": [], "on": []},
        {"do": [{"action": "execute", "resource": "file://set up.sh"}], "on": ["_uninstall"]},
    ],
    "repositories": [
        {"name": "gate stable", "location": "http://repo.test/x", "components": []},
        {"name": "deb", "location": "http://deb.test", "components": ["main"]},
    ],
    "users": [{"name": "gate", "password": "secret", "loginGroup": "gate", "groups": ["adm"], "uid": "640", "gid": -1}],
    "groups": [{"name": "gate", "gid": "-1"}],
    "directories": [{"name": "logs", "path": "/var/log/gate", "mode": "755"}],
    "rpmmodules": [{"name": "nodejs", "stream": "18", "enabled": True}, {"name": "php", "enabled": False}],
    "gits": [
        {"name": "src", "endpoint": "https://git.test/x.git", "username": "deploy", "token": "t", "branch": "main"},
        {"name": "ssh", "endpoint": "git@git.test:y.git", "keyName": "set up.sh"},
    ],
    "compatibility": [{"type": "centos", "version": "6.4"}, {"type": "beos", "version": "5"}],
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Convert applications and a distribution, and write a playbook for all roles."""
    top = tmp_path_factory.mktemp("varied")
    contents = {"gate.conf": "port=${gate.port}\nsize=${size}\npath=${_path}\n", "set up.sh": "#!/bin/sh\n"}
    write(top / "export" / "full", FULL, contents)
    write(top / "export" / "empty", {"name": "Empty", "packages": []})
    write(top / "export" / "service", {"name": "9 lives", "services": [{"name": "{{ cat }}"}]})
    write(top / "export" / "linux", {"name": "Linux", "files": [{"name": "a.ks"}]}, {"a.ks": "${kernel}"})
    (top / "password").write_text(PASSWORD)
    project = convert(top / "export", vault_password_file=top / "password").project
    save(project, top / "out")
    roles = sorted({path.split("/")[1] for path in project.output.files if path.startswith("roles/")})
    apply = [{"role": role} for role in roles]
    files = sorted({path.split("/")[3] for path in project.output.files if path.startswith("roles/my_shop/tasks/")})
    tasks = [
        {"name": "Run", "ansible.builtin.import_role": {"name": "my_shop", "tasks_from": name}}
        for name in files
        if name != "main.yml"
    ]
    play = {"name": "Apply", "hosts": "all", "roles": apply, "tasks": tasks}
    (top / "out" / "site.yml").write_text(dump([play]))
    (top / "out" / ".ansible-lint").write_text(dump(LINT))
    return top / "out"


def ran(out: Path, name: str, *arguments: str) -> str:
    env = environment(out.parent) | {"ANSIBLE_VAULT_PASSWORD_FILE": str(out.parent / "password")}
    done = subprocess.run(
        [*command(name), *arguments], cwd=out, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_syntax(out: Path) -> None:
    text = ran(out, "ansible-playbook", "--syntax-check", "-i", "localhost,", "site.yml")
    assert "WARNING" not in text


def test_lint(out: Path) -> None:
    """The only rule that is skipped wants the name of the role in variables, which levels of settings share."""
    text = ran(out, "ansible-lint", "--offline", "--nocolor", "--strict")
    assert "Passed: 0 failure(s), 0 warning(s)" in text
    assert "Profile 'production' was required, and it passed" in text
