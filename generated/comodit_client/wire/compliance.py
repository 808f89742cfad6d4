# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Differences between a machine and the definitions of its applications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.compliance import (
        ComplianceErrorDict,
        ComplianceErrorListDict,
        ComplianceErrorListMembers,
        ComplianceErrorMembers,
        FileStateDict,
        FileStateMembers,
        GroupStateDict,
        GroupStateMembers,
        PackageStateDict,
        PackageStateMembers,
        RepositoryStateDict,
        RepositoryStateMembers,
        ServiceStateDict,
        ServiceStateMembers,
        UserStateDict,
        UserStateMembers,
    )

#: Type of a resource.
ComplianceType: TypeAlias = Literal[
    "serviceResource", "fileResource", "packageResource", "userResource", "groupResource", "repoResource"
]


class ComplianceErrorList(View):
    """A list response: one page of ComplianceError objects."""

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
            self, json_data: ComplianceErrorListDict | None = None, **members: Unpack[ComplianceErrorListMembers]
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
    def items(self) -> ViewList[ComplianceError, ComplianceError | ComplianceErrorDict]:
        """The items; may be absent if there are none."""
        return self._views("items", ComplianceError)

    @items.setter
    def items(self, value: Iterable[ComplianceError | ComplianceErrorDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class ComplianceError(View):
    """A resource of an application whose state on the machine differs from its definition."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "application": "application",
        "type": "resource_type",
        "name": "res_name",
        "currentState": "current_state_f",
        "expectedState": "expected_state_f",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ComplianceErrorDict | None = None, **members: Unpack[ComplianceErrorMembers]
        ) -> None: ...

    @property
    def application(self) -> str | None:
        """Name of the application."""
        return self._data.get("application")

    @property
    def resource_type(self) -> ComplianceType | str | None:
        """Type of the resource."""
        return self._data.get("type")

    @property
    def res_name(self) -> str | None:
        """Name of the resource."""
        return self._data.get("name")

    @property
    def current_state_f(self) -> dict[str, Any] | None:
        """State of the resource on the machine; its members depend on the type."""
        return self._data.get("currentState")

    @property
    def expected_state_f(self) -> dict[str, Any] | None:
        """Expected state of the resource."""
        return self._data.get("expectedState")


class ServiceState(View):
    """State of a service."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "running": "running",
        "enabled": "enabled",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ServiceStateDict | None = None, **members: Unpack[ServiceStateMembers]
        ) -> None: ...

    @property
    def running(self) -> bool | None:
        """Whether the service is running."""
        return self._data.get("running")

    @property
    def enabled(self) -> bool | None:
        """Whether the service starts at boot."""
        return self._data.get("enabled")


class FileState(View):
    """State of a file."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "present": "present",
        "path": "path",
        "owner": "owner",
        "group": "group",
        "mode": "mode",
        "creationTime": "creation_time",
        "modificationTime": "modification_time",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: FileStateDict | None = None, **members: Unpack[FileStateMembers]) -> None: ...

    @property
    def present(self) -> bool | None:
        """Whether it exists."""
        return self._data.get("present")

    @property
    def path(self) -> str | None:
        """Absolute path on the machine."""
        return self._data.get("path")

    @property
    def owner(self) -> str | None:
        """Name of the user that owns it."""
        return self._data.get("owner")

    @property
    def group(self) -> str | None:
        """Name of the group that owns it."""
        return self._data.get("group")

    @property
    def mode(self) -> str | None:
        """Permissions, three or four octal digits as text."""
        return self._data.get("mode")

    @property
    def creation_time(self) -> str | None:
        """Time of creation, in ISO 8601."""
        return self._data.get("creationTime")

    @property
    def created_at(self) -> datetime | None:
        """The date in `creation_time`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `creation_time` returns it as it is.
        """
        return self._date("creationTime")

    @property
    def modification_time(self) -> str | None:
        """Time of the last change, in ISO 8601."""
        return self._data.get("modificationTime")

    @property
    def modified_at(self) -> datetime | None:
        """The date in `modification_time`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `modification_time` returns it as it is.
        """
        return self._date("modificationTime")


class PackageState(View):
    """State of a package."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "installed": "installed",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PackageStateDict | None = None, **members: Unpack[PackageStateMembers]
        ) -> None: ...

    @property
    def installed(self) -> bool | None:
        """Whether it is installed."""
        return self._data.get("installed")


