# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Alerts raised by the monitoring of an instance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.alerts import (
        MonitoringAlertDict,
        MonitoringAlertListDict,
        MonitoringAlertListMembers,
        MonitoringAlertMembers,
    )


class MonitoringAlertList(View):
    """A list response: one page of MonitoringAlert objects."""

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
            self, json_data: MonitoringAlertListDict | None = None, **members: Unpack[MonitoringAlertListMembers]
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
    def items(self) -> ViewList[MonitoringAlert, MonitoringAlert | MonitoringAlertDict]:
        """The items; may be absent if there are none."""
        return self._views("items", MonitoringAlert)

    @items.setter
    def items(self, value: Iterable[MonitoringAlert | MonitoringAlertDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class MonitoringAlert(View):
    """A threshold that a sensor of the machine has crossed."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "timestamp"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "timestamp": "timestamp",
        "collection": "plugin",
        "property": "sensor",
        "output": "output",
        "threshold": "threshold",
        "level": "level",
        "compare_method": "comparator",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: MonitoringAlertDict | None = None, **members: Unpack[MonitoringAlertMembers]
        ) -> None: ...

    @property
    def timestamp(self) -> int:
        """Time of the alert; the unit is unknown."""
        value: int = self._data.get("timestamp", NULL)
        return value

    @property
    def plugin(self) -> str | None:
        """Monitoring plug-in that raised the alert, e.g. host or apache."""
        return self._data.get("collection")

    @property
    def sensor(self) -> str | None:
        """Sensor that the alert is about."""
        return self._data.get("property")

    @property
    def output(self) -> str | None:
        """Measured value of the sensor."""
        return self._data.get("output")

    @property
    def threshold(self) -> str | None:
        """Threshold that was crossed."""
        return self._data.get("threshold")

    @property
    def level(self) -> str | None:
        """Severity of the alert. Agents send warning, and normal when the alert is over."""
        return self._data.get("level")

    @property
    def comparator(self) -> str | None:
        """Comparison of output with threshold; agents send gt, lt or eq."""
        return self._data.get("compare_method")


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[MonitoringAlertList]:
    """List the alerts of the instance.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a MonitoringAlertList: the alerts.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, host.
    """
    return Request(
        "alerts.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/alerts/",
        "object",
        MonitoringAlertList,
    )


def clear(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Delete all alerts of the instance.

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
        "alerts.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/alerts/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    environment: str,
    host: str,
    alert: str,
) -> Request[MonitoringAlert]:
    """Get the alert.

    The original command line never uses it; the server may not support it.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        alert: Timestamp of the alert, as text.

    Returns:
        The request. Its response is a MonitoringAlert: the alert.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host. Inferred.
    """
    return Request(
        "alerts.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/alerts/{segment('alert', alert)}",
        "object",
        MonitoringAlert,
    )


def delete(
    organization: str,
    environment: str,
    host: str,
    alert: str,
) -> Request[None]:
    """Delete the alert.

    The original command line never uses it; the server may not support it.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        alert: Timestamp of the alert, as text.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host. Inferred.
    """
    return Request(
        "alerts.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/alerts/{segment('alert', alert)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/instance/alerts/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def list(self) -> Request[MonitoringAlertList]:
        """List the alerts of the instance."""
        return list(self._organization, self._environment, self._host)

    def clear(self) -> Request[None]:
        """Delete all alerts of the instance."""
        return clear(self._organization, self._environment, self._host)

    def get(self, alert: str) -> Request[MonitoringAlert]:
        """Get the alert."""
        return get(self._organization, self._environment, self._host, alert)

    def delete(self, alert: str) -> Request[None]:
        """Delete the alert."""
        return delete(self._organization, self._environment, self._host, alert)
