# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Executions of a pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.pipeline_contexts import (
        PipelineContextDict,
        PipelineContextListDict,
        PipelineContextListMembers,
        PipelineContextMembers,
        StageContextDict,
        StageContextMembers,
        StepContextDict,
        StepContextMembers,
    )
    from comodit_client.wire.orchestration_contexts import ExecutionStatus, Restart


class PipelineContextList(View):
    """A list response: one page of PipelineContext objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PipelineContextListDict | None = None, **members: Unpack[PipelineContextListMembers]
        ) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[PipelineContext, PipelineContext | PipelineContextDict]:
        """The items; may be absent if there are none."""
        return self._views("items", PipelineContext)

    @items.setter
    def items(self, value: Iterable[PipelineContext | PipelineContextDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class PipelineContext(View):
    """An execution of a pipeline, with the progress of each stage and step."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "uuid"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "organization": "organization",
        "pipeline": "pipeline",
        "createdBy": "created_by",
        "created": "created",
        "started": "started",
        "finished": "finished",
        "status": "status",
        "stages": "stages",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PipelineContextDict | None = None, **members: Unpack[PipelineContextMembers]
        ) -> None: ...

    @property
    def uuid(self) -> str:
        """Identifier of the execution."""
        value: str = self._data.get("uuid", NULL)
        return value

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @property
    def pipeline(self) -> str | None:
        """Name of the pipeline."""
        return self._data.get("pipeline")

    @property
    def created_by(self) -> str | None:
        """Name of the user who started the execution."""
        return self._data.get("createdBy")

    @property
    def created(self) -> str | None:
        """Time of the request."""
        return self._data.get("created")

    @property
    def created_at(self) -> datetime | None:
        """The date in `created`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `created` returns it as it is.
        """
        return self._date("created")

    @property
    def started(self) -> str | None:
        """Time of the start; absent or null before it."""
        return self._data.get("started")

    @property
    def started_at(self) -> datetime | None:
        """The date in `started`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `started` returns it as it is.
        """
        return self._date("started")

    @property
    def finished(self) -> str | None:
        """Time of the end; absent or null before it."""
        return self._data.get("finished")

    @property
    def finished_at(self) -> datetime | None:
        """The date in `finished`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `finished` returns it as it is.
        """
        return self._date("finished")

    @property
    def status(self) -> ExecutionStatus | str | None:
        """Status of the execution."""
        return self._data.get("status")

    @property
    def stages(self) -> ViewList[StageContext, StageContext | StageContextDict]:
        """Progress of each stage, in the order of their positions."""
        return self._views("stages", StageContext)


class StageContext(View):
    """Progress of a stage in an execution."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "position": "order",
        "name": "name",
        "started": "started",
        "finished": "finished",
        "status": "status",
        "steps": "steps",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: StageContextDict | None = None, **members: Unpack[StageContextMembers]
        ) -> None: ...

    @property
    def order(self) -> int | None:
        """Position of the stage in the pipeline, from 0."""
        return self._data.get("position")

    @property
    def name(self) -> str | None:
        """Name of the stage."""
        return self._data.get("name")

    @property
    def started(self) -> str | None:
        """Time of the start of the stage."""
        return self._data.get("started")

    @property
    def started_at(self) -> datetime | None:
        """The date in `started`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `started` returns it as it is.
        """
        return self._date("started")

    @property
    def finished(self) -> str | None:
        """Time of the end of the stage."""
        return self._data.get("finished")

    @property
    def finished_at(self) -> datetime | None:
        """The date in `finished`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `finished` returns it as it is.
        """
        return self._date("finished")

    @property
    def status(self) -> ExecutionStatus | str | None:
        """Status of the stage."""
        return self._data.get("status")

    @property
    def steps(self) -> ViewList[StepContext, StepContext | StepContextDict]:
        """Progress of each step, in the order of their positions."""
        return self._views("steps", StepContext)


class StepContext(View):
    """Progress of a step in an execution."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "position": "order",
        "name": "name",
        "started": "started",
        "finished": "finished",
        "status": "status",
        "webhook": "webhook",
        "orchestration": "orchestration",
        "orchestrationContext": "orchestration_context",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: StepContextDict | None = None, **members: Unpack[StepContextMembers]) -> None: ...

    @property
    def order(self) -> int | None:
        """Position of the step in the stage, from 0."""
        return self._data.get("position")

    @property
    def name(self) -> str | None:
        """Name of the step."""
        return self._data.get("name")

    @property
    def started(self) -> str | None:
        """Time of the start of the step."""
        return self._data.get("started")

    @property
    def started_at(self) -> datetime | None:
        """The date in `started`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `started` returns it as it is.
        """
        return self._date("started")

    @property
    def finished(self) -> str | None:
        """Time of the end of the step."""
        return self._data.get("finished")

    @property
    def finished_at(self) -> datetime | None:
        """The date in `finished`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `finished` returns it as it is.
        """
        return self._date("finished")

    @property
    def status(self) -> ExecutionStatus | str | None:
        """Status of the step."""
        return self._data.get("status")

    @property
    def webhook(self) -> str | None:
        """Name of the webhook that the step calls."""
        return self._data.get("webhook")

    @property
    def orchestration(self) -> str | None:
        """Name of the orchestration that the step runs."""
        return self._data.get("orchestration")

    @property
    def orchestration_context(self) -> str | None:
        """Identifier of the orchestration's execution, which holds the cause of a failure."""
        return self._data.get("orchestrationContext")


