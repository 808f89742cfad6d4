"""Conversions of small archives, and runs of Ansible on their output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.output import Output
from comodit_client.ansible.playbooks import add_playbooks
from comodit_client.ansible.project import Options, Project

_TOOLS = Path(sys.executable).parent


def write_archive(folder: Path, documents: Mapping[str, Any]) -> Path:
    """Write documents, by their paths without the suffix, as an export does."""
    for path, document in {"definition": {"name": "Acme"}, **documents}.items():
        file = folder / f"{path}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(document))
    return folder


def convert(folder: Path, **options: Any) -> Project:
    project = Project.of(read_archive(folder), Options(**options))
    add_playbooks(project)
    return project


def parsed(project: Project, path: str) -> Any:
    return yaml.load(project.output.text(path), Loader=_Loader)


def tasks(project: Project, path: str) -> list[dict[str, Any]]:
    """Return the tasks of the only play of a playbook."""
    (play,) = parsed(project, path)
    found: list[dict[str, Any]] = play["tasks"]
    return found


def losses(project: Project) -> dict[str, str]:
    """Return the reasons that the conversion gives, by entity and member."""
    found = [loss for entity in project.archive for loss in entity.source.losses("")]
    found += [loss for entity in project.archive for one in entity.singles.values() for loss in one.losses("")]
    return {f"{loss.entity} {loss.member}".rstrip(): loss.reason for loss in found if loss.reason}


def write(output: Output, folder: Path) -> Path:
    for path in output:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(output.text(path))
    return folder


def run(folder: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Ansible in a folder. It writes nothing outside of the parent of the folder."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANSIBLE")}
    environment = {
        **kept,
        "PATH": f"{_TOOLS}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "ANSIBLE_HOME": str(home / "ansible"),
        "ANSIBLE_NOCOLOR": "1",
        "ANSIBLE_PIPELINING": "1",
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }
    return subprocess.run(
        [_TOOLS / command, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def without_services(text: str) -> str:
    """Replace actions on services by commands that record them, so that no service of this machine is touched."""
    document = yaml.load(text, Loader=_Loader)
    for play in document:
        for task in play.get("tasks", []):
            if options := task.pop("ansible.builtin.service", None):
                task["ansible.builtin.include_role"] = {"name": "recorder"}
                task["vars"] = {"recorded": f"{options['state']} service {options['name']}"}
    return str(yaml.safe_dump(document, sort_keys=False))


class _Loader(yaml.SafeLoader):
    """Reads texts that Ansible must not template as plain texts."""


def _plain(_: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return str(node.value)


_Loader.add_constructor("!unsafe", _plain)
