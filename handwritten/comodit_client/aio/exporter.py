"""Export: write entities to folders, which import and sync read."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from comodit_client.aio._transfer.export_walk import ExportWalk
from comodit_client.disk import layout
from comodit_client.disk.lock import locked
from comodit_client.disk.swap import replaced
from comodit_client.rest._async_io import WorkerPool
from comodit_client.rest.exceptions import ExportException, PythonApiException
from comodit_client.rest.progress import Count, Progress, observed

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
    from comodit_client.ansible.convert import Judge
    from comodit_client.ansible.judge import Verdict
    from comodit_client.ansible.sources import Loss

__all__ = ["AnsibleExport", "Count", "Export", "ExportException", "Progress"]

Folder = str | os.PathLike[str]


class Export:
    """Writes entities to local folders.

    An export is written to a temporary folder, which replaces the old one when it is complete. If it fails, the old
    folder stays. If its process is killed, the old folder or the new one is in place when an export, an import or a
    sync next opens it. Contents are copied byte by byte, and unknown members are kept.

    While an export runs, other exports, imports and syncs of the same folder raise an exception at once.

    Args:
        force: Whether to replace an earlier export. Everything in the folder is replaced except entries whose names
            begin with a dot, such as `.git`.
        with_secrets: Whether to write keys, tokens and secret values, to files that only the current user may read.
            Otherwise they are omitted, and `left_out` lists them.
        parallel: The number of requests in parallel.
        progress: Called after each step with a `Count`.
        complete: Whether to write the kinds that the original client did not export: resource properties, groups,
            handlers of orchestrations, notification channels and pipelines. Default: only in exports of an
            organization.

    Attributes:
        left_out: What the last export omitted. Secrets are listed as their file and their path in that. Entities that
            cannot be read from the server because of their names are listed with the reason.
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
            raise ExportException(f"parallel={parallel} is invalid: pass 1 or more")
        self.left_out: list[str] = []
        self._force = force
        self._with_secrets = with_secrets
        self._parallel = parallel
        self._progress = progress
        self._complete = complete

    async def export_application(self, app: Application, path: Folder, backup: bool = False) -> None:
        """Export an application: definition, files with their contents, picture, RPM modules and git resources.

        Args:
            app: The application. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.
            backup: Whether progress reports call it a backup.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.APPLICATION, app, path, _title("application", app, backup))

    async def export_distribution(self, dist: Distribution, path: Folder, backup: bool = False) -> None:
        """Export a distribution: definition, files with their contents, picture.

        Args:
            dist: The distribution. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.
            backup: Whether progress reports call it a backup.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.DISTRIBUTION, dist, path, _title("distribution", dist, backup))

    async def export_platform(self, plat: Platform, path: Folder, backup: bool = False) -> None:
        """Export a platform: definition, files with their contents.

        Args:
            plat: The platform. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.
            backup: Whether progress reports call it a backup.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.PLATFORM, plat, path, _title("platform", plat, backup))

    async def export_environment(self, env: Environment, path: Folder) -> None:
        """Export an environment with its hosts.

        Args:
            env: The environment. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.ENVIRONMENT, env, path)

    async def export_host(self, host: Host, path: Folder) -> None:
        """Export a host with its contexts and, unless it is only defined, its instance.

        Args:
            host: The host. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.HOST, host, path)

    async def export_job(self, job: Job, path: Folder) -> None:
        """Export a job.

        Args:
            job: The job. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.JOB, job, path)

    async def export_orchestration(self, orchestration: Orchestration, path: Folder) -> None:
        """Export an orchestration. Its handlers are written only if the export is `complete`.

        Args:
            orchestration: The orchestration. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.ORCHESTRATION, orchestration, path)

    async def export_webhook(self, webhook: Webhook, path: Folder) -> None:
        """Export a webhook.

        Args:
            webhook: The webhook. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.WEBHOOK, webhook, path)

    async def export_hostgroup(self, hostgroup: HostGroup, path: Folder) -> None:
        """Export a host group.

        Args:
            hostgroup: The host group. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.HOST_GROUP, hostgroup, path)

    async def export_notification(self, notification: Notification, path: Folder) -> None:
        """Export a notification channel.

        Args:
            notification: The notification channel. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.NOTIFICATION, notification, path)

    async def export_pipeline(self, pipeline: Pipeline, path: Folder) -> None:
        """Export a pipeline with its stages and steps.

        Args:
            pipeline: The pipeline. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.PIPELINE, pipeline, path)

    async def export_organization(self, org: Organization, path: Folder) -> None:
        """Export an organization with all its entities.

        Args:
            org: The organization. It is written as it is, without fetching it again.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The folder may not be replaced, or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export(layout.ORGANIZATION, org, path)

    async def _export(self, kind: layout.Kind, entity: Entity, path: Folder, title: str = "") -> None:
        complete = kind is layout.ORGANIZATION if self._complete is None else self._complete
        # The original client did not export pipelines, and a pipeline without its stages is of no use.
        added = complete or kind is layout.PIPELINE
        pool = WorkerPool(self._parallel, self._progress)
        try:
            with locked(path, exclusive=True, error=ExportException), replaced(path, self._force) as folder:
                walk = ExportWalk(pool, self._with_secrets, added, folder)
                walk.add(kind, entity, folder, title)
                with observed(self._progress, f"Exporting {entity.url}"):
                    await pool.run()
                self.left_out = sorted(walk.left_out)
        except PythonApiException:
            raise
        except OSError as error:
            raise ExportException(f"Cannot export to {os.fspath(path)}: {error}") from error


