# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""RPM modules (of the package manager DNF) that an application enables or disables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_rpm_modules import (
        RpmModuleDict,
        RpmModuleListDict,
        RpmModuleListMembers,
        RpmModuleMembers,
    )


class RpmModuleList(View):
    """A list response: one page of RpmModule objects."""

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
            self, json_data: RpmModuleListDict | None = None, **members: Unpack[RpmModuleListMembers]
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
    def items(self) -> ViewList[RpmModule, RpmModule | RpmModuleDict]:
        """The items; may be absent if there are none."""
        return self._views("items", RpmModule)

    @items.setter
    def items(self, value: Iterable[RpmModule | RpmModuleDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class RpmModule(View):
    """An RPM module, of the package manager DNF, that an application enables or disables."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "stream": "stream",
        "profile": "profile",
        "enabled": "enabled",
        "uuid": "uuid",
        "version": "version",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "stream": "stream",
        "profile": "profile",
        "enabled": "enabled",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: RpmModuleDict | None = None, **members: Unpack[RpmModuleMembers]) -> None: ...

    @property
    def name(self) -> str:
        """Name as known to the package manager, unique in the application."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def stream(self) -> str | None:
        """Stream of the module, e.g. "18"."""
        return self._data.get("stream")

    @stream.setter
    def stream(self, value: str | None) -> None:
        self._data["stream"] = value

    @stream.deleter
    def stream(self) -> None:
        self._data.pop("stream", None)

    @property
    def profile(self) -> str | None:
        """Profile of the module, i.e. the set of packages to install, e.g. common."""
        return self._data.get("profile")

    @profile.setter
    def profile(self, value: str | None) -> None:
        self._data["profile"] = value

    @profile.deleter
    def profile(self) -> None:
        self._data.pop("profile", None)

    @property
    def enabled(self) -> bool | None:
        """Whether the module is enabled on the machine."""
        return self._data.get("enabled")

    @enabled.setter
    def enabled(self, value: bool | None) -> None:
        self._data["enabled"] = value

    @enabled.deleter
    def enabled(self) -> None:
        self._data.pop("enabled", None)

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")


def list(
    organization: str,
    application: str,
) -> Request[RpmModuleList]:
    """List the RPM modules of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response is a RpmModuleList: the RPM modules.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, recipes.
    """
    return Request(
        "application_rpm_modules.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/rpmmodules/",
        "object",
        RpmModuleList,
    )


def create(
    organization: str,
    application: str,
    body: RpmModule | Mapping[str, Any],
) -> Request[RpmModule]:
    """Create an RPM module of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        body: The request body.

    Returns:
        The request. Its response is a RpmModule: the created RPM module.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, recipes.
    """
    return Request(
        "application_rpm_modules.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/rpmmodules/",
        "object",
        RpmModule,
        body=unwrapped(body),
    )


def clear(
    organization: str,
    application: str,
) -> Request[None]:
    """Delete all RPM modules of the application.

    The original client has this method for every collection; the server may not support it.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes. Inferred.
    """
    return Request(
        "application_rpm_modules.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/rpmmodules/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    application: str,
    rpm_module: str,
) -> Request[RpmModule]:
    """Get an RPM module of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        rpm_module: Name of the DNF module in its application.

    Returns:
        The request. Its response is a RpmModule: the RPM module.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, recipes.
    """
    return Request(
        "application_rpm_modules.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/rpmmodules/{segment('rpm_module', rpm_module)}",
        "object",
        RpmModule,
    )


def update(
    organization: str,
    application: str,
    rpm_module: str,
    body: RpmModule | Mapping[str, Any],
) -> Request[RpmModule]:
    """Update an RPM module of the application.

    A new name in the body renames the RPM module.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        rpm_module: Name of the DNF module in its application.
        body: The request body.

    Returns:
        The request. Its response is a RpmModule: the updated RPM module.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, recipes.
    """
    return Request(
        "application_rpm_modules.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/rpmmodules/{segment('rpm_module', rpm_module)}",
        "object",
        RpmModule,
        body=unwrapped(body),
    )


def delete(
    organization: str,
    application: str,
    rpm_module: str,
) -> Request[None]:
    """Delete an RPM module of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        rpm_module: Name of the DNF module in its application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S8, recipes.
    """
    return Request(
        "application_rpm_modules.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/rpmmodules/{segment('rpm_module', rpm_module)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_application", "_organization")

    URL: ClassVar[str] = "organizations/{}/applications/{}/rpmmodules/"

    def __init__(self, organization: str, application: str) -> None:
        self._organization = organization
        self._application = application

    def list(self) -> Request[RpmModuleList]:
        """List the RPM modules of the application."""
        return list(self._organization, self._application)

    def create(self, body: RpmModule | Mapping[str, Any]) -> Request[RpmModule]:
        """Create an RPM module of the application."""
        return create(self._organization, self._application, body)

    def clear(self) -> Request[None]:
        """Delete all RPM modules of the application."""
        return clear(self._organization, self._application)

    def get(self, rpm_module: str) -> Request[RpmModule]:
        """Get an RPM module of the application."""
        return get(self._organization, self._application, rpm_module)

    def update(self, rpm_module: str, body: RpmModule | Mapping[str, Any]) -> Request[RpmModule]:
        """Update an RPM module of the application."""
        return update(self._organization, self._application, rpm_module, body)

    def delete(self, rpm_module: str) -> Request[None]:
        """Delete an RPM module of the application."""
        return delete(self._organization, self._application, rpm_module)
