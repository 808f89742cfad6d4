# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Executions of a pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.orchestration_contexts import ExecutionStatus, Restart

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/pipelines/{}/contexts/"


class PipelineContextList(View):
    """A list answer: a page of PipelineContext objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[PipelineContext]:
        """The items; may be absent when there is none."""
        return self._views("items", PipelineContext)

    @items.setter
    def items(self, value: Iterable[PipelineContext | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class PipelineContext(View):
    """One execution of a pipeline, with where each stage and step stands in it."""

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
        """Name of the user who started it."""
        return self._data.get("createdBy")

    @property
    def created(self) -> str | None:
        """When it was asked for."""
        return self._data.get("created")

    @property
    def started(self) -> str | None:
        """When it began; absent or null before."""
        return self._data.get("started")

    @property
    def finished(self) -> str | None:
        """When it ended; absent or null before."""
        return self._data.get("finished")

    @property
    def status(self) -> ExecutionStatus | None:
        """How far the execution is."""
        return self._data.get("status")

    @property
    def stages(self) -> ViewList[StageContext]:
        """Where each stage stands, in the order of their positions."""
        return self._views("stages", StageContext)


class StageContext(View):
    """Where one stage stands in an execution."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "position": "order",
        "name": "name",
        "started": "started",
        "finished": "finished",
        "status": "status",
        "steps": "steps",
    }

    @property
    def order(self) -> int | None:
        """Place of the stage in the pipeline, from 0."""
        return self._data.get("position")

    @property
    def name(self) -> str | None:
        """Name of the stage."""
        return self._data.get("name")

    @property
    def started(self) -> str | None:
        """When its turn came."""
        return self._data.get("started")

    @property
    def finished(self) -> str | None:
        """When it was done."""
        return self._data.get("finished")

    @property
    def status(self) -> ExecutionStatus | None:
        """How far the stage is."""
        return self._data.get("status")

    @property
    def steps(self) -> ViewList[StepContext]:
        """Where each step stands, in the order of their positions."""
        return self._views("steps", StepContext)


class StepContext(View):
    """Where one step stands in an execution."""

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

    @property
    def order(self) -> int | None:
        """Place of the step in the stage, from 0."""
        return self._data.get("position")

    @property
    def name(self) -> str | None:
        """Name of the step."""
        return self._data.get("name")

    @property
    def started(self) -> str | None:
        """When its turn came."""
        return self._data.get("started")

    @property
    def finished(self) -> str | None:
        """When it was done."""
        return self._data.get("finished")

    @property
    def status(self) -> ExecutionStatus | None:
        """How far the step is."""
        return self._data.get("status")

    @property
    def webhook(self) -> str | None:
        """Name of the webhook that it calls."""
        return self._data.get("webhook")

    @property
    def orchestration(self) -> str | None:
        """Name of the orchestration that it runs."""
        return self._data.get("orchestration")

    @property
    def orchestration_context(self) -> str | None:
        """Identifier of the execution of the orchestration, which tells why it failed."""
        return self._data.get("orchestrationContext")


def list(
    organization: str,
    pipeline: str,
) -> Request[PipelineContextList]:
    """List the executions of the pipeline.

    Whether the list is bounded or in an order is not known.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.

    Returns:
        The request; its answer is a PipelineContextList: the executions.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S1, organization, core.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is a PipelineContext: the execution.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Never used by the old command line; whether the server has it is not known.

    Facts: organization. Inferred.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    What is being done is presumably finished first; see resume.

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is a PipelineContext: the execution as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Go on with an execution that is paused.

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is a PipelineContext: the execution as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """End the execution before it is done.

    It ends as STOPPED.

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is a PipelineContext: the execution as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Go on with an execution that failed.

    The old client sent skipError in the body and no query; whether the server reads it there is not known.

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        context: Identifier (uuid) of the execution.
        body: What to send.

    Returns:
        The request; its answer is a PipelineContext: the execution as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "pipeline_contexts.restart",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/contexts/{segment('context', context)}/_restart",
        "object",
        PipelineContext,
        body=unwrapped(body),
    )
