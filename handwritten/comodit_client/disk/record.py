"""Update of the files in which a sync keeps its state: the base, and the record of a push."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from comodit_client.disk import base, pending
from comodit_client.disk.compare import Diff
from comodit_client.disk.place import Place
from comodit_client.disk.scan import Item, digest_of


def record(
    folder: Place,
    local: Mapping[str, Item],
    remote: Mapping[str, Item],
    diffs: Iterable[Diff],
    sent: Collection[str | None] = (),
) -> None:
    """Record the files that are the same on both sides, and the side that changed each of the others.

    Args:
        folder: The folder of definitions.
        local: The files in the folder.
        remote: The files on the server.
        diffs: The differences that were found before.
        sent: The names of files that were pushed. They count as the same, even if the server completed them.

    Raises:
        UnusableFile: A file cannot be read, or was edited.
        OSError: A file cannot be written.
    """
    side_of = {str(diff.key): diff.side for diff in diffs}
    before = base.read(folder)
    after: base.Base = {}
    differing = set()
    for key in local.keys() | remote.keys():
        here, there = digest_of(local.get(key)), digest_of(remote.get(key))
        if here == there or key in sent:
            after[key] = here, there
            continue
        differing.add(key)
        if key in before:
            after[key] = before[key]
        elif side_of.get(key) == "folder":
            after[key] = base.CHANGED, there
        elif side_of.get(key) == "server":
            after[key] = here, base.CHANGED
    if after != before:
        base.write(folder, after)
    _drop_settled(folder, differing)


def _drop_settled(folder: Place, differing: Collection[str]) -> None:
    """Drop the files of an interrupted push that no longer differ."""
    interrupted = pending.read(folder)
    unsettled = {key: entry for key, entry in interrupted.items() if key in differing}
    if unsettled != interrupted:
        pending.write(folder, unsettled)
