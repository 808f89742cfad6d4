# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for orchestration contexts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.orchestration_contexts import ExecutionStatus, OrchestrationContext


class OrchestrationContextListDict(TypedDict, total=False):
    """The JSON object of `OrchestrationContextList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[OrchestrationContextDict] | None


class OrchestrationContextListMembers(TypedDict, total=False):
    """The keywords of `OrchestrationContextList`."""

    items: Iterable[OrchestrationContext | OrchestrationContextDict] | None
    extra: Mapping[str, Any]


class OrchestrationContextDict(TypedDict, total=False):
    """The JSON object of `OrchestrationContext`. It may have other members too."""

    uuid: str
    organization: str | None
    orchestration: str | None
    orchestrationVersion: int | str | None
    createdBy: str | None
    created: str | None
    started: str | None
    finished: str | None
    status: ExecutionStatus | str | None
    hostQueues: list[HostQueueDict] | None


class OrchestrationContextMembers(TypedDict, total=False):
    """The keywords of `OrchestrationContext`."""

    extra: Mapping[str, Any]


class HostQueueDict(TypedDict, total=False):
    """The JSON object of `HostQueue`. It may have other members too."""

    position: int | None
    organization: str | None
    environment: str | None
    host: str | None
    canonicalName: str | None
    started: str | None
    finished: str | None
    status: ExecutionStatus | str | None
    error: str | None


class HostQueueMembers(TypedDict, total=False):
    """The keywords of `HostQueue`."""

    extra: Mapping[str, Any]


class RestartDict(TypedDict, total=False):
    """The JSON object of `Restart`. It may have other members too."""

    skipError: bool | None


class RestartMembers(TypedDict, total=False):
    """The keywords of `Restart`."""

    skip_error: bool | None
    extra: Mapping[str, Any]
