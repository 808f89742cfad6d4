# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/imports_automation.py.
# Do not edit: change that, then run `make generate`.
"""Import of jobs, orchestrations, host groups, webhooks, notification channels and pipelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.api._transfer.imports_base import Folder, ImportBase
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.api.organization import Organization


class ImportsAutomation(ImportBase):
    """The imports of jobs, orchestrations, host groups, webhooks, notification channels and pipelines."""

    def import_jobs(self, org: Organization, job_folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a job.

        Args:
            org: The organization to import into.
            job_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import(layout.JOB, org, job_folder, skip_conflict_detection)

    def import_orchestrations(
        self, org: Organization, orchestration_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import an orchestration with its handlers.

        Args:
            org: The organization to import into.
            orchestration_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import(layout.ORCHESTRATION, org, orchestration_folder, skip_conflict_detection)

    def import_hostgroup(self, org: Organization, folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a host group.

        Args:
            org: The organization to import into.
            folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import(layout.HOST_GROUP, org, folder, skip_conflict_detection)

    def import_webhook(self, org: Organization, folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a webhook.

        Args:
            org: The organization to import into.
            folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import(layout.WEBHOOK, org, folder, skip_conflict_detection)

    def import_notification(self, org: Organization, folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a notification channel.

        Args:
            org: The organization to import into.
            folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import(layout.NOTIFICATION, org, folder, skip_conflict_detection)

    def import_pipeline(self, org: Organization, folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a pipeline with its stages and steps.

        Args:
            org: The organization to import into.
            folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import(layout.PIPELINE, org, folder, skip_conflict_detection)

    #: The original client has plural names, though they import one entity.
    import_job = import_jobs
    import_orchestration = import_orchestrations
