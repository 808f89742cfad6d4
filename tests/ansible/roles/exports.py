"""Folders as an export writes them, and the roles that come of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from attrs import frozen

from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.project import Options, Project
from comodit_client.ansible.roles import add_roles
from comodit_client.disk.names import file_name
from comodit_client.disk.place import Place

#: A password of a vault.
PASSWORD = "open sesame"


class _Loader(yaml.SafeLoader):
    """Reads texts that Ansible must not template as plain texts."""


_Loader.add_constructor("!unsafe", lambda loader, node: f"!unsafe {loader.construct_scalar(node)}")


@frozen
class Roles:
    """The roles of a conversion."""

    project: Project

    def text(self, path: str) -> str:
        return self.project.output.text(f"roles/{path}")

    def yaml(self, path: str) -> Any:
        return yaml.load(self.text(path), _Loader)

    def __contains__(self, path: str) -> bool:
        return f"roles/{path}" in self.project.output.files

    def tasks(self, module: str, path: str = "shop/tasks/main.yml") -> list[dict[str, Any]]:
        """Return the arguments of all tasks with a module."""
        return [task[module] for task in self.whole(module, path)]

    def whole(self, module: str, path: str = "shop/tasks/main.yml") -> list[dict[str, Any]]:
        """Return all tasks with a module, those in blocks included."""
        found = self.yaml(path) if path in self else []
        flat = [inner for task in found for inner in task.get("block", [task])]
        return [task for task in flat if module in task]

    def names(self, path: str) -> list[str]:
        return [task["name"] for task in self.yaml(path)]

    @property
    def losses(self) -> dict[str, str]:
        """The reasons by member, without those that the conversion does not know."""
        return {
            loss.member: loss.reason
            for entity in self.project.archive
            for loss in entity.source.losses()
            if "does not know" not in loss.reason
        }

    @property
    def unread(self) -> set[str]:
        """The members that nobody read."""
        return {
            loss.member
            for entity in self.project.archive
            for loss in entity.source.losses()
            if "does not know" in loss.reason
        }


def write(folder: Path, document: Mapping[str, Any], contents: Mapping[str, bytes | str] | None = None) -> Path:
    """Write a definition with the contents of its files."""
    files = folder / "files"
    files.mkdir(parents=True)
    (folder / "definition.json").write_text(json.dumps(document))
    for name, content in (contents or {}).items():
        (files / file_name(name)).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def convert(folder: Path, **options: Any) -> Roles:
    """Convert a folder with definitions."""
    project = Project.of(read_archive(folder), Options(**options))
    add_roles(project)
    return Roles(project)


def save(project: Project, out: Path) -> None:
    """Write the files of a conversion."""
    project.vault.write(project.output)
    for path, content in project.output.files.items():
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Place):
            shutil.copyfile(content.path, file)
        else:
            file.write_bytes(content.encode())
