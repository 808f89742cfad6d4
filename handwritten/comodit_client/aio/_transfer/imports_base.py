"""The common steps of all imports: plan the actions, then execute or queue them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from comodit_client.aio._transfer.export_walk import collection_of
from comodit_client.aio._transfer.import_walk import ImportWalk
from comodit_client.aio._transfer.options import Options
from comodit_client.aio._transfer.queue import ActionsQueue
from comodit_client.disk import layout
from comodit_client.disk.lock import locked
from comodit_client.disk.place import Place
from comodit_client.disk.swap import recovered
from comodit_client.rest.exceptions import ImportException, NotQueued
from comodit_client.rest.progress import Progress
from comodit_client.rest.report import Report

if TYPE_CHECKING:
    from comodit_client.aio.capabilities import EditableCollection
    from comodit_client.aio.entity import Entity
    from comodit_client.aio.organization import Organization

Folder = str | os.PathLike[str]


class ImportBase:
    """The planning and execution that all imports share.

    Args:
        options: The options of the imports.
        queue: The queue in which actions wait. Default: they are executed at once.
        progress: Called after each action.
    """

    def __init__(self, options: Options, queue: ActionsQueue | None, progress: Progress | None) -> None:
        self.report: Report | None = None
        self.left_out: list[str] = []
        self._options = options
        self._queue = queue
        self._progress = progress

    def _queued(self) -> ActionsQueue:
        if self._queue is None:
            raise NotQueued("Actions are not queued: pass queue_actions=True to Import")
        return self._queue

    def _walk(self) -> ImportWalk:
        return ImportWalk(self._options, () if self._queue is None else self._queue.actions)

    async def _import(self, kind: layout.Kind, owner: Entity, folder: Folder, new: bool) -> None:
        await self._import_into(kind, collection_of(owner, kind), folder, new)

    async def _import_into(
        self, kind: layout.Kind, collection: EditableCollection[Any], folder: Folder, new: bool
    ) -> None:
        with locked(folder, exclusive=False, error=ImportException):
            walk = self._walk()
            walk.add(kind, collection, Place.at(recovered(folder)), new)
            await self._run(walk)

    async def _import_missing(self, kind: layout.Kind, org: Organization, folder: Folder, names: Iterable[str]) -> None:
        with locked(folder, exclusive=False, error=ImportException):
            walk = self._walk()
            walk.add_missing(kind, collection_of(org, kind), Place.at(recovered(folder)), names)
            await self._run(walk)

    async def _run(self, walk: ImportWalk) -> None:
        self.report = None
        plan = await walk.finish()
        self.left_out += walk.left_out
        queue = ActionsQueue() if self._queue is None else self._queue
        queue.add_plan(plan)
        if self._queue is None:
            await self._execute(queue)

    async def _execute(self, queue: ActionsQueue) -> Report:
        conflicts = [action.get_summary() for action in queue.actions if action.conflict()]
        if conflicts and not self._options.skip_conflict:
            more = f" and {len(conflicts) - 1} more" if len(conflicts) > 1 else ""
            raise ImportException(
                f"Nothing was imported because of a conflict: {conflicts[0]}{more}. Import again with "
                "skip_conflict=True to leave existing entities alone, or with update_existing=True to update them",
                problems=conflicts,
            )
        try:
            self.report = await queue.apply_actions(self._options.skip_conflict, self._progress, self._options.parallel)
        except ImportException as failure:
            self.report = failure.report
            raise
        return self.report
