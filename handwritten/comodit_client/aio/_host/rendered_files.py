"""Files as the server renders them for a host. The machine is not involved."""

from __future__ import annotations

from comodit_client.aio._host.base import HostBase
from comodit_client.aio._host.links import url_of
from comodit_client.rest.strings import check_error_handler, decoded
from comodit_client.wire import hosts as views
from comodit_client.wire.request import Request


class RenderedFiles(HostBase):
    """Mixin of `Host`: rendered files of its applications, platform and distribution."""

    __slots__ = ()

    async def render_app_file(self, app_name: str, file_name: str, errors: str = "ignore") -> str:
        """Render a file of an application for the host, as text in UTF-8.

        Args:
            app_name: The application's name.
            file_name: The file's name in the application.
            errors: How to handle bytes that are not UTF-8, as for `bytes.decode`: `strict`, `replace` or `ignore`.
                Default: drop them, as the original client did.

        Returns:
            The text.

        Raises:
            InvalidText: With `strict`, the file is not UTF-8. If the error handler does not exist, no request is sent.

        Facts: S110.
        """
        return await self._text(views.render_application_file(*self._names, app_name, file_name), file_name, errors)

    async def render_dist_file(self, file_name: str, errors: str = "ignore") -> str:
        """Render a file of the distribution for the host, as text in UTF-8.

        Args:
            file_name: The file's name in the distribution.
            errors: How to handle bytes that are not UTF-8, as for `bytes.decode`: `strict`, `replace` or `ignore`.
                Default: drop them, as the original client did.

        Returns:
            The text.

        Raises:
            InvalidText: With `strict`, the file is not UTF-8. If the error handler does not exist, no request is sent.

        Facts: S110.
        """
        return await self._text(views.render_distribution_file(*self._names, file_name), file_name, errors)

    async def render_plat_file(self, file_name: str, errors: str = "ignore") -> str:
        """Render a file of the platform for the host, as text in UTF-8.

        Args:
            file_name: The file's name in the platform.
            errors: How to handle bytes that are not UTF-8, as for `bytes.decode`: `strict`, `replace` or `ignore`.
                Default: drop them, as the original client did.

        Returns:
            The text.

        Raises:
            InvalidText: With `strict`, the file is not UTF-8. If the error handler does not exist, no request is sent.

        Facts: S110.
        """
        return await self._text(views.render_platform_file(*self._names, file_name), file_name, errors)

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

    async def _text(self, request: Request[bytes], name: str, errors: str) -> str:
        check_error_handler(errors)
        return decoded(await self.client.run(request), errors, name)
