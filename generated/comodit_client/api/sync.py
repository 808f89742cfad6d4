# Made by `python -m generator` from handwritten/comodit_client/aio/sync.py.
# Do not edit: change that, then run `make generate`.
"""Sync: a folder of definitions and the server are brought together, without losing what was changed on either side."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from comodit_client.api._transfer.actions import DeleteEntity, on_server
from comodit_client.api._transfer.export_walk import collection_of
from comodit_client.api._transfer.file_providers import FileProvider, LocalFileProvider, RemoteFileProvider
from comodit_client.api._transfer.import_walk import ImportWalk
from comodit_client.api._transfer.options import Options
from comodit_client.api._transfer.queue import ActionsQueue
from comodit_client.api.exporter import Export
from comodit_client.disk import base, layout, pending, tree
from comodit_client.disk.apply import apply
from comodit_client.disk.compare import Diff, compare
from comodit_client.disk.left_out import left_out
from comodit_client.disk.payloads import to_payload
from comodit_client.disk.scan import Chain, Item, digest_of, scan
from comodit_client.disk.secret import without_secrets
from comodit_client.disk.sides import Side, sides
from comodit_client.disk.stamps import is_edited, shared_time
from comodit_client.rest.exceptions import ImportException, SyncException
from comodit_client.rest.progress import Count, Progress

if TYPE_CHECKING:
    from comodit_client.api._transfer.actions import Action
    from comodit_client.api.entity import Entity

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

#: What to do with what was changed on both sides.
OnConflict = Literal["refuse", "folder", "server"]
#: What can be brought together with a folder, by the name of the class.
KINDS = {
    kind.name.capitalize(): kind
    for kind in (layout.APPLICATION, layout.DISTRIBUTION, layout.PLATFORM, layout.ENVIRONMENT, layout.ORGANIZATION)
}


class SyncEngine:
    """Brings a folder, as an export writes it, and an entity on the server together.

    A file `.comodit-sync.json` in the folder notes what both were like when they were last brought together; so it is
    known on which side something was changed since. Before the first time nothing is noted. Then a file that still has
    the time that the export gave to all of them was not edited; one that was edited is a conflict unless the version
    (S16) is still that of the server.

    Instances of hosts and members of groups are of one place: they are left alone, as are contents that no definition
    names. A content or a picture that the folder lacks is not deleted, for the server cannot: a pull brings it back.

    Args:
        folder_path: The folder.
        on_conflict: What to do with what was changed on both sides: `refuse` does nothing at all, `folder` takes what
            is in the folder, `server` what is on the server.
        with_secrets: Whether the folder holds secrets. They are not compared otherwise, and an update keeps them.
        parallel: How many requests are under way at the same time.
        progress: Called with a `Count` after each step: what is read of the server, then what is sent.

    Attributes:
        left_out: What differed at the last call and is not synced, each with the reason.

    Raises:
        SyncException: There is no such folder, or it holds no definition.
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
        folder = Path(folder_path)
        if not folder.is_dir():
            raise SyncException(f"{str(folder)!r} does not exist, or is no folder: export the entity to it first")
        if not (folder / layout.DEFINITION).is_file():
            raise SyncException(f"{str(folder)!r} does not contain an entity definition: export the entity to it first")
        if on_conflict not in ("refuse", "folder", "server"):
            raise SyncException(f"on_conflict={on_conflict!r}: it is refuse, folder or server")
        self.left_out: list[str] = []
        self._folder = folder
        self._on_conflict = on_conflict
        self._with_secrets = with_secrets
        self._parallel = parallel
        self._progress = progress

    def status(self, remote_res: Entity) -> list[Diff]:
        """Tell what differs; printed, each `Diff` is a text for a person.

        Args:
            remote_res: The entity; it is fetched anew.

        Returns:
            What differs, file by file.

        Raises:
            UnusableFile: The folder cannot be read, or a symbolic link is in it.
        """
        return self.pull(remote_res, dry_run=True)

    def pull(self, remote_res: Entity, dry_run: bool = False) -> list[Diff]:
        """Bring what was changed on the server to the folder; what was changed in the folder stays.

        Args:
            remote_res: The entity; it is fetched anew.
            dry_run: Whether to change nothing.

        Returns:
            What differed, file by file; what was changed in the folder differs still.

        Raises:
            SyncException: Something was changed on both sides, and the folder is as it was; or it cannot be written.
            UnusableFile: The folder cannot be read, or a symbolic link is in it.
        """
        with TemporaryDirectory() as home:
            found = self._compare(remote_res, Path(home, "server"))
            if not dry_run:
                chosen = self._chosen(found.diffs, "server")
                self._note(found)  # should this be interrupted, the next pull goes on
                try:
                    apply(self._folder, Path(home, "server"), chosen)
                except OSError as error:
                    raise SyncException(f"{error}: some files may be pulled; pull again to go on") from error
                settled = {diff.key for diff in chosen}
                pulled = {key: item for key, item in found.local.items() if key not in settled}
                pulled |= {key: item for key, item in found.remote.items() if key in settled}
                self._note(replace(found, local=pulled))
        return found.diffs

    def push(self, remote_res: Entity, dry_run: bool = False) -> list[Diff]:
        """Bring what was changed in the folder to the server; what was changed on the server stays.

        Args:
            remote_res: The entity; it is fetched anew.
            dry_run: Whether to change nothing.

        Returns:
            What differed, file by file; what was changed on the server differs still.

        Raises:
            SyncException: Something was changed on both sides, and the server is as it was.
            ImportException: Something that is needed is missing, or a request failed; `report` tells what was done.
            UnusableFile: The folder cannot be read, or a symbolic link is in it.
        """
        with TemporaryDirectory() as home:
            found = self._compare(remote_res, Path(home, "server"))
            if dry_run:
                return found.diffs
            chosen = self._chosen(found.diffs, "folder")
            self._note(found)
            if chosen:
                pending.write(self._folder, {str(diff.key): pending.entry(diff.remote, diff.local) for diff in chosen})
                try:
                    self._send(remote_res, chosen)
                except ImportException as error:
                    raise _to_push_again(error) from error.__cause__
                remote = self._fetch(remote_res, Path(home, "afterwards"))
                self._note(replace(found, remote=_synced(remote)), chosen)
        return found.diffs

    def _compare(self, entity: Entity, other: Path) -> _Found:
        local = scan(self._folder, _kind_of(entity))
        noted, shared = base.read(self._folder), shared_time(self._folder)
        remote = self._fetch(entity, other)
        self.left_out = left_out(local, remote)

        def shown(item: Item) -> dict[str, Any]:
            document, _ = without_secrets(_entity_of(entity, item.chain))
            return to_payload(item.kind.name, document)

        local, remote = _synced(local), _synced(remote)
        where = sides(local, remote, noted, pending.read(self._folder), lambda item: is_edited(item.file, shared))
        return _Found(local, remote, compare(local, remote, where, shown))

    def _fetch(self, entity: Entity, folder: Path) -> dict[str, Item]:
        current = on_server(entity)
        if current is None:
            raise SyncException(f"{entity.url} is not on the server: import the folder instead")
        export = Export(
            with_secrets=self._with_secrets, parallel=self._parallel, progress=self._progress, complete=True
        )
        getattr(export, f"export_{_kind_of(entity).name}")(current, folder)
        return scan(folder, _kind_of(entity))

    def _chosen(self, diffs: Iterable[Diff], side: Side) -> list[Diff]:
        conflicts = [str(diff.key) for diff in diffs if diff.side == "both"]
        if conflicts and self._on_conflict == "refuse":
            raise SyncException(
                f"changed on both sides, or not known on which: {', '.join(conflicts)}; nothing was done - look at it "
                "with status, and say on_conflict='folder' or on_conflict='server'",
                conflicts=conflicts,
            )
        return [diff for diff in diffs if diff.side == side or (diff.side == "both" and self._on_conflict == side)]

    def _send(self, entity: Entity, diffs: list[Diff]) -> None:
        wanted = {diff.local.file for diff in diffs if diff.local is not None}
        options = Options(
            update_existing=True, delete_missing=True, wanted=wanted.__contains__, parallel=self._parallel
        )
        walk = ImportWalk(options)
        kind = _kind_of(entity)
        document = tree.document(self._folder / layout.DEFINITION)
        if entity.collection.wrap(document).identifier != entity.identifier:
            raise SyncException(f"{str(self._folder)!r} holds another {kind.name} than {entity.identifier!r}")
        walk.add(kind, entity.collection, self._folder)
        queue = ActionsQueue()
        queue.add_plan(walk.finish())
        for action in _deletions(entity, diffs):
            queue.add_action(action)
        queue.apply_actions(False, self._progress, self._parallel)

    def _note(self, found: _Found, sent: Iterable[Diff] = ()) -> None:
        """Note what both sides are like where they are the same, and who changed what where they are not.

        Args:
            found: What is on both sides.
            sent: What was brought to the server; what it made of that is the same.
        """
        side_of = {str(diff.key): diff.side for diff in found.diffs}
        sent_keys = {diff.key for diff in sent}
        before = base.read(self._folder)
        noted: base.Base = {}
        differing = set()
        for key in found.local.keys() | found.remote.keys():
            here, there = digest_of(found.local.get(key)), digest_of(found.remote.get(key))
            if here == there or key in sent_keys:
                noted[key] = here, there
                continue
            differing.add(key)
            if key in before:
                noted[key] = before[key]
            elif side_of.get(key) == "folder":
                noted[key] = base.CHANGED, there
            elif side_of.get(key) == "server":
                noted[key] = here, base.CHANGED
        if noted != before:
            base.write(self._folder, noted)
        stopped = pending.read(self._folder)
        left = {key: entry for key, entry in stopped.items() if key in differing}
        if left != stopped:
            pending.write(self._folder, left)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is on both sides, and what differs."""

    local: Mapping[str, Item]
    remote: Mapping[str, Item]
    diffs: list[Diff]


def _synced(items: Mapping[str, Item]) -> dict[str, Item]:
    return {key: item for key, item in items.items() if not item.is_of_one_place}


def _to_push_again(error: ImportException) -> ImportException:
    report = error.report
    if report is None:
        return error  # nothing was sent
    total = len(report.done) + 1 + len(report.not_attempted)
    return ImportException(
        f"{report.failed} failed: {error.__cause__} - {len(report.done)} of {total} actions were done, and are not "
        "undone; when that is mended, push again to go on",
        report=report,
    )


def _kind_of(entity: Entity) -> layout.Kind:
    kind = KINDS.get(type(entity).__name__)
    if kind is None:
        names = ", ".join(kind.name for kind in KINDS.values())
        raise SyncException(f"a {type(entity).__name__} cannot be brought together with a folder: {names} can")
    return kind


def _entity_of(root: Entity, chain: Chain) -> Entity:
    found: Entity = root.collection.wrap(chain[0][1])
    for kind, document in chain[1:]:
        collection = collection_of(found, kind) if isinstance(kind, layout.Kind) else getattr(found, kind.collection)()
        found = collection.wrap(document)
    return found


def _deletions(root: Entity, diffs: Iterable[Diff]) -> list[Action]:
    """What the folder does not hold any more; what belongs to something that is deleted goes with it."""
    gone = [diff.remote for diff in diffs if diff.local is None and diff.remote is not None and diff.remote.document]
    chains = [item.chain for item in gone]
    tops = [
        item for item in gone if not any(item.chain[: len(chain)] == chain for chain in chains if chain != item.chain)
    ]
    return [DeleteEntity(_entity_of(root, item.chain), item.kind.name) for item in tops]
