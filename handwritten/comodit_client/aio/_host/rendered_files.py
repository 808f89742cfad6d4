"""Files as they are rendered for a host, without a look at the machine."""

from __future__ import annotations

from comodit_client.aio._host.base import HostBase
from comodit_client.aio._host.links import url_of
from comodit_client.wire import hosts as views


class RenderedFiles(HostBase):
    """What is rendered for a host, of its applications, its platform and its distribution (S110)."""

    __slots__ = ()

    async def render_app_file(self, app_name: str, file_name: str) -> str:
        """Render a file of an application as it is on the host; bytes that are not UTF-8 are dropped (S110).

        Args:
            app_name: The application's name.
            file_name: The file's name in the application.

        Returns:
            The text.
        """
        return _text(await self.client.run(views.render_application_file(*self._names, app_name, file_name)))

    async def render_dist_file(self, file_name: str) -> str:
        """Render a file of the distribution as it is for the host; bytes that are not UTF-8 are dropped (S110).

        Args:
            file_name: The file's name in the distribution.

        Returns:
            The text.
        """
        return _text(await self.client.run(views.render_distribution_file(*self._names, file_name)))

    async def render_plat_file(self, file_name: str) -> str:
        """Render a file of the platform as it is for the host; bytes that are not UTF-8 are dropped (S110).

        Args:
            file_name: The file's name in the platform.

        Returns:
            The text.
        """
        return _text(await self.client.run(views.render_platform_file(*self._names, file_name)))

    async def get_app_link(self, app_name: str, file_name: str, short: bool = False) -> str:
        """Make a URL that gives a rendered file of an application once, without credentials (S110).

        Args:
            app_name: The application's name.
            file_name: The file's name in the application.
            short: Whether the URL shall be short.

        Returns:
            The URL.
        """
        return await url_of(
            self.client, views.get_application_file_link(*self._names, app_name, file_name, short=short)
        )

    async def get_dist_link(self, file_name: str, short: bool = False) -> str:
        """Make a URL that gives a rendered file of the distribution once, without credentials (S110).

        Args:
            file_name: The file's name in the distribution.
            short: Whether the URL shall be short.

        Returns:
            The URL.
        """
        return await url_of(self.client, views.get_distribution_file_link(*self._names, file_name, short=short))

    async def get_plat_link(self, file_name: str, short: bool = False) -> str:
        """Make a URL that gives a rendered file of the platform once, without credentials (S110).

        Args:
            file_name: The file's name in the platform.
            short: Whether the URL shall be short.

        Returns:
            The URL.
        """
        return await url_of(self.client, views.get_platform_file_link(*self._names, file_name, short=short))


def _text(content: bytes) -> str:
    return content.decode("utf-8", "ignore")
