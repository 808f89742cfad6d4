"""Copies of host groups in orchestrations and steps. The server makes them, and only the name in them counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from comodit_client.disk.layout import ORCHESTRATION, STEP
from comodit_client.disk.payloads import list_member
from comodit_client.disk.scan import Item, digest_document

#: The kinds with copies.
KINDS = (ORCHESTRATION.name, STEP.name)
#: The members that list host groups. The server has two spellings.
MEMBERS = ("orderedHostGroup", "orderedHostGroups")


def without_copies(kind: str, document: Mapping[str, Any]) -> dict[str, Any]:
    """Copy a definition, with the names of host groups instead of copies.

    Args:
        kind: The name of the kind.
        document: The definition.

    Returns:
        The definition.
    """
    found = dict(document)
    for member in MEMBERS if kind in KINDS else ():
        if isinstance(document.get(member), list):
            found[member] = [_named(item) for item in list_member(document, member)]
    return found


def remove_copies(items: Mapping[str, Item]) -> dict[str, Item]:
    """Replace copies of host groups by their names, in the definitions of a scan.

    Args:
        items: The files. Their definitions are changed, because the files of one scan share them.

    Returns:
        The files, with digests that do not depend on copies.
    """
    found = dict(items)
    for key, item in items.items():
        if item.document is not None and item.kind.name in KINDS:
            item.document.update(without_copies(item.kind.name, item.document))
            found[key] = evolve(item, digest=digest_document(item.kind.name, item.document))
    return found


def _named(item: Mapping[str, Any]) -> dict[str, Any]:
    group = item.get("hostGroup")
    return {**item, "hostGroup": {"name": group["name"]}} if isinstance(group, dict) and "name" in group else dict(item)
