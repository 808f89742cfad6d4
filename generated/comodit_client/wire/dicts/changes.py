# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.changes import Change, TaskStatus


class ChangeListDict(TypedDict, total=False):
    """The JSON object of `ChangeList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ChangeDict] | None


class ChangeListMembers(TypedDict, total=False):
    """The keywords of `ChangeList`."""

    items: Iterable[Change | ChangeDict] | None
    extra: Mapping[str, Any]


class ChangeDict(TypedDict, total=False):
    """The JSON object of `Change`. It may have other members too."""

    orderNum: int
    key: str | None
    description: str | None
    tasks: list[TaskDict] | None


class ChangeMembers(TypedDict, total=False):
    """The keywords of `Change`."""

    extra: Mapping[str, Any]


class TaskDict(TypedDict, total=False):
    """The JSON object of `Task`. It may have other members too."""

    orderNum: int
    description: str | None
    status: TaskStatus | str | None
    error: str | None


class TaskMembers(TypedDict, total=False):
    """The keywords of `Task`."""

    extra: Mapping[str, Any]
