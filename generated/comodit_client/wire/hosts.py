# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Descriptions of machines, and actions on their files and services."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment, segments
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.hosts import (
        FileLinkDict,
        FileLinkMembers,
        HostDict,
        HostListDict,
        HostListMembers,
        HostMembers,
    )
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.group_trees import GroupHostTree
    from comodit_client.wire.iterables import Values
    from comodit_client.wire.setting_impacts import SettingImpact
    from comodit_client.wire.settings import Setting
    from comodit_client.wire.settings_tree import OrganizationSettingTree

#: DEFINED: described, without an instance. PROVISIONING: the machine is being created. READY: the machine matches its
#: description. UPDATING: changes are pending. ERROR: a task failed or the machine deviates from its description.
HostState: TypeAlias = Literal["DEFINED", "PROVISIONING", "READY", "UPDATING", "ERROR"]


class HostList(View):
    """A list response: one page of Host objects."""

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

        def __init__(self, json_data: HostListDict | None = None, **members: Unpack[HostListMembers]) -> None: ...

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
    def items(self) -> ViewList[Host, Host | HostDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Host)

    @items.setter
    def items(self, value: Iterable[Host | HostDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Host(View):
    """The description of a machine; it may have one instance."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
        "environment": "environment",
        "platform": "platform_name",
        "distribution": "distribution_name",
        "applications": "application_names",
        "settings": "settings_f",
        "state": "state",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "environment": "environment",
        "platform": "platform",
        "distribution": "distribution",
        "applications": "applications",
        "settings": "settings",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: HostDict | None = None, **members: Unpack[HostMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")

    @property
    def name(self) -> str:
        """Name, unique in the environment."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Description of the host."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization that owns the host."""
        return self._data.get("organization")

    @property
    def environment(self) -> str | None:
        """Name of the environment that holds the host. An update with another name moves the host there."""
        return self._data.get("environment")

    @environment.setter
    def environment(self, value: str | None) -> None:
        self._data["environment"] = value

    @environment.deleter
    def environment(self) -> None:
        self._data.pop("environment", None)

    @property
    def platform_name(self) -> str | None:
        """Name of the platform; only read on creation, later set by the platform context."""
        return self._data.get("platform")

    @platform_name.setter
    def platform_name(self, value: str | None) -> None:
        self._data["platform"] = value

    @platform_name.deleter
    def platform_name(self) -> None:
        self._data.pop("platform", None)

    @property
    def distribution_name(self) -> str | None:
        """Name of the distribution; only read on creation, later set by the distribution context."""
        return self._data.get("distribution")

    @distribution_name.setter
    def distribution_name(self, value: str | None) -> None:
        self._data["distribution"] = value

    @distribution_name.deleter
    def distribution_name(self) -> None:
        self._data.pop("distribution", None)

    @property
    def application_names(self) -> BoundList[str]:
        """Names of the installed applications; only read on creation."""
        return self._values("applications")

    @application_names.setter
    def application_names(self, value: Values[str] | None) -> None:
        self._set_values("applications", value)

    @application_names.deleter
    def application_names(self) -> None:
        self._data.pop("applications", None)

    @property
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Initial settings of the host; only read on creation."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def state(self) -> HostState | str | None:
        """State of the host."""
        return self._data.get("state")


class FileLink(View):
    """A link to a rendered file."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "url": "url",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: FileLinkDict | None = None, **members: Unpack[FileLinkMembers]) -> None: ...

    @property
    def url(self) -> str | None:
        """URL of the file. It works once and needs no credentials."""
        return self._data.get("url")


def list(
    organization: str,
    environment: str,
) -> Request[HostList]:
    """List the hosts of the environment.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request. Its response is a HostList: the hosts.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, host.
    """
    return Request(
        "hosts.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/",
        "object",
        HostList,
    )


def create(
    organization: str,
    environment: str,
    body: Host | Mapping[str, Any],
    *,
    populate: bool | None = None,
    default: bool | None = None,
    test: bool | None = None,
    flavor: str | None = None,
) -> Request[Host]:
    """Create a host.

    The host is only described (DEFINED); no machine is created. A platform or distribution in the body also creates
    the matching context. The original command line can send any of the query parameters with any resource; their
    effect on a host is unknown.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        body: The request body.
        populate: Whether to add default contents to the new resource.
        default: Whether the driver adds the files, parameters and settings that it needs.
        test: Whether the driver checks the settings.
        flavor: Name of a flavor.

    Returns:
        The request. Its response is a Host: the created host.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S36, S37, S38, host.
    """
    return Request(
        "hosts.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/",
        "object",
        Host,
        query=drop_none(
            {
                "populate": populate,
                "default": default,
                "test": test,
                "flavor": flavor,
            }
        ),
        body=unwrapped(body),
    )


def clear(
    organization: str,
    environment: str,
) -> Request[None]:
    """Delete all hosts of the environment.

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host. Inferred.
    """
    return Request(
        "hosts.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    environment: str,
    host: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Host]:
    """Get the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Host: the host.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, S36, host, core.
    """
    return Request(
        "hosts.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}",
        "object",
        Host,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    organization: str,
    environment: str,
    host: str,
    body: Host | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Host]:
    """Update the host.

    A new name in the body renames the host, and a new environment moves it. Platform, distribution, applications
    and settings are ignored: change them through their contexts and collections.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Host: the updated host.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S37, S44, host.
    """
    return Request(
        "hosts.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}",
        "object",
        Host,
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
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the host.

    Delete the instance first. The effect on a host that still has an instance is unknown.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S47, host.
    """
    return Request(
        "hosts.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def clone(
    organization: str,
    environment: str,
    host: str,
) -> Request[Host]:
    """Clone the host in its environment.

    The clone is in the state DEFINED. Its name is that of the original with " (1)" appended.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a Host: the clone.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S42, host.
    """
    return Request(
        "hosts.clone",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/_clone",
        "object",
        Host,
        timeout_class="long",
    )


def get_settings_tree(
    organization: str,
    environment: str,
    host: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    key: str | None = None,
) -> Request[OrganizationSettingTree]:
    """Get all settings defined on the host or below it.

    The original client has this method for every owner of settings, but only uses it for organizations.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        key: Key of the settings to return. Default: all settings.

    Returns:
        The request. Its response is an OrganizationSettingTree: the settings by level.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host, core. Inferred.
    """
    from comodit_client.wire.settings_tree import OrganizationSettingTree

    return Request(
        "hosts.get_settings_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/tree/settings/",
        "object",
        OrganizationSettingTree,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "key": key,
            }
        ),
    )


def render_application_file(
    organization: str,
    environment: str,
    host: str,
    application: str,
    file: str,
) -> Request[bytes]:
    """Render a file of an application for the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response is bytes: the file, rendered with the host's settings.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S110, host.
    """
    return Request(
        "hosts.render_application_file",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/files/{segment('file', file)}",
        "bytes",
        identity,
        timeout_class="long",
    )


def render_distribution_file(
    organization: str,
    environment: str,
    host: str,
    file: str,
) -> Request[bytes]:
    """Render a file of the distribution for the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response is bytes: the file, rendered with the host's settings.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S89, S110, host.
    """
    return Request(
        "hosts.render_distribution_file",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/distribution/files/{segment('file', file)}",
        "bytes",
        identity,
        timeout_class="long",
    )


def render_platform_file(
    organization: str,
    environment: str,
    host: str,
    file: str,
) -> Request[bytes]:
    """Render a file of the platform for the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response is bytes: the file, rendered with the host's settings.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S110, host.
    """
    return Request(
        "hosts.render_platform_file",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/files/{segment('file', file)}",
        "bytes",
        identity,
        timeout_class="long",
    )


def get_application_file_link(
    organization: str,
    environment: str,
    host: str,
    application: str,
    file: str,
    *,
    short: bool | None = None,
) -> Request[FileLink]:
    """Get a link to a rendered file of an application.

    The link works once and needs no credentials.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        short: Whether to return a short link.

    Returns:
        The request. Its response is a FileLink: the link.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S110, host.
    """
    return Request(
        "hosts.get_application_file_link",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/files/{segment('file', file)}/link",
        "object",
        FileLink,
        query=drop_none(
            {
                "short": short,
            }
        ),
    )


def get_distribution_file_link(
    organization: str,
    environment: str,
    host: str,
    file: str,
    *,
    short: bool | None = None,
) -> Request[FileLink]:
    """Get a link to a rendered file of the distribution.

    The link works once and needs no credentials.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        short: Whether to return a short link.

    Returns:
        The request. Its response is a FileLink: the link.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S110, host.
    """
    return Request(
        "hosts.get_distribution_file_link",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/distribution/files/{segment('file', file)}/link",
        "object",
        FileLink,
        query=drop_none(
            {
                "short": short,
            }
        ),
    )


def get_platform_file_link(
    organization: str,
    environment: str,
    host: str,
    file: str,
    *,
    short: bool | None = None,
) -> Request[FileLink]:
    """Get a link to a rendered file of the platform.

    The link works once and needs no credentials.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        short: Whether to return a short link.

    Returns:
        The request. Its response is a FileLink: the link.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S110, host.
    """
    return Request(
        "hosts.get_platform_file_link",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/files/{segment('file', file)}/link",
        "object",
        FileLink,
        query=drop_none(
            {
                "short": short,
            }
        ),
    )


def update_file(
    organization: str,
    environment: str,
    host: str,
    application: str,
    file: str,
) -> Request[None]:
    """Rewrite a file of an application on the machine.

    The server queues a change for the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, S83, host.
    """
    return Request(
        "hosts.update_file",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/files/{segment('file', file)}/_update",
        "nothing",
        identity,
    )


def restart_service(
    organization: str,
    environment: str,
    host: str,
    application: str,
    service: str,
) -> Request[None]:
    """Restart a service of an application on the machine.

    The server queues a change for the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        service: Name of the service in its application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "hosts.restart_service",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/services/{segment('service', service)}/_restart",
        "nothing",
        identity,
    )


def update_service(
    organization: str,
    environment: str,
    host: str,
    application: str,
    service: str,
) -> Request[None]:
    """Restore the state of a service that its application defines.

    The server queues a change for the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        service: Name of the service in its application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "hosts.update_service",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/services/{segment('service', service)}/_update",
        "nothing",
        identity,
    )


def enable_service(
    organization: str,
    environment: str,
    host: str,
    application: str,
    service: str,
) -> Request[None]:
    """Enable a service of an application on the machine.

    The server queues a change for the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        service: Name of the service in its application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "hosts.enable_service",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/services/{segment('service', service)}/_enable",
        "nothing",
        identity,
    )


def disable_service(
    organization: str,
    environment: str,
    host: str,
    application: str,
    service: str,
) -> Request[None]:
    """Disable a service of an application on the machine.

    The server queues a change for the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        service: Name of the service in its application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "hosts.disable_service",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/services/{segment('service', service)}/_disable",
        "nothing",
        identity,
    )


def install_package(
    organization: str,
    environment: str,
    host: str,
    application: str,
    package: str,
    *,
    release: str | None = None,
) -> Request[None]:
    """Install a package of an application on the machine.

    The server queues a change for the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        package: Name of the package in its application.
        release: Version of the package. Default: the newest version.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "hosts.install_package",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/packages/{segment('package', package)}/_install",
        "nothing",
        identity,
        query=drop_none(
            {
                "release": release,
            }
        ),
    )


