"""The changes that a command queues on a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.cli.commands.where import where_of

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


class QueuedChanges:
    """Finds the changes that a command queues, and waits for them.

    The requests that queue a change do not return it. The numbers of changes increase, so the new ones are those above
    the numbers from before the request. Create this object before the request.

    Args:
        app: The client and the output.
        call: The command.
    """

    def __init__(self, app: App, call: Call) -> None:
        self._app = app
        self._call = call
        self._where = where_of(call)
        self._last = -1 if app.is_dry_run else max(map(_number, self._all()), default=-1)

    def read(self) -> list[dict[str, Any]]:
        """Return the new changes; with --wait, when they are completed.

        Raises:
            WaitTimeout: The timeout passed.
            ChangeFailed: A task of a change failed.
        """
        found = self._new()
        for change in found:
            self._app.note(f"Queued change {change.get('orderNum')}: {change.get('description') or ''}")
        if not found:
            self._app.note("The server queued no change.")
        if not self._call.option("wait") or not found:
            return found
        self._wait(found)
        return self._new()

    def _wait(self, found: list[dict[str, Any]]) -> None:
        from comodit_client.cli.waiting import wait_for_change, wait_for_changes

        keys = [change.get("key") for change in found]
        if not all(keys):  # an old server
            wait_for_changes(self._app, self._call, self._where)
            return
        for key in keys:
            wait_for_change(self._app, self._call, self._where, str(key))

    def _new(self) -> list[dict[str, Any]]:
        return [change for change in self._all() if _number(change) > self._last]

    def _all(self) -> list[dict[str, Any]]:
        from comodit_client.wire import changes

        return self._app.read_list(changes.list(*self._where, show_processed=True))


def _number(change: dict[str, Any]) -> int:
    number = change.get("orderNum")
    return number if isinstance(number, int) else -1
