"""Import: what lies in folders, as an export wrote it, is created or updated on the server."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from comodit_client.aio.export_walk import collection_of
from comodit_client.aio.exporter import Export
from comodit_client.aio.import_actions import (
    Action,
    AddMembers,
    Backup,
    CreateEntity,
    DeleteEntity,
    UpdateEntity,
    UploadContent,
    UploadThumb,
)
from comodit_client.aio.import_options import Options
from comodit_client.aio.import_queue import ActionsQueue
from comodit_client.aio.import_walk import ImportWalk
from comodit_client.rest.disk import layout, tree
from comodit_client.rest.disk.names import found_as
from comodit_client.rest.disk.progress import Count, Progress
from comodit_client.rest.disk.report import Report
from comodit_client.rest.exceptions import ImportException

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.aio.entity import Entity
    from comodit_client.aio.environment import Environment
    from comodit_client.aio.organization import Organization

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

Folder = str | os.PathLike[str]
#: What a host names one of: the kind, and the member.
NAMED = {layout.DISTRIBUTION: "distribution", layout.PLATFORM: "platform"}


class Import:
    """Creates and updates entities from local folders.

    A folder is read as a whole and compared with the server before anything is sent that changes something: conflicts,
    and what entities refer to and is not there, are told first, all of them. Then it is done in order; the first
    failure ends it, and nothing is undone. Import the folder again with `update_existing` to go on.

    Args:
        skip_conflict: Whether what exists is left as it is; it is a conflict otherwise.
        queue_actions: Whether actions are only queued, for `display_queue` and `execute_queue`.
        with_instances: Whether machines are attached to hosts, by the properties in `instance.json`; none is made.
        update_existing: Whether what exists is updated.
        delete_missing: Whether, with `update_existing`, what exists on the server and is not in the folder is deleted:
            files, parameters, settings, and entities of those kinds that the folder has a sub-folder for.
        backup: A folder to which applications, distributions and platforms are exported, with their secrets, before
            they are updated. Nothing in it is overwritten.
        parallel: How many uploads are under way at the same time.
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
            raise ImportException(f"parallel={parallel}: at least one upload at a time is needed")
        export = Export(with_secrets=True, parallel=parallel)
        self.report: Report | None = None
        self.left_out: list[str] = []
        self._skip_conflict = skip_conflict
        self._parallel = parallel
        self._progress = progress
        self._queue = ActionsQueue() if queue_actions else None
        self._options = Options(
            skip_conflict=skip_conflict,
            update_existing=update_existing,
            delete_missing=delete_missing,
            with_instances=with_instances,
            backup=None if backup is None else Path(backup),
            exports={
                layout.APPLICATION.name: export.export_application,
                layout.DISTRIBUTION.name: export.export_distribution,
                layout.PLATFORM.name: export.export_platform,
            },
        )

    async def import_application(
        self, org: Organization, root_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import an application: definition, contents of files, picture, RPM modules, git resources.

        Args:
            org: The organization that it comes to.
            root_folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.APPLICATION, org, root_folder, skip_conflict_detection)

    async def import_distribution(
        self, org: Organization, root_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import a distribution: definition, contents of files, picture.

        Args:
            org: The organization that it comes to.
            root_folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.DISTRIBUTION, org, root_folder, skip_conflict_detection)

    async def import_platform(
        self, org: Organization, root_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import a platform: definition, contents of files.

        Args:
            org: The organization that it comes to.
            root_folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.PLATFORM, org, root_folder, skip_conflict_detection)

    async def import_environment(
        self, org: Organization, env_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import an environment with its hosts.

        Args:
            org: The organization that it comes to.
            env_folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.ENVIRONMENT, org, env_folder, skip_conflict_detection)

    async def import_host(self, env: Environment, host_folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a host with its contexts.

        Args:
            env: The environment that it comes to.
            host_folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.HOST, env, host_folder, skip_conflict_detection)

    async def import_jobs(self, org: Organization, job_folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a job.

        Args:
            org: The organization that it comes to.
            job_folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.JOB, org, job_folder, skip_conflict_detection)

    async def import_orchestrations(
        self, org: Organization, orchestration_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import an orchestration with its handlers.

        Args:
            org: The organization that it comes to.
            orchestration_folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.ORCHESTRATION, org, orchestration_folder, skip_conflict_detection)

    async def import_hostgroup(self, org: Organization, folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a host group.

        Args:
            org: The organization that it comes to.
            folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.HOST_GROUP, org, folder, skip_conflict_detection)

    async def import_webhook(self, org: Organization, folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a webhook.

        Args:
            org: The organization that it comes to.
            folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.WEBHOOK, org, folder, skip_conflict_detection)

    async def import_notification(
        self, org: Organization, folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import a notification channel.

        Args:
            org: The organization that it comes to.
            folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.NOTIFICATION, org, folder, skip_conflict_detection)

    async def import_pipeline(self, org: Organization, folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a pipeline with its stages and steps.

        Args:
            org: The organization that it comes to.
            folder: Its folder.
            skip_conflict_detection: Whether it is known to be new; the server is not asked then.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import(layout.PIPELINE, org, folder, skip_conflict_detection)

    async def import_organization(self, client: Client, org_folder: Folder) -> None:
        """Import an organization with all that its folder holds.

        Args:
            client: The client that sends the requests.
            org_folder: Its folder.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        walk = ImportWalk(self._options)
        await walk.add(layout.ORGANIZATION, client.organizations(), Path(org_folder))
        await self._take(walk)

    async def import_full_env(self, org: Organization, env_folder: Folder) -> None:
        """Import an environment of an exported organization, with what its hosts need and the organization lacks.

        Args:
            org: The organization that it comes to.
            env_folder: Its folder, within that of the exported organization.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: A folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        folder = Path(env_folder).absolute()
        walk = ImportWalk(self._options)
        await self._add_needed(walk, org, folder.parents[1], list(tree.members(folder, layout.HOST)))
        await walk.add(layout.ENVIRONMENT, org.environments(), folder)
        await self._take(walk)

    async def import_full_host(self, org: Organization, env: Environment, host_folder: Folder) -> None:
        """Import a host of an exported organization, with what it needs and the organization lacks.

        Args:
            org: The organization of the environment.
            env: The environment that it comes to.
            host_folder: Its folder, within that of the exported organization.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: A folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        folder = Path(host_folder).absolute()
        walk = ImportWalk(self._options)
        await self._add_needed(walk, org, folder.parents[3], [folder])
        await walk.add(layout.HOST, env.hosts(), folder)
        await self._take(walk)

    async def import_application_if_not_exist(
        self, org: Organization, apps_folder: Folder, apps: Iterable[str]
    ) -> None:
        """Import those of some applications that the organization does not have.

        Args:
            org: The organization that they come to.
            apps_folder: The folder with a folder for each.
            apps: Their names.

        Raises:
            ImportException: One has no folder either, or an action failed.
            UnusableFile: A folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        walk = ImportWalk(self._options)
        await self._add_missing(walk, layout.APPLICATION, org, Path(apps_folder), apps)
        await self._take(walk)

    async def import_distribution_if_not_exist(self, org: Organization, dists_folder: Folder, dist: str) -> None:
        """Import a distribution if the organization does not have it.

        Args:
            org: The organization that it comes to.
            dists_folder: The folder with a folder for each distribution.
            dist: Its name.

        Raises:
            ImportException: It has no folder either, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        walk = ImportWalk(self._options)
        await self._add_missing(walk, layout.DISTRIBUTION, org, Path(dists_folder), [dist])
        await self._take(walk)

    async def import_platform_if_not_exist(self, org: Organization, plats_folder: Folder, plat: str) -> None:
        """Import a platform if the organization does not have it.

        Args:
            org: The organization that it comes to.
            plats_folder: The folder with a folder for each platform.
            plat: Its name.

        Raises:
            ImportException: It has no folder either, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        walk = ImportWalk(self._options)
        await self._add_missing(walk, layout.PLATFORM, org, Path(plats_folder), [plat])
        await self._take(walk)

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

    async def execute_queue(self) -> Report:
        """Do the queued actions. Those that are done leave the queue: after a failure it can be executed again.

        Returns:
            What was done.

        Raises:
            ImportException: There are conflicts and `skip_conflict` was not asked for; or an action failed, and
                `report` says what was done and what not.
        """
        return await self._execute(self._queued())

    def _queued(self) -> ActionsQueue:
        if self._queue is None:
            raise ImportException("Queueing is not enabled: make the Import with queue_actions=True")
        return self._queue

    async def _import(self, kind: layout.Kind, owner: Entity, folder: Folder, new: bool) -> None:
        walk = ImportWalk(self._options)
        await walk.add(kind, collection_of(owner, kind), Path(folder), new)
        await self._take(walk)

    async def _take(self, walk: ImportWalk) -> None:
        actions = await walk.finish()
        self.left_out += walk.left_out
        queue = ActionsQueue() if self._queue is None else self._queue
        for action in actions:
            queue.add_action(action)
        if self._queue is None:
            await self._execute(queue)

    async def _execute(self, queue: ActionsQueue) -> Report:
        conflicts = [action.get_summary() for action in queue.actions if action.conflict()]
        if conflicts and not self._skip_conflict:
            more = f" and {len(conflicts) - 1} more" if len(conflicts) > 1 else ""
            raise ImportException(
                f"There is a conflict, so nothing is done: {conflicts[0]}{more}; "
                "use skip_conflict to leave what exists as it is, or update_existing",
                problems=conflicts,
            )
        try:
            self.report = await queue.apply_actions(self._skip_conflict, self._progress, self._parallel)
        except ImportException as failure:
            self.report = failure.report
            raise
        return self.report

    async def _add_needed(self, walk: ImportWalk, org: Organization, top: Path, hosts: Iterable[Path]) -> None:
        """Plan what hosts need and an organization lacks, as far as the folder of the exported one holds it."""
        documents = [tree.document(host / layout.DEFINITION) for host in hosts]
        for kind, member in ((layout.APPLICATION, "applications"), *NAMED.items()):
            values = [document.get(member) for document in documents]
            names = [name for value in values for name in (value if isinstance(value, list) else [value]) if name]
            if tree.is_folder(top / kind.folder):  # what is missing for the hosts is told of each of them
                await self._add_missing(walk, kind, org, top / kind.folder, names)

    async def _add_missing(
        self, walk: ImportWalk, kind: layout.Kind, org: Organization, folder: Path, names: Iterable[str]
    ) -> None:
        collection = collection_of(org, kind)
        for name in dict.fromkeys(names):
            if await collection.exists(name):
                continue
            found = found_as(name, tree.entries(folder))
            if found is None:
                raise ImportException(
                    f"{collection.url}{name} is not there, and {str(folder)!r} holds no such {kind.name}"
                )
            await walk.add(kind, collection, folder / found, new=True)
