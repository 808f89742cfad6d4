"""Roles do what ComodIT does: Ansible applies them to this machine, and the sandbox renders the same files."""

from __future__ import annotations

import getpass
import grp
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from comodit_client.api import Client, Import
from comodit_client.sandbox import Sandbox
from tests.ansible.roles.exports import convert, write
from tests.ansible.roles.machine import Machine

pytestmark = pytest.mark.slow

SETTINGS: dict[str, Any] = {"http.port": 8080, "motd": "Hello {{ you }}", "hosts": ["a", "b"], "secure": True}
CONTENTS: dict[str, bytes] = {
    "shop.conf": b"listen ${http.port}\nname ${_host.name} of ${_application.name} in ${_path} ${_mode}\n",
    "motd": "${motd}\n${unknown} {{ jinja }} caf\u00e9\r\n".encode(),
    "list.txt": b"<#list hosts as host>\n${host}\n</#list>\n<#if secure>\nyes\n</#if>\n",
    "plain.txt": b"{{ not a template }}\n",
    "logo.png": b"\x89PNG\xff${http.port}\n",
    "install.sh": b"#!/bin/sh\necho install >> LOG\n",
    "reload.sh": b"#!/bin/sh\necho ${log_level} >> LOG\n",
    "remove.sh": b"#!/bin/sh\necho remove >> LOG\n",
}


def definition(root: Path) -> dict[str, Any]:
    """Return an application whose files are below a folder."""
    owner = {"owner": getpass.getuser(), "group": grp.getgrgid(os.getgid()).gr_name}

    def do(*actions: str) -> list[dict[str, str]]:
        return [{"action": verb, "resource": resource} for verb, resource in map(str.split, actions)]

    files = [
        {"name": name, "path": f"{root}/etc/{name}", "mode": "755" if name.endswith(".sh") else "640", **owner}
        for name in CONTENTS
    ]
    return {
        "name": "Shop",
        "packages": [{"name": "shop"}, {"name": "lib-{{ x }}"}],
        "services": [{"name": "shopd", "enabled": True}, {"name": "cron", "enabled": False}],
        "groups": [{"name": "shop", "gid": -1}],
        "users": [{"name": "shop", "loginGroup": "shop", "password": "$6$salt$hash"}],
        "directories": [{"name": "etc", "path": f"{root}/etc", "mode": "755", **owner}],
        "repositories": [{"name": "stable", "location": "http://repo.test", "components": []}],
        "files": files,
        "parameters": [
            {"name": "Port", "key": "http.port", "value": 80, "schema": {"type": "integer", "required": True}},
            {"name": "Message", "key": "motd", "value": "Hi", "schema": {"type": "string"}},
            {
                "name": "Level",
                "key": "log_level",
                "value": "info",
                "schema": {"type": "string", "enum": ["info", "debug"]},
            },
            {"name": "Hosts", "key": "hosts", "schema": {"type": "array", "items": {"type": "string"}}},
            {"name": "Secure", "key": "secure", "value": False, "schema": {"type": "boolean"}},
            {"name": "Limit", "key": "limit", "value": 10, "schema": {"type": "integer"}},
        ],
        "handlers": [
            {"on": ["http.port"], "do": do("update file://shop.conf", "restart service://shopd")},
            {"on": ["log_level"], "do": do("execute file://reload.sh")},
            {"on": ["limit"], "do": do("reload service://shopd")},
            {"on": ["_install"], "do": do("execute file://install.sh", "restart service://shopd")},
            {"on": ["_uninstall"], "do": do("execute file://remove.sh")},
            {"name": "Restart cron", "on": [], "do": do("restart service://cron")},
        ],
    }