def _title(what: str, entity: Entity, backup: bool) -> str:
    return f"{'backup of ' if backup else ''}{what} {entity.name}"


class AnsibleExport:
    """Writes definitions as roles, an inventory and playbooks of Ansible.

    The file `LOSSES.md` in the folder lists everything that was not carried over. Install the extra `ansible` to use
    this class; Ansible itself is not needed, except to encrypt secrets.

    Args:
        force: Whether to replace the result of an earlier export to Ansible.
        links: Whether to write the value of a linked setting, or a reference to the setting that it links to.
        vault_password_file: The file with the password with which `ansible-vault` encrypts secrets. Default: secrets
            are left out.
        names: Names to use in Ansible instead of those that are chosen, such as `{"applications/My App": "my_app"}`.
        keep_going: Whether to convert the rest if files have no content or do not parse, instead of failing.
        judge: Compares the result with the sandbox: `comodit_client.ansible.judge.verify`. Default: no comparison.
        parallel: The number of requests in parallel.
        progress: Called after each step with a `Count`.

    Attributes:
        left_out: What could not be read from the server, with the reason.
        losses: What was not carried over: the entity, the member of its definition, and the reason.
        verdict: The result of the comparison, if there was one.
    """

    def __init__(
        self,
        force: bool = False,
        *,
        links: Literal["resolve", "reference"] = "resolve",
        vault_password_file: Folder | None = None,
        names: Mapping[str, str] | None = None,
        keep_going: bool = False,
        judge: Judge | None = None,
        parallel: int = 8,
        progress: Progress | None = None,
    ) -> None:
        self.left_out: list[str] = []
        self.losses: tuple[Loss, ...] = ()
        self.verdict: Verdict | None = None
        self._force = force
        self._links: Literal["resolve", "reference"] = links
        self._vault_password_file = None if vault_password_file is None else Path(vault_password_file)
        self._names = dict(names or {})
        self._keep_going = keep_going
        self._judge = judge
        self._export = Export(
            with_secrets=vault_password_file is not None, parallel=parallel, progress=progress, complete=True
        )

    async def export_organization(self, org: Organization, path: Folder) -> None:
        """Export an organization with all its entities.

        Args:
            org: The organization.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: Two entities need the same name, an application cannot be a role, a content is missing, or
                the folder may not be replaced or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export_to(partial(self._export.export_organization, org), path)

    async def export_application(self, app: Application, path: Folder) -> None:
        """Export an application as a role, with a playbook that applies it.

        Args:
            app: The application.
            path: The folder. Missing parent folders are created.

        Raises:
            ExportException: The application cannot be a role, a content is missing, or the folder may not be replaced
                or cannot be written.
            PythonApiException: A request failed.
        """
        await self._export_to(partial(self._export.export_application, app), path)

    async def _export_to(self, export: Callable[[Folder], Awaitable[None]], path: Folder) -> None:
        from comodit_client.ansible.convert import convert
        from comodit_client.ansible.project import Options

        options = Options(self._links, self._vault_password_file, self._names, self._keep_going)
        with TemporaryDirectory() as home:
            folder = Path(home) / "definitions"
            await export(folder)
            self.left_out = self._export.left_out
            done = convert(folder, path, force=self._force, options=options, judge=self._judge)
        self.losses, self.verdict = done.losses, done.verdict
