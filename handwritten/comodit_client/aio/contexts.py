"""Contexts: the applications, the platform and the distribution of one host, with their settings there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from comodit_client.aio._client.operations import Parameters
from comodit_client.aio._host.links import url_of
from comodit_client.aio._shared.has_settings import HasSettings
from comodit_client.aio.collection import Collection, Singleton
from comodit_client.aio.entity import Entity, SingletonEntity
from comodit_client.aio.settings import add_settings
from comodit_client.wire import application_contexts, distribution_contexts, hosts, platform_contexts
from comodit_client.wire.application_contexts import OriginSetting
from comodit_client.wire.request import Request

Settings = Mapping[str, Any] | None


class AbstractContext(HasSettings):
    """What the three contexts share: they belong to a host, have settings, and files that are rendered with them."""

    __slots__ = ()

    #: The operations on a rendered file: that which gives it, and that which gives a link to it.
    RENDER: ClassVar[Callable[..., Request[bytes]]]
    LINK: ClassVar[Callable[..., Request[hosts.FileLink]]]

    async def render_file(self, file_name: str) -> bytes:
        """Render a file as it is for the host: the settings that hold there are filled in (S110).

        Args:
            file_name: The file's name in its application, platform or distribution.

        Returns:
            The bytes; `host.render_app_file` and its siblings give text.

        Raises:
            EntityNotFoundException: There is no such file.
            BadRequest: The template cannot be rendered; the server says why.
        """
        return await self.client.run(type(self).RENDER(*self._names, file_name))

    async def get_file_link(self, file_name: str, short: bool = False) -> str:
        """Make a URL that gives a rendered file once, without credentials (S110).

        Args:
            file_name: The file's name in its application, platform or distribution.
            short: Whether the URL shall be short.

        Returns:
            The URL.

        Raises:
            EntityNotFoundException: There is no such file.
        """
        return await url_of(self.client, type(self).LINK(*self._names, file_name, short=short))


class ApplicationContext(AbstractContext, application_contexts.ApplicationContext, Entity):
    """An application that is installed on a host (S118)."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "application_context_settings"
    RENDER = hosts.render_application_file
    LINK = hosts.get_application_file_link

    @property
    def name(self) -> str:
        """The application's name."""
        return self.application

    async def run_handler(self, name: str) -> str:
        """Run a named handler of the application; a change is queued.

        Args:
            name: The handler's name.

        Returns:
            The key of the change, for `host.wait_for_change_terminated` (S77).

        Raises:
            EntityNotFoundException: The application has no handler of that name.
        """
        organization, environment, host, application = self._names
        return await self.client.run(
            application_contexts.run_handler(organization, environment, host, application, name)
        )

    async def setting_origin(self, setting_key: str, parameters: Parameters = None) -> OriginSetting:
        """Find out the value of a setting here, and the level that it comes from (S88).

        Args:
            setting_key: The setting's key.
            parameters: Members to add to the query.

        Returns:
            The value and its origin.

        Raises:
            EntityNotFoundException: No level has such a setting.
        """
        organization, environment, host, application = self._names
        request = application_contexts.get_setting_origin(organization, environment, host, application, setting_key)
        return await self.client.run(request.with_query(parameters))


class PlatformContext(AbstractContext, SingletonEntity, platform_contexts.PlatformContext, Entity):
    """The platform that a host is provisioned on (S120)."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "platform_context_settings"
    RENDER = hosts.render_platform_file
    LINK = hosts.get_platform_file_link


class DistributionContext(AbstractContext, SingletonEntity, distribution_contexts.DistributionContext, Entity):
    """The distribution that a host runs (S120)."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "distribution_context_settings"
    RENDER = hosts.render_distribution_file
    LINK = hosts.get_distribution_file_link


class ApplicationContextCollection(Collection[ApplicationContext]):
    """The applications that are installed on a host."""

    __slots__ = ()
    _api = application_contexts

    def wrap(self, json_data: dict[str, Any] | None = None) -> ApplicationContext:
        return ApplicationContext(self, json_data)

    def new(self, app_name: str, settings: Settings = None) -> ApplicationContext:
        """Describe an application on the host; nothing is sent.

        Args:
            app_name: The application's name.
            settings: Values of its settings there, by their keys.

        Returns:
            The context, to `create` or to reach what is in it.
        """
        context = self.wrap({"application": app_name})
        add_settings(context, settings)
        return context

    async def create(self, app_name: str, settings: Settings = None) -> ApplicationContext:
        """Install an application; on a provisioned host a change is queued (S46, S119).

        Args:
            app_name: The application's name.
            settings: Values of its settings there, by their keys.

        Returns:
            The context.

        Raises:
            Conflict: The application is installed already.
        """
        context = self.new(app_name, settings)
        await context.create()
        return context


class PlatformContextCollection(Singleton[PlatformContext]):
    """The platform of a host: one at most."""

    __slots__ = ()
    _api = platform_contexts

    def wrap(self, json_data: dict[str, Any] | None = None) -> PlatformContext:
        return PlatformContext(self, json_data)

    def new(self, plat_name: str, settings: Settings = None) -> PlatformContext:
        """Describe the host's platform; nothing is sent.

        Args:
            plat_name: The platform's name.
            settings: Values of its settings there, by their keys.

        Returns:
            The context, to `create` or to reach what is in it.
        """
        context = self.wrap({"platform": plat_name})
        add_settings(context, settings)
        return context

    async def create(self, plat_name: str, settings: Settings = None) -> PlatformContext:
        """Set the host's platform; it replaces the one that is there (S120).

        Args:
            plat_name: The platform's name.
            settings: Values of its settings there, by their keys.

        Returns:
            The context.
        """
        context = self.new(plat_name, settings)
        await context.create()
        return context


class DistributionContextCollection(Singleton[DistributionContext]):
    """The distribution of a host: one at most."""

    __slots__ = ()
    _api = distribution_contexts

    def wrap(self, json_data: dict[str, Any] | None = None) -> DistributionContext:
        return DistributionContext(self, json_data)

    def new(self, dist_name: str, settings: Settings = None) -> DistributionContext:
        """Describe the host's distribution; nothing is sent.

        Args:
            dist_name: The distribution's name.
            settings: Values of its settings there, by their keys.

        Returns:
            The context, to `create` or to reach what is in it.
        """
        context = self.wrap({"distribution": dist_name})
        add_settings(context, settings)
        return context

    async def create(self, dist_name: str, settings: Settings = None) -> DistributionContext:
        """Set the host's distribution; it replaces the one that is there (S120).

        Args:
            dist_name: The distribution's name.
            settings: Values of its settings there, by their keys.

        Returns:
            The context.
        """
        context = self.new(dist_name, settings)
        await context.create()
        return context
