"""Hosts of free documents: a context needs no mention in the definition of its host."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path

from comodit_client.disk.desired_files import write_json
from comodit_client.disk.desired_places import Key
from comodit_client.disk.layout import APPLICATION_CONTEXT, DEFINITION


def add_applications(host: Key, paths: Mapping[Key, Path], new: Collection[Key]) -> None:
    """Add the applications of free contexts to the list in the definition of their host, if it has one.

    Args:
        host: The host.
        paths: The files and folders of all entities.
        new: The entities of free documents.
    """
    file = paths[host] / DEFINITION
    members = json.loads(file.read_bytes())
    names = members.get("applications")
    if not isinstance(names, list):
        return
    found = [key[-1][1][0] for key in new if key[:-1] == host and key[-1][0] == APPLICATION_CONTEXT.name]
    added = [name for name in found if name not in names]
    if added:
        write_json({**members, "applications": [*names, *added]}, file)
