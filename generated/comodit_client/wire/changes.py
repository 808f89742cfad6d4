# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Pending work that brings a machine to the state described for its host."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.changes import (
        ChangeDict,
        ChangeListDict,
        ChangeListMembers,
        ChangeMembers,
        TaskDict,
        TaskMembers,
    )

#: OK: done. PENDING: waiting or in progress. ERROR: failed.
TaskStatus: TypeAlias = Literal["OK", "PENDING", "ERROR"]


class ChangeList(View):
    """A list response: one page of Change objects."""

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

        def __init__(self, json_data: ChangeListDict | None = None, **members: Unpack[ChangeListMembers]) -> None: ...

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
    def items(self) -> ViewList[Change, Change | ChangeDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Change)

    @items.setter
    def items(self, value: Iterable[Change | ChangeDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Change(View):
    """An ordered list of tasks for the agent of a host. Its state is that of its tasks."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "orderNum"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "orderNum": "order_num",
        "key": "change_id",
        "description": "description",
        "tasks": "tasks",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: ChangeDict | None = None, **members: Unpack[ChangeMembers]) -> None: ...

    @property
    def order_num(self) -> int:
        """Number of the change on its host, in the order of creation."""
        value: int = self._data.get("orderNum", NULL)
        return value

    @property
    def change_id(self) -> str | None:
        """Identifier of the change, unique on the whole service. Running a handler returns it."""
        return self._data.get("key")

    @property
    def description(self) -> str | None:
        """Description of the change, e.g. Install WebServer."""
        return self._data.get("description")

    @property
    def tasks(self) -> ViewList[Task, Task | TaskDict]:
        """Tasks of the change, in the order of execution."""
        return self._views("tasks", Task)


class Task(View):
    """A task of a change."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "orderNum"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "orderNum": "order_num",
        "description": "description",
        "status": "status",
        "error": "error",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: TaskDict | None = None, **members: Unpack[TaskMembers]) -> None: ...

    @property
    def order_num(self) -> int:
        """Number of the task in its change, from 0."""
        value: int = self._data.get("orderNum", NULL)
        return value

    @property
    def description(self) -> str | None:
        """Description of the task, e.g. add package httpd."""
        return self._data.get("description")

    @property
    def status(self) -> TaskStatus | str | None:
        """Status of the task."""
        return self._data.get("status")

    @property
    def error(self) -> str | None:
        """Cause of the failure; only present if the status is ERROR."""
        return self._data.get("error")


def list(
    organization: str,
    environment: str,
    host: str,
    *,
    show_processed: bool | None = None,
) -> Request[ChangeList]:
    """List the changes of the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        show_processed: Whether to list processed changes too. By default, only pending ones are listed.

    Returns:
        The request. Its response is a ChangeList: the changes, in ascending order of their numbers.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, S69, S70, host.
    """
    return Request(
        "changes.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/changes/",
        "object",
        ChangeList,
        query=drop_none(
            {
                "show_processed": show_processed,
            }
        ),
    )


def clear(
    organization: str,
    environment: str,
    host: str,
    *,
    processed_only: bool | None = None,
) -> Request[None]:
    """Delete the changes of the host.

    This may set the host's state back to READY.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        processed_only: Whether to keep pending changes; presumably the default.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S71, host.
    """
    return Request(
        "changes.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/changes/",
        "nothing",
        identity,
        query=drop_none(
            {
                "processed_only": processed_only,
            }
        ),
    )


def get(
    organization: str,
    environment: str,
    host: str,
    change: str,
) -> Request[Change]:
    """Get the change.

    Presumably, this also returns a processed change.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        change: Number of the change (its orderNum), as text.

    Returns:
        The request. Its response is a Change: the change.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S69, S76, host.
    """
    return Request(
        "changes.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/changes/{segment('change', change)}",
        "object",
        Change,
    )


def delete(
    organization: str,
    environment: str,
    host: str,
    change: str,
) -> Request[None]:
    """Delete the change.

    This may set the host's state back to READY.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        change: Number of the change (its orderNum), as text.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S71, host.
    """
    return Request(
        "changes.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/changes/{segment('change', change)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/changes/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def list(self, *, show_processed: bool | None = None) -> Request[ChangeList]:
        """List the changes of the host."""
        return list(self._organization, self._environment, self._host, show_processed=show_processed)

    def clear(self, *, processed_only: bool | None = None) -> Request[None]:
        """Delete the changes of the host."""
        return clear(self._organization, self._environment, self._host, processed_only=processed_only)

    def get(self, change: str) -> Request[Change]:
        """Get the change."""
        return get(self._organization, self._environment, self._host, change)

    def delete(self, change: str) -> Request[None]:
        """Delete the change."""
        return delete(self._organization, self._environment, self._host, change)
