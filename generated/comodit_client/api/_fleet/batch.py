# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/batch.py.
# Do not edit: change that, then run `make generate`.
"""One batch of a run: reads the environments, sends the actions, and waits for the hosts."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.api._fleet import executor, failing
from comodit_client.api._fleet.diagnoses import Diagnoses
from comodit_client.api._fleet.lanes import Lanes
from comodit_client.api._fleet.polls import Listed, Polls, is_final, listed
from comodit_client.api._fleet.sending import Outcome, adopt, send
from comodit_client.api._fleet.task import Before, Status, Task, Verdict
from comodit_client.api._shared.wait_time import pause
from comodit_client.rest.exceptions import PythonApiException

if TYPE_CHECKING:
    from comodit_client.api._fleet.run import Run
    from comodit_client.api.host import Host, HostCollection

#: What a preparation found: the host before its action, or None if nothing has to be done.
Prepared = Before | None


class Batch:
    """A batch of hosts. All callbacks run in the caller's thread.

    Args:
        run: The run.
        tasks: The hosts.
    """

    def __init__(self, run: Run, tasks: list[Task]) -> None:
        self._run = run
        self._tasks = tasks
        self._lanes = Lanes(run.options.parallel)
        self._polls = Polls(run, self._lanes)
        self._diagnoses = Diagnoses(run, self._lanes)
        self._listed: dict[HostCollection, Listed | PythonApiException] = {}
        self._to_prepare: deque[tuple[Task, Host]] = deque()
        self._prepared: deque[Task] = deque()
        self._to_send: deque[Task] = deque()
        self._lost: deque[Callable[[], None]] = deque()

    def run(self) -> None:
        """Run the batch to its end."""
        self._read_environments()
        self._sort()
        self._lanes.run(self._start_next)
        self._run.report_progress()

    def _read_environments(self) -> None:
        unread = deque(dict.fromkeys(task.hosts for task in self._tasks))
        lanes = Lanes(self._run.options.parallel)

        def start_next() -> bool:
            if not unread:
                return False
            hosts = unread.popleft()
            lanes.start(partial(_read_patiently, hosts), partial(self._listed.__setitem__, hosts))
            return True

        lanes.run(start_next)

    def _sort(self) -> None:
        """Decide by the lists what has to be done for each host."""
        action = self._run.action
        for task in self._tasks:
            environment = self._listed[task.hosts]
            if isinstance(environment, PythonApiException):
                self._run.fail(task, environment)
                continue
            found = environment.get(task.host.name)
            task.state = None if found is None else found.state
            before = task.before if task.is_unknown else None
            if found is None:
                self._is_done(task, None)
            elif action.reads_first(found, before):
                self._to_prepare.append((task, found))
            else:
                self._take(task, found, action.prepare(task.host, found, before))
        self._listed.clear()

    def _start_next(self) -> bool:
        if self._run.stopped_by:
            self._drop()
        if self._polls.start_next() or self._diagnoses.start_next():
            return True
        if self._lost:
            self._lost.popleft()()
            return True
        if not self._to_send:
            self._write_ahead()
        if self._to_send:
            self._start_send()
            return True
        if self._to_prepare:
            self._start_prepare(*self._to_prepare.popleft())
            return True
        return self._polls.start_first() or self._polls.start_sleep()

    def _drop(self) -> None:
        """Leave out all hosts whose action was not sent."""
        for task in self._to_send:
            task.status = Status.NOT_ATTEMPTED
        self._to_prepare.clear()
        self._prepared.clear()
        self._to_send.clear()

    def _start_prepare(self, task: Task, found: Host) -> None:
        before, action = task.before if task.is_unknown else None, self._run.action

        def prepare() -> Prepared | PythonApiException:
            try:
                return action.prepare(task.host, found, before)
            except PythonApiException as error:
                return error

        self._lanes.start(prepare, partial(self._take, task, found))

    def _take(self, task: Task, found: Host, prepared: Prepared | PythonApiException) -> None:
        if isinstance(prepared, PythonApiException):
            self._run.fail(task, prepared)
        elif prepared is None:
            self._is_done(task, found)
        else:
            task.before = prepared
            self._prepared.append(task)

    def _is_done(self, task: Task, found: Host | None) -> None:
        """Go on with a host whose action is not needed, or that does not exist."""
        task.before = task.before if task.is_unknown else None
        verdict = self._run.action.judge(found, task.before)
        if found is not None and not self._run.options.wait:
            verdict = Verdict.REACHED
        elif found is not None and task.before is not None:
            verdict = Verdict.PENDING  # the request of an earlier run may have arrived after the list was read
        if verdict == Verdict.REACHED:
            self._run.succeed(task)
        elif verdict == Verdict.FAILED:
            self._run.fail(task, failing.missing(task) if found is None else failing.in_error(task))
        else:
            task.started = self._run.now()
            self._polls.add(task)

    def _write_ahead(self) -> None:
        """Note a group of hosts as started, before their actions are sent."""
        size = self._run.group_size
        if len(self._prepared) < size and self._to_prepare:
            return
        for _ in range(min(size, len(self._prepared))):
            task = self._prepared.popleft()
            task.status = Status.STARTED
            self._to_send.append(task)
        if self._to_send:
            self._run.save()

    def _start_send(self) -> None:
        run = self._run
        if run.options.executor is not None:
            self._start_job()
            return
        task = self._to_send.popleft()
        job = partial(send, run.action, task.host, task.before or Before(), run.options.limit)
        self._lanes.start(job, partial(self._sent, task))

    def _start_job(self) -> None:
        run = self._run
        first = self._to_send[0]
        tasks: list[Task] = []
        while self._to_send and len(tasks) < run.slice_size and self._to_send[0].host.client == first.host.client:
            tasks.append(self._to_send.popleft())
        started = run.now()
        for task in tasks:
            task.started = started
        self._lanes.start(partial(executor.run_job, run.action, run.options, tasks), partial(self._job_ended, tasks))

    def _job_ended(self, tasks: list[Task], result: list[Outcome] | Exception) -> None:
        if isinstance(result, Exception):
            self._lost += [partial(self._start_adopt, task, result) for task in tasks]
            return
        for task, outcome in zip(tasks, result, strict=True):
            self._sent(task, outcome)

    def _start_adopt(self, task: Task, error: Exception) -> None:
        job = partial(adopt, self._run.action, task.host, task.before or Before(), error)
        self._lanes.start(job, partial(self._sent, task))

    def _sent(self, task: Task, outcome: Outcome) -> None:
        task.started = self._run.now() - outcome.seconds if task.started is None else task.started
        task.is_unknown = outcome.is_unknown
        if outcome.error is not None:
            self._run.fail(task, outcome.error)
        elif self._run.options.wait:
            self._polls.add(task)
        else:
            self._run.succeed(task)
        self._run.action_ended()


def _read_patiently(hosts: HostCollection) -> Listed | PythonApiException:
    """Read the hosts of an environment. Transient errors are tolerated as in a wait."""
    polling = hosts.client.polling
    interval, count = polling.initial_interval, 0
    while True:
        found = listed(hosts)
        count += 1
        if not isinstance(found, PythonApiException) or is_final(found, count, hosts):
            return found
        pause(polling, interval)
        interval = min(interval * polling.multiplier, polling.max_interval)
