"""Contexts: the applications, the platform and the distribution of one host, with their settings on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Unpack, overload

from comodit_client import wire
from comodit_client.aio._client.operations import Params
from comodit_client.aio._host.base import part_of_host
from comodit_client.aio._host.handler_run import HandlerRun as HandlerRun
from comodit_client.aio._host.installation import Installation
from comodit_client.aio._host.links import url_of
from comodit_client.aio._shared.has_settings import HasSettings
from comodit_client.aio._shared.singleton import NamelessOperations, Singleton, SingletonEntity
from comodit_client.aio.capabilities import EditableCollection
from comodit_client.aio.editable import EditableEntity
from comodit_client.aio.settings import Settings, add_settings
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.wire import application_contexts, distribution_contexts, hosts, platform_contexts
from comodit_client.wire.application_contexts import OriginSetting
from comodit_client.wire.request import Request
from comodit_client.wire.view import repr_of

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_contexts import ApplicationContextMembers, ApplicationContextOptions
    from comodit_client.wire.dicts.distribution_contexts import DistributionContextMembers, DistributionContextOptions
    from comodit_client.wire.dicts.platform_contexts import PlatformContextMembers, PlatformContextOptions


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


class ApplicationContext(Installation, AbstractContext, application_contexts.ApplicationContext, EditableEntity):
    """An application that is installed on a host."""

    __slots__ = ()

    RENDER = hosts.render_application_file
    LINK = hosts.get_application_file_link

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ApplicationContextCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ApplicationContextMembers],
        ) -> None: ...

        @property
        def collection(self) -> ApplicationContextCollection: ...

    @property
    def _setting_operations(self) -> type[wire.application_context_settings.Operations]:
        return wire.application_context_settings.Operations

    @property
    def name(self) -> str:
        """The application's name."""
        return self.application

    async def run_handler(self, name: str) -> HandlerRun:
        """Run a named handler of the application. Queues a change; use `wait` of the returned key to wait for it.

        Args:
            name: The handler's name.

        Returns:
            The key of the change, which is a `str`. `host.wait_for_change_terminated` takes it as well.

        Raises:
            EntityNotFoundException: The application has no handler with that name.

        Facts: S77.
        """
        organization, environment, host, application = self._names
        request = application_contexts.run_handler(organization, environment, host, application, name)
        return HandlerRun(await self.client.run(request), self.client.hosts(organization, environment).new(host))

    @overload
    async def setting_origin(self, setting_key: str, params: Params = None) -> OriginSetting: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def setting_origin(self, setting_key: str, *, parameters: Params) -> OriginSetting: ...

    @renamed(parameters="params")
    async def setting_origin(self, setting_key: str, params: Params = None) -> OriginSetting:
        """Get the value of a setting on the host, and the level that defines it.

        Args:
            setting_key: The setting's key.
            params: Extra members of the query.

        Returns:
            The value and its origin.

        Raises:
            EntityNotFoundException: No level defines the setting.

        Facts: S88.
        """
        organization, environment, host, application = self._names
        request = application_contexts.get_setting_origin(organization, environment, host, application, setting_key)
        return await self.client.run(request.with_query(params))


class PlatformContext(AbstractContext, platform_contexts.PlatformContext, SingletonEntity):
    """The platform that a host is provisioned on."""

    __slots__ = ()

    RENDER = hosts.render_platform_file
    LINK = hosts.get_platform_file_link

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: PlatformContextCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[PlatformContextMembers],
        ) -> None: ...

        @property
        def collection(self) -> PlatformContextCollection: ...

    @property
    def _setting_operations(self) -> type[wire.platform_context_settings.Operations]:
        return wire.platform_context_settings.Operations


class DistributionContext(AbstractContext, distribution_contexts.DistributionContext, SingletonEntity):
    """The distribution that a host runs."""

    __slots__ = ()

    RENDER = hosts.render_distribution_file
    LINK = hosts.get_distribution_file_link

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: DistributionContextCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[DistributionContextMembers],
        ) -> None: ...

        @property
        def collection(self) -> DistributionContextCollection: ...

    @property
    def _setting_operations(self) -> type[wire.distribution_context_settings.Operations]:
        return wire.distribution_context_settings.Operations


