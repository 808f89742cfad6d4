"""The methods of a client for applications, platforms and distributions, of an organization and of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.aio._client.base import BaseClient

if TYPE_CHECKING:
    from comodit_client.aio.application import Application, ApplicationCollection
    from comodit_client.aio.distribution import Distribution, DistributionCollection
    from comodit_client.aio.git import ApplicationGitCollection
    from comodit_client.aio.platform import Platform, PlatformCollection
    from comodit_client.aio.rpmmodules import ApplicationRpmModuleCollection, RpmModule
    from comodit_client.aio.store import (
        AppStoreCollection,
        DistStoreCollection,
        PublishedApplication,
        PublishedDistribution,
    )


class Definitions(BaseClient):
    """Mixin of a client: navigation to applications, platforms, distributions and the store."""

    def applications(self, org_name: str) -> ApplicationCollection:
        """Return the applications of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.application import ApplicationCollection

        return ApplicationCollection(self._as_client, (org_name,))

    async def get_application(self, org_name: str, name: str) -> Application:
        """Get an application.

        Args:
            org_name: The organization's name.
            name: The application's name.

        Returns:
            The application.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.applications(org_name).get(name)

    def rpm_modules(self, org: str, app: str) -> ApplicationRpmModuleCollection:
        """Return the RPM modules of an application. Sends no request.

        Args:
            org: The organization's name.
            app: The application's name.
        """
        from comodit_client.aio.rpmmodules import ApplicationRpmModuleCollection

        return ApplicationRpmModuleCollection(self._as_client, (org, app))

    async def rpm_module(self, org: str, app: str, name: str) -> RpmModule:
        """Get an RPM module of an application.

        Args:
            org: The organization's name.
            app: The application's name.
            name: The module's name.

        Returns:
            The module.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.rpm_modules(org, app).get(name)

    def gits(self, org: str, app: str) -> ApplicationGitCollection:
        """Return the git repositories of an application. Sends no request.

        Args:
            org: The organization's name.
            app: The application's name.
        """
        from comodit_client.aio.git import ApplicationGitCollection

        return ApplicationGitCollection(self._as_client, (org, app))

    def platforms(self, org_name: str) -> PlatformCollection:
        """Return the platforms of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.platform import PlatformCollection

        return PlatformCollection(self._as_client, (org_name,))

    async def get_platform(self, org_name: str, name: str) -> Platform:
        """Get a platform.

        Args:
            org_name: The organization's name.
            name: The platform's name.

        Returns:
            The platform.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.platforms(org_name).get(name)

    def distributions(self, org_name: str) -> DistributionCollection:
        """Return the distributions of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.distribution import DistributionCollection

        return DistributionCollection(self._as_client, (org_name,))

    async def get_distribution(self, org_name: str, name: str) -> Distribution:
        """Get a distribution.

        Args:
            org_name: The organization's name.
            name: The distribution's name.

        Returns:
            The distribution.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.distributions(org_name).get(name)

    def app_store(self) -> AppStoreCollection:
        """Return the applications that the store offers. Sends no request."""
        from comodit_client.aio.store import AppStoreCollection

        return AppStoreCollection(self._as_client)

    async def get_published_app(self, uuid: str, org_name: str | None = None) -> PublishedApplication:
        """Get an application of the store.

        Args:
            uuid: The uuid of the entry.
            org_name: Read the store as this organization, which may see entries that others may not.

        Returns:
            The entry.

        Raises:
            EntityNotFoundException: The entry does not exist, or the organization may not see it.
        """
        return await self.app_store().get(uuid, org_name=org_name)

    def dist_store(self) -> DistStoreCollection:
        """Return the distributions that the store offers. Sends no request."""
        from comodit_client.aio.store import DistStoreCollection

        return DistStoreCollection(self._as_client)

    async def get_published_dist(self, uuid: str, org_name: str | None = None) -> PublishedDistribution:
        """Get a distribution of the store.

        Args:
            uuid: The uuid of the entry.
            org_name: Read the store as this organization, which may see entries that others may not.

        Returns:
            The entry.

        Raises:
            EntityNotFoundException: The entry does not exist, or the organization may not see it.
        """
        return await self.dist_store().get(uuid, org_name=org_name)
