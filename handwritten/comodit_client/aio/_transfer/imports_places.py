"""Import of organizations, environments and hosts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from comodit_client.aio._transfer.export_walk import collection_of
from comodit_client.aio._transfer.imports_base import Folder, ImportBase
from comodit_client.disk import layout, tree
from comodit_client.disk.swap import recovered

if TYPE_CHECKING:
    from comodit_client.aio._transfer.import_walk import ImportWalk
    from comodit_client.aio.client import Client
    from comodit_client.aio.environment import Environment
    from comodit_client.aio.organization import Organization


#: The kinds that a host names one entity of, each with the member.
NAMED = {layout.DISTRIBUTION: "distribution", layout.PLATFORM: "platform"}


class ImportsPlaces(ImportBase):
    """The imports of organizations, environments and hosts."""

    async def import_organization(self, client: Client, org_folder: Folder) -> None:
        """Import an organization with everything in its folder.

        Args:
            client: The client that sends the requests.
            org_folder: Its folder.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        walk = self._walk()
        walk.add(layout.ORGANIZATION, client.organizations(), recovered(org_folder))
        await self._run(walk)

    async def import_environment(
        self, org: Organization, env_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import an environment with its hosts.

        Args:
            org: The organization to import into.
            env_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        await self._import(layout.ENVIRONMENT, org, env_folder, skip_conflict_detection)

    async def import_host(self, env: Environment, host_folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a host with its contexts.

        Args:
            env: The environment to import into.
            host_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        await self._import(layout.HOST, env, host_folder, skip_conflict_detection)

    async def import_full_env(self, org: Organization, env_folder: Folder) -> None:
        """Import an environment of an exported organization, with the missing entities that its hosts need.

        Args:
            org: The organization to import into.
            env_folder: Its folder, inside the folder of the exported organization.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: A folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        folder = recovered(env_folder).absolute()
        walk = self._walk()
        self._add_needed(walk, org, folder.parents[1], list(tree.members(folder, layout.HOST)))
        walk.add(layout.ENVIRONMENT, org.environments(), folder)
        await self._run(walk)

    async def import_full_host(self, org: Organization, env: Environment, host_folder: Folder) -> None:
        """Import a host of an exported organization, with the missing entities that it needs.

        Args:
            org: The organization of the environment.
            env: The environment to import into.
            host_folder: Its folder, inside the folder of the exported organization.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: A folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        folder = recovered(host_folder).absolute()
        walk = self._walk()
        self._add_needed(walk, org, folder.parents[3], [folder])
        walk.add(layout.HOST, env.hosts(), folder)
        await self._run(walk)

    def _add_needed(self, walk: ImportWalk, org: Organization, top: Path, hosts: Iterable[Path]) -> None:
        """Plan the entities that hosts need and the organization lacks, if the folder above holds them."""
        documents = [tree.document(host / layout.DEFINITION) for host in hosts]
        for kind, member in ((layout.APPLICATION, "applications"), *NAMED.items()):
            values = [document.get(member) for document in documents]
            names = [name for value in values for name in (value if isinstance(value, list) else [value]) if name]
            if tree.is_folder(top / kind.folder):  # otherwise the check of references reports them
                walk.add_missing(kind, collection_of(org, kind), top / kind.folder, names)
