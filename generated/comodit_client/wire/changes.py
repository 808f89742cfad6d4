# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Queued work that brings a machine to the description of its host."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/{}/changes/"

#: OK: done. PENDING: waiting or being done. ERROR: failed.
TaskStatus: TypeAlias = Literal["OK", "PENDING", "ERROR"] | str


class ChangeList(View):
    """A list answer: a page of Change objects."""

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
    def items(self) -> ViewList[Change]:
        """The items; may be absent when there is none."""
        return self._views("items", Change)

    @items.setter
    def items(self, value: Iterable[Change | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Change(View):
    """An ordered list of tasks that the agent of a host works off; it has no state but that of its tasks."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "orderNum"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "orderNum": "order_num",
        "key": "change_id",
        "description": "description",
        "tasks": "tasks",
    }

    @property
    def order_num(self) -> int:
        """Number of the change on its host, in the order in which changes were triggered."""
        value: int = self._data.get("orderNum", NULL)
        return value

    @property
    def change_id(self) -> str | None:
        """Identifier of the change on the whole service; running a handler answers it."""
        return self._data.get("key")

    @property
    def description(self) -> str | None:
        """What the change does, e.g. Install WebServer."""
        return self._data.get("description")

    @property
    def tasks(self) -> ViewList[Task]:
        """Steps of the change, in the order in which they are worked off."""
        return self._views("tasks", Task)


class Task(View):
    """One step of a change."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "orderNum"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "orderNum": "order_num",
        "description": "description",
        "status": "status",
        "error": "error",
    }

    @property
    def order_num(self) -> int:
        """Number of the task in its change, from 0."""
        value: int = self._data.get("orderNum", NULL)
        return value

    @property
    def description(self) -> str | None:
        """What the task does, e.g. add package httpd."""
        return self._data.get("description")

    @property
    def status(self) -> TaskStatus | None:
        """How far the task is."""
        return self._data.get("status")

    @property
    def error(self) -> str | None:
        """Why the task failed; only there when its status is ERROR."""
        return self._data.get("error")


def list(
    organization: str,
    environment: str,
    host: str,
    *,
    show_processed: bool | None = None,
) -> Request[ChangeList]:
    """List the changes of the host.

    Facts: S2, S69, S70, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        show_processed: Whether to list processed changes as well; otherwise only pending ones are listed.

    Returns:
        The request; its answer is a ChangeList: the changes, in ascending order of their number.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    This may bring the host back to READY.

    Facts: S71, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        processed_only: Whether pending changes are kept; they presumably are when it is left out.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    A processed change can presumably be read as well.

    Facts: S69, S76, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        change: Number of the change, its orderNum as text.

    Returns:
        The request; its answer is a Change: the change.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    This may bring the host back to READY.

    Facts: S71, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        change: Number of the change, its orderNum as text.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "changes.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/changes/{segment('change', change)}",
        "nothing",
        identity,
    )
