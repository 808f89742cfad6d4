# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for jobs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.jobs import Argument, Job, JobAction, Operation, OperationType


class JobListDict(TypedDict, total=False):
    """The JSON object of `JobList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[JobDict] | None


class JobListMembers(TypedDict, total=False):
    """The keywords of `JobList`."""

    items: Iterable[Job | JobDict] | None
    extra: Mapping[str, Any]


class JobDict(TypedDict, total=False):
    """The JSON object of `Job`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str
    description: str | None
    organization: str | None
    enabled: bool | None
    input: str | None
    action: JobAction | str | None
    cron: str | None
    date: str | None
    operation: OperationDict | None


class JobMembers(TypedDict, total=False):
    """The keywords of `Job`."""

    name: str
    description: str | None
    organization: str | None
    enabled: bool | None
    input: str | None
    action: JobAction | str | None
    cron: str | None
    date: str | datetime | None
    operation: Operation | OperationDict | None
    extra: Mapping[str, Any]


class JobOptions(TypedDict, total=False):
    """The keywords to create `Job` with, besides the named arguments."""

    organization: str | None
    enabled: bool | None
    input: str | None
    action: JobAction | str | None
    cron: str | None
    date: str | datetime | None
    operation: Operation | OperationDict | None
    extra: Mapping[str, Any]


class OperationDict(TypedDict, total=False):
    """The JSON object of `Operation`. It may have other members too."""

    description: str | None
    operation: OperationType | str | None
    arguments: list[ArgumentDict] | None


class OperationMembers(TypedDict, total=False):
    """The keywords of `Operation`."""

    description: str | None
    operation: OperationType | str | None
    arguments: Iterable[Argument | ArgumentDict] | None
    extra: Mapping[str, Any]


class ArgumentDict(TypedDict, total=False):
    """The JSON object of `Argument`. It may have other members too."""

    description: str | None
    type: str | None
    value: str | None


class ArgumentMembers(TypedDict, total=False):
    """The keywords of `Argument`."""

    description: str | None
    type: str | None
    value: str | None
    extra: Mapping[str, Any]
