"""Changes: queued work that brings a host to its definition, task by task."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack, overload

from comodit_client.aio._client.operations import Params
from comodit_client.aio.capabilities import Clearable, Deletable, Gettable, Listable
from comodit_client.aio.editable import CanDelete, CanRefresh
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.wire import changes as views
from comodit_client.wire.changes import Task

if TYPE_CHECKING:
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.changes import ChangeMembers
    from comodit_client.wire.request import Request
    from comodit_client.wire.view import View

__all__ = ["Change", "ChangeCollection", "Task"]

PENDING = "PENDING"
ERROR = "ERROR"


class Change(views.Change, CanRefresh, CanDelete):
    """A queued change of a host. It can be read and deleted, not created or updated."""

    __slots__ = ()

    READS: ClassVar[Mapping[str, Shape]] = {"orderNum": int, "tasks": [{"status": str}]}

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ChangeCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ChangeMembers],
        ) -> None: ...

        @property
        def collection(self) -> ChangeCollection: ...

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

    def failures(self) -> builtins.list[str]:
        """Return one line for each failed task: the change, the task and its error.

        Returns:
            The lines.
        """
        failed = [(task.description or f"task {task.order_num}", task) for task in self.get_tasks_error()]
        return [f"change {self.label}: {name}: {task.error or 'no reason was given'}" for name, task in failed]


class ChangeCollection(Listable[Change], Gettable[Change], Deletable[Change], Clearable[Change]):
    """The changes of a host, by number."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Change:
        return Change(self, json_data)

    @overload
    async def list(self, params: Params = None, show_processed: bool = False) -> builtins.list[Change]: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def list(self, *, parameters: Params, show_processed: bool = False) -> builtins.list[Change]: ...

    @renamed(parameters="params")
    async def list(self, params: Params = None, show_processed: bool = False) -> builtins.list[Change]:
        """List the changes, oldest first.

        Args:
            params: Extra members of the query.
            show_processed: If True, include completed changes.

        Returns:
            The changes.

        Facts: S70, S75.
        """
        return await super().list({"show_processed": show_processed, **(params or {})})

    def _list_request(self, params: Params) -> Request[View]:
        return super()._list_request({"show_processed": False, **(params or {})})

    @overload
    async def clear(self, params: Params = None, processed_only: bool | None = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def clear(self, *, parameters: Params, processed_only: bool | None = None) -> None: ...

    @renamed(parameters="params")
    async def clear(self, params: Params = None, processed_only: bool | None = None) -> None:
        """Delete the completed changes.

        Args:
            params: Extra members of the query.
            processed_only: If False, delete the pending changes as well.
        """
        query = {} if processed_only is None else {"processed_only": processed_only}
        await super().clear({**query, **(params or {})})


def _views(tasks: Iterable[Task]) -> builtins.list[Task]:
    # A script may have wrapped anything else.
    return [task for task in tasks if isinstance(task, Task)]
