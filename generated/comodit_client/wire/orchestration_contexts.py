# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Executions of an orchestration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/orchestrations/{}/contexts/"

#: RUNNING, ERROR, PAUSED and STOPPED are known. What a success is called is not known: FINISHED is assumed. An
#: execution may be there before it has started.
ExecutionStatus: TypeAlias = Literal["RUNNING", "ERROR", "PAUSED", "STOPPED", "FINISHED"] | str


class OrchestrationContextList(View):
    """A list answer: a page of OrchestrationContext objects."""

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
    def items(self) -> ViewList[OrchestrationContext]:
        """The items; may be absent when there is none."""
        return self._views("items", OrchestrationContext)

    @items.setter
    def items(self, value: Iterable[OrchestrationContext | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class OrchestrationContext(View):
    """One execution of an orchestration, with where each host stands in it."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "uuid"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "organization": "organization",
        "orchestration": "orchestration",
        "orchestrationVersion": "orchestration_version",
        "createdBy": "created_by",
        "created": "created",
        "started": "started",
        "finished": "finished",
        "status": "status",
        "hostQueues": "host_queues",
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
    def orchestration(self) -> str | None:
        """Name of the orchestration."""
        return self._data.get("orchestration")

    @property
    def orchestration_version(self) -> int | str | None:
        """Version of the orchestration that is executed."""
        return self._data.get("orchestrationVersion")

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
    def host_queues(self) -> ViewList[HostQueue]:
        """Where each host stands, in the order of their positions."""
        return self._views("hostQueues", HostQueue)


class HostQueue(View):
    """Where one host stands in an execution."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "position": "position",
        "organization": "organization",
        "environment": "environment",
        "host": "host",
        "canonicalName": "canonical_name",
        "started": "started",
        "finished": "finished",
        "status": "status",
        "error": "error",
    }

    @property
    def position(self) -> int | None:
        """Place of the host in the execution, from 0."""
        return self._data.get("position")

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @property
    def environment(self) -> str | None:
        """Name of the environment."""
        return self._data.get("environment")

    @property
    def host(self) -> str | None:
        """Name of the host."""
        return self._data.get("host")

    @property
    def canonical_name(self) -> str | None:
        """Name of the host for display, with its environment."""
        return self._data.get("canonicalName")

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
        """How far the host is."""
        return self._data.get("status")

    @property
    def error(self) -> str | None:
        """Why it failed; null unless its status is ERROR."""
        return self._data.get("error")


class Restart(View):
    """How an execution goes on after an error."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "skipError": "skip_error",
    }

    @property
    def skip_error(self) -> bool | None:
        """Whether what failed is left out; otherwise it is tried again."""
        return self._data.get("skipError")

    @skip_error.setter
    def skip_error(self, value: bool | None) -> None:
        self._data["skipError"] = value

    @skip_error.deleter
    def skip_error(self) -> None:
        self._data.pop("skipError", None)


def list(
    organization: str,
    orchestration: str,
) -> Request[OrchestrationContextList]:
    """List the executions of the orchestration.

    Whether the list is bounded or in an order is not known.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.

    Returns:
        The request; its answer is an OrchestrationContextList: the executions.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "orchestration_contexts.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/contexts/",
        "object",
        OrchestrationContextList,
    )


def get(
    organization: str,
    orchestration: str,
    context: str,
) -> Request[OrchestrationContext]:
    """Get the execution.

    Facts: S1, organization, core.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is an OrchestrationContext: the execution.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "orchestration_contexts.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/contexts/{segment('context', context)}",
        "object",
        OrchestrationContext,
    )


def delete(
    organization: str,
    orchestration: str,
    context: str,
) -> Request[None]:
    """Delete the execution.

    Never used by the old command line; whether the server has it is not known.

    Facts: organization. Inferred.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "orchestration_contexts.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/contexts/{segment('context', context)}",
        "nothing",
        identity,
    )


def pause(
    organization: str,
    orchestration: str,
    context: str,
) -> Request[OrchestrationContext]:
    """Pause the execution.

    What is being done is presumably finished first; see resume.

    Facts: organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is an OrchestrationContext: the execution as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "orchestration_contexts.pause",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/contexts/{segment('context', context)}/_pause",
        "object",
        OrchestrationContext,
    )


def resume(
    organization: str,
    orchestration: str,
    context: str,
) -> Request[OrchestrationContext]:
    """Go on with an execution that is paused.

    Facts: organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is an OrchestrationContext: the execution as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "orchestration_contexts.resume",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/contexts/{segment('context', context)}/_resume",
        "object",
        OrchestrationContext,
    )


def cancel(
    organization: str,
    orchestration: str,
    context: str,
) -> Request[OrchestrationContext]:
    """End the execution before it is done.

    It ends as STOPPED.

    Facts: organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (uuid) of the execution.

    Returns:
        The request; its answer is an OrchestrationContext: the execution as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "orchestration_contexts.cancel",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/contexts/{segment('context', context)}/_cancel",
        "object",
        OrchestrationContext,
    )


def restart(
    organization: str,
    orchestration: str,
    context: str,
    body: Restart | Mapping[str, Any],
) -> Request[OrchestrationContext]:
    """Go on with an execution that failed.

    The old client sent skipError in the body and no query; whether the server reads it there is not known.

    Facts: organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (uuid) of the execution.
        body: What to send.

    Returns:
        The request; its answer is an OrchestrationContext: the execution as it is now.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "orchestration_contexts.restart",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/contexts/{segment('context', context)}/_restart",
        "object",
        OrchestrationContext,
        body=unwrapped(body),
    )
