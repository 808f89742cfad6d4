"""The resources of an application, and the tasks that install, update and remove them.

S72 gives the descriptions of installation tasks; those of other tasks follow the same pattern.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.state.contents import FILE

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

#: The resources of an application: the state of each by its list and its name.
Resources = dict[tuple[str, str], str]


@frozen
class _Kind:
    """A kind of resources.

    Attributes:
        member: The list in the application.
        word: The name of the kind in task descriptions.
        add: The verb for a new resource.
        change: The verb for a changed resource.
        remove: The verb for a removed resource.
    """

    member: str
    word: str
    add: str = "add"
    change: str = "update"
    remove: str = "remove"


#: In the order of an installation; a removal uses the reverse order.
_KINDS = (
    _Kind("repositories", "repository"),
    _Kind("rpmmodules", "RPM module"),
    _Kind("groups", "group"),
    _Kind("users", "user"),
    _Kind("directories", "directory"),
    _Kind("packages", "package"),
    _Kind("gits", "git"),
    _Kind("files", "file", add="write"),
    _Kind("services", "service", add="restart", remove="stop"),
)
#: Members that do not describe the resource.
_IDENTIFIERS = {"uuid", "version"}


def install_tasks(application: Document) -> list[str]:
    """Return the tasks that install all resources of an application."""
    return [f"{kind.add} {kind.word} {name}" for kind in _KINDS for name in _names(application, kind.member)]


def uninstall_tasks(application: Document) -> list[str]:
    """Return the tasks that remove all resources of an application."""
    return [
        f"{kind.remove} {kind.word} {name}" for kind in reversed(_KINDS) for name in _names(application, kind.member)
    ]


def resources_of(store: Store, application: Node) -> Resources:
    """Return the states of an application's resources, contents of files included."""
    return {
        (kind.member, item["name"]): _state_of(store, application, kind.member, item)
        for kind in _KINDS
        for item in application.doc.get(kind.member, [])
    }


def change_tasks(before: Resources, after: Resources) -> list[str]:
    """Return the tasks that lead from one state of an application's resources to another."""
    tasks = [
        f"{kind.remove} {kind.word} {name}" for kind, name in _of_kinds(before) if (kind.member, name) not in after
    ]
    for kind, name in reversed(list(_of_kinds(after))):
        resource = (kind.member, name)
        if before.get(resource) != after[resource]:
            tasks.append(f"{kind.change if resource in before else kind.add} {kind.word} {name}")
    return tasks


def changed_files(before: Resources, after: Resources) -> set[str]:
    """Return the files that differ, in the form of handler triggers (S112)."""
    differing = {resource for resource in before.keys() | after.keys() if before.get(resource) != after.get(resource)}
    return {f"file://{name}" for member, name in differing if member == "files"}


def _names(application: Document, member: str) -> list[str]:
    return [item["name"] for item in application.get(member, [])]


def _of_kinds(resources: Resources) -> Iterator[tuple[_Kind, str]]:
    """Yield resources in the order of a removal."""
    for kind in reversed(_KINDS):
        for member, name in reversed(resources):
            if member == kind.member:
                yield kind, name


def _state_of(store: Store, application: Node, member: str, item: Document) -> str:
    state = json.dumps({name: value for name, value in item.items() if name not in _IDENTIFIERS}, sort_keys=True)
    content = store.contents.find(application.id, FILE, item["name"]) if member == "files" else None
    return state if content is None else state + content.digest
