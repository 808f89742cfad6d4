"""A machine for roles: Ansible runs on this one, below a scratch folder.

Files, templates and commands are those of Ansible. Modules that change the system itself (packages, services, users and
so on) are replaced in the copy under test by recorders with the same arguments: ansible.builtin cannot be shadowed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import define

from comodit_client.ansible.project import Project
from comodit_client.ansible.yaml_text import dump, literal
from tests.ansible.roles.exports import PASSWORD, save

#: The modules that are replaced.
RECORDED = ("package", "service", "user", "group", "yum_repository", "apt_repository", "dnf", "git")
#: The recorder of a module: it remembers the arguments of each name, and reports whether they changed something.
_RECORDER = """
import json
from pathlib import Path
from ansible.plugins.action import ActionBase

class ActionModule(ActionBase):
    def run(self, tmp=None, task_vars=None):
        result = super().run(tmp, task_vars)
        args = json.loads(json.dumps(self._task.args))
        name = json.dumps(args.get("name") or args.get("dest"))
        key = f"{self._task.action} {name}"
        file = Path(MACHINE)
        machine = json.loads(file.read_text())
        state = args.get("state")
        present = {**args, "state": "started" if state in ("restarted", "reloaded") else state}
        changed = state in ("restarted", "reloaded") or machine["resources"].get(key) != present
        if state in ("absent", "stopped"):
            changed = machine["resources"].pop(key, None) is not None
        elif "enabled" in args or self._task.action != "recorded_service":
            machine["resources"][key] = present
        machine["log"].append(f"{self._task.action.removeprefix('recorded_')} {name} {state or ''}".strip())
        if not self._task.check_mode:
            file.write_text(json.dumps(machine))
        return {**result, "changed": changed}
"""


def command(name: str) -> list[str]:
    """Return a command of Ansible, from the environment of this Python."""
    return [str(Path(sys.executable).parent / name)]


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which Ansible writes nothing outside a folder."""
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL") if name in os.environ}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {
        "HOME": str(home),
        "ANSIBLE_HOME": str(home / ".ansible"),
        "ANSIBLE_NOCOLOR": "1",
        "ANSIBLE_PIPELINING": "1",
        "LC_ALL": "C.UTF-8",
    }
    return {
        **kept,
        "PATH": path,
        **own,
        "ANSIBLE_LOCALHOST_WARNING": "false",
        "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
    }


@define
class Machine:
    """The folder of a conversion, and what its playbooks did."""

    top: Path

    @classmethod
    def of(cls, project: Project, top: Path) -> Machine:
        """Write a conversion, with recorders in the place of modules."""
        machine = cls(top)
        save(project, machine.out)
        for file in machine.out.glob("roles/*/*/*.yml"):
            if file.parent.name in ("tasks", "handlers"):
                names = "|".join(RECORDED)
                file.write_text(re.sub(rf"\bansible\.builtin\.({names}):", r"recorded_\1:", file.read_text()))
        plugins = machine.out / "action_plugins"
        plugins.mkdir()
        for name in RECORDED:
            (plugins / f"recorded_{name}.py").write_text(_RECORDER.replace("MACHINE", repr(str(machine._state))))
        machine._state.write_text(json.dumps({"resources": {}, "log": []}))
        (top / "password").write_text(PASSWORD)
        return machine

    @property
    def out(self) -> Path:
        return self.top / "out"

    @property
    def _state(self) -> Path:
        return self.top / "machine.json"

    @property
    def resources(self) -> dict[str, Any]:
        """The arguments of the resources on the machine."""
        found: dict[str, Any] = json.loads(self._state.read_text())["resources"]
        return found

    def log(self) -> list[str]:
        """Return what the recorders did since the last call."""
        machine = json.loads(self._state.read_text())
        self._state.write_text(json.dumps({**machine, "log": []}))
        log: list[str] = machine["log"]
        return log

    def run(self, role: str, variables: Mapping[str, Any], *options: str, tasks_from: str = "main") -> dict[str, int]:
        """Apply a role, and return the numbers of tasks by what became of them."""
        facts = {"os_family": "RedHat", "cacheable": True}
        tasks = [
            {"name": "Set the facts", "ansible.builtin.set_fact": facts},
            {"name": "Apply", "ansible.builtin.import_role": {"name": role, "tasks_from": tasks_from}},
        ]
        play = {"name": "Test", "hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": tasks}
        (self.out / "play.yml").write_text(dump([{**play, "vars": literal(dict(variables))}]))
        (self.out / "inventory" / "hosts.yml").write_text(dump({"all": {"hosts": {"localhost": {}}}}))
        arguments = ["-i", "inventory", "--vault-password-file", str(self.top / "password"), *options, "play.yml"]
        variables_of_python = {"ansible_python_interpreter": sys.executable}
        done = subprocess.run(
            [*command("ansible-playbook"), "-e", json.dumps(variables_of_python), *arguments],
            cwd=self.out,
            env=environment(self.top),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        counts = re.findall(r"(\w+)=(\d+)", done.stdout.rsplit("PLAY RECAP", 1)[1])
        return {name: int(number) for name, number in counts}
