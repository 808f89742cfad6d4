"""Import of recipes: applications, distributions and platforms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from comodit_client.aio._transfer.imports_base import Folder, ImportBase
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.aio.organization import Organization


class ImportsRecipes(ImportBase):
    """Imports applications, distributions and platforms into an organization."""

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

    async def import_application_if_not_exist(
        self, org: Organization, apps_folder: Folder, apps: Iterable[str] | str
    ) -> None:
        """Import those of some applications that the organization does not have.

        Args:
            org: The organization that they come to.
            apps_folder: The folder with a folder for each.
            apps: Their names; a lone name is that of one.

        Raises:
            ImportException: One has no folder either, or an action failed.
            UnusableFile: A folder cannot be read, or a symbolic link is in it; nothing is sent.
        """
        names = [apps] if isinstance(apps, str) else apps
        await self._import_missing(layout.APPLICATION, org, apps_folder, names)

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
        await self._import_missing(layout.DISTRIBUTION, org, dists_folder, [dist])

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
        await self._import_missing(layout.PLATFORM, org, plats_folder, [plat])
