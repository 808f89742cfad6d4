"""The files of hosts as Ansible writes them from the output of a conversion."""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from attrs import define, field, frozen

from comodit_client.ansible.judge.failure import Failure
from comodit_client.ansible.judge.inventory import Inventory
from comodit_client.ansible.judge.original import Subject
from comodit_client.ansible.judge.plays import Play, RoleUse, read_plays
from comodit_client.ansible.judge.roles import FileTask, Role, read_roles
from comodit_client.ansible.judge.templating import Variables
from comodit_client.ansible.judge.yaml_files import YamlFiles
from comodit_client.ansible.names import variable_name
from comodit_client.ansible.yaml_text import literal


class _HostVars(Mapping[str, Mapping[str, Any]]):
    """The variables of all hosts, as templates of another host see them."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._found: dict[str, Mapping[str, Any]] = {}

    def __getitem__(self, host: str) -> Mapping[str, Any]:
        if host not in self._inventory.hosts:
            raise KeyError(host)
        if host not in self._found:
            self._found[host] = _OfHost(self._inventory.variables(host), _magic(self._inventory, host))
        return self._found[host]

    def __iter__(self) -> Iterator[str]:
        return iter(self._inventory.hosts)

    def __len__(self) -> int:
        return len(self._inventory.hosts)


class _OfHost(Mapping[str, Any]):
    """The variables of one host, without those of plays and roles."""

    def __init__(self, written: Mapping[str, Any], fixed: Mapping[str, Any]) -> None:
        self._names = {*written, *fixed}
        self._variables = Variables(written, fixed)

    def __getitem__(self, name: str) -> Any:
        if name not in self._names:
            raise KeyError(name)
        return self._variables.find(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@frozen(eq=False)
class _Run:
    """A role that a play applies to a host."""

    play: Play
    use: RoleUse


@define(eq=False)
class Converted:
    """The output of a conversion.

    Args:
        files: Its files.
        names: The variables of keys, where a user of the conversion chose them.
    """

    files: YamlFiles
    names: Mapping[str, str]
    _inventory: Inventory = field(init=False)
    _roles: dict[str, Role] = field(init=False)
    _by_name: dict[str, Role] = field(init=False)
    _plays: tuple[Play, ...] = field(init=False)
    _hosts: dict[str, str] = field(init=False)
    _hostvars: _HostVars = field(init=False)
    _uses: dict[str, list[_Run]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Read the files."""
        self._inventory = Inventory(self.files)
        self._by_name = read_roles(self.files)
        self._roles = {role.owner: role for role in self._by_name.values() if role.owner}
        self._plays = read_plays(self.files)
        self._hostvars = _HostVars(self._inventory)
        self._hosts = {_label(self._hostvars[host]): host for host in self._inventory.hosts}
        self._uses = {host: [] for host in self._inventory.hosts}
        for play in self._plays:
            hosts = Variables({}, {}).evaluate(play.hosts)
            for host in self._inventory.matching(hosts):
                self._uses[host] += [_Run(play, use) for use in play.roles]

    def render(self, subject: Subject) -> bytes:
        """Render a file.

        Args:
            subject: The file.

        Returns:
            Its content on the host.

        Raises:
            Failure: Ansible does not write it, or cannot render it.
        """
        role = self._roles.get(subject.owner)
        if role is None:
            raise Failure(f"no role has {subject.member} in its variables for it")
        host = "" if subject.sample else self._host(subject)
        layers = self._layers(subject, role, host)
        fixed = _magic(self._inventory, host) | {"hostvars": self._hostvars, "role_name": role.name}
        variables = ChainMap(*reversed(layers))
        task = _task(role, subject, Variables(variables, fixed))
        return _content(task, Variables(ChainMap({**task.variables}, *reversed(layers)), fixed))

    def _host(self, subject: Subject) -> str:
        host = self._hosts.get(subject.host)
        if host is None:
            raise Failure("no host of the inventory has its name in _host and its environment in _env")
        return host

    def _layers(self, subject: Subject, role: Role, host: str) -> list[dict[str, Any]]:
        """Return variables by Ansible's precedence, the weakest first."""
        if subject.sample:
            own = {self._variable(key): literal(value) for key, value in subject.sample.settings.items()}
            found = self._inventory.variables(host) | literal(subject.sample.server) | own
            return [dict(role.defaults), found, dict(role.variables)]
        run = next((one for one in self._uses[host] if one.use.role == role.name), None)
        if run is None:
            raise Failure(f"no play applies the role {role.name} to {host}")
        public = [self._by_name[use.role] for use in run.play.roles if use.is_public and use.role in self._by_name]
        return [
            *(dict(one.defaults) for one in public),
            dict(role.defaults),
            self._inventory.variables(host),
            dict(run.play.variables),
            *(dict(one.variables) for one in public),
            dict(role.variables),
            dict(run.use.variables),
        ]

    def _variable(self, key: str) -> str:
        return self.names.get(f"settings/{key}") or variable_name(key)


def _label(variables: Mapping[str, Any]) -> str:
    """Return the environment and the host that the variables of a host name."""
    names = [variables.get(member) for member in ("_env", "_host")]
    return "/".join(str(name.get("name")) if isinstance(name, Mapping) else "" for name in names)


def _magic(inventory: Inventory, host: str) -> dict[str, Any]:
    return {
        "inventory_hostname": host,
        "inventory_hostname_short": host.partition(".")[0],
        "group_names": sorted(inventory.groups_of(host)),
        "groups": inventory.groups,
        "playbook_dir": "",
        "ansible_facts": {},
    }


def _task(role: Role, subject: Subject, variables: Variables) -> FileTask:
    """Return the task that writes a file: of an application by its path, of others by its name."""
    is_application = subject.member == "_application"
    wanted = str(subject.file.get("path") if is_application else subject.file["name"])
    found = []
    for task in role.tasks:
        dest = str(variables.evaluate(task.arguments.get("dest")))
        # File names of the conversion escape characters as those of an export do.
        if (dest if is_application else unquote(PurePosixPath(dest).name)) == wanted:
            found.append(task)
    if len(found) <= subject.number:
        raise Failure(f"no task of the role {role.name} writes {wanted}")
    return found[subject.number]


def _content(task: FileTask, variables: Variables) -> bytes:
    content = task.arguments.get("content")
    if not task.is_template and content is not None:
        found = variables.evaluate(content)
        return (found if isinstance(found, str) else json.dumps(found)).encode()
    source = task.source(str(variables.evaluate(task.arguments.get("src", ""))))
    if not source.is_file():
        raise Failure(f"{source.name} is missing in the role")
    data = source.read_bytes()
    if not task.is_template:
        return data
    try:
        return variables.render(data.decode(), task.arguments).encode()
    except UnicodeError:
        raise Failure("it is not valid UTF-8") from None
