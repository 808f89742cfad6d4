# Made by `python -m generator` from handwritten/comodit_client/aio/PipelineContext.py.
# Do not edit: change that, then run `make generate`.
"""The old name of the module for executions of pipelines."""

from comodit_client.api.pipeline_context import (
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
