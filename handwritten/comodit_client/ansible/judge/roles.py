"""The written roles: their variables, and the tasks that write files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from comodit_client.ansible.judge.yaml_files import YamlFiles

_TEMPLATE, _COPY = "template", "copy"
#: The server variables that say which definition a role stands for.
_OWNERS = {"_application": "applications", "_distribution": "distributions", "_platform": "platforms"}


@frozen(eq=False)
class FileTask:
    """A task that writes a file.

    Attributes:
        is_template: Whether Ansible templates the content.
        arguments: The arguments of the module.
        variables: The variables of the task and of the blocks around it.
        folder: The folder of the role.
    """

    is_template: bool
    arguments: Mapping[str, Any]
    variables: Mapping[str, Any]
    folder: Path

    def source(self, name: str) -> Path:
        """Return the file with the content.

        Args:
            name: The name that the task has for it.

        Returns:
            The path.
        """
        return self.folder / ("templates" if self.is_template else "files") / name


@frozen(eq=False)
class Role:
    """A role.

    Attributes:
        name: The name.
        owner: The definition that it stands for, such as `applications/Shop`; empty if it does not say so.
        defaults: The variables that all others override.
        variables: The variables that override those of the inventory.
        tasks: The tasks that write files, in order.
    """

    name: str
    owner: str
    defaults: Mapping[str, Any] = field(repr=False)
    variables: Mapping[str, Any] = field(repr=False)
    tasks: tuple[FileTask, ...] = field(repr=False)


def read_roles(files: YamlFiles) -> dict[str, Role]:
    """Read all roles.

    Args:
        files: The files of the conversion.

    Returns:
        The roles by name.

    Raises:
        ExportException: A file is not valid YAML.
    """
    folder = files.folder / "roles"
    names = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return {name: _read(files, name) for name in names}


def _read(files: YamlFiles, name: str) -> Role:
    variables = files.variables(f"roles/{name}/vars/main")
    found = {variable: variables[variable] for variable in _OWNERS if variable in variables}
    owner = next((f"{_OWNERS[variable]}/{value.get('name')}" for variable, value in found.items()), "")
    tasks = tuple(_tasks(files, name, "main.yml", {}))
    return Role(name, owner, files.variables(f"roles/{name}/defaults/main"), variables, tasks)


def _tasks(files: YamlFiles, role: str, file: str, above: Mapping[str, Any]) -> Iterator[FileTask]:
    yield from _in(files, role, files.list(f"roles/{role}/tasks/{file}"), above)


def _in(files: YamlFiles, role: str, tasks: list[dict[str, Any]], above: Mapping[str, Any]) -> Iterator[FileTask]:
    for task in tasks:
        variables = {**above, **(task.get("vars") or {})}
        if "block" in task:
            yield from _in(files, role, task["block"], variables)
        for name, arguments in task.items():
            module = name.rpartition(".")[2]
            if module in ("import_tasks", "include_tasks"):
                included = arguments.get("file") if isinstance(arguments, Mapping) else arguments
                yield from _tasks(files, role, str(included), variables)
            elif module in (_TEMPLATE, _COPY) and isinstance(arguments, Mapping):
                found = FileTask(module == _TEMPLATE, arguments, variables, files.folder / "roles" / role)
                yield from _unrolled(found, task)


def _unrolled(found: FileTask, task: Mapping[str, Any]) -> Iterator[FileTask]:
    """Yield a task once for each element of its loop."""
    loop = task.get("loop")
    if not isinstance(loop, list):
        yield found
        return
    name = (task.get("loop_control") or {}).get("loop_var", "item")
    for element in loop:
        yield FileTask(found.is_template, found.arguments, {**found.variables, name: element}, found.folder)
