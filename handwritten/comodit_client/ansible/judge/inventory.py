"""The hosts and groups of the written inventory, with their variables by Ansible's precedence."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field

from comodit_client.ansible.judge.yaml_files import YamlFiles

_ALL = "all"
_FILE = "inventory/hosts.yml"


@define(eq=False)
class _Group:
    """A group: its depth below `all`, its priority and its own variables."""

    name: str
    depth: int = 1
    priority: int = 1
    hosts: dict[str, None] = field(factory=dict)
    children: dict[str, None] = field(factory=dict)
    variables: dict[str, Any] = field(factory=dict)


class Inventory:
    """The inventory of a conversion.

    Args:
        files: The files of the conversion.

    Raises:
        ExportException: A file is not valid YAML, or its secrets are not known.
    """

    def __init__(self, files: YamlFiles) -> None:
        self._files = files
        self._groups: dict[str, _Group] = {_ALL: _Group(_ALL, depth=0)}
        self._own: dict[str, dict[str, Any]] = {}
        self._known: dict[str, dict[str, Any]] = {}
        for name, body in files.mapping(_FILE).items():
            self._read(name, body, 0 if name == _ALL else 1)
        self._groups_of: dict[str, list[_Group]] = {host: [] for host in self._own}
        for group in sorted(self._groups.values(), key=lambda one: (one.depth, one.priority, one.name)):
            for host in self._members(group.name) if group.name != _ALL else ():
                self._groups_of[host].append(group)
        self._hosts_of = {name: list(self._members(name)) for name in self._groups} | {_ALL: list(self._own)}
        self._scopes = {name: files.variables(f"inventory/group_vars/{name}") for name in self._groups}

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names of all hosts."""
        return tuple(self._own)

    @property
    def groups(self) -> Mapping[str, list[str]]:
        """The hosts of each group."""
        return self._hosts_of

    def groups_of(self, host: str) -> list[str]:
        """Return the groups of a host.

        Args:
            host: The host.

        Returns:
            Their names without `all`, the weakest first.
        """
        return [group.name for group in self._groups_of.get(host, ())]

    def variables(self, host: str) -> dict[str, Any]:
        """Return the variables of a host, from the group `all`, its other groups and the host itself.

        Args:
            host: The host; one that is not in the inventory has the variables of `all`.

        Returns:
            The variables as they are written, before Ansible templates them.

        Raises:
            ExportException: A file is not valid YAML, or its secrets are not known.
        """
        if host not in self._known:
            groups = self.groups_of(host)
            found = self._groups[_ALL].variables | self._scopes[_ALL]
            for name in groups:
                found |= self._groups[name].variables
            for name in groups:
                found |= self._scopes[name]
            own = self._files.variables(f"inventory/host_vars/{host}") if host in self._own else {}
            self._known[host] = found | self._own.get(host, {}) | own
        return self._known[host]

    def matching(self, pattern: Any) -> list[str]:
        """Return the hosts of a pattern, such as a play has.

        Args:
            pattern: A text, or a list of texts.

        Returns:
            The hosts, in the order of the inventory.
        """
        parts = pattern if isinstance(pattern, list) else re.split(r"[,:]", str(pattern))
        texts = [str(part).strip() for part in parts]
        found = {host for text in texts if text[:1] not in ("!", "&") for host in self._named(text)}
        for text in texts:
            if text.startswith("&"):
                found &= set(self._named(text[1:]))
            elif text.startswith("!"):
                found -= set(self._named(text[1:]))
        return [host for host in self._own if host in found]

    def _named(self, text: str) -> Iterator[str]:
        for name in fnmatch.filter(self._groups, text):
            yield from self._own if name == _ALL else self._members(name)
        yield from fnmatch.filter(self._own, text)

    def _members(self, name: str) -> dict[str, None]:
        group = self._groups[name]
        found = dict(group.hosts)
        for child in group.children:
            found |= self._members(child)
        return found

    def _read(self, name: str, body: Any, depth: int) -> None:
        group = self._groups.setdefault(name, _Group(name))
        group.depth = max(group.depth, depth) if name != _ALL else 0
        for host, variables in _items(body, "hosts"):
            group.hosts[host] = None
            self._own.setdefault(host, {}).update(variables or {})
        for variable, value in _items(body, "vars"):
            # Ansible reads the priority of a group from the inventory only, not from group_vars.
            if variable == "ansible_group_priority":
                group.priority = int(value)
            group.variables[variable] = value
        for child, own in _items(body, "children"):
            group.children[child] = None
            self._read(child, own, depth + 1)


def _items(body: Any, member: str) -> Iterable[tuple[str, Any]]:
    found = body.get(member) if isinstance(body, Mapping) else None
    return [(str(name), value) for name, value in found.items()] if isinstance(found, Mapping) else []
