"""Applications that need others: their roles depend on each other. ComodIT's own definitions have no such member."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from comodit_client.ansible.project import Project
from comodit_client.ansible.roles.role import Role
from comodit_client.disk import layout
from comodit_client.rest.exceptions import ExportException

#: The member with the names of other applications.
MEMBER = "dependencies"


def dependencies_of(role: Role) -> list[dict[str, str]]:
    """Return the roles that a role depends on.

    Args:
        role: The role.

    Returns:
        The dependencies in its metadata. Those on applications that are not in the export are losses.
    """
    roles = role.project.names.roles
    names = _names(role.source.get(MEMBER))
    missing = [name for name in names if name not in roles]
    if missing:
        role.source.lose(MEMBER, f"the export has no application {', '.join(map(repr, missing))}")
    return [{"role": roles[name]} for name in names if name in roles]


def check_dependencies(project: Project) -> None:
    """Check that no application depends on itself.

    Args:
        project: The conversion.

    Raises:
        ExportException: Applications depend on each other in a cycle, which Ansible cannot run.
    """
    needed = {one.name: _names(one.source.peek(MEMBER)) for one in project.archive.of(layout.APPLICATION)}
    done: set[str] = set()
    for name in needed:
        _follow(name, needed, [], done)


def _follow(name: str, needed: Mapping[str, Sequence[str]], above: list[str], done: set[str]) -> None:
    if name in above:
        cycle = [*above[above.index(name) :], name]
        raise ExportException(
            f"Cannot convert: applications depend on each other in a cycle: {' -> '.join(map(repr, cycle))}. Remove "
            "one of the dependencies"
        )
    if name not in done:
        for other in needed.get(name, ()):
            _follow(other, needed, [*above, name], done)
        done.add(name)


def _names(value: Any) -> list[str]:
    """Return the names in a list of names, or of objects with names."""
    items = value if isinstance(value, list) else []
    names = [item.get("name") or item.get("application") if isinstance(item, Mapping) else item for item in items]
    return [str(name) for name in names if name]
