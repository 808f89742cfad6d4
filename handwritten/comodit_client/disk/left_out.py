"""What differs between a folder and the server and is not synced: it is told, not passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comodit_client.disk import tree
from comodit_client.disk.layout import CONTENTS, DEFINITION, Kind
from comodit_client.disk.scan import Item, digest_of


def left_out(local: Mapping[str, Item], remote: Mapping[str, Item]) -> list[str]:
    """Find what differs and is not synced.

    Args:
        local: What is in the folder.
        remote: What the server has.

    Returns:
        The names, each with the reason, in order.

    Raises:
        UnusableFile: A symbolic link is among the contents.
    """
    return sorted([*_of_one_place(local, remote), *_unnamed(local)])


def _of_one_place(local: Mapping[str, Item], remote: Mapping[str, Item]) -> Iterator[str]:
    for key in local.keys() | remote.keys():
        item = local.get(key) or remote[key]
        if item.is_of_one_place and digest_of(local.get(key)) != digest_of(remote.get(key)):
            yield f"{key}: a {item.kind.name} is of one place"


def _unnamed(local: Mapping[str, Item]) -> Iterator[str]:
    """The contents that belong to no file of their entity; an import passes over them as well."""
    known = {item.file for item in local.values()}
    for key, item in local.items():
        folder = item.file.parent / CONTENTS
        is_owner = item.document is not None and isinstance(item.kind, Kind) and item.kind.contents
        if is_owner and tree.is_folder(folder):
            for name in tree.entries(folder):
                if not name.startswith(".") and folder / name not in known:
                    yield f"{key.removesuffix(DEFINITION)}{CONTENTS}/{name}: the definition names no such file"
