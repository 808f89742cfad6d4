"""Contexts: the applications, the platform and the distribution of one host, with their settings on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.aio._client.operations import Parameters
from comodit_client.aio._host.base import part_of_host
from comodit_client.aio._host.links import url_of
from comodit_client.aio._shared.has_settings import HasSettings
from comodit_client.aio.collection import Collection, Singleton
from comodit_client.aio.entity import Entity, SingletonEntity
from comodit_client.aio.settings import add_settings
from comodit_client.wire import application_contexts, distribution_contexts, hosts, platform_contexts
from comodit_client.wire.application_contexts import OriginSetting
from comodit_client.wire.request import Request
from comodit_client.wire.view import repr_of

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_contexts import ApplicationContextMembers
    from comodit_client.wire.dicts.distribution_contexts import DistributionContextMembers
    from comodit_client.wire.dicts.platform_contexts import PlatformContextMembers

Settings = Mapping[str, Any] | None


class AbstractContext(HasSettings):
    """Base class of the three contexts. A context belongs to a host and has settings and rendered files."""

    __slots__ = ()

    #: The operations that return a rendered file, and a link to it.
    RENDER: ClassVar[Callable[..., Request[bytes]]]
    LINK: ClassVar[Callable[..., Request[hosts.FileLink]]]

    def __repr__(self) -> str:
        name = self._data.get(self.IDENTITY) if self.IDENTITY else None
        return repr_of(self, part_of_host(self, str(name or "")), members=("enabled",))

    async def render_file(self, file_name: str) -> bytes:
        """Render a file for the host, with the settings that apply to it.

        Args:
            file_name: The file's name in its application, platform or distribution.

        Returns:
            The bytes. `host.render_app_file` and its siblings return text.

        Raises:
            EntityNotFoundException: The file does not exist.
            BadRequest: The server cannot render the template; its message has the reason.

        Facts: S110.
        """
        return await self.client.run(type(self).RENDER(*self._names, file_name))

    async def get_file_link(self, file_name: str, short: bool = False) -> str:
        """Create a one-time URL for a rendered file. It needs no credentials.

        Args:
            file_name: The file's name in its application, platform or distribution.
            short: If True, return a short URL.

        Returns:
            The URL.

        Raises:
            EntityNotFoundException: The file does not exist.

        Facts: S110.
        """
        return await url_of(self.client, type(self).LINK(*self._names, file_name, short=short))


class ApplicationContext(AbstractContext, application_contexts.ApplicationContext, Entity):
    """An application that is installed on a host."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "application_context_settings"
    RENDER = hosts.render_application_file
    LINK = hosts.get_application_file_link

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ApplicationContextMembers],
        ) -> None: ...

    @property
    def name(self) -> str:
        """The application's name."""
        return self.application

    async def run_handler(self, name: str) -> str:
        """Run a named handler of the application. Queues a change.

        Args:
            name: The handler's name.

        Returns:
            The key of the change, for `host.wait_for_change_terminated`.

        Raises:
            EntityNotFoundException: The application has no handler with that name.

        Facts: S77.
        """
        organization, environment, host, application = self._names
        return await self.client.run(
            application_contexts.run_handler(organization, environment, host, application, name)
        )

    async def setting_origin(self, setting_key: str, parameters: Parameters = None) -> OriginSetting:
        """Get the value of a setting on the host, and the level that defines it.

        Args:
            setting_key: The setting's key.
            parameters: Extra members of the query.

        Returns:
            The value and its origin.

        Raises:
            EntityNotFoundException: No level defines the setting.

        Facts: S88.
        """
        organization, environment, host, application = self._names
        request = application_contexts.get_setting_origin(organization, environment, host, application, setting_key)
        return await self.client.run(request.with_query(parameters))


class PlatformContext(AbstractContext, SingletonEntity, platform_contexts.PlatformContext, Entity):
    """The platform that a host is provisioned on."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "platform_context_settings"
    RENDER = hosts.render_platform_file
    LINK = hosts.get_platform_file_link

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[PlatformContextMembers],
        ) -> None: ...


class DistributionContext(AbstractContext, SingletonEntity, distribution_contexts.DistributionContext, Entity):
    """The distribution that a host runs."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "distribution_context_settings"
    RENDER = hosts.render_distribution_file
    LINK = hosts.get_distribution_file_link

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[DistributionContextMembers],
        ) -> None: ...


class ApplicationContextCollection(Collection[ApplicationContext]):
    """The applications that are installed on a host."""

    __slots__ = ()
    _api = application_contexts

    def wrap(self, json_data: dict[str, Any] | None = None) -> ApplicationContext:
        return ApplicationContext(self, json_data)

    def new(self, app_name: str, settings: Settings = None) -> ApplicationContext:
        """Build the context of an application without sending it.

        Args:
            app_name: The application's name.
            settings: The values of its settings on the host, by key.

        Returns:
            The context. It need not exist on the server.
        """
        context = self.wrap({"application": app_name})
        add_settings(context, settings)
        return context

    async def create(self, app_name: str, settings: Settings = None) -> ApplicationContext:
        """Install an application. On a provisioned host this queues a change.

        Args:
            app_name: The application's name.
            settings: The values of its settings on the host, by key.

        Returns:
            The context.

        Raises:
            Conflict: The application is already installed.

        Facts: S46, S119.
        """
        context = self.new(app_name, settings)
        await context.create()
        return context


class PlatformContextCollection(Singleton[PlatformContext]):
    """The platform of a host, as a collection of at most one."""

    __slots__ = ()
    _api = platform_contexts

    def wrap(self, json_data: dict[str, Any] | None = None) -> PlatformContext:
        return PlatformContext(self, json_data)

    def new(self, plat_name: str, settings: Settings = None) -> PlatformContext:
        """Build the context of a platform without sending it.

        Args:
            plat_name: The platform's name.
            settings: The values of its settings on the host, by key.

        Returns:
            The context. It need not exist on the server.
        """
        context = self.wrap({"platform": plat_name})
        add_settings(context, settings)
        return context

    async def create(self, plat_name: str, settings: Settings = None) -> PlatformContext:
        """Set the host's platform. It replaces the current one.

        Args:
            plat_name: The platform's name.
            settings: The values of its settings on the host, by key.

        Returns:
            The context.

        Facts: S120.
        """
        context = self.new(plat_name, settings)
        await context.create()
        return context


class DistributionContextCollection(Singleton[DistributionContext]):
    """The distribution of a host, as a collection of at most one."""

    __slots__ = ()
    _api = distribution_contexts

    def wrap(self, json_data: dict[str, Any] | None = None) -> DistributionContext:
        return DistributionContext(self, json_data)

    def new(self, dist_name: str, settings: Settings = None) -> DistributionContext:
        """Build the context of a distribution without sending it.

        Args:
            dist_name: The distribution's name.
            settings: The values of its settings on the host, by key.

        Returns:
            The context. It need not exist on the server.
        """
        context = self.wrap({"distribution": dist_name})
        add_settings(context, settings)
        return context

    async def create(self, dist_name: str, settings: Settings = None) -> DistributionContext:
        """Set the host's distribution. It replaces the current one.

        Args:
            dist_name: The distribution's name.
            settings: The values of its settings on the host, by key.

        Returns:
            The context.

        Facts: S120.
        """
        context = self.new(dist_name, settings)
        await context.create()
        return context
