"""The names that everything in an archive has in Ansible."""

from __future__ import annotations

import keyword
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, count

from attrs import field, frozen

from comodit_client.ansible.archive import Archive, Entity
from comodit_client.ansible.keys import Keys
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member
from comodit_client.rest.exceptions import ExportException

#: Variables that Ansible or Jinja reserve.
RESERVED = frozenset(
    """
    action always and any_errors_fatal args async async_val become become_exe become_flags become_method
    become_user block call changed_when check_mode collections connection context cycler debugger delay
    delegate_facts delegate_to dict diff elif else endblock environment fact_path failed_when false filter for
    force_handlers gather_facts gather_timeout group_names groups handlers hosts hostvars if ignore_errors
    ignore_unreachable import in include inventory_dir inventory_file inventory_hostname
    inventory_hostname_short is item joiner lipsum local_action lookup loop loop_control loop_with macro
    max_fail_percentage module_defaults name namespace no_log none not notify now null omit or order play_hosts
    playbook_dir poll port post_tasks pre_tasks q query range register remote_user rescue retries role_name
    role_path roles run_once self serial set strategy tags tasks throttle timeout true undef until vars
    vars_files vars_prompt when with_
    """.split()  # noqa: SIM905 - a list would have a line for each
)
#: The prefixes of groups, by kind.
GROUPS: Mapping[layout.Kind, str] = {
    layout.ENVIRONMENT: "environment",
    layout.HOST_GROUP: "hostgroup",
    layout.APPLICATION: "application",
    layout.PLATFORM: "platform",
    layout.DISTRIBUTION: "distribution",
}


@frozen(eq=False)
class Names:
    """The names of roles, groups, hosts and variables. Each is unique among those of its kind.

    Attributes:
        roles: The role of each application.
        variables: The variable of each key of a setting.
        groups: The group of each environment, host group, application, platform and distribution, by kind and name.
        hosts: The host in the inventory, by environment and name.
    """

    roles: Mapping[str, str]
    variables: Mapping[str, str]
    groups: Mapping[tuple[str, str], str] = field(factory=dict)
    hosts: Mapping[tuple[str, str], str] = field(factory=dict)

    @classmethod
    def of(cls, archive: Archive, keys: Keys, given: Mapping[str, str] | None = None) -> Names:
        """Choose the names for an archive.

        Args:
            archive: The archive.
            keys: The keys of its settings.
            given: Names to use instead of those chosen, by `applications/NAME`, `settings/KEY`,
                `environments/ENVIRONMENT/hosts/HOST`, or `environments/NAME` and others for groups.

        Returns:
            The names.

        Raises:
            ExportException: Two entities would get the same name, or an entity has no possible name.
        """
        chosen = dict(given or {})
        applications = [entity.name for entity in archive.of(layout.APPLICATION)]
        groups = {
            (kind.name, entity.name): chosen.pop(entity.where, f"{prefix}_{re.sub(r'[^A-Za-z0-9_]', '_', entity.name)}")
            for kind, prefix in GROUPS.items()
            for entity in archive.of(kind)
            if kind != layout.APPLICATION
        }
        roles = {name: chosen.pop(f"applications/{name}", "") or role_name(name) for name in applications}
        names = cls(
            roles,
            {key: chosen.pop(f"settings/{key}", "") or variable_name(key) for key in keys.names},
            groups | {(layout.APPLICATION.name, name): f"application_{role}" for name, role in roles.items()},
            _host_names(archive, chosen),
        )
        if chosen:
            raise ExportException(
                f"Cannot convert: nothing is called {', '.join(map(repr, sorted(chosen)))}. Correct the names that you "
                "pass"
            )
        names._check()
        return names

    def _check(self) -> None:
        for what, prefix, found in (
            ("role", "applications/", self.roles),
            ("variable", "settings/", self.variables),
        ):
            _check_unique(what, {f"{prefix}{name}": value for name, value in found.items()})
            for name, value in found.items():
                pattern = r"[a-z][a-z0-9_]*" if what == "role" else r"[A-Za-z_][A-Za-z0-9_]*"
                if not re.fullmatch(pattern, value):
                    raise ExportException(
                        f"Cannot convert '{prefix}{name}': {value!r} is not a valid name of a {what}. Choose one, such "
                        f"as --name '{prefix}{name}=my_name'"
                    )
        _check_unique("group", {f"{kind} {name}": value for (kind, name), value in self.groups.items()})
        _check_unique("host", {f"environments/{env}/hosts/{name}": value for (env, name), value in self.hosts.items()})


