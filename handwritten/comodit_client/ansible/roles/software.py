"""Package repositories, RPM modules and packages."""

from __future__ import annotations

import re

from comodit_client.ansible.roles.parts import parts_of
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.steps import Steps, Task, drop, named, task
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import literal
from comodit_client.disk import layout

_RED_HAT = "ansible_facts['os_family'] == 'RedHat'"
_DEBIAN = "ansible_facts['os_family'] == 'Debian'"
#: Why signatures are not checked.
_NO_KEY = "ComodIT has no keys for package repositories, so signatures of their packages are not checked."


def repositories_of(role: Role) -> Steps:
    """Return the tasks for package repositories.

    Args:
        role: The role.

    Returns:
        Those that add and remove them.
    """
    steps = Steps()
    for item in named(role.source.items("repositories"), "location"):
        install, remove = _apt(role, item) if item.peek("components") else _yum(item)
        role.note(_NO_KEY)
        steps.install.append(install)
        steps.remove.append(remove)
    return steps


def rpm_modules_of(role: Role) -> Steps:
    """Return the tasks for RPM modules.

    Args:
        role: The role.

    Returns:
        Those that enable or disable them, and those that reset them.
    """
    steps = Steps()
    for item in named(parts_of(role, layout.RPM_MODULE)):
        name = item.text("name")
        if item.get("enabled") in (False, "false"):
            drop(item, "stream", "DNF disables all streams of a module")
            drop(item, "profile", "DNF disables all profiles of a module")
            steps.install.append(_module_command(role, "disable", name))
        else:
            stream, profile = item.text("stream"), item.text("profile")
            module = f"@{name}{f':{stream}' if stream else ''}{f'/{profile}' if profile else ''}"
            arguments = {"name": literal(module), "state": "present"}
            steps.install.append(task(f"Enable RPM module {name}", "dnf", arguments, when=_RED_HAT))
        steps.remove.append(_module_command(role, "reset", name))
    return steps


def packages_of(role: Role) -> Steps:
    """Return the tasks for packages.

    Args:
        role: The role.

    Returns:
        Those that install and remove all of them at once.
    """
    names = [literal(item.text("name")) for item in named(role.source.items("packages"))]
    if not names:
        return Steps()
    remove = role.option("remove_packages", "Whether the removal of the application removes its packages.", True)
    return Steps(
        [task("Install the packages", "package", {"name": names, "state": "present"})],
        [task("Remove the packages", "package", {"name": names, "state": "absent"}, when=remove)],
    )


def _yum(item: Source) -> tuple[Task, Task]:
    name = item.text("name")
    arguments = {
        "name": re.sub(r"[^A-Za-z0-9_.:-]", "_", name),
        "description": literal(name),
        "baseurl": literal(item.text("location")),
        "gpgcheck": False,
    }
    remove = {"name": arguments["name"], "state": "absent"}
    return (
        task(f"Add repository {name}", "yum_repository", arguments, when=_RED_HAT),
        task(f"Remove repository {name}", "yum_repository", remove, when=_RED_HAT),
    )


def _apt(role: Role, item: Source) -> tuple[Task, Task]:
    name, location = item.text("name"), item.text("location").replace("{", "%7B")
    found = item.get("components")
    components = " ".join(map(str, found) if isinstance(found, list) else [str(found)]).replace("{", "%7B")
    if " " not in location.strip():
        location = f"{location} {{{{ ansible_facts['distribution_release'] }}}}"
        role.note(f"ComodIT has no suite for the repository {name}, so the name of the host's release is used.")
    arguments = {
        "repo": f"deb [trusted=yes] {location} {components}",
        "filename": re.sub(r"[^A-Za-z0-9_-]", "_", name),
    }
    return (
        task(f"Add repository {name}", "apt_repository", {**arguments, "state": "present"}, when=_DEBIAN),
        task(f"Remove repository {name}", "apt_repository", {**arguments, "state": "absent"}, when=_DEBIAN),
    )


def _module_command(role: Role, verb: str, name: str) -> Task:
    result = role.variable("module")
    return task(
        f"{verb.capitalize()} RPM module {name}",
        "command",
        {"argv": ["dnf", "--assumeyes", "module", verb, literal(name)]},
        register=result,
        changed_when=f"'Nothing to do' not in {result}.stdout",
        when=_RED_HAT,
    )
