# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for alerts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.alerts import MonitoringAlert


class MonitoringAlertListDict(TypedDict, total=False):
    """The JSON object of `MonitoringAlertList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[MonitoringAlertDict] | None


class MonitoringAlertListMembers(TypedDict, total=False):
    """The keywords of `MonitoringAlertList`."""

    items: Iterable[MonitoringAlert | MonitoringAlertDict] | None
    extra: Mapping[str, Any]


class MonitoringAlertDict(TypedDict, total=False):
    """The JSON object of `MonitoringAlert`. It may have other members too."""

    timestamp: int
    collection: str | None
    property: str | None
    output: str | None
    threshold: str | None
    level: str | None
    compare_method: str | None


class MonitoringAlertMembers(TypedDict, total=False):
    """The keywords of `MonitoringAlert`."""

    extra: Mapping[str, Any]