class ApplicationContextCollection(EditableCollection[ApplicationContext]):
    """The applications that are installed on a host."""

    __slots__ = ()

    @property
    def operations(self) -> application_contexts.Operations:
        return self._bound(application_contexts.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> ApplicationContext:
        return ApplicationContext(self, json_data)

    @overload
    def new(
        self, application: str, settings: Settings = None, **members: Unpack[ApplicationContextOptions]
    ) -> ApplicationContext: ...

    @overload
    @deprecated("Use application= instead of app_name=.")
    def new(self, *, app_name: str, settings: Settings = None) -> ApplicationContext: ...

    @renamed(app_name="application")
    def new(
        self, application: str, settings: Settings = None, **members: Unpack[ApplicationContextOptions]
    ) -> ApplicationContext:
        """Build the context of an application without sending it.

        Args:
            application: The application's name.
            settings: The values of its settings on the host, by key, or a list of settings.
            members: Other members, as keywords of `ApplicationContext`.

        Returns:
            The context. It need not exist on the server.
        """
        context = self.build({"application": application}, members)
        add_settings(context, settings)
        return context

    @overload
    async def create(
        self, application: str, settings: Settings = None, **members: Unpack[ApplicationContextOptions]
    ) -> ApplicationContext: ...

    @overload
    @deprecated("Use application= instead of app_name=.")
    async def create(self, *, app_name: str, settings: Settings = None) -> ApplicationContext: ...

    @renamed(app_name="application")
    async def create(
        self, application: str, settings: Settings = None, **members: Unpack[ApplicationContextOptions]
    ) -> ApplicationContext:
        """Install an application. On a provisioned host this queues a change.

        Args:
            application: The application's name.
            settings: The values of its settings on the host, by key, or a list of settings.
            members: Other members, as keywords of `ApplicationContext`.

        Returns:
            The context.

        Raises:
            Conflict: The application is already installed.

        Facts: S46, S119.
        """
        context = self.new(application, settings, **members)
        await context.create()
        return context


class PlatformContextCollection(Singleton[PlatformContext]):
    """The platform of a host, as a collection of at most one."""

    __slots__ = ()

    @property
    def operations(self) -> NamelessOperations:
        return NamelessOperations(self._bound(platform_contexts.Operations))

    def wrap(self, json_data: dict[str, Any] | None = None) -> PlatformContext:
        return PlatformContext(self, json_data)

    @overload
    def new(
        self, platform: str, settings: Settings = None, **members: Unpack[PlatformContextOptions]
    ) -> PlatformContext: ...

    @overload
    @deprecated("Use platform= instead of plat_name=.")
    def new(self, *, plat_name: str, settings: Settings = None) -> PlatformContext: ...

    @renamed(plat_name="platform")
    def new(
        self, platform: str, settings: Settings = None, **members: Unpack[PlatformContextOptions]
    ) -> PlatformContext:
        """Build the context of a platform without sending it.

        Args:
            platform: The platform's name.
            settings: The values of its settings on the host, by key, or a list of settings.
            members: Other members, as keywords of `PlatformContext`.

        Returns:
            The context. It need not exist on the server.
        """
        context = self.build({"platform": platform}, members)
        add_settings(context, settings)
        return context

    @overload
    async def create(
        self, platform: str, settings: Settings = None, **members: Unpack[PlatformContextOptions]
    ) -> PlatformContext: ...

    @overload
    @deprecated("Use platform= instead of plat_name=.")
    async def create(self, *, plat_name: str, settings: Settings = None) -> PlatformContext: ...

    @renamed(plat_name="platform")
    async def create(
        self, platform: str, settings: Settings = None, **members: Unpack[PlatformContextOptions]
    ) -> PlatformContext:
        """Set the host's platform. It replaces the current one.

        Args:
            platform: The platform's name.
            settings: The values of its settings on the host, by key, or a list of settings.
            members: Other members, as keywords of `PlatformContext`.

        Returns:
            The context.

        Facts: S120.
        """
        context = self.new(platform, settings, **members)
        await context.create()
        return context


class DistributionContextCollection(Singleton[DistributionContext]):
    """The distribution of a host, as a collection of at most one."""

    __slots__ = ()

    @property
    def operations(self) -> NamelessOperations:
        return NamelessOperations(self._bound(distribution_contexts.Operations))

    def wrap(self, json_data: dict[str, Any] | None = None) -> DistributionContext:
        return DistributionContext(self, json_data)

    @overload
    def new(
        self, distribution: str, settings: Settings = None, **members: Unpack[DistributionContextOptions]
    ) -> DistributionContext: ...

    @overload
    @deprecated("Use distribution= instead of dist_name=.")
    def new(self, *, dist_name: str, settings: Settings = None) -> DistributionContext: ...

    @renamed(dist_name="distribution")
    def new(
        self, distribution: str, settings: Settings = None, **members: Unpack[DistributionContextOptions]
    ) -> DistributionContext:
        """Build the context of a distribution without sending it.

        Args:
            distribution: The distribution's name.
            settings: The values of its settings on the host, by key, or a list of settings.
            members: Other members, as keywords of `DistributionContext`.

        Returns:
            The context. It need not exist on the server.
        """
        context = self.build({"distribution": distribution}, members)
        add_settings(context, settings)
        return context

    @overload
    async def create(
        self, distribution: str, settings: Settings = None, **members: Unpack[DistributionContextOptions]
    ) -> DistributionContext: ...

    @overload
    @deprecated("Use distribution= instead of dist_name=.")
    async def create(self, *, dist_name: str, settings: Settings = None) -> DistributionContext: ...

    @renamed(dist_name="distribution")
    async def create(
        self, distribution: str, settings: Settings = None, **members: Unpack[DistributionContextOptions]
    ) -> DistributionContext:
        """Set the host's distribution. It replaces the current one.

        Args:
            distribution: The distribution's name.
            settings: The values of its settings on the host, by key, or a list of settings.
            members: Other members, as keywords of `DistributionContext`.

        Returns:
            The context.

        Facts: S120.
        """
        context = self.new(distribution, settings, **members)
        await context.create()
        return context
