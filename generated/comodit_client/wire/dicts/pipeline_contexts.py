# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for pipeline contexts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.orchestration_contexts import ExecutionStatus
    from comodit_client.wire.pipeline_contexts import PipelineContext


class PipelineContextListDict(TypedDict, total=False):
    """The JSON object of `PipelineContextList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[PipelineContextDict] | None


class PipelineContextListMembers(TypedDict, total=False):
    """The keywords of `PipelineContextList`."""

    items: Iterable[PipelineContext | PipelineContextDict] | None
    extra: Mapping[str, Any]


class PipelineContextDict(TypedDict, total=False):
    """The JSON object of `PipelineContext`. It may have other members too."""

    uuid: str
    organization: str | None
    pipeline: str | None
    createdBy: str | None
    created: str | None
    started: str | None
    finished: str | None
    status: ExecutionStatus | str | None
    stages: list[StageContextDict] | None


class PipelineContextMembers(TypedDict, total=False):
    """The keywords of `PipelineContext`."""

    extra: Mapping[str, Any]


class StageContextDict(TypedDict, total=False):
    """The JSON object of `StageContext`. It may have other members too."""

    position: int | None
    name: str | None
    started: str | None
    finished: str | None
    status: ExecutionStatus | str | None
    steps: list[StepContextDict] | None


class StageContextMembers(TypedDict, total=False):
    """The keywords of `StageContext`."""

    extra: Mapping[str, Any]


class StepContextDict(TypedDict, total=False):
    """The JSON object of `StepContext`. It may have other members too."""

    position: int | None
    name: str | None
    started: str | None
    finished: str | None
    status: ExecutionStatus | str | None
    webhook: str | None
    orchestration: str | None
    orchestrationContext: str | None


class StepContextMembers(TypedDict, total=False):
    """The keywords of `StepContext`."""

    extra: Mapping[str, Any]
