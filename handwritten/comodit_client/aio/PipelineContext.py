"""The old name of the module for executions of pipelines."""

from comodit_client.aio.pipeline_context import (
    PipelineContext,
    PipelineContextCollection,
    StageContext,
    StageContexts,
    StepContext,
    StepContexts,
)

__all__ = [
    "PipelineContext",
    "PipelineContextCollection",
    "StageContext",
    "StageContexts",
    "StepContext",
    "StepContexts",
]
