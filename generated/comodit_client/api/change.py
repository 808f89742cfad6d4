# Made by `python -m generator` from handwritten/comodit_client/aio/change.py.
# Do not edit: change that, then run `make generate`.
"""Changes: queued work that brings a host to its definition, task by task."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.api._client.operations import Parameters
from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.wire import changes as views
from comodit_client.wire.changes import Task

if TYPE_CHECKING:
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.changes import ChangeMembers

__all__ = ["Change", "ChangeCollection", "Task"]

PENDING = "PENDING"
ERROR = "ERROR"


class Change(views.Change, Entity):
    """A queued change of a host. It can be read and deleted, not created or updated."""

    __slots__ = ()

    READS: ClassVar[Mapping[str, Shape]] = {"orderNum": int, "tasks": [{"status": str}]}

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ChangeMembers],
        ) -> None: ...

    @property
    def name(self) -> str:
        """The number, as text."""
        return self.identifier

    @property
    def label(self) -> str:
        """The number and the description."""
        return f"{self.identifier} - {self.description or ''}"

    def __repr__(self) -> str:
        statuses = [task.status for task in _views(self.tasks)]
        return f"Change({self.identifier!r}, description={self.description!r}, tasks={statuses!r})"

    def are_tasks_pending(self) -> bool:
        """Return whether any task is pending.

        Returns:
            True if at least one task is PENDING.
        """
        return any(task.status == PENDING for task in _views(self.tasks))

    def get_tasks_error(self) -> builtins.list[Task]:
        """Return the failed tasks.

        Returns:
            The tasks that are in ERROR.
        """
        return [task for task in _views(self.tasks) if task.status == ERROR]


class ChangeCollection(Collection[Change]):
    """The changes of a host, by number."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> Change:
        return Change(self, json_data)

    def list(self, parameters: Parameters = None, show_processed: bool = False) -> builtins.list[Change]:
        """List the changes, oldest first.

        Args:
            parameters: Extra members of the query.
            show_processed: If True, include completed changes.

        Returns:
            The changes.

        Facts: S70, S75.
        """
        return super().list({"show_processed": show_processed, **(parameters or {})})

    def documents(self, parameters: Parameters = None, *, complete: bool = False) -> builtins.list[dict[str, Any]]:
        return super().documents({"show_processed": False, **(parameters or {})}, complete=complete)

    def total(self, parameters: Parameters = None) -> int:
        return super().total({"show_processed": False, **(parameters or {})})

    def clear(self, parameters: Parameters = None, processed_only: bool | None = None) -> None:
        """Delete the completed changes.

        Args:
            parameters: Extra members of the query.
            processed_only: If False, delete the pending changes as well.
        """
        query = {} if processed_only is None else {"processed_only": processed_only}
        super().clear({**query, **(parameters or {})})


def failed_tasks(changes: builtins.list[Change]) -> str:
    """Return a text that names the failed tasks of changes and their errors.

    Args:
        changes: Changes with failed tasks.

    Returns:
        The text.
    """
    failed = [(change, task) for change in changes for task in change.get_tasks_error()]
    return "; ".join(
        f"change {change.label}: {task.description or f'task {task.order_num}'}: {task.error or 'no reason was given'}"
        for change, task in failed
    )


def _views(tasks: Iterable[Task]) -> builtins.list[Task]:
    # A script may have wrapped anything else.
    return [task for task in tasks if isinstance(task, Task)]
