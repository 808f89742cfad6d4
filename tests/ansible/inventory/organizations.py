"""Small organizations, as an archive and in a store of the sandbox, and the values that both give to settings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import jinja2
from jinja2 import meta

from comodit_client.ansible.archive import Archive, Described
from comodit_client.ansible.inventory import Model, context_variables
from comodit_client.ansible.project import Project
from comodit_client.ansible.yaml_text import Unsafe, literal
from comodit_client.disk import layout
from comodit_client.sandbox.simulation.resolution import Resolver
from comodit_client.sandbox.state.definitions import DEFINITIONS
from comodit_client.sandbox.state.places import Place
from comodit_client.sandbox.state.store import Node, Store

Settings = Sequence[Mapping[str, Any]]
JINJA = jinja2.Environment(autoescape=False)


@dataclass
class HostSpec:
    """A host: its settings, those of its contexts by path, such as "applications/App", and its instance."""

    name: str
    settings: Settings = ()
    contexts: Mapping[str, Settings] = field(default_factory=dict)
    properties: Mapping[str, str] | None = None
    groups: Sequence[str] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def applications(self) -> list[str]:
        return [path.partition("/")[2] for path in self.contexts if path.startswith("applications/")]


@dataclass
class Spec:
    """An organization: its environments with their settings and hosts, its host groups and its definitions."""

    settings: Settings = ()
    environments: Mapping[str, tuple[Settings, Sequence[HostSpec]]] = field(default_factory=dict)
    groups: Mapping[str, Settings] = field(default_factory=dict)
    #: Documents by kind, such as "applications", and name.
    definitions: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    files: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)

    def archive(self) -> Archive:
        kinds = {"applications": layout.APPLICATION, "platforms": layout.PLATFORM, "distributions": layout.DISTRIBUTION}
        definitions = [
            Described(kinds[kind], {"name": name, **document}, fetched=self.files.get(name, {}))
            for kind, documents in self.definitions.items()
            for name, document in documents.items()
        ]
        environments = [
            Described(
                layout.ENVIRONMENT,
                {"name": name, "settings": list(settings)},
                tuple(_described(host) for host in hosts),
            )
            for name, (settings, hosts) in self.environments.items()
        ]
        groups = [
            Described(layout.HOST_GROUP, {"name": name, "settings": list(settings), "hosts": self._members(name)})
            for name, settings in self.groups.items()
        ]
        document = {"name": "Acme", "settings": list(self.settings), **self.more}
        return Archive.described(Described(layout.ORGANIZATION, document, (*definitions, *environments, *groups)))

    def _members(self, group: str) -> list[dict[str, Any]]:
        return [
            {"organization": "Acme", "environment": environment, "host": host.name}
            for environment, (_, hosts) in self.environments.items()
            for host in hosts
            if group in host.groups
        ]


def _described(host: HostSpec) -> Described:
    contexts = tuple(
        Described(
            layout.APPLICATION_CONTEXT, {"application": name, "settings": list(host.contexts[f"applications/{name}"])}
        )
        for name in host.applications
    )
    singles: dict[layout.Single, Mapping[str, Any]] = {}
    for single in (layout.PLATFORM_CONTEXT, layout.DISTRIBUTION_CONTEXT):
        for path, settings in host.contexts.items():
            member, _, name = path.partition("/")
            if member == single.member:
                singles[single] = {member: name, "settings": list(settings)}
    if host.properties is not None:
        properties = [{"key": key, "value": value} for key, value in host.properties.items()]
        singles[layout.INSTANCE] = {"state": "RUNNING", "properties": properties}
    document = {"name": host.name, "uuid": f"uuid-{host.name}", "settings": list(host.settings), **host.more}
    return Described(layout.HOST, document, contexts, singles)


class Simulated:
    """The organization in a store of the sandbox."""

    def __init__(self, spec: Spec) -> None:
        self.store = Store(":memory:")
        self.organization = self._add(self.store.root(), "organizations", "Acme", spec.settings)
        for kind, documents in spec.definitions.items():
            for name, document in documents.items():
                self._add(self.organization, kind, name, document.get("settings", ()), {"files": [], **document})
        uuids: dict[str, list[str]] = {name: [] for name in spec.groups}
        self.places: dict[tuple[str, str], Place] = {}
        for environment, (settings, hosts) in spec.environments.items():
            owner = self._add(self.organization, "environments", environment, settings)
            for host in hosts:
                node = self._host(owner, environment, host)
                self.places[environment, host.name] = Place(self.organization, owner, node)
                for group in host.groups:
                    uuids[group].append(node.doc["uuid"])
        for name, settings in spec.groups.items():
            members = [{"host": {"uuid": uuid}} for uuid in uuids[name]]
            self._add(self.organization, "hostgroups", name, settings, data={"hosts": members})
        self.resolver = Resolver(self.store, 0)

    def value(self, environment: str, host: str, context: str, key: str) -> Any:
        place = self.places[environment, host]
        kind, _, name = context.partition("/")
        node = self.store.find(place.host.id, kind, name) if kind == "applications" else None
        node = node or self.store.single(place.host.id, kind)
        assert node is not None
        found = self.resolver.find(self.resolver.levels(place, node), key, place.host)
        return found.value if found else None

    def _host(self, owner: Node, environment: str, host: HostSpec) -> Node:
        node = self._add(owner, "hosts", host.name, host.settings, {"uuid": f"{environment}/{host.name}"})
        for path, settings in host.contexts.items():
            kind, _, name = path.partition("/")
            assert kind in DEFINITIONS
            self._add(node, kind, name, settings)
        if host.properties is not None:
            given = [{"key": key, "value": value} for key, value in host.properties.items()]
            self.store.add(node.id, "instance", "", {}, {"given": given})
        return node

    def _add(
        self,
        owner: Node,
        kind: str,
        name: str,
        settings: Settings,
        doc: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Node:
        node = self.store.add(owner.id, kind, name, {"name": name, **(doc or {})}, dict(data or {}))
        for setting in settings:
            self.store.add(node.id, "settings", setting["key"], dict(setting))
        return node


class Emulated:
    """The values that Ansible gives to the variables of an inventory, by its rules of precedence."""

    def __init__(self, project: Project, model: Model) -> None:
        self.project = project
        self.model = model
        self.passed = {
            project.names.hosts[environment, host.name]: context_variables(project, host)
            for environment, host in project.archive.hosts
        }

    def value(self, host: str, role: str, key: str, default: Any) -> Any:
        variable = self.project.names.variables[key]
        variables = {} if default is None else {variable: literal(default)}
        variables |= self.variables(host) | self.passed[host].get(role, {})
        return self._templated(variables.get(variable), variables)

    def variables(self, host: str) -> dict[str, Any]:
        groups = [(group.priority or 1, name) for name, group in self.model.groups.items() if host in group.hosts]
        found = dict(self.model.all)
        for _, name in sorted(groups):
            found |= self.model.groups[name].variables
        return found | self.model.hosts[host]

    def _templated(self, value: Any, variables: Mapping[str, Any]) -> Any:
        if not isinstance(value, str) or isinstance(value, Unsafe) or "{{" not in value:
            return value
        match = re.fullmatch(r"\{\{ (.*) \}\}", value, re.DOTALL)
        assert match, value
        names = meta.find_undeclared_variables(JINJA.parse(value)) - {"undef", "hostvars"}
        known = {name: self._templated(variables.get(name), variables) for name in names if name in variables}
        known["hostvars"] = {host: self.variables(host) for host in self.model.hosts}
        known["undef"] = lambda hint: JINJA.undefined(hint)
        return JINJA.compile_expression(match[1])(**{name: one for name, one in known.items() if one is not None})
