"""Groups and users of machines."""

from __future__ import annotations

from typing import Any

from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.steps import Steps, named, task
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import literal


def groups_of(role: Role) -> Steps:
    """Return the tasks for groups.

    Args:
        role: The role.

    Returns:
        Those that create and remove them.
    """
    steps = Steps()
    for item in named(role.source.items("groups")):
        name = item.text("name")
        arguments = {"name": literal(name), "gid": _id_of(item, "gid"), "state": "present"}
        steps.install.append(task(f"Create group {name}", "group", arguments))
        steps.remove.append(task(f"Remove group {name}", "group", {"name": literal(name), "state": "absent"}))
    return steps


def users_of(role: Role) -> Steps:
    """Return the tasks for users. A removed user keeps the home directory.

    Args:
        role: The role.

    Returns:
        Those that create and remove them.
    """
    steps = Steps()
    for item in named(role.source.items("users")):
        name = item.text("name")
        password = _password(role, item, name)
        arguments = {
            "name": literal(name),
            "comment": _text(item, "fullName"),
            "uid": _id_of(item, "uid"),
            "group": _group(role, item),
            **_groups(item),
            "home": _text(item, "home"),
            "create_home": _flag(item, "createHome"),
            "shell": _text(item, "shell"),
            "system": _flag(item, "system"),
            "password": password,
            "update_password": "on_create" if password else None,
            "state": "present",
        }
        steps.install.append(task(f"Create user {name}", "user", arguments, no_log=True if password else None))
        steps.remove.append(task(f"Remove user {name}", "user", {"name": literal(name), "state": "absent"}))
    return steps


def _text(item: Source, member: str) -> Any:
    text = item.text(member)
    return literal(text) if text else None


def _flag(item: Source, member: str) -> bool | None:
    text = item.text(member).lower()
    return text == "true" if text else None


def _id_of(item: Source, member: str) -> int | None:
    """Return a number of a user or group; -1 and an empty text stand for any."""
    text = item.text(member).strip()
    if text in ("", "-1"):
        return None
    if not text.isdecimal():
        item.lose(member, "it is not a number")
        return None
    return int(text)


def _group(role: Role, item: Source) -> Any:
    """Return the primary group. A name counts more than a number, because Ansible takes one of the two."""
    name, number = item.text("loginGroup"), _id_of(item, "gid")
    if not name:
        return None if number is None else str(number)
    groups = {group.peek("name"): str(group.peek("gid")).strip() for group in role.source.items("groups")}
    if number is not None and groups.get(name) != str(number):
        item.lose("gid", f"the number of group {name} is used; add it to the groups of the application")
    return literal(name)


def _groups(item: Source) -> dict[str, Any]:
    names = item.peek("groups")
    if not isinstance(names, list) or not names:
        item.explain("groups", "it is not a list")
        return {}
    item.get("groups")
    return {"groups": [literal(str(name)) for name in names], "append": True}


def _password(role: Role, item: Source, name: str) -> str | None:
    """Return the hash of the password as a variable, so that a password that is left out can be given."""
    value = item.peek("password")
    if not value:
        return None
    item.get("password")
    suffix = f"{role.slug('user', name)}_password"
    reference = role.keep_secret(role.variable(suffix), value, item, "password")
    if reference and not str(value).startswith("$"):
        reference = reference.replace(" }}", " | password_hash('sha512') }}")
    variable = role.option(suffix, f"The hash of the password of user {name}.", reference, secret=True)
    return f"{{{{ {variable} | default(omit) }}}}"
