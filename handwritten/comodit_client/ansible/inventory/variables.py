"""The settings of all levels as variables of groups and hosts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.inventory.expressions import (
    GROUP_VARS,
    HOST_VARS,
    UNDEFINED,
    in_group,
    is_secret,
    note_written,
    of_property,
    on_host,
    reference,
)
from comodit_client.ansible.inventory.groups import group_of, host_name
from comodit_client.ansible.inventory.hosts import Host
from comodit_client.ansible.inventory.levels import Levels, Settings, has_default, is_same, settings_of
from comodit_client.ansible.inventory.losses import note_setting
from comodit_client.ansible.inventory.model import Model, Variables
from comodit_client.ansible.inventory.secret_values import keep
from comodit_client.ansible.inventory.usage import context_keys, is_shared
from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import literal
from comodit_client.disk import layout


@define(eq=False)
class SettingsWriter:
    """Writes the settings of an archive to an inventory.

    A level that hosts share becomes the variables of a group. A host gets a variable of its own where the variables of
    its groups would give another value than ComodIT: a setting without a value hides weaker ones, for example.

    Args:
        project: The conversion.
        levels: The levels of settings.
        model: The inventory.
    """

    project: Project
    levels: Levels
    model: Model
    _written: dict[Entity, set[str]] = field(factory=dict, init=False)

    def write(self) -> None:
        """Write the variables of all groups and hosts."""
        if self.levels.organization is not None:
            self._write_level(self.levels.organization, "all", self.model.all)
        for kind in (layout.ENVIRONMENT, layout.HOST_GROUP):
            for entity in self.project.archive.of(kind):
                group = group_of(self.project, kind, entity.name)
                self._write_level(entity, group, self.model.group(group).variables)
        if self.project.options.links == "reference":
            self._write_links()
        for host in self.levels.hosts.values():
            self._write_host(host)

    def _write_level(self, owner: Entity, group: str, variables: Variables) -> None:
        self._written[owner] = set()
        for key, setting in settings_of(owner.source).items():
            note_setting(setting)
            variable = self.project.names.variables[key]
            end = self.levels.links.follow(setting)
            if not is_secret(self.project, setting, end):
                value = in_group(self.project, self.levels, setting)
            elif end.property_key is not None:
                value = None
            else:
                value = keep(self.project, f"{GROUP_VARS}/{group}", variable, end.value, setting)
            if value is not None:
                variables[variable] = value
                self._written[owner].add(key)

    def _write_links(self) -> None:
        for path, variable in self.levels.links.variables.items():
            setting, host = self.levels.links.targets[path]
            end = self.levels.links.follow(setting)
            if end.is_loop or is_secret(self.project, setting, end):
                continue
            if end.path:
                self.model.all[variable] = reference(self.levels, setting)
                continue
            if end.property_key is not None:
                note_written(setting, end, "property")
                owner = host_name(self.project, host) if host else ""
                self.model.all[variable] = of_property(end.property_key, end.value, owner)
            elif end.value is not None:
                note_written(setting, end)
                self.model.all[variable] = literal(end.value)

    def _write_host(self, host: Host) -> None:
        variables = self.model.hosts[host_name(self.project, host)]
        own = self._own_settings(host)
        self._note_order(host)
        for key in self._keys(host, own):
            setting = next(level[key] for level in (own, *self.levels.shared(host)) if key in level)
            end = self.levels.links.follow(setting)
            value, inherited = end.on(host), self._inherited(host, key)
            if key not in own and is_same(value, inherited) and (value is not None or not has_default(host, key)):
                continue
            written = None if value is None else self._written_on(host, key, setting, value, key in own)
            if written is None and (inherited is not None or has_default(host, key)):
                written = UNDEFINED
            if written is not None:
                setting.get("key")
                variables[self.project.names.variables[key]] = written

    def _written_on(self, host: Host, key: str, setting: Source, value: Any, is_own: bool) -> Any:
        end = self.levels.links.follow(setting)
        if not is_secret(self.project, setting, end):
            return on_host(self.project, self.levels, host, setting)
        if not is_own and end.property_key is None:  # the vault of the group has it, or no vault
            return None
        scope = f"{HOST_VARS}/{host_name(self.project, host)}"
        return keep(self.project, scope, self.project.names.variables[key], value, setting)

    def _own_settings(self, host: Host) -> Settings:
        """Return the settings of a host, and those of its contexts that need not be passed by a play."""
        own = dict(settings_of(host.entity.source))
        for setting in own.values():
            note_setting(setting)
        shared = {key for key in context_keys(host) if is_shared(self.levels, host, key)}
        for context in host.contexts:
            for key, setting in settings_of(context.source).items():
                note_setting(setting)
                if key in shared:
                    own[key] = setting
                    end = self.levels.links.follow(setting)
                    # Another context may have the same value, which is written once.
                    if end.on(host) is not None and not is_secret(self.project, setting, end):
                        note_written(setting, end)
        return own

    def _keys(self, host: Host, own: Settings) -> Iterator[str]:
        yield from dict.fromkeys([*own, *(key for level in self.levels.shared(host) for key in level)])

    def _inherited(self, host: Host, key: str) -> Any:
        """Return the value that the variables of groups give to a host."""
        for owner in self.levels.owners(host):
            if key in self._written[owner]:
                return self.levels.links.follow(settings_of(owner.source)[key]).on(host)
        return None

    def _note_order(self, host: Host) -> None:
        for number, group in enumerate(host.groups):
            for key, setting in settings_of(group.source).items():
                stronger = [one.name for one in host.groups[number + 1 :] if key in settings_of(one.source)]
                if stronger:
                    setting.lose(
                        "key",
                        f"host group {stronger[-1]!r} sets the key too, and its value is used; the order of host "
                        "groups is not in an export",
                    )
