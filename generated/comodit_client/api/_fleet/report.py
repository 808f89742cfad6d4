# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/report.py.
# Do not edit: change that, then run `make generate`.
"""The report of a run: the outcome of each host."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Unpack

import attrs

from comodit_client.api._fleet import saving
from comodit_client.api._fleet.executor import check_pickles
from comodit_client.api._fleet.options import Options
from comodit_client.api._fleet.plan import Plan, new_task, saved_action
from comodit_client.api._fleet.run import Run, part_names
from comodit_client.api._fleet.task import Status, Task
from comodit_client.api._shared.waiting import MAX_NAMED
from comodit_client.rest.exceptions import FleetFailed, InvalidArgument, UnusableFile
from comodit_client.wire.errors import escaped

if TYPE_CHECKING:
    from comodit_client.api._fleet.options import RetryOptions
    from comodit_client.api.client import Client
    from comodit_client.api.diagnosis import Diagnosis

#: The error of a host in the file of a run that was killed.
INTERRUPTED = "the run was interrupted, and the outcome is unknown"


@attrs.frozen
class HostResult:
    """The outcome of one host.

    Args:
        organization: The name of the organization.
        environment: The name of the environment.
        name: The name of the host.
        state: The state that was seen last. None for a host that does not exist or was not read.
        error: Why the host failed; empty if it did not.
        duration: Seconds from the action to the goal or the failure.
        diagnosis: Why the host is in ERROR. It is read for the first 20 failed hosts, and is not saved to files.
        exception: The exception of a failed host. It is not saved to files.
        endpoint: The API root of the host's server.
    """

    organization: str
    environment: str
    name: str
    state: str | None = None
    error: str = ""
    duration: float = 0.0
    diagnosis: Diagnosis | None = attrs.field(default=None, repr=False, eq=False)
    exception: Exception | None = attrs.field(default=None, repr=False, eq=False)
    endpoint: str = attrs.field(default="", repr=False)

    @property
    def path(self) -> str:
        """The names of the organization, the environment and the host: `Acme/Production/web-1`."""
        return f"{self.organization}/{self.environment}/{self.name}"

    def __str__(self) -> str:
        return escaped(": ".join(filter(None, (self.path, self.state or "no state", self.error))))


@attrs.frozen(eq=False)
class FleetReport:
    """The outcome of an action on many hosts.

    Args:
        action: The name of the action, such as `provision`.
        done: The hosts that reached the goal.
        failed: The hosts that failed, or whose outcome is unknown.
        not_attempted: The hosts whose action was not sent, because the run stopped early.
        stopped_by: Why the run stopped early; empty if it did not.
        durations: Seconds from the action to the goal or the failure, by `Organization/Environment/host`. With hosts of
            several servers, the name begins with the URL of the server.
    """

    action: str
    done: tuple[HostResult, ...]
    failed: tuple[HostResult, ...]
    not_attempted: tuple[HostResult, ...]
    stopped_by: str
    durations: dict[str, float] = attrs.field(repr=False)
    _plan: Plan = attrs.field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether all hosts are done."""
        return not self.failed and not self.not_attempted

    def raise_for_failures(self) -> None:
        """Raise an exception unless all hosts are done.

        Raises:
            FleetFailed: Hosts failed or were not attempted.
        """
        if not self.ok:
            raise FleetFailed(f"{self}. Fix the cause, then call retry() of the report.", report=self)

    def retry(self, **changed: Unpack[RetryOptions]) -> FleetReport:
        """Go on with the hosts that are not done. Hosts whose outcome is unknown are read before anything is sent.

        Args:
            changed: Options of the first run to change. `settings` replaces the values of settings, which a file does
                not have. `check`, `progress` and `executor` are not in a file either.

        Returns:
            A report on all hosts, including those that were done before.

        Raises:
            InvalidArgument: An option is invalid, or the values of settings are missing.
            WrongType: An option does not exist.
            UnusableFile: The report cannot be saved.
        """
        plan = self._plan.changed(dict(changed))
        if plan.options.save_to != self._plan.options.save_to and plan.options.save_to is not None:
            saving.check_new(plan.options.save_to)
        return run(plan)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save the report to a file, from which `load` continues. Values of settings are not saved.

        Args:
            path: The file. It is replaced as a whole. Only the user can read a new file.

        Raises:
            UnusableFile: The file cannot be written.
        """
        plan = self._plan
        report = saving.header(plan.action, plan.options, self.stopped_by)
        if plan.missing_keys:
            report["arguments"]["settings"] = [*plan.missing_keys]
        saving.save(path, report, map(saving.host_text, plan.tasks))

    @classmethod
    def load(cls, path: str | os.PathLike[str], client: Client, *others: Client) -> FleetReport:
        """Load a report that `save` or the option `save_to` wrote. Sends no request.

        Hosts whose action was under way when the run was killed are in `failed`. `retry` reads them before it sends
        anything, and goes on saving to the same file.

        Args:
            path: The file.
            client: The client for the hosts.
            others: Further clients, if the hosts are on several servers.

        Returns:
            The report.

        Raises:
            UnusableFile: The file cannot be read, is damaged, or is not a report of this version.
            InvalidArgument: None of the clients is for the server of a host.
        """
        report = saving.read(path)
        clients = {one.endpoint: one for one in (*others, client)}
        try:
            action, keys = saved_action(report["action"], report["arguments"])
            options = Options(**report["options"], save_to=path)
            hosts = [saving.SavedHost.of(saved) for saved in report["hosts"]]
            stopped_by = str(report["stopped_by"])
        except (KeyError, TypeError, ValueError) as error:
            raise UnusableFile(
                f"Cannot read {os.fspath(path)!r}: it is damaged ({type(error).__name__}: {error}). Restore it, or "
                "remove it and run the action again: hosts that are done are left alone."
            ) from error
        for host in hosts:
            if host.endpoint not in clients:
                raise InvalidArgument(
                    f"Cannot load {os.fspath(path)!r}: a host is on {host.endpoint}. Pass a client of that server."
                )
        tasks = [host.restored(new_task(clients[host.endpoint], host.names)) for host in hosts]
        return report_of(Plan(action, options, tasks, keys), stopped_by)

    def __str__(self) -> str:
        parts = [f"{len(self.done)} done", f"{len(self.failed)} failed", f"{len(self.not_attempted)} not attempted"]
        text = f"{self.action}: {', '.join(parts)}"
        if self.stopped_by:
            text += f"; stopped: {self.stopped_by}"
        if self.failed:
            more = len(self.failed) - MAX_NAMED
            text += f". Failed: {'; '.join(map(str, self.failed[:MAX_NAMED]))}"
            text += f"; and {more} more" if more > 0 else ""
        return escaped(text)


def run(plan: Plan) -> FleetReport:
    """Run a plan.

    Args:
        plan: The plan.

    Returns:
        The report.
    """
    if plan.options.executor is not None:
        check_pickles(plan.action, dict.fromkeys(task.host.client for task in plan.tasks))
    made = Run(plan.action, plan.options, plan.tasks)
    made.run()
    return report_of(plan, made.stopped_by)


def report_of(plan: Plan, stopped_by: str) -> FleetReport:
    """Return the report on the hosts of a plan.

    Args:
        plan: The plan, after its run.
        stopped_by: Why the run stopped early.
    """
    groups: dict[Status, list[HostResult]] = {status: [] for status in Status}
    for task in plan.tasks:
        status = Status.FAILED if task.status == Status.STARTED else task.status
        groups[status].append(_result(task))
    durations = {
        name: task.duration
        for name, task in zip(part_names(plan.tasks), plan.tasks, strict=True)
        if task.status in (Status.DONE, Status.FAILED)
    }
    return FleetReport(
        plan.action.NAME,
        tuple(groups[Status.DONE]),
        tuple(groups[Status.FAILED]),
        tuple(groups[Status.NOT_ATTEMPTED]),
        stopped_by,
        durations,
        plan,
    )


def _result(task: Task) -> HostResult:
    error = INTERRUPTED if task.status == Status.STARTED else task.error
    return HostResult(
        *task.names, task.state, error, task.duration, task.diagnosis, task.exception, task.host.client.endpoint
    )
