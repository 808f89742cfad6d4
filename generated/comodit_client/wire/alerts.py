# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Alerts that the monitoring of an instance has raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.view import NULL, View

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/{}/instance/alerts/"


class MonitoringAlertList(View):
    """A list answer: a page of MonitoringAlert objects."""

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
    def items(self) -> ViewList[MonitoringAlert]:
        """The items; may be absent when there is none."""
        return self._views("items", MonitoringAlert)

    @items.setter
    def items(self, value: Iterable[MonitoringAlert | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class MonitoringAlert(View):
    """A limit that a sensor of the machine has crossed."""

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

    @property
    def timestamp(self) -> int:
        """When the alert was raised; the unit is not known."""
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
        """What the sensor measured."""
        return self._data.get("output")

    @property
    def threshold(self) -> str | None:
        """Limit that was crossed."""
        return self._data.get("threshold")

    @property
    def level(self) -> str | None:
        """How serious the alert is; agents send warning, and normal when it is over."""
        return self._data.get("level")

    @property
    def comparator(self) -> str | None:
        """How output is compared with threshold; agents send gt, lt or eq."""
        return self._data.get("compare_method")


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[MonitoringAlertList]:
    """List the alerts of the instance.

    Facts: S2, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is a MonitoringAlertList: the alerts.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Never used by the old command line; whether the server has it is not known.

    Facts: host. Inferred.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        alert: Timestamp of the alert as text.

    Returns:
        The request; its answer is a MonitoringAlert: the alert.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Never used by the old command line; whether the server has it is not known.

    Facts: host. Inferred.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        alert: Timestamp of the alert as text.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "alerts.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/alerts/{segment('alert', alert)}",
        "nothing",
        identity,
    )
