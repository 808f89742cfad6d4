# Made by `python -m generator` from handwritten/comodit_client/aio/_host/installation.py.
# Do not edit: change that, then run `make generate`.
"""Installing an application on a host, and waiting for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, overload

from comodit_client.api._client.operations import Params
from comodit_client.api._host.outcome import Outcome
from comodit_client.api.editable import CanCreate
from comodit_client.rest.deprecated import deprecated, renamed

if TYPE_CHECKING:
    from comodit_client.api._shared.waiting import Progress
    from comodit_client.wire.changes import TaskStatus


class Installation(CanCreate):
    """Mixin of `ApplicationContext`: the installation, and the wait for it."""

    __slots__ = ("_outcome",)

    _outcome: Outcome

    @property
    def state(self) -> TaskStatus | None:
        """The state of the installation: PENDING, or what the last wait found: OK or ERROR. None if it is unknown."""
        return self._installation.state

    @property
    def error(self) -> str | None:
        """Why the installation failed, if the last wait found that it did."""
        return self._installation.error

    @property
    def _installation(self) -> Outcome:
        try:
            return self._outcome
        except AttributeError:  # contexts in lists have none until it is read
            self._outcome = Outcome()
            return self._outcome

    @overload
    def create(self, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    def create(self, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    def create(self, params: Params = None) -> None:
        """Install the application. On a provisioned host this queues a change; use `wait` to wait for it.

        Args:
            params: Extra members of the query.

        Raises:
            Conflict: The application is already installed.

        Facts: S46, S119.
        """
        super().create(params)
        self._outcome = Outcome("PENDING")

    def wait(self, timeout: float | None = 0, *, progress: Progress[list[str]] | None = None) -> Self:
        """Wait until no change of the host is pending, and with it the installation.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll with the labels of the pending changes.

        Returns:
            This context.

        Raises:
            ChangeFailed: A task of a change failed, as in `host.wait_for_pending_changes`.
            WaitTimeout: The timeout passed.
        """
        organization, environment, host, _ = self._names
        with self._installation.of_wait():
            (
                self.client.hosts(organization, environment)
                .new(host)
                .wait_for_pending_changes(timeout, progress=progress)
            )
        return self
