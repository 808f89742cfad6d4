# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Actions that the server carries out at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/jobs/"

#: What a job does; no more than this value is known.
JobAction: TypeAlias = Literal["DELETE_HOST"] | str

#: The kind of an operation; no more than this value is known.
OperationType: TypeAlias = Literal["NONE"] | str


class JobList(View):
    """A list answer: a page of Job objects."""

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
    def items(self) -> ViewList[Job]:
        """The items; may be absent when there is none."""
        return self._views("items", Job)

    @items.setter
    def items(self, value: Iterable[Job | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Job(View):
    """An action that the server carries out once at a date, or again and again after a cron line."""

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

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Number that the server raises on each change."""
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
        """Free text."""
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
        """Whether the job runs when its time comes."""
        return self._data.get("enabled")

    @enabled.setter
    def enabled(self, value: bool | None) -> None:
        self._data["enabled"] = value

    @enabled.deleter
    def enabled(self) -> None:
        self._data.pop("enabled", None)

    @property
    def input(self) -> str | None:
        """Path of what the action is done to, e.g. organizations/O/environments/E/hosts/H."""
        return self._data.get("input")

    @input.setter
    def input(self, value: str | None) -> None:
        self._data["input"] = value

    @input.deleter
    def input(self) -> None:
        self._data.pop("input", None)

    @property
    def action(self) -> JobAction | None:
        """What is done."""
        return self._data.get("action")

    @action.setter
    def action(self, value: JobAction | None) -> None:
        self._data["action"] = value

    @action.deleter
    def action(self) -> None:
        self._data.pop("action", None)

    @property
    def cron(self) -> str | None:
        """When, as a cron line of five fields; null when there is a date."""
        return self._data.get("cron")

    @cron.setter
    def cron(self, value: str | None) -> None:
        self._data["cron"] = value

    @cron.deleter
    def cron(self) -> None:
        self._data.pop("cron", None)

    @property
    def date(self) -> str | None:
        """When, once, as yyyy-MM-ddTHH:mm:ss.SSSZ; null when there is a cron line."""
        return self._data.get("date")

    @date.setter
    def date(self, value: str | None) -> None:
        self._data["date"] = value

    @date.deleter
    def date(self) -> None:
        self._data.pop("date", None)

    @property
    def operation(self) -> Operation:
        """What is done, in a general form."""
        return self._nested("operation", Operation)

    @operation.setter
    def operation(self, value: Operation | Mapping[str, Any] | None) -> None:
        self._data["operation"] = unwrapped(value)

    @operation.deleter
    def operation(self) -> None:
        self._data.pop("operation", None)


class Operation(View):
    """What a job does, in a general form."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "operation": "operation",
        "arguments": "arguments",
    }

    @property
    def description(self) -> str | None:
        """Free text."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def operation(self) -> OperationType | None:
        """The kind of operation."""
        return self._data.get("operation")

    @operation.setter
    def operation(self, value: OperationType | None) -> None:
        self._data["operation"] = value

    @operation.deleter
    def operation(self) -> None:
        self._data.pop("operation", None)

    @property
    def arguments(self) -> ViewList[Argument]:
        """Arguments of the operation."""
        return self._views("arguments", Argument)

    @arguments.setter
    def arguments(self, value: Iterable[Argument | Mapping[str, Any]] | None) -> None:
        self._set_list("arguments", value)

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

    @property
    def description(self) -> str | None:
        """Free text."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def type(self) -> str | None:
        """Type of the value; which there are is not known."""
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

    Facts: S2, organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is a JobList: the jobs.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    It takes either a cron line or a date.

    Facts: S4, organization.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is a Job: the job as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: organization. Inferred.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S1, organization.

    Args:
        organization: Name of the organization.
        job: Name of the job.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Job: the job.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S5, organization.

    Args:
        organization: Name of the organization.
        job: Name of the job.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Job: the job as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: organization.

    Args:
        organization: Name of the organization.
        job: Name of the job.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The old client sent two slashes before _run, by mistake; one is sent here.

    Facts: organization.

    Args:
        organization: Name of the organization.
        job: Name of the job.
        wait: Whether the answer comes only when the job is done, presumably.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
