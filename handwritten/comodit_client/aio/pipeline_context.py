"""Executions of pipelines."""

from __future__ import annotations

import builtins
from typing import Any, ClassVar

from comodit_client.aio._shared.execution import ERROR, Execution
from comodit_client.aio.collection import Collection
from comodit_client.rest.failed_part import FailedPart
from comodit_client.wire import pipeline_contexts as views
from comodit_client.wire.pipeline_contexts import StageContext, StepContext

__all__ = [
    "PipelineContext",
    "PipelineContextCollection",
    "StageContext",
    "StageContexts",
    "StepContext",
    "StepContexts",
]

#: The names that old scripts know; each is one stage or step all the same.
StageContexts = StageContext
StepContexts = StepContext


class PipelineContext(views.PipelineContext, Execution):
    """One execution of a pipeline, with where each stage and step stands in it."""

    __slots__ = ()

    WHAT: ClassVar[str] = "pipeline"

    def failed_parts(self) -> builtins.list[FailedPart]:
        """Find the steps that failed, as the execution was last read.

        Returns:
            A part for each step in ERROR, whatever its stage says, and for each stage in ERROR without one.
        """
        return [part for stage in self.stages if isinstance(stage, StageContext) for part in _failed_parts(stage)]


class PipelineContextCollection(Collection[PipelineContext]):
    """The executions of a pipeline, by their uuids; `Pipeline.run` makes them."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> PipelineContext:
        return PipelineContext(self, json_data)

    def new(self, json_data: dict[str, Any]) -> PipelineContext:
        """Show a JSON object as an execution; nothing is sent.

        Args:
            json_data: The JSON object; its `uuid` is enough to `refresh`.

        Returns:
            The execution.
        """
        return self.wrap(json_data)


def _failed_parts(stage: StageContext) -> builtins.list[FailedPart]:
    failed = [step for step in stage.steps if isinstance(step, StepContext) and step.status == ERROR]
    found = [
        FailedPart(
            stage=stage.name,
            step=step.name,
            webhook=step.webhook,
            orchestration=step.orchestration,
            context=step.orchestration_context,
        )
        for step in failed
    ]
    return found or ([FailedPart(stage=stage.name)] if stage.status == ERROR else [])
