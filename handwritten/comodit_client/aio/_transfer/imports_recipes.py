"""Import of applications, distributions and platforms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from comodit_client.aio._transfer.imports_base import Folder, ImportBase
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.aio.organization import Organization


class ImportsRecipes(ImportBase):
    """The imports of applications, distributions and platforms."""

    async def import_application(
        self, org: Organization, root_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import an application: definition, contents of files, picture, RPM modules, git resources.

        Args:
            org: The organization to import into.
            root_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        await self._import(layout.APPLICATION, org, root_folder, skip_conflict_detection)

    async def import_distribution(
        self, org: Organization, root_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import a distribution: definition, contents of files, picture.

        Args:
            org: The organization to import into.
            root_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        await self._import(layout.DISTRIBUTION, org, root_folder, skip_conflict_detection)

    async def import_platform(
        self, org: Organization, root_folder: Folder, skip_conflict_detection: bool = False
    ) -> None:
        """Import a platform: definition, contents of files.

        Args:
            org: The organization to import into.
            root_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        await self._import(layout.PLATFORM, org, root_folder, skip_conflict_detection)

    async def import_application_if_not_exist(
        self, org: Organization, apps_folder: Folder, apps: Iterable[str] | str
    ) -> None:
        """Import applications that the organization lacks.

        Args:
            org: The organization to import into.
            apps_folder: The folder with a sub-folder for each application.
            apps: Their names, or one name.

        Raises:
            ImportException: A missing application has no folder, or an action failed.
            UnusableFile: A folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        names = [apps] if isinstance(apps, str) else apps
        await self._import_missing(layout.APPLICATION, org, apps_folder, names)

    async def import_distribution_if_not_exist(self, org: Organization, dists_folder: Folder, dist: str) -> None:
        """Import a distribution if the organization lacks it.

        Args:
            org: The organization to import into.
            dists_folder: The folder with a sub-folder for each distribution.
            dist: Its name.

        Raises:
            ImportException: It is missing and has no folder, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import_missing(layout.DISTRIBUTION, org, dists_folder, [dist])

    async def import_platform_if_not_exist(self, org: Organization, plats_folder: Folder, plat: str) -> None:
        """Import a platform if the organization lacks it.

        Args:
            org: The organization to import into.
            plats_folder: The folder with a sub-folder for each platform.
            plat: Its name.

        Raises:
            ImportException: It is missing and has no folder, or an action failed.
            UnusableFile: The folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        await self._import_missing(layout.PLATFORM, org, plats_folder, [plat])