def list(
    organization: str,
    pipeline: str,
) -> Request[PipelineContextList]:
    """List the executions of the pipeline.

    It is unknown whether the list is limited or sorted.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.

    Returns:
        The request. Its response is a PipelineContextList: the executions.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
    """
    return Request(
        "pipeline_contexts.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/contexts/",
        "object",
        PipelineContextList,
    )


def get(
    organization: str,
    pipeline: str,
    context: str,
) -> Request[PipelineContext]:
    """Get the execution.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response is a PipelineContext: the execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization, core.
    """
    return Request(
        "pipeline_contexts.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/contexts/{segment('context', context)}",
        "object",
        PipelineContext,
    )


def delete(
    organization: str,
    pipeline: str,
    context: str,
) -> Request[None]:
    """Delete the execution.

    The original command line never uses it; the server may not support it.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization. Inferred.
    """
    return Request(
        "pipeline_contexts.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/contexts/{segment('context', context)}",
        "nothing",
        identity,
    )


def pause(
    organization: str,
    pipeline: str,
    context: str,
) -> Request[PipelineContext]:
    """Pause the execution.

    Presumably, the current operation is completed first. See resume.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response is a PipelineContext: the updated execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "pipeline_contexts.pause",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/contexts/{segment('context', context)}/_pause",
        "object",
        PipelineContext,
    )


def resume(
    organization: str,
    pipeline: str,
    context: str,
) -> Request[PipelineContext]:
    """Resume a paused execution.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response is a PipelineContext: the updated execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "pipeline_contexts.resume",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/contexts/{segment('context', context)}/_resume",
        "object",
        PipelineContext,
    )


def cancel(
    organization: str,
    pipeline: str,
    context: str,
) -> Request[PipelineContext]:
    """Stop the execution before it is complete.

    Its final status is STOPPED.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response is a PipelineContext: the updated execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "pipeline_contexts.cancel",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/contexts/{segment('context', context)}/_cancel",
        "object",
        PipelineContext,
    )


def restart(
    organization: str,
    pipeline: str,
    context: str,
    body: Restart | Mapping[str, Any],
) -> Request[PipelineContext]:
    """Resume a failed execution.

    The original client sends skipError in the body and not in the query. It is unknown whether the server reads it
    there.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (UUID) of the execution.
        body: The request body.

    Returns:
        The request. Its response is a PipelineContext: the updated execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "pipeline_contexts.restart",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/contexts/{segment('context', context)}/_restart",
        "object",
        PipelineContext,
        body=unwrapped(body),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization", "_pipeline")

    URL: ClassVar[str] = "organizations/{}/pipelines/{}/contexts/"

    def __init__(self, organization: str, pipeline: str) -> None:
        self._organization = organization
        self._pipeline = pipeline

    def list(self) -> Request[PipelineContextList]:
        """List the executions of the pipeline."""
        return list(self._organization, self._pipeline)

    def get(self, context: str) -> Request[PipelineContext]:
        """Get the execution."""
        return get(self._organization, self._pipeline, context)

    def delete(self, context: str) -> Request[None]:
        """Delete the execution."""
        return delete(self._organization, self._pipeline, context)

    def pause(self, context: str) -> Request[PipelineContext]:
        """Pause the execution."""
        return pause(self._organization, self._pipeline, context)

    def resume(self, context: str) -> Request[PipelineContext]:
        """Resume a paused execution."""
        return resume(self._organization, self._pipeline, context)

    def cancel(self, context: str) -> Request[PipelineContext]:
        """Stop the execution before it is complete."""
        return cancel(self._organization, self._pipeline, context)

    def restart(self, context: str, body: Restart | Mapping[str, Any]) -> Request[PipelineContext]:
        """Resume a failed execution."""
        return restart(self._organization, self._pipeline, context, body)
