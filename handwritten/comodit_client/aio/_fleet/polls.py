"""The waits of a run: one list request for each environment and tick, regardless of the number of hosts."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.aio._fleet import failing
from comodit_client.aio._fleet.task import Task, Verdict
from comodit_client.aio._shared.wait_time import pause
from comodit_client.aio._shared.waiting import TRANSIENT_ERRORS
from comodit_client.rest.exceptions import PythonApiException

if TYPE_CHECKING:
    from comodit_client.aio._fleet.lanes import Lanes
    from comodit_client.aio._fleet.run import Run
    from comodit_client.aio.host import Host, HostCollection

Listed = dict[str, "Host"]
#: Seconds of one sleep. Ctrl-C cannot interrupt a sleep in another thread, and waits for its end.
MAX_SLEEP = 1.0


class Polls:
    """The hosts that are waited for.

    Args:
        run: The run.
        lanes: Where requests run.
    """

    def __init__(self, run: Run, lanes: Lanes) -> None:
        self._run = run
        self._lanes = lanes
        self._waiting: dict[HostCollection, dict[Task, None]] = defaultdict(dict)
        self._problems: dict[HostCollection, int] = defaultdict(int)
        self._queue: deque[Callable[[], None]] = deque()
        #: The requests of the current tick that have not ended.
        self._open = 0
        self._polling = run.polling
        self._interval = self._polling.initial_interval
        self._due = math.inf
        self._sleeps_until = math.inf
        self._is_asleep = False
        self._has_polled = False

    def add(self, task: Task) -> None:
        """Wait for a host.

        Args:
            task: The host.
        """
        if self._due == math.inf:
            self._due = self._run.now() + self._interval
        self._waiting[task.hosts][task] = None
        self._due = min(self._due, self._run.deadline(task))

    def start_next(self) -> bool:
        """Start the next request of a tick, if a tick is due.

        Returns:
            False if there is nothing to do now.
        """
        if not self._open and self._run.now() >= self._due:
            self._begin()
        return self._start_queued()

    def start_first(self) -> bool:
        """Start the first tick at once when all actions were sent. As in other waits, the first poll is immediate.

        Returns:
            False if there is nothing to do now.
        """
        if self._has_polled or self._due == math.inf or not self._lanes.is_idle:
            return False
        self._begin()
        return self._start_queued()

    def _start_queued(self) -> bool:
        if not self._queue:
            return False
        self._queue.popleft()()
        return True

    def start_sleep(self) -> bool:
        """Start to sleep until the next tick.

        Returns:
            False if there is nothing to sleep for.
        """
        if self._open or (self._is_asleep and self._sleeps_until <= self._due):
            return False
        if not self._has_polled:
            return False  # the last action that ends starts the first tick
        if all(task.is_busy for tasks in self._waiting.values() for task in tasks):
            return False  # their requests end on their own
        seconds = max(0.0, self._due - self._run.now())
        if self._polling.clock is None:
            seconds = min(MAX_SLEEP, seconds)
        elif not self._lanes.is_idle:
            return False  # the requests under way take no time of that clock
        self._is_asleep, self._sleeps_until = True, self._run.now() + seconds
        self._lanes.start(partial(pause, self._polling, seconds), self._awake)
        return True

    def _awake(self, _: None) -> None:
        self._is_asleep = False

    def _begin(self) -> None:
        """Queue the requests of a tick. A list is judged only for hosts that waited before it was requested."""
        self._has_polled = True
        jobs: list[Callable[[], None]] = []
        for hosts, waiting in self._waiting.items():
            tasks = [task for task in waiting if not task.is_busy]
            if not tasks:
                continue
            if self._run.action.IS_LISTED:
                jobs.append(partial(self._start_list, hosts, tasks))
            else:
                jobs += [partial(self._start_settle, task, self._settled_in_tick) for task in tasks]
        self._open = len(jobs)
        self._queue.extend(jobs)
        if not jobs:
            self._end()

    def _end(self) -> None:
        now = self._run.now()
        waiting = [task for tasks in self._waiting.values() for task in tasks]
        deadlines = [self._run.deadline(task) for task in waiting if not task.is_busy]
        self._due = min([now + self._interval, *deadlines]) if waiting else math.inf
        self._interval = min(self._interval * self._polling.multiplier, self._polling.max_interval)
        self._run.report_progress()

    def _request_ended(self) -> None:
        self._open -= 1
        if not self._open:
            self._end()

    def _start_list(self, hosts: HostCollection, tasks: list[Task]) -> None:
        self._lanes.start(partial(listed, hosts), partial(self._listed, hosts, tasks))

    def _listed(self, hosts: HostCollection, tasks: list[Task], found: Listed | PythonApiException) -> None:
        if isinstance(found, PythonApiException):
            self._problems[hosts] += 1
            gives_up = is_final(found, self._problems[hosts], hosts)
            for task in tasks:
                self._keep(task, found if gives_up else None)
        else:
            self._problems[hosts] = 0
            for task in tasks:
                self._judge(task, found.get(task.host.name))
        self._request_ended()

    def _judge(self, task: Task, found: Host | None) -> None:
        task.state = None if found is None else found.state
        verdict = self._run.action.judge(found, task.before)
        if verdict == Verdict.UNCLEAR:
            self._queue.append(partial(self._start_settle, task, self._settled))
            task.is_busy = True
        else:
            self._conclude(task, verdict)

    def _start_settle(self, task: Task, then: Callable[[Task, tuple[Verdict, str | None] | Exception], None]) -> None:
        task.is_busy = True
        action = self._run.action

        async def settle() -> tuple[Verdict, str | None] | Exception:
            try:
                return await action.settle(task.host, task.before)
            except PythonApiException as error:
                return error

        self._lanes.start(settle, partial(then, task))

    def _settled_in_tick(self, task: Task, result: tuple[Verdict, str | None] | Exception) -> None:
        self._settled(task, result)
        self._request_ended()

    def _settled(self, task: Task, result: tuple[Verdict, str | None] | Exception) -> None:
        task.is_busy = False
        if isinstance(result, Exception):
            task.problems += 1
            self._keep(task, result if is_final(result, task.problems, task.hosts) else None)
            return
        verdict, state = result
        task.problems, task.state = 0, state or task.state
        self._conclude(task, verdict)

    def _conclude(self, task: Task, verdict: Verdict) -> None:
        if verdict == Verdict.PENDING:
            self._keep(task)
            return
        del self._waiting[task.hosts][task]
        if verdict == Verdict.REACHED:
            self._run.succeed(task)
        else:
            self._run.fail(task, failing.missing(task) if task.state is None else failing.in_error(task))

    def _keep(self, task: Task, error: Exception | None = None) -> None:
        """Go on waiting for a host, unless it failed or its time is up."""
        if error is None and self._run.now() < self._run.deadline(task):
            return
        del self._waiting[task.hosts][task]
        if error is None:
            self._run.time_out(task)
        else:
            self._run.fail(task, error)


async def listed(hosts: HostCollection) -> Listed | PythonApiException:
    """Read the hosts of an environment, by name.

    Args:
        hosts: The hosts.

    Returns:
        The hosts, or why they cannot be read.
    """
    try:
        return {host.name: host for host in await hosts.list_complete()}
    except PythonApiException as error:
        return error


def is_final(error: Exception, count: int, hosts: HostCollection) -> bool:
    """Return whether an error ends a wait.

    Args:
        error: The error.
        count: The number of errors in a row.
        hosts: The hosts, whose client says how many are tolerated.
    """
    return not isinstance(error, TRANSIENT_ERRORS) or count > hosts.client.polling.max_transient_errors
