# Made by `python -m generator` from handwritten/comodit_client/aio/_host/contexts.py.
# Do not edit: change that, then run `make generate`.
"""The applications, the platform and the distribution of a host."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from comodit_client.api._host.base import HostBase

if TYPE_CHECKING:
    from comodit_client.api.contexts import (
        ApplicationContext,
        ApplicationContextCollection,
        DistributionContext,
        DistributionContextCollection,
        PlatformContext,
        PlatformContextCollection,
    )


class Contexts(HostBase):
    """Mixin of `Host`: its applications, platform and distribution."""

    __slots__ = ()

    def applications(self) -> ApplicationContextCollection:
        """Return the installed applications. Sends no request."""
        from comodit_client.api.contexts import ApplicationContextCollection

        return ApplicationContextCollection(self.client, self._names)

    def get_application(self, name: str) -> ApplicationContext:
        """Get an installed application.

        Args:
            name: The name.

        Returns:
            The application's context on the host.

        Raises:
            EntityNotFoundException: The application is not installed.
        """
        return self.applications().get(name)

    def install(self, name: str, settings: Mapping[str, Any] | None = None) -> ApplicationContext:
        """Install an application.

        On a provisioned host this queues a change. `wait` of the context waits for it.

        Args:
            name: The application's name.
            settings: The values of its settings on the host, by key.

        Returns:
            The application's context on the host.

        Raises:
            Conflict: The application is already installed.
            EntityNotFoundException: The organization has no such application.

        Facts: S46, S119.
        """
        return self.applications().create(name, settings)

    def uninstall(self, name: str) -> None:
        """Uninstall an application. Nothing happens if it is not installed.

        Args:
            name: The application's name.
        """
        self.applications().delete(name)

    def platform(self) -> PlatformContextCollection:
        """Return the platform, as a collection of at most one. Sends no request."""
        from comodit_client.api.contexts import PlatformContextCollection

        return PlatformContextCollection(self.client, self._names)

    def get_platform(self) -> PlatformContext:
        """Get the platform that the host is provisioned on.

        Returns:
            The platform's context on the host.

        Raises:
            EntityNotFoundException: The host has none.
        """
        return self.platform().get()

    def distribution(self) -> DistributionContextCollection:
        """Return the distribution, as a collection of at most one. Sends no request."""
        from comodit_client.api.contexts import DistributionContextCollection

        return DistributionContextCollection(self.client, self._names)

    def get_distribution(self) -> DistributionContext:
        """Get the distribution that the host runs.

        Returns:
            The distribution's context on the host.

        Raises:
            EntityNotFoundException: The host has none.
        """
        return self.distribution().get()