def role_name(name: str) -> str:
    """Return the name of the role for an application.

    Args:
        name: The name of the application.

    Returns:
        Lower-case letters, digits and underscores. Empty if the name has no such characters.
    """
    text = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    return f"app_{text}" if text[:1].isdigit() else text


def definition_role(kind: layout.Kind, name: str) -> str:
    """Return the name of the role for a platform or a distribution.

    Args:
        kind: The kind.
        name: The name of the platform or distribution.

    Returns:
        The name of the role, such as `platform_my_cloud`.
    """
    return f"{GROUPS[kind]}_{role_name(name)}"


def variable_name(key: str) -> str:
    """Return the variable for the key of a setting.

    Args:
        key: The key.

    Returns:
        The key with an underscore for each character that a variable cannot have. An underscore follows a reserved
        word.
    """
    text = re.sub(r"[^A-Za-z0-9_]", "_", key)
    if text[:1].isdigit():
        text = f"_{text}"
    return f"{text}_" if text in RESERVED or keyword.iskeyword(text) or text.startswith("ansible_") else text


def handler_slug(application: Entity, name: str) -> str:
    """Return the part of a file name that stands for a named handler of an application.

    The tasks of the handler are in `tasks/handler_<slug>.yml` of the role.

    Args:
        application: The application.
        name: The name of the handler. Handlers of the same name share a file, as they run together.

    Returns:
        Lower-case letters, digits and underscores, unique in the application.

    Raises:
        ExportException: The application has no such handler.
    """
    handlers = list_member(application.source.document, "handlers")
    slugs = unique_slugs(str(handler["name"]) for handler in handlers if handler.get("name"))
    if name not in slugs:
        raise ExportException(
            f"Cannot convert {application.where!r}: it has no handler {name!r}. Add the handler to its definition"
        )
    return slugs[name]


def unique_slugs(names: Iterable[str]) -> dict[str, str]:
    """Choose a file name for each of several names.

    Args:
        names: The names. Equal ones share a file name.

    Returns:
        Lower-case letters, digits and underscores for each name; with a number where two would be equal.
    """
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        slug = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:100] or "unnamed"
        numbered = (f"{slug}_{number}" for number in count(2))
        slugs[name] = next(one for one in chain([slug], numbered) if one not in taken)
        taken.add(slugs[name])
    return slugs


def _host_names(archive: Archive, chosen: dict[str, str]) -> dict[tuple[str, str], str]:
    """Return plain names where they are unique, and append the environment elsewhere."""
    found = {}
    counts = Counter(host.name for _, host in archive.hosts)
    for environment, host in archive.hosts:
        text = host.name if counts[host.name] == 1 else f"{host.name}.{environment}"
        given = chosen.pop(f"environments/{environment}/hosts/{host.name}", None)
        found[environment, host.name] = given or re.sub(r"[^A-Za-z0-9_.-]", "_", text)
    return found


def _check_unique(what: str, names: Mapping[str, str]) -> None:
    taken: dict[str, str] = {}
    for entity, name in names.items():
        if name.casefold() in taken:
            raise ExportException(
                f"Cannot convert: {taken[name.casefold()]!r} and {entity!r} would both be the {what} {name!r}. Choose "
                f"another name for one of them, such as --name '{entity}={name}_2'"
            )
        taken[name.casefold()] = entity
