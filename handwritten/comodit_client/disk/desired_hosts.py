"""Hosts of free documents: their definitions and contexts name the same applications, platform and distribution."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from comodit_client.disk.desired_files import write_json
from comodit_client.disk.desired_places import Key, mistake
from comodit_client.disk.desired_values import Document
from comodit_client.disk.layout import (
    APPLICATION_CONTEXT,
    DEFINITION,
    DISTRIBUTION_CONTEXT,
    PLATFORM_CONTEXT,
    Single,
)
from comodit_client.disk.names import file_names


def complete(host: Key, paths: Mapping[Key, Path], new: Mapping[Key, Document]) -> None:
    """Complete a host: a context needs no mention in the definition, and a name in the definition needs no context.

    Args:
        host: The host.
        paths: The files and folders of all entities.
        new: The free documents.

    Raises:
        UnusableFile: The definition and a context name different platforms or distributions.
    """
    file = paths[host] / DEFINITION
    members = json.loads(file.read_bytes())
    for single in (PLATFORM_CONTEXT, DISTRIBUTION_CONTEXT):
        _complete_single(members, single, paths[host], new.get((*host, (single.name, ()))))
    _complete_applications(members, host, paths, new)
    write_json(members, file)


def _complete_single(members: dict[str, Any], single: Single, folder: Path, context: Document | None) -> None:
    name = members.get(single.member)
    if context is not None:
        named = context.members.get(single.member)
        if not named or name not in (*single.absent, named):
            raise mistake(
                context,
                f"the {single.name} names the {single.member} {named!r}, and the host {name!r}. Use the same name",
            )
        members[single.member] = named
    elif name not in single.absent and not (folder / single.file).exists():
        write_json({single.member: name}, folder / single.file)


def _complete_applications(
    members: dict[str, Any], host: Key, paths: Mapping[Key, Path], new: Mapping[Key, Document]
) -> None:
    given = members.get("applications")
    names = [name for name in given if isinstance(name, str) and name] if isinstance(given, list) else []
    contexts = {key[-1][1][0]: key for key in paths if key[:-1] == host and key[-1][0] == APPLICATION_CONTEXT.name}
    added = [name for name, key in contexts.items() if key in new and name not in names]
    folder = paths[host] / APPLICATION_CONTEXT.folder
    written = file_names({*names, *contexts})
    for name in names:
        if name not in contexts:
            write_json({"application": name}, folder / f"{written[name]}.json")
    if added:
        members["applications"] = [*names, *added]
