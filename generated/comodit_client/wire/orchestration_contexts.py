# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Executions of an orchestration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.orchestration_contexts import (
        HostQueueDict,
        HostQueueMembers,
        OrchestrationContextDict,
        OrchestrationContextListDict,
        OrchestrationContextListMembers,
        OrchestrationContextMembers,
        RestartDict,
        RestartMembers,
    )

#: RUNNING, ERROR, PAUSED and STOPPED are known. The status of a success is unknown: FINISHED is assumed. An execution
#: may exist before it starts.
ExecutionStatus: TypeAlias = Literal["RUNNING", "ERROR", "PAUSED", "STOPPED", "FINISHED"]


class OrchestrationContextList(View):
    """A list response: one page of OrchestrationContext objects."""

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
            self,
            json_data: OrchestrationContextListDict | None = None,
            **members: Unpack[OrchestrationContextListMembers],
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
    def items(self) -> ViewList[OrchestrationContext, OrchestrationContext | OrchestrationContextDict]:
        """The items; may be absent if there are none."""
        return self._views("items", OrchestrationContext)

    @items.setter
    def items(self, value: Iterable[OrchestrationContext | OrchestrationContextDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class OrchestrationContext(View):
    """An execution of an orchestration, with the progress of each host."""

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: OrchestrationContextDict | None = None, **members: Unpack[OrchestrationContextMembers]
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
    def orchestration(self) -> str | None:
        """Name of the orchestration."""
        return self._data.get("orchestration")

    @property
    def orchestration_version(self) -> int | str | None:
        """Version of the orchestration that is executed."""
        return self._data.get("orchestrationVersion")

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
    def host_queues(self) -> ViewList[HostQueue, HostQueue | HostQueueDict]:
        """Progress of each host, in the order of their positions."""
        return self._views("hostQueues", HostQueue)


class HostQueue(View):
    """Progress of a host in an execution."""

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: HostQueueDict | None = None, **members: Unpack[HostQueueMembers]) -> None: ...

    @property
    def position(self) -> int | None:
        """Position of the host in the execution, from 0."""
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
        """Display name of the host, including its environment."""
        return self._data.get("canonicalName")

    @property
    def started(self) -> str | None:
        """Time of the start for this host."""
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
        """Time of the end for this host."""
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
        """Status of the host."""
        return self._data.get("status")

    @property
    def error(self) -> str | None:
        """Cause of the failure; null unless the status is ERROR."""
        return self._data.get("error")


class Restart(View):
    """Options for resuming an execution after an error."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "skipError": "skip_error",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "skip_error": "skipError",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: RestartDict | None = None, **members: Unpack[RestartMembers]) -> None: ...

    @property
    def skip_error(self) -> bool | None:
        """Whether to skip the failed operation. Otherwise it is run again."""
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

    It is unknown whether the list is limited or sorted.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.

    Returns:
        The request. Its response is an OrchestrationContextList: the executions.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
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

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response is an OrchestrationContext: the execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization, core.
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

    The original command line never uses it; the server may not support it.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization. Inferred.
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

    Presumably, the current operation is completed first. See resume.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response is an OrchestrationContext: the updated execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
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
    """Resume a paused execution.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response is an OrchestrationContext: the updated execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
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
    """Stop the execution before it is complete.

    Its final status is STOPPED.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (UUID) of the execution.

    Returns:
        The request. Its response is an OrchestrationContext: the updated execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
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
    """Resume a failed execution.

    The original client sends skipError in the body and not in the query. It is unknown whether the server reads it
    there.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        context: Identifier (UUID) of the execution.
        body: The request body.

    Returns:
        The request. Its response is an OrchestrationContext: the updated execution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "orchestration_contexts.restart",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/contexts/{segment('context', context)}/_restart",
        "object",
        OrchestrationContext,
        body=unwrapped(body),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_orchestration", "_organization")

    URL: ClassVar[str] = "organizations/{}/orchestrations/{}/contexts/"

    def __init__(self, organization: str, orchestration: str) -> None:
        self._organization = organization
        self._orchestration = orchestration

    def list(self) -> Request[OrchestrationContextList]:
        """List the executions of the orchestration."""
        return list(self._organization, self._orchestration)

    def get(self, context: str) -> Request[OrchestrationContext]:
        """Get the execution."""
        return get(self._organization, self._orchestration, context)

    def delete(self, context: str) -> Request[None]:
        """Delete the execution."""
        return delete(self._organization, self._orchestration, context)

    def pause(self, context: str) -> Request[OrchestrationContext]:
        """Pause the execution."""
        return pause(self._organization, self._orchestration, context)

    def resume(self, context: str) -> Request[OrchestrationContext]:
        """Resume a paused execution."""
        return resume(self._organization, self._orchestration, context)

    def cancel(self, context: str) -> Request[OrchestrationContext]:
        """Stop the execution before it is complete."""
        return cancel(self._organization, self._orchestration, context)

    def restart(self, context: str, body: Restart | Mapping[str, Any]) -> Request[OrchestrationContext]:
        """Resume a failed execution."""
        return restart(self._organization, self._orchestration, context, body)
