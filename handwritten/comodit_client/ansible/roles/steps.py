"""Tasks that install resources, and those that remove them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from attrs import field, frozen

from comodit_client.ansible.sources import Source
from comodit_client.ansible.texts import label

#: A task of Ansible.
Task: TypeAlias = dict[str, Any]


@frozen
class Steps:
    """The tasks for the resources of one kind.

    Attributes:
        install: Those that install them.
        remove: Those that remove them.
    """

    install: list[Task] = field(factory=list)
    remove: list[Task] = field(factory=list)


def task(name: str, module: str, arguments: dict[str, Any], **keywords: Any) -> Task:
    """Return a task.

    Args:
        name: What it does.
        module: The module, without its collection.
        arguments: The arguments of the module; those that are None are left out.
        **keywords: Keywords of the task, such as `when`; those that are None or empty are left out.

    Returns:
        The task, with the members in the usual order.
    """
    given = {key: value for key, value in arguments.items() if value is not None}
    found = {key: value for key, value in keywords.items() if value not in (None, [], {})}
    return {"name": label(name), f"ansible.builtin.{module}": given, **found}


def named(items: Iterable[Source], needed: str = "name") -> list[Source]:
    """Return the resources that have a name, and record the others as losses.

    Args:
        items: The resources.
        needed: The member that they need.

    Returns:
        Those that have it.
    """
    found = []
    for item in items:
        if item.peek("name") and item.peek(needed):
            found.append(item)
        else:
            item.lose("", f"it has no {'name' if not item.peek('name') else needed}")
    return found


def drop(source: Source, member: str, reason: str) -> None:
    """Record that a member is not carried over, unless it is false or empty.

    Args:
        source: The object.
        member: The name of the member.
        reason: The reason.
    """
    if source.get(member):
        source.lose(member, reason)


def mode_of(item: Source, default: str) -> str:
    """Return the permissions of a file or directory.

    Args:
        item: The file or directory.
        default: Those to use if it has none.

    Returns:
        Octal digits with a zero before them.
    """
    text = item.text("mode").strip()
    if not text:
        return default
    if len(text) > 5 or not set(text) <= set("01234567"):
        item.lose("mode", f"it is not made of octal digits; {default} is used")
        return default
    return f"0{text.lstrip('0').zfill(3)}"
