# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Applications installed on a host."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_contexts import (
        ApplicationContextDict,
        ApplicationContextListDict,
        ApplicationContextListMembers,
        ApplicationContextMembers,
        ApplicationContextServiceDict,
        ApplicationContextServiceMembers,
        OriginSettingDict,
        OriginSettingMembers,
    )
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.settings import Setting, SettingSchema


class ApplicationContextList(View):
    """A list response: one page of ApplicationContext objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationContextListDict | None = None, **members: Unpack[ApplicationContextListMembers]
        ) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[ApplicationContext, ApplicationContext | ApplicationContextDict]:
        """The items; may be absent if there are none."""
        return self._views("items", ApplicationContext)

    @items.setter
    def items(self, value: Iterable[ApplicationContext | ApplicationContextDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class ApplicationContext(View):
    """An application installed on a host, with its settings on that host."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "application"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "organization": "organization",
        "environment": "environment",
        "host": "host",
        "application": "application",
        "settings": "settings_f",
        "enabled": "enabled",
        "services": "services",
        "position": "position",
        "versionStamp": "version_stamp",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "application": "application",
        "settings": "settings",
        "enabled": "enabled",
        "services": "services",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationContextDict | None = None, **members: Unpack[ApplicationContextMembers]
        ) -> None: ...

    @property
    def organization(self) -> str | None:
        """Name of the organization that owns the host."""
        return self._data.get("organization")

    @property
    def environment(self) -> str | None:
        """Name of the environment that holds the host."""
        return self._data.get("environment")

    @property
    def host(self) -> str | None:
        """Name of the host."""
        return self._data.get("host")

    @property
    def application(self) -> str:
        """Name of the application."""
        value: str = self._data.get("application", NULL)
        return value

    @application.setter
    def application(self, value: str) -> None:
        self._data["application"] = value

    @property
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Initial settings of the context; only read on creation."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def enabled(self) -> bool | None:
        """Whether the application is enabled on the host. The effect is unknown."""
        return self._data.get("enabled")

    @enabled.setter
    def enabled(self, value: bool | None) -> None:
        self._data["enabled"] = value

    @enabled.deleter
    def enabled(self) -> None:
        self._data.pop("enabled", None)

    @property
    def services(
        self,
    ) -> ViewList[ApplicationContextService, ApplicationContextService | ApplicationContextServiceDict]:
        """Services of the application that are enabled on the host."""
        return self._views("services", ApplicationContextService)

    @services.setter
    def services(self, value: Iterable[ApplicationContextService | ApplicationContextServiceDict] | None) -> None:
        self._set_views("services", value)

    @services.deleter
    def services(self) -> None:
        self._data.pop("services", None)

    @property
    def position(self) -> int | None:
        """Position of the application in the order of installation."""
        return self._data.get("position")

    @property
    def version_stamp(self) -> int | None:
        """Version of the application at the time of installation."""
        return self._data.get("versionStamp")


class ApplicationContextService(View):
    """A service of an application on a host, enabled or disabled."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "enabled": "enabled",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "enabled": "enabled",
    }

    if TYPE_CHECKING:

        def __init__(
            self,
            json_data: ApplicationContextServiceDict | None = None,
            **members: Unpack[ApplicationContextServiceMembers],
        ) -> None: ...

    @property
    def name(self) -> str:
        """Name of the service in its application."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def enabled(self) -> bool | None:
        """Whether the service starts when the machine boots."""
        return self._data.get("enabled")

    @enabled.setter
    def enabled(self, value: bool | None) -> None:
        self._data["enabled"] = value

    @enabled.deleter
    def enabled(self) -> None:
        self._data.pop("enabled", None)


