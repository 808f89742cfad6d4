# Made by `python -m generator` from handwritten/comodit_client/aio/alert.py.
# Do not edit: change that, then run `make generate`.
"""Alerts of the monitoring of an instance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.api.capabilities import Clearable, Deletable, Gettable, Listable
from comodit_client.api.editable import CanDelete, CanRefresh
from comodit_client.wire import alerts as views

if TYPE_CHECKING:
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.alerts import MonitoringAlertMembers


class MonitoringAlert(views.MonitoringAlert, CanRefresh, CanDelete):
    """An alert of an instance's monitoring."""

    __slots__ = ()

    READS: ClassVar[Mapping[str, Shape]] = {"timestamp": (str, int, float)}

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: MonitoringAlertCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[MonitoringAlertMembers],
        ) -> None: ...

        @property
        def collection(self) -> MonitoringAlertCollection: ...

    @property
    def name(self) -> str:
        """The time stamp, as text."""
        return self.identifier

    @property
    def label(self) -> str:
        """The sensor and its output."""
        return f"{self.plugin}/{self.sensor}: {self.output}"


class MonitoringAlertCollection(
    Listable[MonitoringAlert], Gettable[MonitoringAlert], Deletable[MonitoringAlert], Clearable[MonitoringAlert]
):
    """The alerts of an instance, by time stamp."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> MonitoringAlert:
        return MonitoringAlert(self, json_data)
