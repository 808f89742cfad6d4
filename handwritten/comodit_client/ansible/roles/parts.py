"""Parts of applications, which an export writes to folders of their own and older ones to the definition."""

from __future__ import annotations

from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.sources import Source
from comodit_client.disk import layout


def parts_of(role: Role, kind: layout.Kind) -> list[Source]:
    """Return the parts of a kind.

    Args:
        role: The role.
        kind: The kind, such as `layout.GIT`.

    Returns:
        Their definitions; those with a folder first.
    """
    folders = [part.source for part in role.entity.of(kind)]
    names = {part.peek("name") for part in folders}
    found = list(folders)
    for item in role.source.items(kind.folder):
        if item.peek("name") in names:
            item.lose("", "the folder of the part is used")
        else:
            found.append(item)
    return found
