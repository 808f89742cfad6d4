"""Differences that a sync leaves alone. It reports them, so that nobody takes them for synced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comodit_client.disk.layout import CONTENTS, DEFINITION, Kind
from comodit_client.disk.scan import Item, digest_of


def find_unsynced(local: Mapping[str, Item], remote: Mapping[str, Item]) -> list[str]:
    """Find the differences that a sync leaves alone.

    Args:
        local: The files in the folder.
        remote: The files on the server.

    Returns:
        The names of the files, each with the reason, sorted.

    Raises:
        UnusableFile: A symbolic link is among the contents.
    """
    return sorted([*_local_only(local, remote), *_unnamed(local)])


def _local_only(local: Mapping[str, Item], remote: Mapping[str, Item]) -> Iterator[str]:
    for key in local.keys() | remote.keys():
        item = local.get(key) or remote[key]
        if item.is_local_only and digest_of(local.get(key)) != digest_of(remote.get(key)):
            yield f"{key}: a {item.kind.name} belongs to one server only"


def _unnamed(local: Mapping[str, Item]) -> Iterator[str]:
    """Yield the contents of files that no definition lists. An import skips them as well."""
    known = {item.file for item in local.values()}
    for key, item in local.items():
        folder = item.file.parent / CONTENTS
        is_owner = item.document is not None and isinstance(item.kind, Kind) and item.kind.contents
        if is_owner and folder.is_folder():
            for name in folder.names():
                if not name.startswith(".") and folder / name not in known:
                    yield f"{key.removesuffix(DEFINITION)}{CONTENTS}/{name}: the definition lists no such file"
