"""Files as the server renders them for a host. The machine is not involved."""

from __future__ import annotations

from comodit_client.aio._host.base import HostBase
from comodit_client.aio._host.links import url_of
from comodit_client.wire import hosts as views


class RenderedFiles(HostBase):
    """Mixin of `Host`: rendered files of its applications, platform and distribution."""

    __slots__ = ()

    async def render_app_file(self, app_name: str, file_name: str) -> str:
        """Render a file of an application for the host. Invalid UTF-8 is dropped.

        Args:
            app_name: The application's name.
            file_name: The file's name in the application.

        Returns:
            The text.

        Facts: S110.
        """
        return _decode(await self.client.run(views.render_application_file(*self._names, app_name, file_name)))

    async def render_dist_file(self, file_name: str) -> str:
        """Render a file of the distribution for the host. Invalid UTF-8 is dropped.

        Args:
            file_name: The file's name in the distribution.

        Returns:
            The text.

        Facts: S110.
        """
        return _decode(await self.client.run(views.render_distribution_file(*self._names, file_name)))

    async def render_plat_file(self, file_name: str) -> str:
        """Render a file of the platform for the host. Invalid UTF-8 is dropped.

        Args:
            file_name: The file's name in the platform.

        Returns:
            The text.

        Facts: S110.
        """
        return _decode(await self.client.run(views.render_platform_file(*self._names, file_name)))

    async def get_app_link(self, app_name: str, file_name: str, short: bool = False) -> str:
        """Create a one-time URL for a rendered file of an application. It needs no credentials.

        Args:
            app_name: The application's name.
            file_name: The file's name in the application.
            short: If True, return a short URL.

        Returns:
            The URL.

        Facts: S110.
        """
        return await url_of(
            self.client, views.get_application_file_link(*self._names, app_name, file_name, short=short)
        )

    async def get_dist_link(self, file_name: str, short: bool = False) -> str:
        """Create a one-time URL for a rendered file of the distribution. It needs no credentials.

        Args:
            file_name: The file's name in the distribution.
            short: If True, return a short URL.

        Returns:
            The URL.

        Facts: S110.
        """
        return await url_of(self.client, views.get_distribution_file_link(*self._names, file_name, short=short))

    async def get_plat_link(self, file_name: str, short: bool = False) -> str:
        """Create a one-time URL for a rendered file of the platform. It needs no credentials.

        Args:
            file_name: The file's name in the platform.
            short: If True, return a short URL.

        Returns:
            The URL.

        Facts: S110.
        """
        return await url_of(self.client, views.get_platform_file_link(*self._names, file_name, short=short))


def _decode(content: bytes) -> str:
    return content.decode("utf-8", "ignore")
