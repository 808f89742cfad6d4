# Made by `python -m generator` from handwritten/comodit_client/aio/change.py.
# Do not edit: change that, then run `make generate`.
"""Changes: what is queued to bring a host to its definition, task by task."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import Any

from comodit_client.api._client.operations import Parameters
from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.wire import changes as views
from comodit_client.wire.changes import Task

__all__ = ["Change", "ChangeCollection", "Task"]

PENDING = "PENDING"
ERROR = "ERROR"


class Change(views.Change, Entity):
    """A queued change of a host; it is read and deleted, never created or updated (S69)."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The number, as text."""
        return self.identifier

    @property
    def label(self) -> str:
        """Number and description."""
        return f"{self.identifier} - {self.description or ''}"

    def are_tasks_pending(self) -> bool:
        """Tell whether a task is still to be worked off.

        Returns:
            True when at least one is PENDING.
        """
        return any(task.status == PENDING for task in _views(self.tasks))

    def get_tasks_error(self) -> builtins.list[Task]:
        """Give the tasks that failed.

        Returns:
            The tasks that are in ERROR.
        """
        return [task for task in _views(self.tasks) if task.status == ERROR]


class ChangeCollection(Collection[Change]):
    """The changes of a host, by their numbers."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> Change:
        return Change(self, json_data)

    def list(self, parameters: Parameters = None, show_processed: bool = False) -> builtins.list[Change]:
        """List the changes, oldest first (S70, S75).

        Args:
            parameters: Members to add to the query.
            show_processed: Whether to list those as well that are worked off.

        Returns:
            The changes.
        """
        return super().list({"show_processed": show_processed, **(parameters or {})})

    def _documents(self, parameters: Parameters = None) -> builtins.list[dict[str, Any]]:
        return super()._documents({"show_processed": False, **(parameters or {})})

    def clear(self, parameters: Parameters = None, processed_only: bool | None = None) -> None:
        """Delete the changes that are worked off.

        Args:
            parameters: Members to add to the query.
            processed_only: False deletes the pending ones as well.
        """
        query = {} if processed_only is None else {"processed_only": processed_only}
        super().clear({**query, **(parameters or {})})


def in_words(changes: builtins.list[Change]) -> str:
    """Say which tasks of changes failed, and why.

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
    # What is no JSON object in the server's list is handed through as it is.
    return [task for task in tasks if isinstance(task, Task)]
