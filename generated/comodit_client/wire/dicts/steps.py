# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.orchestrations import OrderedHostGroupDict
    from comodit_client.wire.orchestrations import OrderedHostGroup
    from comodit_client.wire.steps import Step


class StepListDict(TypedDict, total=False):
    """The JSON object of `StepList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[StepDict] | None


class StepListMembers(TypedDict, total=False):
    """The keywords of `StepList`."""

    items: Iterable[Step | StepDict] | None
    extra: Mapping[str, Any]


class StepDict(TypedDict, total=False):
    """The JSON object of `Step`. It may have other members too."""

    uuid: str | None
    name: str
    description: str | None
    stage: str | None
    order: int | None
    webhook: str | None
    orchestration: str | None
    orderedHostGroups: list[OrderedHostGroupDict] | None


class StepMembers(TypedDict, total=False):
    """The keywords of `Step`."""

    name: str
    description: str | None
    order: int | None
    webhook: str | None
    orchestration: str | None
    ordered_host_groups: Iterable[OrderedHostGroup | OrderedHostGroupDict] | None
    extra: Mapping[str, Any]


class StepOptions(TypedDict, total=False):
    """The keywords to create `Step` with, besides the named arguments."""

    order: int | None
    webhook: str | None
    orchestration: str | None
    ordered_host_groups: Iterable[OrderedHostGroup | OrderedHostGroupDict] | None
    extra: Mapping[str, Any]
