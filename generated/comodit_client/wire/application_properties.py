# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of application properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_properties import (
        ApplicationResourcePropertyDict,
        ApplicationResourcePropertyListDict,
        ApplicationResourcePropertyListMembers,
        ApplicationResourcePropertyMembers,
    )


class ApplicationResourcePropertyList(View):
    """A list response: one page of ApplicationResourceProperty objects."""

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
            self,
            json_data: ApplicationResourcePropertyListDict | None = None,
            **members: Unpack[ApplicationResourcePropertyListMembers],
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
    def items(
        self,
    ) -> ViewList[ApplicationResourceProperty, ApplicationResourceProperty | ApplicationResourcePropertyDict]:
        """The items; may be absent if there are none."""
        return self._views("items", ApplicationResourceProperty)

    @items.setter
    def items(self, value: Iterable[ApplicationResourceProperty | ApplicationResourcePropertyDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class ApplicationResourceProperty(View):
    """A property of a package or an RPM module of an application, such as the release to install. It is set on an
    organization, environment, host or host group.
    """

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "id": "property_id",
        "application": "application",
        "packageName": "package_name",
        "rpmModule": "rpm_module",
        "key": "key",
        "value": "value",
        "organization": "organization",
        "environment": "environment",
        "host": "host",
        "hostGroup": "host_group",
        "applicationContext": "application_context",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "application": "application",
        "package_name": "packageName",
        "rpm_module": "rpmModule",
        "key": "key",
        "value": "value",
    }

    if TYPE_CHECKING:

        def __init__(
            self,
            json_data: ApplicationResourcePropertyDict | None = None,
            **members: Unpack[ApplicationResourcePropertyMembers],
        ) -> None: ...

    @property
    def property_id(self) -> str | None:
        """Identifier, e.g. _application[Web].package[nginx].release or _application[Web].rpmModule[nodejs].stream."""
        return self._data.get("id")

    @property
    def application(self) -> str | None:
        """Name of the application."""
        return self._data.get("application")

    @application.setter
    def application(self, value: str | None) -> None:
        self._data["application"] = value

    @application.deleter
    def application(self) -> None:
        self._data.pop("application", None)

    @property
    def package_name(self) -> str | None:
        """Name of the package; null if rpmModule is set."""
        return self._data.get("packageName")

    @package_name.setter
    def package_name(self, value: str | None) -> None:
        self._data["packageName"] = value

    @package_name.deleter
    def package_name(self) -> None:
        self._data.pop("packageName", None)

    @property
    def rpm_module(self) -> str | None:
        """Name of the RPM module; null if packageName is set."""
        return self._data.get("rpmModule")

    @rpm_module.setter
    def rpm_module(self, value: str | None) -> None:
        self._data["rpmModule"] = value

    @rpm_module.deleter
    def rpm_module(self) -> None:
        self._data.pop("rpmModule", None)

    @property
    def key(self) -> str | None:
        """Name of the property in its package or module; the last part of its URL."""
        return self._data.get("key")

    @key.setter
    def key(self, value: str | None) -> None:
        self._data["key"] = value

    @key.deleter
    def key(self) -> None:
        self._data.pop("key", None)

    @property
    def value(self) -> str | None:
        """Value of the property."""
        return self._data.get("value")

    @value.setter
    def value(self, value: str | None) -> None:
        self._data["value"] = value

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @property
    def environment(self) -> str | None:
        """Name of the environment, if an environment or a host sets it."""
        return self._data.get("environment")

    @property
    def host(self) -> str | None:
        """Name of the host, if a host sets it."""
        return self._data.get("host")

    @property
    def host_group(self) -> str | None:
        """Name of the host group, if a host group sets it."""
        return self._data.get("hostGroup")

    @property
    def application_context(self) -> str | None:
        """Application context that it belongs to. Its content is unknown."""
        return self._data.get("applicationContext")
