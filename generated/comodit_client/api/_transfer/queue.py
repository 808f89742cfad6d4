# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/queue.py.
# Do not edit: change that, then run `make generate`.
"""The queue in which the actions of an import wait until all checks have passed."""

from __future__ import annotations

from functools import partial

from attrs import define

from comodit_client.api._transfer.actions import Action
from comodit_client.disk.plan import Plan
from comodit_client.rest._sync_io import WorkerPool
from comodit_client.rest.exceptions import ImportException, PythonApiException
from comodit_client.rest.progress import Count, Progress, observed
from comodit_client.rest.report import Report

#: The line that `display_actions` prints after the actions.
RULER = "-" * 80


class ActionsQueue:
    """Actions in the order in which they are executed."""

    def __init__(self) -> None:
        self._plan: Plan[Action] = Plan()

    @property
    def actions(self) -> list[Action]:
        """The actions, in their order."""
        return list(self._plan)

    def add_action(self, action: Action) -> None:
        """Append an action.

        Args:
            action: The action.
        """
        self._plan.add(action)

    def add_plan(self, plan: Plan[Action]) -> None:
        """Append actions, some of which may be executed in parallel.

        Args:
            plan: The actions.
        """
        self._plan.add(plan)

    def no_conflict(self) -> bool:
        """Return whether the queue is free of conflicts.

        Returns:
            True if no action has a conflict.
        """
        return not any(action.conflict() for action in self._plan)

    def display_actions(self, show_only_conflicts: bool) -> None:
        """Print the actions, one a line, and a ruler.

        Args:
            show_only_conflicts: Whether to print only actions with a conflict.
        """
        for action in self._plan:
            if action.conflict() or not show_only_conflicts:
                action.display()
        print(RULER)  # noqa: T201 - the purpose of the method

    def apply_actions(
        self,
        skip_conflicts: bool,
        progress: Progress | None = None,
        parallel: int = 1,
        next_step: str = "import again with update_existing=True",
    ) -> Report:
        """Execute the actions. Completed actions leave the queue. No action is started after a failure.

        Args:
            skip_conflicts: Whether to skip actions with a conflict.
            progress: Called after each action.
            parallel: The number of actions in parallel. The outcome does not depend on it.
            next_step: The advice in the error message after a failure.

        Returns:
            The report.

        Raises:
            ImportException: An action failed. Its `report` lists all actions. Nothing is rolled back.
        """
        skipped = tuple(action.get_summary() for action in self._plan if skip_conflicts and action.conflict())
        self._plan = self._plan.filter(lambda action: not (skip_conflicts and action.conflict()))
        execution = _Execution(self._plan if parallel > 1 else _sequential(self._plan), parallel, progress)
        try:
            with observed(progress, "Applying the changes"):
                execution.run()
        finally:
            self._plan = self._plan.filter(lambda action: action not in execution.done)
        return execution.report(skipped, next_step)


@define(eq=False)
class _Step:
    """A plan that is being executed.

    Args:
        plan: The plan, in which no inner plan is empty.
        owner: The plan that it is a step of; None for the outermost.
        parallel: Whether the next step of the owner may start before this one ends.

    Attributes:
        started: The number of steps that were started.
        running: The number of steps that were started and have not ended.
    """

    plan: Plan[Action]
    owner: _Step | None = None
    parallel: bool = False
    started: int = 0
    running: int = 0


class _Execution:
    """One execution of a plan."""

    def __init__(self, plan: Plan[Action], parallel: int, progress: Progress | None) -> None:
        self.done: set[Action] = set()
        self._plan = plan
        self._summaries = {action: action.get_summary() for action in plan}
        self._failures: dict[Action, Exception] = {}
        self._pool = WorkerPool(parallel)
        self._progress = progress
        self._reported = 0

    def run(self) -> None:
        self._start_ready(_Step(self._plan))
        self._pool.run()

    def report(self, skipped: tuple[str, ...], next_step: str) -> Report:
        done = tuple(summary for action, summary in self._summaries.items() if action in self.done)
        if not self._failures:
            return Report(done, skipped)
        failed = [self._summaries[action] for action in self._failures]
        tried = self.done | self._failures.keys()
        not_attempted = tuple(summary for action, summary in self._summaries.items() if action not in tried)
        errors = [f"{self._summaries[action]} failed: {error}" for action, error in self._failures.items()]
        raise ImportException(
            f"{'; '.join(errors)} - {len(done)} of {len(self._summaries)} actions completed; nothing was rolled back. "
            f"Fix the cause, then {next_step}",
            report=Report(done, skipped, failed[0], not_attempted, tuple(failed[1:])),
        ) from next(iter(self._failures.values()))

    def _start_ready(self, step: _Step) -> None:
        """Start the steps that need not wait for others."""
        ready = []
        while step.started < len(step.plan.steps):
            ready.append(step.plan.steps[step.started])
            step.started += 1
            if not ready[-1][1]:
                break
        step.running += len(ready)
        ready.sort(key=_is_parallel)  # steps that others wait for go first
        for inner, parallel in ready:
            if isinstance(inner, Plan):
                self._start_ready(_Step(inner, step, parallel))
            else:
                self._pool.add("", partial(self._execute, inner), partial(self._action_ended, inner, step, parallel))

    def _action_ended(self, action: Action, step: _Step, parallel: bool) -> None:
        if action in self.done:
            self._reported += 1
            if self._progress is not None:
                self._progress(Count(self._reported, len(self._summaries), self._summaries[action]))
        if not self._failures:
            self._step_ended(step, parallel)

    def _step_ended(self, step: _Step, parallel: bool) -> None:
        step.running -= 1
        if not parallel:
            self._start_ready(step)
        if step.running == 0 and step.owner is not None:
            self._step_ended(step.owner, step.parallel)

    def _execute(self, action: Action) -> None:
        if self._failures:
            return
        try:
            action.execute()
        except (PythonApiException, OSError) as error:
            self._failures[action] = error
        else:
            self.done.add(action)


def _is_parallel(step: tuple[object, bool]) -> bool:
    return step[1]


def _sequential(plan: Plan[Action]) -> Plan[Action]:
    flat: Plan[Action] = Plan()
    for action in plan:
        flat.add(action)
    return flat
