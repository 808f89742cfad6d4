# Made by `python -m generator` from handwritten/comodit_client/aio/pipeline_context.py.
# Do not edit: change that, then run `make generate`.
"""Executions of pipelines."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.api._shared.execution import ERROR, NOT_STARTED, Execution
from comodit_client.api.capabilities import Deletable, Gettable, Listable
from comodit_client.rest.failed_part import FailedPart
from comodit_client.wire import pipeline_contexts as views
from comodit_client.wire.pipeline_contexts import StageContext, StepContext

if TYPE_CHECKING:
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.pipeline_contexts import PipelineContextMembers

__all__ = [
    "PipelineContext",
    "PipelineContextCollection",
    "StageContext",
    "StageContexts",
    "StepContext",
    "StepContexts",
]

#: The names in the original client, where a plural stands for one stage or step.
StageContexts = StageContext
StepContexts = StepContext


class PipelineContext(views.PipelineContext, Execution):
    """One execution of a pipeline, with the progress of each stage and step."""

    __slots__ = ()

    @property
    def _controls(self) -> views.Operations:
        return self._home_as(PipelineContextCollection).operations

    KIND: ClassVar[str] = "pipeline"
    READS: ClassVar[Mapping[str, Shape]] = {
        "status": str,
        "stages": [{"status": str, "name": str, "steps": [{"status": str, "name": str}]}],
    }

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: PipelineContextCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[PipelineContextMembers],
        ) -> None: ...

        @property
        def collection(self) -> PipelineContextCollection: ...

    def failed_parts(self) -> builtins.list[FailedPart]:
        """Return the steps that had failed when the execution was last read.

        Returns:
            One part for each step in ERROR, and one for each stage in ERROR that has no such step.
        """
        return [part for stage in self.stages if isinstance(stage, StageContext) for part in _failed_parts(stage)]

    def _part_states(self) -> dict[str, str | None]:
        stages = [stage for stage in self.stages if isinstance(stage, StageContext)]
        return {f"{stage.name}/{step.name}": step.status or NOT_STARTED for stage in stages for step in _steps(stage)}


class PipelineContextCollection(Listable[PipelineContext], Gettable[PipelineContext], Deletable[PipelineContext]):
    """The executions of a pipeline, by uuid. `Pipeline.run` creates them."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> PipelineContext:
        return PipelineContext(self, json_data)

    def new(self, json_data: dict[str, Any]) -> PipelineContext:
        """Wrap a JSON object as an execution. Sends no request.

        Args:
            json_data: The JSON object. A `uuid` is enough for `refresh`.

        Returns:
            The execution.
        """
        return self.wrap(json_data)


def _failed_parts(stage: StageContext) -> builtins.list[FailedPart]:
    failed = [step for step in _steps(stage) if step.status == ERROR]
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


def _steps(stage: StageContext) -> builtins.list[StepContext]:
    return [step for step in stage.steps if isinstance(step, StepContext)]
