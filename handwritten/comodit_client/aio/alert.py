"""Alerts of the monitoring of an instance."""

from __future__ import annotations

from typing import Any

from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.wire import alerts as views


class MonitoringAlert(views.MonitoringAlert, Entity):
    """An alert of an instance's monitoring."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The time stamp, as text."""
        return self.identifier

    @property
    def label(self) -> str:
        """The sensor and its output."""
        return f"{self.plugin}/{self.sensor}: {self.output}"


class MonitoringAlertCollection(Collection[MonitoringAlert]):
    """The alerts of an instance, by time stamp."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> MonitoringAlert:
        return MonitoringAlert(self, json_data)
