"""Immediate actions on the parts of an application on a host."""

from __future__ import annotations

from comodit_client.aio._host.base import HostBase
from comodit_client.wire import hosts as views


class LiveActions(HostBase):
    """Mixin of `Host`: actions on the parts of installed applications. Each one queues a change."""

    __slots__ = ()

    async def live_update_file(self, app_name: str, file_name: str) -> None:
        """Write a file of an installed application again. Queues a change.

        Args:
            app_name: The application's name.
            file_name: The file's name in the application.
        """
        await self.client.run(views.update_file(*self._names, app_name, file_name))

    async def live_restart_service(self, app_name: str, svc_name: str) -> None:
        """Restart a service of an installed application. Queues a change.

        Args:
            app_name: The application's name.
            svc_name: The service's name.
        """
        await self.client.run(views.restart_service(*self._names, app_name, svc_name))

    async def live_update_service(self, app_name: str, svc_name: str) -> None:
        """Apply the definition of a service of an installed application. Queues a change.

        Args:
            app_name: The application's name.
            svc_name: The service's name.
        """
        await self.client.run(views.update_service(*self._names, app_name, svc_name))

    async def live_enable_service(self, app_name: str, svc_name: str) -> None:
        """Enable a service of an installed application at boot. Queues a change.

        Args:
            app_name: The application's name.
            svc_name: The service's name.
        """
        await self.client.run(views.enable_service(*self._names, app_name, svc_name))

    async def live_disable_service(self, app_name: str, svc_name: str) -> None:
        """Disable a service of an installed application at boot. Queues a change.

        Args:
            app_name: The application's name.
            svc_name: The service's name.
        """
        await self.client.run(views.disable_service(*self._names, app_name, svc_name))

    async def live_install_package(self, app_name: str, pkg_name: str, pkg_version: str | None = None) -> None:
        """Install a package of an installed application. Queues a change.

        Args:
            app_name: The application's name.
            pkg_name: The package's name.
            pkg_version: The version. Default: the newest.
        """
        await self.client.run(views.install_package(*self._names, app_name, pkg_name, release=pkg_version or None))

    async def update_package(self, app_name: str, pkg_name: str, pkg_version: str | None = None) -> None:
        """Update a package of an installed application. Queues a change.

        Args:
            app_name: The application's name.
            pkg_name: The package's name.
            pkg_version: The version. Default: the newest.
        """
        await self.client.run(views.update_package(*self._names, app_name, pkg_name, release=pkg_version or None))

    async def update_git(self, app_name: str, git_name: str, branch: str | None = None) -> None:
        """Check out a git repository of an installed application again. Queues a change.

        Args:
            app_name: The application's name.
            git_name: The repository's name in the application.
            branch: The branch. Default: the branch in the application.
        """
        await self.client.run(views.update_git(*self._names, app_name, git_name, branch=branch or None))