def update_package(
    organization: str,
    environment: str,
    host: str,
    application: str,
    package: str,
    *,
    release: str | None = None,
) -> Request[None]:
    """Update a package of an application on the machine.

    The server queues a change for the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        package: Name of the package in its application.
        release: Version of the package. Default: the newest version.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "hosts.update_package",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/packages/{segment('package', package)}/_update",
        "nothing",
        identity,
        query=drop_none(
            {
                "release": release,
            }
        ),
    )


def update_git(
    organization: str,
    environment: str,
    host: str,
    application: str,
    git: str,
    *,
    branch: str | None = None,
) -> Request[None]:
    """Check out a git repository of an application on the machine again.

    The server queues a change for the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        git: Name of the git repository in its application.
        branch: Branch to check out. Default: the branch of the application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "hosts.update_git",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/applications/{segment('application', application)}/gits/{segment('git', git)}/_install",
        "nothing",
        identity,
        query=drop_none(
            {
                "branch": branch,
            }
        ),
    )


def get_resource_impact(
    organization: str,
    environment: str,
    host: str,
    resource_path: str,
) -> Request[SettingImpact]:
    """Preview the impact of changing a resource of an application on the host.

    The original client accepts any path here. The path of a package's property is described with the properties;
    the response for other resources is unknown.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        resource_path: Path of the resource below the host, e.g. applications/Wordpress/packages/httpd.

    Returns:
        The request. Its response is a SettingImpact: the impact of the change.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host.
    """
    from comodit_client.wire.setting_impacts import SettingImpact

    return Request(
        "hosts.get_resource_impact",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/{segments('resource_path', resource_path)}/impact",
        "object",
        SettingImpact,
    )


