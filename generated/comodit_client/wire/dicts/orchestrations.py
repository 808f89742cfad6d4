# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for orchestrations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.host_groups import HostGroupDict
    from comodit_client.wire.dicts.setting_impacts import ApplicationOperationDict
    from comodit_client.wire.host_groups import HostGroup
    from comodit_client.wire.orchestrations import Orchestration, OrderedHostGroup
    from comodit_client.wire.setting_impacts import ApplicationOperation


class OrchestrationListDict(TypedDict, total=False):
    """The JSON object of `OrchestrationList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[OrchestrationDict] | None


class OrchestrationListMembers(TypedDict, total=False):
    """The keywords of `OrchestrationList`."""

    items: Iterable[Orchestration | OrchestrationDict] | None
    extra: Mapping[str, Any]


class OrchestrationDict(TypedDict, total=False):
    """The JSON object of `Orchestration`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str
    description: str | None
    organization: str | None
    applicationsOperations: list[ApplicationOperationDict] | None
    orderedHostGroup: list[OrderedHostGroupDict] | None


class OrchestrationMembers(TypedDict, total=False):
    """The keywords of `Orchestration`."""

    name: str
    description: str | None
    organization: str | None
    applications_operations: Iterable[ApplicationOperation | ApplicationOperationDict] | None
    ordered_host_group: Iterable[OrderedHostGroup | OrderedHostGroupDict] | None
    extra: Mapping[str, Any]


class OrchestrationOptions(TypedDict, total=False):
    """The keywords to create `Orchestration` with, besides the named arguments."""

    organization: str | None
    applications_operations: Iterable[ApplicationOperation | ApplicationOperationDict] | None
    ordered_host_group: Iterable[OrderedHostGroup | OrderedHostGroupDict] | None
    extra: Mapping[str, Any]


class OrderedHostGroupDict(TypedDict, total=False):
    """The JSON object of `OrderedHostGroup`. It may have other members too."""

    position: int | None
    hostGroup: HostGroupDict | None


class OrderedHostGroupMembers(TypedDict, total=False):
    """The keywords of `OrderedHostGroup`."""

    position: int | None
    host_group: HostGroup | HostGroupDict | None
    extra: Mapping[str, Any]
