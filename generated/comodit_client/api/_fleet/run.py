# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/run.py.
# Do not edit: change that, then run `make generate`.
"""One run: its batches, its failures, and what it saves."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from comodit_client.api._fleet.action import DEFINED, ERROR, READY
from comodit_client.api._fleet.batch import Batch
from comodit_client.api._fleet.failing import reason, timed_out
from comodit_client.api._fleet.saving import Saver
from comodit_client.api._fleet.task import Status, Task
from comodit_client.api._host.stopped_machine import MAX_READ
from comodit_client.api._shared.wait_time import time_of
from comodit_client.api._shared.waiting import MAX_NAMED, PollResult
from comodit_client.rest import _sync_io
from comodit_client.rest.options import Polling
from comodit_client.rest.progress import observed

if TYPE_CHECKING:
    from comodit_client.api._fleet.action import Action
    from comodit_client.api._fleet.options import Options

#: The number of times that a run without waits writes its file.
GROUPS = 50
#: The number of hosts whose reason is read.
MAX_DIAGNOSED = MAX_NAMED
#: The number of jobs for an executor that a run has for each one at a time, and the largest number of hosts in one.
SLICES = 4
MAX_SLICE = 50


class Run:
    """A run of an action.

    Args:
        action: The action.
        options: The options.
        tasks: All hosts. Those that are done already are left alone.
    """

    def __init__(self, action: Action, options: Options, tasks: list[Task]) -> None:
        self.action = action
        self.options = options
        self.tasks = tasks
        self.stopped_by = ""
        self.to_diagnose: deque[Task] = deque()
        self._open = [task for task in tasks if task.is_open]
        self._failures = 0
        self._diagnosed = 0
        self._machines_read = 0
        self._ended_actions = 0
        self._names = part_names(tasks)
        self._saver = Saver(self)

    @property
    def polling(self) -> Polling:
        """How to poll."""
        return self.tasks[0].host.client.polling if self.tasks else Polling()

    @property
    def group_size(self) -> int:
        """The number of hosts that are noted in the file at once."""
        at_once = self.options.parallel * (1 if self.options.executor is None else self.slice_size)
        return max(at_once, math.ceil(len(self._open) / GROUPS))

    @property
    def slice_size(self) -> int:
        """The number of hosts in a job of an executor."""
        # A larger job shares its connections between more hosts, a smaller one loses fewer hosts when its worker ends.
        return min(MAX_SLICE, math.ceil(len(self._open) / self.options.parallel / SLICES))

    def run(self) -> None:
        """Run all batches."""
        count = len(self._open)
        title = f"{self.action.DOING} {count} host{'' if count == 1 else 's'}"
        with observed(self.options.progress, title):
            self.save()
            try:
                self._run_batches()
            finally:
                self.save()

    def _run_batches(self) -> None:
        for number, batch in enumerate(self._batches(), 1):
            Batch(self, batch).run()
            if self.stopped_by:
                return
            if self.options.check is not None:
                self._check(number, batch)
            if self.stopped_by:
                return

    def _batches(self) -> Iterator[list[Task]]:
        size = self.options.batch or max(1, len(self._open))
        for start in range(0, len(self._open), size):
            yield self._open[start : start + size]

    def _check(self, number: int, batch: list[Task]) -> None:
        assert self.options.check is not None
        done = [task.host for task in batch if task.status == Status.DONE]
        try:
            passed = _sync_io.resolved(self.options.check(done))
        except Exception as error:  # noqa: BLE001 - a failed check stops the run, and its reason is reported
            self.stopped_by = f"check raised {type(error).__name__} after batch {number}: {error}"
        else:
            if passed is False:
                self.stopped_by = f"check returned False after batch {number}"

    def now(self) -> float:
        """Return the time of the run, in seconds."""
        return time_of(self.polling)()

    def deadline(self, task: Task) -> float:
        """Return the time by which a host has to reach the goal.

        Args:
            task: The host.
        """
        return math.inf if task.started is None else task.started + self.options.limit

    def succeed(self, task: Task) -> None:
        """Note that a host has reached the goal.

        Args:
            task: The host.
        """
        self._end(task, Status.DONE)
        task.error, task.exception, task.diagnosis = "", None, None

    def fail(self, task: Task, error: Exception) -> None:
        """Note that a host failed.

        Args:
            task: The host.
            error: Why it failed.
        """
        self._end(task, Status.FAILED)
        task.error, task.exception, task.diagnosis = reason(task, error), error, None
        self._failures += 1
        if task.state == ERROR and self._diagnosed < MAX_DIAGNOSED:
            self._diagnosed += 1
            self.to_diagnose.append(task)
        most = self.options.max_failures
        if most is not None and self._failures > most and not self.stopped_by:
            self.stopped_by = f"more than {most} host{'' if most == 1 else 's'} failed"

    def time_out(self, task: Task) -> None:
        """Note that a host did not reach the goal in time. The machines of the first ones are read.

        Args:
            task: The host.
        """
        self.fail(task, timed_out(task, self.action, self.options.timeout))
        has_machine = task.state not in (None, DEFINED)
        if has_machine and self.action.goal == READY and self._machines_read < MAX_READ:
            self._machines_read += 1
            self.to_diagnose.append(task)

    def _end(self, task: Task, status: Status) -> None:
        task.status = status
        if task.started is not None:
            task.duration += self.now() - task.started

    def action_ended(self) -> None:
        """Count an action, and show the progress after each group."""
        self._ended_actions += 1
        if self._ended_actions % self.group_size == 0:
            self.report_progress()

    def report_progress(self) -> None:
        """Show the states of all hosts, and save the report from time to time."""
        self._saver.save_if_old()
        if self.options.progress is None:
            return
        states = {name: task.state for name, task in zip(self._names, self.tasks, strict=True)}
        named = list(zip(self._names, self.tasks, strict=True))
        failed = [name for name, task in named if task.status == Status.FAILED]
        late = [name for name, task in named if task.is_open]
        self.options.progress(PollResult(not late, states, states, failed, late))

    def save(self) -> None:
        """Save the report, if it is to be saved."""
        self._saver.save()


def part_names(tasks: list[Task]) -> list[str]:
    """Return a name of each host: its path; with several servers, the URL of the server before it.

    Args:
        tasks: The hosts.
    """
    if len({task.host.client.endpoint for task in tasks}) < 2:
        return [task.path for task in tasks]
    return [f"{task.host.client.endpoint} {task.path}" for task in tasks]