@frozen
class Applied:
    """An application on a machine, and as the sandbox renders it."""

    machine: Machine
    root: Path
    rendered: dict[str, bytes]
    names: dict[str, str]

    def run(self, changes: dict[str, Any] | None = None, *options: str, tasks_from: str = "main") -> dict[str, int]:
        """Apply the role with settings, by keys."""
        settings = {self.names[key]: value for key, value in {**SETTINGS, **(changes or {})}.items()}
        server = {"_host": {"name": "web-1"}, "shop_state_folder": str(self.root / "state")}
        return self.machine.run("shop", {**settings, **server}, *options, tasks_from=tasks_from)

    def logged(self) -> list[str]:
        """Return what scripts wrote since the last call."""
        log = self.root / "log"
        lines = log.read_text().split() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines


@pytest.fixture(scope="module")
def applied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Applied]:
    """Convert an application, and render its files with the sandbox."""
    top = tmp_path_factory.mktemp("apply")
    root = top / "root"
    root.mkdir()
    contents = {name: content.replace(b"LOG", str(root / "log").encode()) for name, content in CONTENTS.items()}
    folder = write(top / "export" / "Shop", definition(root), contents)
    with Sandbox(provision_time=0, change_time=0) as sandbox, Client(sandbox.url, "UUU", "PPP") as client:
        organization = client.get_organization("OOO")
        Import().import_application(organization, folder)
        host = client.hosts("OOO", "Default").create("web-1", "", "Demo Platform", "Demo Distribution", ["Shop"])
        for key, value in SETTINGS.items():
            host.settings().create(key, value)
        context = host.applications().get("Shop")
        rendered = {name: context.render_file(name) for name in contents}
    (top / "password").write_text("open sesame")
    roles = convert(top / "export", vault_password_file=top / "password")
    assert not [loss for member, loss in roles.losses.items() if not member.endswith(".content")]
    yield Applied(Machine.of(roles.project, top), root, rendered, dict(roles.project.names.variables))


def test_role(applied: Applied) -> None:
    """One test, as each step begins where the last one ended; a run of Ansible takes seconds."""
    _check_mode_changes_nothing(applied)
    _installation(applied)
    _second_run_changes_nothing(applied)
    _changes_run_their_handlers(applied)
    _named_handler(applied)
    _removal(applied)


def _check_mode_changes_nothing(applied: Applied) -> None:
    assert applied.run(None, "--check")["changed"] > 0
    assert not list(applied.root.iterdir())
    assert not applied.machine.resources


def _installation(applied: Applied) -> None:
    assert applied.run()["failed"] == 0
    found = {name: (applied.root / "etc" / name).read_bytes() for name in CONTENTS}
    assert found == applied.rendered
    assert (applied.root / "etc" / "shop.conf").stat().st_mode & 0o777 == 0o640
    assert applied.machine.log() == [
        'yum_repository "stable"',
        'group "shop" present',
        'user "shop" present',
        'package ["shop", "lib-{{ x }}"] present',
        'service "shopd" restarted',
        'service "cron" restarted',
    ]
    assert applied.machine.resources['recorded_user "shop"']["password"] == "$6$salt$hash"
    assert applied.logged() == ["install"]


def _second_run_changes_nothing(applied: Applied) -> None:
    assert applied.run()["changed"] == 0
    assert not [line for line in applied.machine.log() if "restarted" in line]
    assert not applied.logged()


def _changes_run_their_handlers(applied: Applied) -> None:
    settings: dict[str, Any] = {"http.port": 8081}
    applied.run(settings)
    assert applied.machine.log()[-1] == 'service "shopd" restarted'
    assert "8081" in (applied.root / "etc" / "shop.conf").read_text()
    assert not applied.logged()
    settings |= {"log_level": "debug", "limit": 11}
    applied.run(settings)
    services = [line for line in applied.machine.log() if "restarted" in line or "reloaded" in line]
    assert services == ['service "shopd" reloaded']
    assert applied.logged() == ["debug"]


def _named_handler(applied: Applied) -> None:
    applied.machine.log()
    applied.run(tasks_from="handler_restart_cron")
    assert applied.machine.log() == ['service "cron" restarted']


def _removal(applied: Applied) -> None:
    applied.run(tasks_from="uninstall")
    assert applied.logged() == ["remove"]
    assert not list(applied.root.iterdir())
    assert not applied.machine.resources
