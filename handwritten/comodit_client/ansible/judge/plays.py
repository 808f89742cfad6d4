"""The written playbooks: which roles they apply to which hosts, with which variables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from typing import Any

from attrs import evolve, field, frozen

from comodit_client.ansible.judge.yaml_files import YamlFiles

#: The playbooks that write files.
_PLAYBOOKS = ("site.yml", "provision.yml")


@frozen(eq=False)
class RoleUse:
    """A role in a play.

    Attributes:
        role: The name of the role.
        variables: The variables that the play passes to it.
        is_public: Whether all roles of the play see its variables: it is not included while the play runs.
    """

    role: str
    variables: Mapping[str, Any] = field(factory=dict, repr=False)
    is_public: bool = True


@frozen(eq=False)
class Play:
    """A play.

    Attributes:
        hosts: The pattern of its hosts, as it is written.
        variables: The variables of the play.
        roles: The roles that it applies, in order.
    """

    hosts: Any
    variables: Mapping[str, Any] = field(repr=False)
    roles: tuple[RoleUse, ...]


def read_plays(files: YamlFiles) -> tuple[Play, ...]:
    """Read the plays that write files.

    Args:
        files: The files of the conversion.

    Returns:
        The plays, in order; those of imported playbooks included.

    Raises:
        ExportException: A file is not valid YAML.
    """
    plays = tuple(play for name in _PLAYBOOKS for play in _plays(files, name, frozenset()))
    return tuple(map(_private, plays)) if _is_private(files) else plays


def _is_private(files: YamlFiles) -> bool:
    """Return whether the configuration keeps the variables of roles from each other."""
    configuration = ConfigParser(interpolation=None)
    configuration.read(files.folder / "ansible.cfg", encoding="utf-8")
    return configuration.getboolean("defaults", "private_role_vars", fallback=False)


def _private(play: Play) -> Play:
    return evolve(play, roles=tuple(evolve(use, is_public=False) for use in play.roles))


def _plays(files: YamlFiles, path: str, above: frozenset[str]) -> Iterator[Play]:
    for item in files.list(path) if path not in above else ():
        imported = item.get("ansible.builtin.import_playbook", item.get("import_playbook"))
        if imported is not None:
            yield from _plays(files, str(imported), above | {path})
            continue
        roles = (*_listed(item.get("roles")), *_in(item.get("pre_tasks"), {}), *_in(item.get("tasks"), {}))
        yield Play(item.get("hosts"), item.get("vars") or {}, roles)


def _listed(roles: Any) -> Iterator[RoleUse]:
    for role in roles if isinstance(roles, list) else ():
        if isinstance(role, Mapping):
            yield RoleUse(str(role.get("role", role.get("name"))), role.get("vars") or {})
        else:
            yield RoleUse(str(role))


def _in(tasks: Any, above: Mapping[str, Any]) -> Iterator[RoleUse]:
    for task in tasks if isinstance(tasks, list) else ():
        variables = {**above, **(task.get("vars") or {})}
        yield from _in(task.get("block"), variables)
        for name, arguments in task.items():
            module = name.rpartition(".")[2]
            is_role = module in ("import_role", "include_role") and isinstance(arguments, Mapping)
            if is_role and arguments.get("tasks_from", "main") == "main":
                yield RoleUse(str(arguments.get("name")), variables, module == "import_role")