class UserState(View):
    """State of a user account of the machine."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "present": "present",
        "name": "name",
        "uid": "uid",
        "gid": "gid",
        "dir": "home_dir",
        "shell": "shell",
        "gecos": "gecos",
        "groups": "groups",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: UserStateDict | None = None, **members: Unpack[UserStateMembers]) -> None: ...

    @property
    def present(self) -> bool | None:
        """Whether it exists."""
        return self._data.get("present")

    @property
    def name(self) -> str | None:
        """Name of the user."""
        return self._data.get("name")

    @property
    def uid(self) -> str | None:
        """User id (uid), as text."""
        return self._data.get("uid")

    @property
    def gid(self) -> str | None:
        """Id of the user's primary group (gid), as text."""
        return self._data.get("gid")

    @property
    def home_dir(self) -> str | None:
        """Home directory."""
        return self._data.get("dir")

    @property
    def shell(self) -> str | None:
        """Login shell."""
        return self._data.get("shell")

    @property
    def gecos(self) -> str | None:
        """Full name and other data of the user (GECOS)."""
        return self._data.get("gecos")

    @property
    def groups(self) -> BoundList[str]:
        """Names of the secondary groups."""
        return self._values("groups")


class GroupState(View):
    """State of a group of the machine."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "present": "present",
        "name": "name",
        "gid": "gid",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: GroupStateDict | None = None, **members: Unpack[GroupStateMembers]) -> None: ...

    @property
    def present(self) -> bool | None:
        """Whether it exists."""
        return self._data.get("present")

    @property
    def name(self) -> str | None:
        """Name of the group."""
        return self._data.get("name")

    @property
    def gid(self) -> str | None:
        """Group id (gid), as text."""
        return self._data.get("gid")


class RepositoryState(View):
    """State of a package repository."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "present": "present",
        "name": "name",
        "location": "location",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: RepositoryStateDict | None = None, **members: Unpack[RepositoryStateMembers]
        ) -> None: ...

    @property
    def present(self) -> bool | None:
        """Whether it exists."""
        return self._data.get("present")

    @property
    def name(self) -> str | None:
        """Name of the repository."""
        return self._data.get("name")

    @property
    def location(self) -> str | None:
        """URL of the repository, or its line in sources.list."""
        return self._data.get("location")


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[ComplianceErrorList]:
    """List the compliance errors of the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a ComplianceErrorList: the compliance errors.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, S79, host.
    """
    return Request(
        "compliance.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/",
        "object",
        ComplianceErrorList,
    )


def clear(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Delete all compliance errors of the host.

    This may set the host's state back to READY.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S82, host.
    """
    return Request(
        "compliance.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/",
        "nothing",
        identity,
    )


def rebuild(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Restore the described state of the machine.

    The server sends the whole expected state to the agent again.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host.
    """
    return Request(
        "compliance.rebuild",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/_rebuild",
        "nothing",
        identity,
    )


def get(
    organization: str,
    environment: str,
    host: str,
    application: str,
    resource_kind: str,
    resource: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[ComplianceError]:
    """Get a compliance error.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        resource_kind: Collection of the resource: services, files, packages, users, groups or repos.
        resource: Name of the resource, e.g. of a service.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a ComplianceError: the compliance error.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S82, host.
    """
    return Request(
        "compliance.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/applications/{segment('application', application)}/{segment('resource_kind', resource_kind)}/{segment('resource', resource)}",
        "object",
        ComplianceError,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def delete(
    organization: str,
    environment: str,
    host: str,
    application: str,
    resource_kind: str,
    resource: str,
) -> Request[None]:
    """Delete a compliance error.

    This may set the host's state back to READY.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        resource_kind: Collection of the resource: services, files, packages, users, groups or repos.
        resource: Name of the resource, e.g. of a service.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S82, host.
    """
    return Request(
        "compliance.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/applications/{segment('application', application)}/{segment('resource_kind', resource_kind)}/{segment('resource', resource)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/compliance/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def list(self) -> Request[ComplianceErrorList]:
        """List the compliance errors of the host."""
        return list(self._organization, self._environment, self._host)

    def clear(self) -> Request[None]:
        """Delete all compliance errors of the host."""
        return clear(self._organization, self._environment, self._host)

    def rebuild(self) -> Request[None]:
        """Restore the described state of the machine."""
        return rebuild(self._organization, self._environment, self._host)

    def get(
        self,
        application: str,
        resource_kind: str,
        resource: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[ComplianceError]:
        """Get a compliance error."""
        return get(
            self._organization,
            self._environment,
            self._host,
            application,
            resource_kind,
            resource,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
        )

    def delete(self, application: str, resource_kind: str, resource: str) -> Request[None]:
        """Delete a compliance error."""
        return delete(self._organization, self._environment, self._host, application, resource_kind, resource)
