# Made by `python -m generator` from handwritten/comodit_client/aio/importer.py.
# Do not edit: change that, then run `make generate`.
"""Import: create or update entities on the server from folders that an export wrote."""

from __future__ import annotations

from pathlib import Path

from comodit_client.api._transfer.actions import (
    Action,
    AddMembers,
    Backup,
    CreateEntity,
    DeleteEntity,
    UpdateEntity,
)
from comodit_client.api._transfer.imports_automation import ImportsAutomation
from comodit_client.api._transfer.imports_base import Folder
from comodit_client.api._transfer.imports_places import ImportsPlaces
from comodit_client.api._transfer.imports_recipes import ImportsRecipes
from comodit_client.api._transfer.options import Options
from comodit_client.api._transfer.queue import ActionsQueue
from comodit_client.api._transfer.uploads import UploadContent, UploadThumb
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

    An import reads the whole folder and compares it with the server before it changes anything. All conflicts and all
    missing targets of references are reported then. Execution stops at the first failure, and nothing is rolled back.
    To continue, import the folder again with `update_existing`.

    Args:
        skip_conflict: Whether to leave existing entities as they are. Otherwise they are conflicts.
        queue_actions: Whether to queue actions for `display_queue` and `execute_queue` instead of executing them.
        with_instances: Whether to attach existing machines to hosts, by the properties in `instance.json`. No machine
            is created.
        update_existing: Whether to update existing entities.
        delete_missing: Whether to delete entities on the server that are not in the folder; requires
            `update_existing`. It deletes files, parameters, settings, and entities of the kinds that have a sub-folder.
        backup: A folder to which applications, distributions and platforms are exported, with their secrets, before
            their update. Nothing in it is overwritten.
        parallel: The number of requests in parallel. The outcome does not depend on it.
        progress: Called after each action with a `Count`.

    Attributes:
        report: The outcome of the last import; None before that.
        left_out: The entities in the folders that were not imported, each with the reason.
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
            raise ImportException("delete_missing=True deletes as part of an update: pass update_existing=True, too")
        if parallel < 1:
            raise ImportException(f"parallel={parallel} is invalid: pass 1 or more")
        export = Export(with_secrets=True, parallel=1)  # several backups may run in parallel
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
        """Print the queued actions. Those with a conflict have a star before them.

        Args:
            show_only_conflicts: Whether to print only actions with a conflict.

        Raises:
            NotQueued: The import does not queue its actions.
        """
        self._queued().display_actions(show_only_conflicts)

    @property
    def actions(self) -> tuple[Action, ...]:
        """The queued actions.

        Raises:
            NotQueued: The import does not queue its actions.
        """
        return tuple(self._queued().actions)

    def no_conflict(self) -> bool:
        """Return whether the queue is free of conflicts.

        Returns:
            True if no queued action has a conflict.

        Raises:
            NotQueued: The import does not queue its actions.
        """
        return self._queued().no_conflict()

    def execute_queue(self) -> Report:
        """Execute the queued actions. Completed actions leave the queue, so that it can be executed again.

        Returns:
            The report.

        Raises:
            ImportException: There are conflicts and `skip_conflict` is not set. Or an action failed; `report` lists
                all actions then.
        """
        return self._execute(self._queued())
