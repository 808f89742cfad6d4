# Made by `python -m generator` from generator.toml. Do not edit: change that, then run `make generate`.
"""Old import path of scripts for the original client. Use `pipeline_context` instead."""

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