class OriginSetting(View):
    """Value of a setting as an application sees it, and the level that defines it."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "key"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "from": "origin",
        "key": "key",
        "value": "value",
        "schema": "schema",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: OriginSettingDict | None = None, **members: Unpack[OriginSettingMembers]
        ) -> None: ...

    @property
    def origin(self) -> str | None:
        """Level that defines the value."""
        return self._data.get("from")

    @property
    def key(self) -> str:
        """Key of the setting."""
        value: str = self._data.get("key", NULL)
        return value

    @property
    def value(self) -> Any:
        """Value of the setting, any JSON value."""
        return self._data.get("value")

    @property
    def schema(self) -> SettingSchema:
        """Schema of the setting's value."""
        from comodit_client.wire.settings import SettingSchema

        return self._nested("schema", SettingSchema)


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[ApplicationContextList]:
    """List the applications installed on the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is an ApplicationContextList: the application contexts.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, S118, host.
    """
    return Request(
        "application_contexts.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/",
        "object",
        ApplicationContextList,
    )


def create(
    organization: str,
    environment: str,
    host: str,
    body: ApplicationContext | Mapping[str, Any],
) -> Request[ApplicationContext]:
    """Install an application on the host.

    On a provisioned host the server queues a change. On a DEFINED host the application is installed with the
    provisioning.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: The request body.

    Returns:
        The request. Its response is an ApplicationContext: the created application context.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S45, S46, S118, S119, host.
    """
    return Request(
        "application_contexts.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/",
        "object",
        ApplicationContext,
        body=unwrapped(body),
    )


def get(
    organization: str,
    environment: str,
    host: str,
    application: str,
) -> Request[ApplicationContext]:
    """Get the context of an application installed on the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.

    Returns:
        The request. Its response is an ApplicationContext: the application context.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S118, host.
    """
    return Request(
        "application_contexts.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}",
        "object",
        ApplicationContext,
    )


def update(
    organization: str,
    environment: str,
    host: str,
    application: str,
    body: ApplicationContext | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[ApplicationContext]:
    """Update the context of an application installed on the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is an ApplicationContext: the updated application context.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host.
    """
    return Request(
        "application_contexts.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}",
        "object",
        ApplicationContext,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
    )


def delete(
    organization: str,
    environment: str,
    host: str,
    application: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Uninstall an application from the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S118, host.
    """
    return Request(
        "application_contexts.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def run_handler(
    organization: str,
    environment: str,
    host: str,
    application: str,
    handler: str,
) -> Request[str]:
    """Run a handler of an application on the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        handler: Name of the handler in its application.

    Returns:
        The request. Its response is text: key of the queued change.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S77, host.
    """
    return Request(
        "application_contexts.run_handler",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/handler/{segment('handler', handler)}/_run",
        "text",
        identity,
    )


def get_setting_origin(
    organization: str,
    environment: str,
    host: str,
    application: str,
    setting: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[OriginSetting]:
    """Get the value of a setting for the application, and the level that defines it.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        setting: Key of the setting.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is an OriginSetting: the setting and its origin.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host, core.
    """
    return Request(
        "application_contexts.get_setting_origin",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/origin-settings/{segment('setting', setting)}",
        "object",
        OriginSetting,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/applications/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def list(self) -> Request[ApplicationContextList]:
        """List the applications installed on the host."""
        return list(self._organization, self._environment, self._host)

    def create(self, body: ApplicationContext | Mapping[str, Any]) -> Request[ApplicationContext]:
        """Install an application on the host."""
        return create(self._organization, self._environment, self._host, body)

    def get(self, application: str) -> Request[ApplicationContext]:
        """Get the context of an application installed on the host."""
        return get(self._organization, self._environment, self._host, application)

    def update(
        self,
        application: str,
        body: ApplicationContext | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[ApplicationContext]:
        """Update the context of an application installed on the host."""
        return update(
            self._organization,
            self._environment,
            self._host,
            application,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        application: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Uninstall an application from the host."""
        return delete(
            self._organization,
            self._environment,
            self._host,
            application,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def run_handler(self, application: str, handler: str) -> Request[str]:
        """Run a handler of an application on the host."""
        return run_handler(self._organization, self._environment, self._host, application, handler)

    def get_setting_origin(
        self,
        application: str,
        setting: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[OriginSetting]:
        """Get the value of a setting for the application, and the level that defines it."""
        return get_setting_origin(
            self._organization,
            self._environment,
            self._host,
            application,
            setting,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
        )
