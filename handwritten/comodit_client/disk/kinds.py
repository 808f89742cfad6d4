"""The kind of the entity in a folder. No file names it, so the members of its definition and its sub-folders decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comodit_client.disk.layout import APPLICATION, DISTRIBUTION, ENVIRONMENT, HOST, ORGANIZATION, PLATFORM, Kind
from comodit_client.disk.place import Place

#: Members and sub-folders that only definitions of a kind have. The first match decides.
_MARKS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (HOST, ("environment",)),
    (ORGANIZATION, ("environments", "access", "applications", "distributions", "platforms")),
    (PLATFORM, ("driver",)),
    (APPLICATION, ("packages", "services", "handlers", "repositories", "users", "directories", "rpmmodules", "gits")),
    (ENVIRONMENT, ("hosts",)),
    (DISTRIBUTION, ("files", "parameters", "settings")),
)


def kind_of(folder: Place, document: Mapping[str, Any]) -> Kind | None:
    """Return the kind of the entity in a folder.

    Args:
        folder: The folder.
        document: Its definition.

    Returns:
        The kind, or None if it is none of an organization, environment, host, application, platform or distribution.
    """
    hosts = document.get("hosts")
    if isinstance(hosts, list) and any(isinstance(host, Mapping) for host in hosts):
        return None  # a host group lists objects, an environment names
    for kind, marks in _MARKS:
        if any(document.get(mark) is not None or (folder / mark).is_folder() for mark in marks):
            return kind
    return None
