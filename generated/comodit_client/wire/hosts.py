# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Machines as they are described, and what is done to their files and services."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment, segments
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.group_trees import GroupHostTree
    from comodit_client.wire.setting_impacts import SettingImpact
    from comodit_client.wire.settings import Setting
    from comodit_client.wire.settings_tree import OrganizationSettingTree

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/"

#: DEFINED: described, without instance. PROVISIONING: the machine is being made. READY: as described. UPDATING:
#: changes are pending. ERROR: a task failed or the machine deviates.
HostState: TypeAlias = Literal["DEFINED", "PROVISIONING", "READY", "UPDATING", "ERROR"] | str


class HostList(View):
    """A list answer: a page of Host objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Host]:
        """The items; may be absent when there is none."""
        return self._views("items", Host)

    @items.setter
    def items(self, value: Iterable[Host | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Host(View):
    """A machine as it is described; it may have one instance."""

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

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter, raised by the server on each change."""
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
        """Free text about the host."""
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
        """Name of the environment that holds the host; an update with another name moves the host there."""
        return self._data.get("environment")

    @environment.setter
    def environment(self, value: str | None) -> None:
        self._data["environment"] = value

    @environment.deleter
    def environment(self) -> None:
        self._data.pop("environment", None)

    @property
    def platform_name(self) -> str | None:
        """Name of the platform; looked at on creation only, later the platform context counts."""
        return self._data.get("platform")

    @platform_name.setter
    def platform_name(self, value: str | None) -> None:
        self._data["platform"] = value

    @platform_name.deleter
    def platform_name(self) -> None:
        self._data.pop("platform", None)

    @property
    def distribution_name(self) -> str | None:
        """Name of the distribution; looked at on creation only, later the distribution context counts."""
        return self._data.get("distribution")

    @distribution_name.setter
    def distribution_name(self, value: str | None) -> None:
        self._data["distribution"] = value

    @distribution_name.deleter
    def distribution_name(self) -> None:
        self._data.pop("distribution", None)

    @property
    def application_names(self) -> BoundList[str]:
        """Names of the installed applications; looked at on creation only."""
        return self._values("applications")

    @application_names.setter
    def application_names(self, value: Iterable[str] | None) -> None:
        self._set_list("applications", value)

    @application_names.deleter
    def application_names(self) -> None:
        self._data.pop("applications", None)

    @property
    def settings_f(self) -> ViewList[Setting]:
        """Settings that the host starts with; looked at on creation only."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def state(self) -> HostState | None:
        """Where the host stands between description and running machine."""
        return self._data.get("state")


class FileLink(View):
    """Link to a rendered file."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "url": "url",
    }

    @property
    def url(self) -> str | None:
        """Address that gives the file once, without credentials."""
        return self._data.get("url")


def list(
    organization: str,
    environment: str,
) -> Request[HostList]:
    """List the hosts of the environment.

    Facts: S2, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request; its answer is a HostList: the hosts.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The host is only described (DEFINED); no machine is made. Naming a platform or a distribution makes the matching
    context at once. The old command line could send any of the query parameters with any resource; what they do for
    a host is not known.

    Facts: S4, S36, S37, S38, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        body: What to send.
        populate: Whether to fill the new resource with defaults.
        default: Whether the driver adds the files, parameters and settings that it needs.
        test: Whether the driver checks the settings that are given.
        flavor: Name of a flavor.

    Returns:
        The request; its answer is a Host: the host as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: host. Inferred.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S1, S36, host, core.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Host: the host.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    A new name in the body renames the host, another environment moves it. Platform, distribution, applications and
    settings are ignored: their contexts and collections change them.

    Facts: S37, S44, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Host: the host as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Delete the instance first; what the server does with a host that still has one is not known.

    Facts: S47, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The clone is DEFINED; its name is that of the original with " (1)" added.

    Facts: S42, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is a Host: the clone.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Get all settings that are defined on the host or below it.

    Inherited by every owner of settings in the old client; only the organization's tree was ever used.

    Facts: host, core. Inferred.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        key: Key of the settings to give; without it, all are given.

    Returns:
        The request; its answer is an OrganizationSettingTree: the settings, level by level.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S110, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request; its answer is bytes: the file with the host's settings filled in.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S89, S110, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request; its answer is bytes: the file with the host's settings filled in.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S110, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request; its answer is bytes: the file with the host's settings filled in.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The link can be used once, without credentials.

    Facts: S110, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        short: Whether to give a short link.

    Returns:
        The request; its answer is a FileLink: the link.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The link can be used once, without credentials.

    Facts: S110, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        short: Whether to give a short link.

    Returns:
        The request; its answer is a FileLink: the link.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The link can be used once, without credentials.

    Facts: S110, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        short: Whether to give a short link.

    Returns:
        The request; its answer is a FileLink: the link.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Write a file of an application on the machine again.

    The server queues a change.

    Facts: S9, S83, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The server queues a change.

    Facts: S9, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        service: Name of the service in its application.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Bring a service on the machine to the state that its application defines.

    The server queues a change.

    Facts: S9, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        service: Name of the service in its application.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The server queues a change.

    Facts: S9, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        service: Name of the service in its application.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The server queues a change.

    Facts: S9, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        service: Name of the service in its application.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The server queues a change.

    Facts: S9, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        package: Name of the package in its application.
        release: Version of the package; the newest when not given.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The server queues a change.

    Facts: S9, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        package: Name of the package in its application.
        release: Version of the package; the newest when not given.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Check a git repository of an application out on the machine again.

    The server queues a change.

    Facts: S9, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        git: Name of the git repository in its application.
        branch: Branch to check out; that of the application when not given.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Get what changing a resource of an application would touch on the host.

    The old client joined any path with it. That of a property of a package is described with the properties; what
    the server says of other resources is not known.

    Facts: host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        resource_path: Path of the resource below the host, e.g. applications/Wordpress/packages/httpd.

    Returns:
        The request; its answer is a SettingImpact: what would be touched.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Get who has which right on the host.

    The tree begins at the host.

    Facts: host, organization.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is a GroupHostTree: the tree.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.group_trees import GroupHostTree

    return Request(
        "hosts.get_groups_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/groups/tree",
        "object",
        GroupHostTree,
    )
