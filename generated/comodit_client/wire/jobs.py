# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Actions that the server runs at scheduled times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.jobs import (
        ArgumentDict,
        ArgumentMembers,
        JobDict,
        JobListDict,
        JobListMembers,
        JobMembers,
        OperationDict,
        OperationMembers,
    )

#: Action of a job; only this value is known.
JobAction: TypeAlias = Literal["DELETE_HOST"]

#: Type of an operation; only this value is known.
OperationType: TypeAlias = Literal["NONE"]


class JobList(View):
    """A list response: one page of Job objects."""

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

        def __init__(self, json_data: JobListDict | None = None, **members: Unpack[JobListMembers]) -> None: ...

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
    def items(self) -> ViewList[Job, Job | JobDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Job)

    @items.setter
    def items(self, value: Iterable[Job | JobDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Job(View):
    """An action that the server runs once on a date, or repeatedly by a cron expression."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
        "enabled": "enabled",
        "input": "input",
        "action": "action",
        "cron": "cron",
        "date": "date",
        "operation": "operation",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "organization": "organization",
        "enabled": "enabled",
        "input": "input",
        "action": "action",
        "cron": "cron",
        "date": "date",
        "operation": "operation",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: JobDict | None = None, **members: Unpack[JobMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")

    @property
    def name(self) -> str:
        """Name, unique in the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Description."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @organization.setter
    def organization(self, value: str | None) -> None:
        self._data["organization"] = value

    @organization.deleter
    def organization(self) -> None:
        self._data.pop("organization", None)

    @property
    def enabled(self) -> bool | None:
        """Whether the job runs at its scheduled times."""
        return self._data.get("enabled")

    @enabled.setter
    def enabled(self, value: bool | None) -> None:
        self._data["enabled"] = value

    @enabled.deleter
    def enabled(self) -> None:
        self._data.pop("enabled", None)

    @property
    def input(self) -> str | None:
        """Path of the resource that the action applies to, e.g. organizations/O/environments/E/hosts/H."""
        return self._data.get("input")

    @input.setter
    def input(self, value: str | None) -> None:
        self._data["input"] = value

    @input.deleter
    def input(self) -> None:
        self._data.pop("input", None)

    @property
    def action(self) -> JobAction | str | None:
        """Action of the job."""
        return self._data.get("action")

    @action.setter
    def action(self, value: JobAction | str | None) -> None:
        self._data["action"] = value

    @action.deleter
    def action(self) -> None:
        self._data.pop("action", None)

    @property
    def cron(self) -> str | None:
        """Cron expression with five fields; null if a date is set."""
        return self._data.get("cron")

    @cron.setter
    def cron(self, value: str | None) -> None:
        self._data["cron"] = value

    @cron.deleter
    def cron(self) -> None:
        self._data.pop("cron", None)

    @property
    def date(self) -> str | None:
        """Date and time of a single run, as yyyy-MM-ddTHH:mm:ss.SSSZ; null if a cron expression is set."""
        return self._data.get("date")

    @date.setter
    def date(self, value: str | datetime | None) -> None:
        self._set_date("date", value)

    @date.deleter
    def date(self) -> None:
        self._data.pop("date", None)

    @property
    def run_at(self) -> datetime | None:
        """The date in `date`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `date` returns it as it is.
        """
        return self._date("date")

    @property
    def operation(self) -> Operation:
        """Action of the job in a generic format."""
        return self._nested("operation", Operation)

    @operation.setter
    def operation(self, value: Operation | OperationDict | None) -> None:
        self._set_nested("operation", value)

    @operation.deleter
    def operation(self) -> None:
        self._data.pop("operation", None)


class Operation(View):
    """The action of a job in a generic format."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "operation": "operation",
        "arguments": "arguments",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "operation": "operation",
        "arguments": "arguments",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: OperationDict | None = None, **members: Unpack[OperationMembers]) -> None: ...

    @property
    def description(self) -> str | None:
        """Description."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def operation(self) -> OperationType | str | None:
        """Type of the operation."""
        return self._data.get("operation")

    @operation.setter
    def operation(self, value: OperationType | str | None) -> None:
        self._data["operation"] = value

    @operation.deleter
    def operation(self) -> None:
        self._data.pop("operation", None)

    @property
    def arguments(self) -> ViewList[Argument, Argument | ArgumentDict]:
        """Arguments of the operation."""
        return self._views("arguments", Argument)

    @arguments.setter
    def arguments(self, value: Iterable[Argument | ArgumentDict] | None) -> None:
        self._set_views("arguments", value)

    @arguments.deleter
    def arguments(self) -> None:
        self._data.pop("arguments", None)


class Argument(View):
    """An argument of a job's operation."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "type": "type",
        "value": "value",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "type": "type",
        "value": "value",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: ArgumentDict | None = None, **members: Unpack[ArgumentMembers]) -> None: ...

    @property
    def description(self) -> str | None:
        """Description."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def type(self) -> str | None:
        """Type of the value. The possible types are unknown."""
        return self._data.get("type")

    @type.setter
    def type(self, value: str | None) -> None:
        self._data["type"] = value

    @type.deleter
    def type(self) -> None:
        self._data.pop("type", None)

    @property
    def value(self) -> str | None:
        """The value."""
        return self._data.get("value")

    @value.setter
    def value(self, value: str | None) -> None:
        self._data["value"] = value

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)


def list(
    organization: str,
) -> Request[JobList]:
    """List the jobs of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a JobList: the jobs.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
    """
    return Request(
        "jobs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/jobs/",
        "object",
        JobList,
    )


def create(
    organization: str,
    body: Job | Mapping[str, Any],
) -> Request[Job]:
    """Create a job.

    Set either a cron expression or a date.

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is a Job: the created job.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, organization.
    """
    return Request(
        "jobs.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/jobs/",
        "object",
        Job,
        body=unwrapped(body),
    )


def clear(
    organization: str,
) -> Request[None]:
    """Delete all jobs of the organization.

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization. Inferred.
    """
    return Request(
        "jobs.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/jobs/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    job: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Job]:
    """Get the job.

    Args:
        organization: Name of the organization.
        job: Name of the job.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Job: the job.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization.
    """
    return Request(
        "jobs.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/jobs/{segment('job', job)}",
        "object",
        Job,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    organization: str,
    job: str,
    body: Job | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Job]:
    """Update the job.

    A new name in the body renames the job.

    Args:
        organization: Name of the organization.
        job: Name of the job.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Job: the updated job.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
    """
    return Request(
        "jobs.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/jobs/{segment('job', job)}",
        "object",
        Job,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
    )


def delete(
    organization: str,
    job: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the job.

    Args:
        organization: Name of the organization.
        job: Name of the job.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "jobs.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/jobs/{segment('job', job)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def run(
    organization: str,
    job: str,
    *,
    wait: bool | None = None,
) -> Request[None]:
    """Run the job now.

    The original client sends two slashes before _run by mistake; this sends one.

    Args:
        organization: Name of the organization.
        job: Name of the job.
        wait: Whether the response is only sent when the job is done (presumably).

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "jobs.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/jobs/{segment('job', job)}/_run",
        "nothing",
        identity,
        query=drop_none(
            {
                "wait": wait,
            }
        ),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/jobs/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[JobList]:
        """List the jobs of the organization."""
        return list(self._organization)

    def create(self, body: Job | Mapping[str, Any]) -> Request[Job]:
        """Create a job."""
        return create(self._organization, body)

    def clear(self) -> Request[None]:
        """Delete all jobs of the organization."""
        return clear(self._organization)

    def get(
        self, job: str, *, secret_only: bool | None = None, no_secret: bool | None = None, obfuscate: bool | None = None
    ) -> Request[Job]:
        """Get the job."""
        return get(self._organization, job, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        job: str,
        body: Job | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Job]:
        """Update the job."""
        return update(
            self._organization,
            job,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        job: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the job."""
        return delete(
            self._organization,
            job,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def run(self, job: str, *, wait: bool | None = None) -> Request[None]:
        """Run the job now."""
        return run(self._organization, job, wait=wait)