def get_groups_tree(
    organization: str,
    environment: str,
    host: str,
) -> Request[GroupHostTree]:
    """Get the access rights on the host.

    The tree starts at the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a GroupHostTree: the tree of groups.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host, organization.
    """
    from comodit_client.wire.group_trees import GroupHostTree

    return Request(
        "hosts.get_groups_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/groups/tree",
        "object",
        GroupHostTree,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/"

    def __init__(self, organization: str, environment: str) -> None:
        self._organization = organization
        self._environment = environment

    def list(self) -> Request[HostList]:
        """List the hosts of the environment."""
        return list(self._organization, self._environment)

    def create(
        self,
        body: Host | Mapping[str, Any],
        *,
        populate: bool | None = None,
        default: bool | None = None,
        test: bool | None = None,
        flavor: str | None = None,
    ) -> Request[Host]:
        """Create a host."""
        return create(
            self._organization, self._environment, body, populate=populate, default=default, test=test, flavor=flavor
        )

    def clear(self) -> Request[None]:
        """Delete all hosts of the environment."""
        return clear(self._organization, self._environment)

    def get(
        self,
        host: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Host]:
        """Get the host."""
        return get(
            self._organization,
            self._environment,
            host,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
        )

    def update(
        self,
        host: str,
        body: Host | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Host]:
        """Update the host."""
        return update(
            self._organization,
            self._environment,
            host,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        host: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the host."""
        return delete(
            self._organization,
            self._environment,
            host,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clone(self, host: str) -> Request[Host]:
        """Clone the host in its environment."""
        return clone(self._organization, self._environment, host)

    def get_settings_tree(
        self, host: str, *, secret_only: bool | None = None, no_secret: bool | None = None, key: str | None = None
    ) -> Request[OrganizationSettingTree]:
        """Get all settings defined on the host or below it."""
        return get_settings_tree(
            self._organization, self._environment, host, secret_only=secret_only, no_secret=no_secret, key=key
        )

    def render_application_file(self, host: str, application: str, file: str) -> Request[bytes]:
        """Render a file of an application for the host."""
        return render_application_file(self._organization, self._environment, host, application, file)

    def render_distribution_file(self, host: str, file: str) -> Request[bytes]:
        """Render a file of the distribution for the host."""
        return render_distribution_file(self._organization, self._environment, host, file)

    def render_platform_file(self, host: str, file: str) -> Request[bytes]:
        """Render a file of the platform for the host."""
        return render_platform_file(self._organization, self._environment, host, file)

    def get_application_file_link(
        self, host: str, application: str, file: str, *, short: bool | None = None
    ) -> Request[FileLink]:
        """Get a link to a rendered file of an application."""
        return get_application_file_link(self._organization, self._environment, host, application, file, short=short)

    def get_distribution_file_link(self, host: str, file: str, *, short: bool | None = None) -> Request[FileLink]:
        """Get a link to a rendered file of the distribution."""
        return get_distribution_file_link(self._organization, self._environment, host, file, short=short)

    def get_platform_file_link(self, host: str, file: str, *, short: bool | None = None) -> Request[FileLink]:
        """Get a link to a rendered file of the platform."""
        return get_platform_file_link(self._organization, self._environment, host, file, short=short)

    def update_file(self, host: str, application: str, file: str) -> Request[None]:
        """Rewrite a file of an application on the machine."""
        return update_file(self._organization, self._environment, host, application, file)

    def restart_service(self, host: str, application: str, service: str) -> Request[None]:
        """Restart a service of an application on the machine."""
        return restart_service(self._organization, self._environment, host, application, service)

    def update_service(self, host: str, application: str, service: str) -> Request[None]:
        """Restore the state of a service that its application defines."""
        return update_service(self._organization, self._environment, host, application, service)

    def enable_service(self, host: str, application: str, service: str) -> Request[None]:
        """Enable a service of an application on the machine."""
        return enable_service(self._organization, self._environment, host, application, service)

    def disable_service(self, host: str, application: str, service: str) -> Request[None]:
        """Disable a service of an application on the machine."""
        return disable_service(self._organization, self._environment, host, application, service)

    def install_package(
        self, host: str, application: str, package: str, *, release: str | None = None
    ) -> Request[None]:
        """Install a package of an application on the machine."""
        return install_package(self._organization, self._environment, host, application, package, release=release)

    def update_package(self, host: str, application: str, package: str, *, release: str | None = None) -> Request[None]:
        """Update a package of an application on the machine."""
        return update_package(self._organization, self._environment, host, application, package, release=release)

    def update_git(self, host: str, application: str, git: str, *, branch: str | None = None) -> Request[None]:
        """Check out a git repository of an application on the machine again."""
        return update_git(self._organization, self._environment, host, application, git, branch=branch)

    def get_resource_impact(self, host: str, resource_path: str) -> Request[SettingImpact]:
        """Preview the impact of changing a resource of an application on the host."""
        return get_resource_impact(self._organization, self._environment, host, resource_path)

    def get_groups_tree(self, host: str) -> Request[GroupHostTree]:
        """Get the access rights on the host."""
        return get_groups_tree(self._organization, self._environment, host)
