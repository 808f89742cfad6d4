"""What a host is made of: its applications, its platform and its distribution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from comodit_client.aio._host.base import HostBase

if TYPE_CHECKING:
    from comodit_client.aio.contexts import (
        ApplicationContext,
        ApplicationContextCollection,
        DistributionContext,
        DistributionContextCollection,
        PlatformContext,
        PlatformContextCollection,
    )


class Contexts(HostBase):
    """What is installed on a host, and what it is provisioned on."""

    __slots__ = ()

    def applications(self) -> ApplicationContextCollection:
        """The applications that are installed. Costs no request."""
        from comodit_client.aio.contexts import ApplicationContextCollection

        return ApplicationContextCollection(self.client, self._names)

    async def get_application(self, name: str) -> ApplicationContext:
        """Get an application that is installed.

        Args:
            name: Its name.

        Returns:
            The application's context on the host.

        Raises:
            EntityNotFoundException: It is not installed.
        """
        return await self.applications().get(name)

    async def install(self, name: str, settings: Mapping[str, Any] | None = None) -> None:
        """Install an application; on a provisioned host a change is queued: see `wait_for_pending_changes` (S46, S119).

        Args:
            name: The application's name.
            settings: Values of its settings on the host, by their keys.

        Raises:
            Conflict: The application is installed already.
            EntityNotFoundException: The organization has no such application.
        """
        await self.applications().create(name, settings)

    async def uninstall(self, name: str) -> None:
        """Uninstall an application; silent when it is not installed.

        Args:
            name: The application's name.
        """
        await self.applications().delete(name)

    def platform(self) -> PlatformContextCollection:
        """The platform, as a collection of one at most. Costs no request."""
        from comodit_client.aio.contexts import PlatformContextCollection

        return PlatformContextCollection(self.client, self._names)

    async def get_platform(self) -> PlatformContext:
        """Get the platform that the host is provisioned on.

        Returns:
            The platform's context on the host.

        Raises:
            EntityNotFoundException: None is chosen.
        """
        return await self.platform().get()

    def distribution(self) -> DistributionContextCollection:
        """The distribution, as a collection of one at most. Costs no request."""
        from comodit_client.aio.contexts import DistributionContextCollection

        return DistributionContextCollection(self.client, self._names)

    async def get_distribution(self) -> DistributionContext:
        """Get the distribution that the host runs.

        Returns:
            The distribution's context on the host.

        Raises:
            EntityNotFoundException: None is chosen.
        """
        return await self.distribution().get()
