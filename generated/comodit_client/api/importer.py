# Made by `python -m generator` from handwritten/comodit_client/aio/importer.py.
# Do not edit: change that, then run `make generate`.
"""Import: what lies in folders, as an export wrote it, is created or updated on the server."""

from __future__ import annotations

from pathlib import Path

from comodit_client.api._transfer.actions import (
    Action,
    AddMembers,
    Backup,
    CreateEntity,
    DeleteEntity,
    UpdateEntity,
    UploadContent,
    UploadThumb,
)
from comodit_client.api._transfer.imports_automation import ImportsAutomation
from comodit_client.api._transfer.imports_base import Folder
from comodit_client.api._transfer.imports_places import ImportsPlaces
from comodit_client.api._transfer.imports_recipes import ImportsRecipes
from comodit_client.api._transfer.options import Options
from comodit_client.api._transfer.queue import ActionsQueue
from comodit_client.api.exporter import Export
from comodit_client.disk import layout
from comodit_client.rest.exceptions import ImportException
from comodit_client.rest.progress import Count, Progress
from comodit_client.rest.report import Report

__all__ = [
    "Action",
    "ActionsQueue",
    "AddMembers",
    "Backup",
    "Count",
    "CreateEntity",
    "DeleteEntity",
    "Import",
    "ImportException",
    "Progress",
    "Report",
    "UpdateEntity",
    "UploadContent",
    "UploadThumb",
]


class Import(ImportsPlaces, ImportsRecipes, ImportsAutomation):
    """Creates and updates entities from local folders.

    A folder is read as a whole and compared with the server before anything is sent that changes something: conflicts,
    and what entities refer to and is not there, are told first, all of them. Then it is done; the first failure ends
    it, and nothing is undone. Import the folder again with `update_existing` to go on.

    Args:
        skip_conflict: Whether what exists is left as it is; it is a conflict otherwise.
        queue_actions: Whether actions are only queued, for `display_queue` and `execute_queue`.
        with_instances: Whether machines are attached to hosts, by the properties in `instance.json`; none is made.
        update_existing: Whether what exists is updated.
        delete_missing: Whether, with `update_existing`, what exists on the server and is not in the folder is deleted:
            files, parameters, settings, and entities of those kinds that the folder has a sub-folder for.
        backup: A folder to which applications, distributions and platforms are exported, with their secrets, before
            they are updated. Nothing in it is overwritten.
        parallel: How many requests are under way at the same time. What comes of an import does not depend on it.
        progress: Called after each action with a `Count`.

    Attributes:
        report: What the last import did; None before that.
        left_out: What was in the folders and is not imported, each with the reason.
    """

    def __init__(
        self,
        skip_conflict: bool = False,
        queue_actions: bool = False,
        with_instances: bool = False,
        update_existing: bool = False,
        *,
        delete_missing: bool = False,
        backup: Folder | None = None,
        parallel: int = 8,
        progress: Progress | None = None,
    ) -> None:
        if delete_missing and not update_existing:
            raise ImportException("delete_missing needs update_existing: it is a part of an update")
        if parallel < 1:
            raise ImportException(f"parallel={parallel}: at least one request at a time is needed")
        export = Export(with_secrets=True, parallel=1)  # several backups may be under way
        options = Options(
            skip_conflict=skip_conflict,
            update_existing=update_existing,
            delete_missing=delete_missing,
            with_instances=with_instances,
            parallel=parallel,
            backup=None if backup is None else Path(backup),
            exports={
                layout.APPLICATION.name: export.export_application,
                layout.DISTRIBUTION.name: export.export_distribution,
                layout.PLATFORM.name: export.export_platform,
            },
        )
        super().__init__(options, ActionsQueue() if queue_actions else None, progress)

    def display_queue(self, show_only_conflicts: bool = True) -> None:
        """Print the queued actions, those with a conflict with a star before them.

        Args:
            show_only_conflicts: Whether to leave out those without a conflict.

        Raises:
            ImportException: Actions are not queued.
        """
        self._queued().display_actions(show_only_conflicts)

    @property
    def actions(self) -> tuple[Action, ...]:
        """The queued actions.

        Raises:
            ImportException: Actions are not queued.
        """
        return tuple(self._queued().actions)

    def no_conflict(self) -> bool:
        """Tell whether the queue can be executed as a whole.

        Returns:
            True when no queued action has a conflict.

        Raises:
            ImportException: Actions are not queued.
        """
        return self._queued().no_conflict()

    def execute_queue(self) -> Report:
        """Do the queued actions. Those that are done leave the queue: after a failure it can be executed again.

        Returns:
            What was done.

        Raises:
            ImportException: There are conflicts and `skip_conflict` was not asked for; or an action failed, and
                `report` says what was done and what not.
        """
        return self._execute(self._queued())
