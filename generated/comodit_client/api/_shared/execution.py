# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/execution.py.
# Do not edit: change that, then run `make generate`.
"""Executions: what orchestrations and pipelines leave behind each time they run."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import Any, ClassVar, Self

from comodit_client.api._shared.waiting import NAMED, PollResult, Progress, WaitSpec, wait
from comodit_client.api.entity import Entity
from comodit_client.rest.exceptions import ExecutionFailed
from comodit_client.rest.failed_part import FailedPart
from comodit_client.rest.strings import as_str_tuple
from comodit_client.wire.view import View

ERROR = "ERROR"
#: The states of an execution that is on its way.
GOING = ("RUNNING", "PAUSED")
#: The states in which an execution does not get to its end by itself. STOPPED is known; the server has cancelled
#: executions since 2021, and nobody has seen what it calls them.
FAILURES = (ERROR, "PAUSED", "STOPPED", "CANCELED", "CANCELLED")
#: What can be done about a state.
ADVICE = {ERROR: " (`restart` goes on with it)", "PAUSED": " (`resume` goes on with it)"}


class Execution(Entity):
    """One execution of an orchestration or a pipeline: it is read and steered, and made by `run`."""

    __slots__ = ()

    #: What is executed, in a word.
    WHAT: ClassVar[str] = "execution"

    @property
    def status(self) -> str | None:
        """How far the execution is, as it was last read."""
        return self._data.get("status")

    @property
    def started(self) -> str | None:
        """When it began; None before."""
        return self._data.get("started")

    @property
    def finished(self) -> str | None:
        """When it ended; None before."""
        return self._data.get("finished")

    @property
    def label(self) -> str:
        """When it began, its identifier and its state."""
        return f"{self.started or 'not started'} (id: {self.identifier}) {self.status or ''}".rstrip()

    def __getitem__(self, member: str) -> Any:
        # Old scripts got a bare JSON object from `run`, and read its `uuid`.
        return self._data[member]

    def is_finished(self) -> bool:
        """Tell whether the execution has come to its end, be it good or bad, as it was last read.

        A state that nobody knows is an end when there is a date in `finished`.

        Returns:
            True when nothing more is done by itself or on demand.
        """
        return self.status == "FINISHED" or (self.status not in GOING and bool(self.finished))

    def failed_parts(self) -> builtins.list[FailedPart]:
        """Find what failed in the execution, as it was last read.

        Returns:
            The hosts of an orchestration, the stages and steps of a pipeline, that are in ERROR.
        """
        raise NotImplementedError

    def show_identifier(self) -> None:
        """Print when the execution began, its identifier and its state, in a line."""
        _Line({"line": self.label}).show()

    def pause(self) -> Self:
        """Pause the execution; `resume` goes on with it.

        Returns:
            The execution itself, as it is now.

        Raises:
            Conflict: It is not running.
        """
        return self._steer("pause")

    def resume(self) -> Self:
        """Go on after a pause.

        Returns:
            The execution itself, as it is now.

        Raises:
            Conflict: It is not paused.
        """
        return self._steer("resume")

    def cancel(self) -> Self:
        """End the execution before it is done.

        Returns:
            The execution itself, as it is now.

        Raises:
            Conflict: It is at its end already.
        """
        return self._steer("cancel")

    def restart(self, skip_error: bool = False) -> Self:
        """Go on after an error.

        Args:
            skip_error: Whether to leave out what failed; otherwise it is tried again.

        Returns:
            The execution itself, as it is now.

        Raises:
            Conflict: It is not in ERROR.
        """
        return self._steer("restart", body={"skipError": skip_error})

    def wait_finished(
        self,
        time_out: float = 0,
        show: bool = False,
        progress: bool | Progress = False,
        *,
        failures: Iterable[str] = FAILURES,
    ) -> None:
        """Wait until the execution has come to a good end; one that has not started yet is waited for.

        Args:
            time_out: Seconds until the wait gives up; 0 waits for ever.
            show: Whether to print the execution's JSON object after each look.
            progress: Called after each look that has not seen the end; True, as old scripts give it, shows nothing.
            failures: The states that end the wait. Without PAUSED a pause is waited out; when there is none, any end is
                a good one.

        Raises:
            ExecutionFailed: The execution is in one of the failure states.
            WaitTimeout: The time ran out.
            EntityNotFoundException: There is no such execution.
        """
        failed = as_str_tuple(failures)
        text = f"waiting for {self._told()} to finish"

        def poll() -> PollResult[None]:
            self.refresh()
            if show:
                self.print_json()
            if self.status in failed:
                raise self._failure(text)
            return PollResult(self.is_finished(), self.status or "not started", None)

        told = None if isinstance(progress, bool) else progress
        wait(WaitSpec(text, time_out, self.client.polling, self, told), poll)

    def _steer(self, verb: str, **arguments: Any) -> Self:
        request = self.collection.request(verb, self.identifier, **arguments)
        answer = self.client.session.run_or_none(request)
        if answer is None:
            self.refresh()
        else:
            self.set_json(answer.get_json())
        return self

    def _told(self) -> str:
        return f"the {self.WHAT} {'/'.join(map(str, self.collection.where))} ({self.identifier})"

    def _failure(self, text: str) -> ExecutionFailed:
        failed = self.failed_parts()
        parts = [f"{text}: it is {self.status}", *map(str, failed[:NAMED])]
        if len(failed) > NAMED:
            parts.append(f"and {len(failed) - NAMED} more")
        message = "; ".join(parts) + ADVICE.get(str(self.status), "")
        return ExecutionFailed(message, entity=self, last=self.status, failed=failed)


class _Line(View):
    """A line to print."""

    __slots__ = ()

    def show_lines(self, indent: int) -> builtins.list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of blanks before each line.
        """
        return [" " * indent + self._data["line"]]
