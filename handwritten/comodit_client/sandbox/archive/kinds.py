"""The kind of an entity that lies at the top of an archive. No file names it, so its members decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.reading import unusable

if TYPE_CHECKING:
    from comodit_client.sandbox.archive.reading import Entity

#: The kinds in the order in which they are loaded: those that others refer to come first.
ORDER = ("organizations", "applications", "distributions", "platforms", "environments", "hosts")
#: Members and folders that only one kind has, from the most to the least certain.
_MARKS = (
    ("hosts", ("environment",), ()),
    ("organizations", ("environments", "access"), ("environments", "distributions", "platforms")),
    ("environments", (), ("hosts",)),
    ("platforms", ("driver",), ()),
    ("applications", ("packages", "services", "repositories", "handlers"), ("rpmmodules", "gits")),
)
#: Members that a distribution has in common with other kinds.
_OF_A_DISTRIBUTION = ("files", "parameters", "settings")


def kind_of(entity: Entity) -> str:
    """Return the collection that an entity belongs to.

    Raises:
        ApiError: The entity has no member from which that follows.
    """
    document, parent = entity.document, entity.place.parent.name
    for kind, names, folders in _MARKS:
        if any(name in document for name in names) or any((entity.place / name).is_dir() for name in folders):
            return kind
    if parent in ORDER:
        return parent
    # A host group lists objects as its hosts, an environment lists names.
    hosts = document.get("hosts")
    if isinstance(hosts, list) and all(isinstance(host, str) for host in hosts):
        return "environments"
    if any(name in document for name in _OF_A_DISTRIBUTION) and hosts is None:
        return "distributions"
    if "organization" not in document:
        return "organizations"
    raise unusable(
        entity.place,
        "it is neither an organization nor an application, a distribution, a platform, an environment or a host",
    )
