# Made by `python -m generator` from handwritten/comodit_client/aio/_host/live_actions.py.
# Do not edit: change that, then run `make generate`.
"""What is done at once to a part of an application on a host."""

from __future__ import annotations

from comodit_client.api._host.base import HostBase
from comodit_client.wire import hosts as views


class LiveActions(HostBase):
    """Actions on files, services, packages and git repositories of applications; each queues a change."""

    __slots__ = ()

    def live_update_file(self, app_name: str, file_name: str) -> None:
        """Write a file of an installed application again; a change is queued.

        Args:
            app_name: The application's name.
            file_name: The file's name in the application.
        """
        self.client.run(views.update_file(*self._names, app_name, file_name))

    def live_restart_service(self, app_name: str, svc_name: str) -> None:
        """Restart a service of an installed application; a change is queued.

        Args:
            app_name: The application's name.
            svc_name: The service's name.
        """
        self.client.run(views.restart_service(*self._names, app_name, svc_name))

    def live_update_service(self, app_name: str, svc_name: str) -> None:
        """Bring a service of an installed application to what its definition says; a change is queued.

        Args:
            app_name: The application's name.
            svc_name: The service's name.
        """
        self.client.run(views.update_service(*self._names, app_name, svc_name))

    def live_enable_service(self, app_name: str, svc_name: str) -> None:
        """Have a service of an installed application start at boot; a change is queued.

        Args:
            app_name: The application's name.
            svc_name: The service's name.
        """
        self.client.run(views.enable_service(*self._names, app_name, svc_name))

    def live_disable_service(self, app_name: str, svc_name: str) -> None:
        """Have a service of an installed application not start at boot; a change is queued.

        Args:
            app_name: The application's name.
            svc_name: The service's name.
        """
        self.client.run(views.disable_service(*self._names, app_name, svc_name))

    def live_install_package(self, app_name: str, pkg_name: str, pkg_version: str | None = None) -> None:
        """Install a package of an installed application; a change is queued.

        Args:
            app_name: The application's name.
            pkg_name: The package's name.
            pkg_version: The version; the newest when not given.
        """
        self.client.run(views.install_package(*self._names, app_name, pkg_name, release=pkg_version or None))

    def update_package(self, app_name: str, pkg_name: str, pkg_version: str | None = None) -> None:
        """Update a package of an installed application; a change is queued.

        Args:
            app_name: The application's name.
            pkg_name: The package's name.
            pkg_version: The version; the newest when not given.
        """
        self.client.run(views.update_package(*self._names, app_name, pkg_name, release=pkg_version or None))

    def update_git(self, app_name: str, git_name: str, branch: str | None = None) -> None:
        """Check a git repository of an installed application out again; a change is queued.

        Args:
            app_name: The application's name.
            git_name: The repository's name in the application.
            branch: The branch; that of the application when not given.
        """
        self.client.run(views.update_git(*self._names, app_name, git_name, branch=branch or None))
