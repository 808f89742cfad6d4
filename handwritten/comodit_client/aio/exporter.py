"""Export: entities are written to folders, which import and sync read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from comodit_client.aio._transfer.export_walk import ExportWalk
from comodit_client.disk import layout
from comodit_client.disk.swap import replaced
from comodit_client.rest._async_io import WorkerPool
from comodit_client.rest.exceptions import ExportException, PythonApiException
from comodit_client.rest.progress import Count, Progress

if TYPE_CHECKING:
    from comodit_client.aio.application import Application
    from comodit_client.aio.distribution import Distribution
    from comodit_client.aio.entity import Entity
    from comodit_client.aio.environment import Environment
    from comodit_client.aio.host import Host
    from comodit_client.aio.host_group import HostGroup
    from comodit_client.aio.job import Job
    from comodit_client.aio.notification import Notification
    from comodit_client.aio.orchestration import Orchestration
    from comodit_client.aio.organization import Organization
    from comodit_client.aio.pipeline import Pipeline
    from comodit_client.aio.platform import Platform
    from comodit_client.aio.webhook import Webhook

__all__ = ["Count", "Export", "ExportException", "Progress"]

Folder = str | os.PathLike[str]


class Export:
    """Writes entities to local folders.

    A folder is written beside its place and put there when all of it is written: an export that fails or is interrupted
    leaves what was there before. Contents of files are copied byte by byte; members that nobody here knows are kept.

    Args:
        force: Whether an earlier export may be in the folder. It is replaced as a whole: what the server no longer has
            is gone. Only entries whose names begin with a dot, such as `.git`, are kept.
        with_secrets: Whether keys, tokens and secret values are written, into files that nobody else may read. They are
            left out otherwise, and `left_out` lists them.
        parallel: How many requests are sent at the same time.
        progress: Called after each step with a `Count`.
        complete: Whether to write also what the original client left out: resource properties, groups, handlers of
            orchestrations, notification channels and pipelines. When not given that is done in exports of an
            organization.

    Attributes:
        left_out: The secrets that the last export left out: file and member.
    """

    def __init__(
        self,
        force: bool = False,
        *,
        with_secrets: bool = False,
        parallel: int = 8,
        progress: Progress | None = None,
        complete: bool | None = None,
    ) -> None:
        if parallel < 1:
            raise ExportException(f"parallel={parallel}: at least one request at a time is needed")
        self.left_out: list[str] = []
        self._force = force
        self._with_secrets = with_secrets
        self._parallel = parallel
        self._progress = progress
        self._complete = complete

    async def export_application(self, app: Application, path: Folder, backup: bool = False) -> None:
        """Export an application: definition, files with their contents, picture, RPM modules and git resources.

        Args:
            app: The application, as it is written; it is not fetched again.
            path: The folder; folders above it are made.
            backup: Whether progress calls it a backup.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.APPLICATION, app, path, _title("application", app, backup))

    async def export_distribution(self, dist: Distribution, path: Folder, backup: bool = False) -> None:
        """Export a distribution: definition, files with their contents, picture.

        Args:
            dist: The distribution, as it is written; it is not fetched again.
            path: The folder; folders above it are made.
            backup: Whether progress calls it a backup.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.DISTRIBUTION, dist, path, _title("distribution", dist, backup))

    async def export_platform(self, plat: Platform, path: Folder, backup: bool = False) -> None:
        """Export a platform: definition, files with their contents.

        Args:
            plat: The platform, as it is written; it is not fetched again.
            path: The folder; folders above it are made.
            backup: Whether progress calls it a backup.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.PLATFORM, plat, path, _title("platform", plat, backup))

    async def export_environment(self, env: Environment, path: Folder) -> None:
        """Export an environment with its hosts.

        Args:
            env: The environment, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.ENVIRONMENT, env, path)

    async def export_host(self, host: Host, path: Folder) -> None:
        """Export a host with its contexts and, unless it is only defined, its instance.

        Args:
            host: The host, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.HOST, host, path)

    async def export_job(self, job: Job, path: Folder) -> None:
        """Export a job.

        Args:
            job: The job, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.JOB, job, path)

    async def export_orchestration(self, orchestration: Orchestration, path: Folder) -> None:
        """Export an orchestration; its handlers only where the export is `complete`.

        Args:
            orchestration: The orchestration, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.ORCHESTRATION, orchestration, path)

    async def export_webhook(self, webhook: Webhook, path: Folder) -> None:
        """Export a webhook.

        Args:
            webhook: The webhook, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.WEBHOOK, webhook, path)

    async def export_hostgroup(self, hostgroup: HostGroup, path: Folder) -> None:
        """Export a host group.

        Args:
            hostgroup: The host group, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.HOST_GROUP, hostgroup, path)

    async def export_notification(self, notification: Notification, path: Folder) -> None:
        """Export a notification channel.

        Args:
            notification: The notification channel, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.NOTIFICATION, notification, path)

    async def export_pipeline(self, pipeline: Pipeline, path: Folder) -> None:
        """Export a pipeline with its stages and steps.

        Args:
            pipeline: The pipeline, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.PIPELINE, pipeline, path)

    async def export_organization(self, org: Organization, path: Folder) -> None:
        """Export an organization with all that is described in it.

        Args:
            org: The organization, as it is written; it is not fetched again.
            path: The folder; folders above it are made.

        Raises:
            ExportException: The folder holds something that may not be replaced, or cannot be written.
            PythonApiException: The server refused a request, or did not answer.
        """
        await self._export(layout.ORGANIZATION, org, path)

    async def _export(self, kind: layout.Kind, entity: Entity, path: Folder, title: str = "") -> None:
        complete = kind is layout.ORGANIZATION if self._complete is None else self._complete
        # The original knew no pipelines: without their stages they would be nothing.
        added = complete or kind is layout.PIPELINE
        crew = WorkerPool(self._parallel, self._progress)
        try:
            with replaced(path, self._force) as folder:
                walk = ExportWalk(crew, self._with_secrets, added, folder)
                walk.add(kind, entity, folder, title)
                await crew.run()
                self.left_out = sorted(walk.left_out)
        except PythonApiException:
            raise
        except OSError as error:
            raise ExportException(f"{os.fspath(path)} cannot be written: {error}") from error


def _title(what: str, entity: Entity, backup: bool) -> str:
    return f"{'backup of ' if backup else ''}{what} {entity.name}"
