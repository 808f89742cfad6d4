# Made by `python -m generator` from handwritten/comodit_client/aio/sync.py.
# Do not edit: change that, then run `make generate`.
"""Sync: bring a folder of definitions and the server together, without losing changes of either side."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, frozen

from comodit_client.api._plan.server import entity_of, find_actions, find_deletions, read_server
from comodit_client.api._transfer.actions import fetch_current
from comodit_client.api._transfer.file_providers import FileProvider, LocalFileProvider, RemoteFileProvider
from comodit_client.api._transfer.queue import ActionsQueue
from comodit_client.disk import base, layout, pending, tree
from comodit_client.disk.apply import apply
from comodit_client.disk.compare import Diff, compare
from comodit_client.disk.left_out import find_unsynced
from comodit_client.disk.lock import locked
from comodit_client.disk.payloads import to_payload
from comodit_client.disk.place import Place
from comodit_client.disk.record import record
from comodit_client.disk.scan import Item, scan
from comodit_client.disk.secret import without_secrets
from comodit_client.disk.sides import Side, find_changes
from comodit_client.disk.stamps import export_time, is_edited
from comodit_client.disk.swap import recovered
from comodit_client.rest.exceptions import SyncException
from comodit_client.rest.progress import Count, Progress

if TYPE_CHECKING:
    from comodit_client.api.editable import EditableEntity

__all__ = [
    "Count",
    "Diff",
    "FileProvider",
    "LocalFileProvider",
    "Progress",
    "RemoteFileProvider",
    "SyncEngine",
    "SyncException",
]

#: The side that wins a conflict; `refuse` changes nothing.
OnConflict = Literal["refuse", "folder", "server"]
#: The kinds that can be synced, by the name of the class.
KINDS = {
    kind.name.capitalize(): kind
    for kind in (layout.APPLICATION, layout.DISTRIBUTION, layout.PLATFORM, layout.ENVIRONMENT, layout.ORGANIZATION)
}


class SyncEngine:
    """Brings a folder that an export wrote and an entity on the server together.

    The file `.comodit-sync.json` in the folder records the state of the last sync, which shows the side that changed a
    file since. Before the first sync, a file counts as edited if its modification time differs from that of the export.
    An edited file is a conflict unless the server still has the exported version.

    Instances of hosts, members of groups and contents that no definition lists are not synced. The server cannot delete
    contents and pictures, so a pull restores those that the folder lacks.

    Args:
        folder_path: The folder.
        on_conflict: How to resolve files that changed on both sides: `folder` and `server` take the file of that side,
            `refuse` raises an error and changes nothing.
        with_secrets: Whether the folder holds secrets. Otherwise they are not compared, and an update keeps them.
        parallel: The number of requests in parallel.
        progress: Called with a `Count` after each step, first for requests that read and then for those that write.

    Attributes:
        left_out: The differences that the last call did not sync, each with the reason.

    Raises:
        SyncException: The folder does not exist, or holds no definition.

    Facts: S16.
    """

    def __init__(
        self,
        folder_path: str | os.PathLike[str],
        *,
        on_conflict: OnConflict = "refuse",
        with_secrets: bool = False,
        parallel: int = 8,
        progress: Progress | None = None,
    ) -> None:
        with locked(folder_path, exclusive=False, error=SyncException):
            folder = Place.at(recovered(folder_path))
        if not folder.is_folder():
            raise SyncException(f"{str(folder)!r} does not exist or is not a folder: export the entity to it first")
        if not (folder / layout.DEFINITION).is_file():
            raise SyncException(f"{str(folder)!r} does not contain an entity definition: export the entity to it first")
        if on_conflict not in ("refuse", "folder", "server"):
            raise SyncException(f"on_conflict={on_conflict!r} is invalid: pass 'refuse', 'folder' or 'server'")
        self.left_out: list[str] = []
        self._path = folder.path
        self._on_conflict = on_conflict
        self._with_secrets = with_secrets
        self._parallel = parallel
        self._progress = progress

    def status(self, remote_res: EditableEntity) -> list[Diff]:
        """Return the differences between the folder and the server. Print a `Diff` to read it.

        Args:
            remote_res: The entity. Its current state is fetched.

        Returns:
            The differences, one for each file.

        Raises:
            UnusableFile: The folder cannot be read, or contains a symbolic link.
        """
        return self.pull(remote_res, dry_run=True)

    def pull(self, remote_res: EditableEntity, dry_run: bool = False) -> list[Diff]:
        """Write changes of the server to the folder. Changes in the folder are kept.

        Args:
            remote_res: The entity. Its current state is fetched.
            dry_run: Whether to change nothing.

        Returns:
            The differences that were found, one for each file. Changes in the folder still differ.

        Raises:
            SyncException: A file changed on both sides, and nothing was written. Or the folder cannot be written.
            UnusableFile: The folder cannot be read, or contains a symbolic link.
        """
        with self._opened(exclusive=not dry_run) as folder, TemporaryDirectory() as home:
            other = Place.at(home) / "server"
            found = self._compare(remote_res, folder, other)
            if not dry_run:
                chosen = self._choose(found.diffs, "server")
                _record(folder, found)  # the next pull continues if this one is interrupted
                try:
                    apply(folder, other, chosen)
                except OSError as error:
                    raise SyncException(
                        f"Cannot write all changes to the folder: {error}. Fix the cause, then pull again"
                    ) from error
                settled = {diff.key for diff in chosen}
                pulled = {key: item for key, item in found.local.items() if key not in settled}
                pulled |= {key: item for key, item in found.remote.items() if key in settled}
                _record(folder, evolve(found, local=pulled))
        return found.diffs

    def push(self, remote_res: EditableEntity, dry_run: bool = False) -> list[Diff]:
        """Send changes in the folder to the server. Changes of the server are kept.

        Args:
            remote_res: The entity. Its current state is fetched.
            dry_run: Whether to change nothing.

        Returns:
            The differences that were found, one for each file. Changes of the server still differ.

        Raises:
            SyncException: A file changed on both sides, and nothing was sent.
            ImportException: The target of a reference is missing, or a request failed; `report` lists all actions.
            UnusableFile: The folder cannot be read, or contains a symbolic link.
        """
        with self._opened(exclusive=not dry_run) as folder, TemporaryDirectory() as home:
            found = self._compare(remote_res, folder, Place.at(home) / "server")
            if dry_run:
                return found.diffs
            chosen = self._choose(found.diffs, "folder")
            _record(folder, found)
            if chosen:
                entries = {str(diff.key): pending.make_entry(diff.remote, diff.local) for diff in chosen}
                pending.write(folder, entries)
                self._send(remote_res, folder, chosen)
                remote = self._fetch(remote_res, Place.at(home) / "afterwards")
                _record(folder, evolve(found, remote=_without_local_only(remote)), chosen)
        return found.diffs

    @contextmanager
    def _opened(self, exclusive: bool) -> Iterator[Place]:
        with locked(self._path, exclusive, SyncException):
            yield Place.at(recovered(self._path))

    def _compare(self, entity: EditableEntity, folder: Place, other: Place) -> _Comparison:
        local = scan(folder, _kind_of(entity))
        noted, exported = base.read(folder), export_time(folder)
        remote = self._fetch(entity, other)
        self.left_out = find_unsynced(local, remote)

        def shown(item: Item) -> dict[str, Any]:
            document, _ = without_secrets(entity_of(entity, item.chain))
            return to_payload(item.kind.name, document)

        local, remote = _without_local_only(local), _without_local_only(remote)
        interrupted = pending.read(folder)
        changes = find_changes(local, remote, noted, interrupted, lambda item: is_edited(item.file, exported))
        return _Comparison(local, remote, compare(local, remote, changes, shown))

    def _fetch(self, entity: EditableEntity, folder: Place) -> dict[str, Item]:
        current = fetch_current(entity)
        if current is None:
            raise SyncException(f"Cannot sync {entity.url}: it does not exist on the server. Import the folder instead")
        return read_server(current, _kind_of(entity), folder, self._with_secrets, self._parallel, self._progress)

    def _choose(self, diffs: Iterable[Diff], side: Side) -> list[Diff]:
        conflicts = [str(diff.key) for diff in diffs if diff.side == "both"]
        if conflicts and self._on_conflict == "refuse":
            raise SyncException(
                f"Nothing was changed because of conflicts: {', '.join(conflicts)}. Print the result of status() to "
                "see them, then pass on_conflict='folder' or on_conflict='server'",
                conflicts=conflicts,
            )
        return [diff for diff in diffs if diff.side == side or (diff.side == "both" and self._on_conflict == side)]

    def _send(self, entity: EditableEntity, folder: Place, diffs: list[Diff]) -> None:
        wanted = {diff.local.file for diff in diffs if diff.local is not None}
        kind = _kind_of(entity)
        document = tree.document(folder / layout.DEFINITION)
        name = entity.collection.wrap(document).identifier
        if name != entity.identifier:
            raise SyncException(
                f"Cannot push {str(folder)!r} to {kind.name} {entity.identifier!r}: it holds {kind.name} {name!r}"
            )
        queue = ActionsQueue()
        queue.add_plan(find_actions(kind, entity.collection, folder, wanted, self._parallel))
        gone = [diff.remote for diff in diffs if diff.local is None and diff.remote is not None]
        for action in find_deletions(entity, gone):
            queue.add_action(action)
        queue.apply_actions(False, self._progress, self._parallel, next_step="push again")


@frozen
class _Comparison:
    """The files on both sides, and their differences."""

    local: Mapping[str, Item]
    remote: Mapping[str, Item]
    diffs: list[Diff]


def _record(folder: Place, found: _Comparison, sent: Iterable[Diff] = ()) -> None:
    record(folder, found.local, found.remote, found.diffs, {diff.key for diff in sent})


def _without_local_only(items: Mapping[str, Item]) -> dict[str, Item]:
    return {key: item for key, item in items.items() if not item.is_local_only}


def _kind_of(entity: EditableEntity) -> layout.Kind:
    kind = KINDS.get(type(entity).__name__)
    if kind is None:
        names = ", ".join(kind.name for kind in KINDS.values())
        raise SyncException(f"Cannot sync a {type(entity).__name__}: pass an entity of one of the kinds {names}")
    return kind
