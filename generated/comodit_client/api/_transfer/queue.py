# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/queue.py.
# Do not edit: change that, then run `make generate`.
"""The actions of an import, which wait in a queue until all is checked."""

from __future__ import annotations

from functools import partial

from comodit_client.api._transfer.actions import Action
from comodit_client.disk.plan import Plan
from comodit_client.rest._sync_io import WorkerPool
from comodit_client.rest.exceptions import ImportException, PythonApiException
from comodit_client.rest.progress import Count, Progress
from comodit_client.rest.report import Report

#: What `display_actions` draws below the actions.
RULER = "-" * 80


class ActionsQueue:
    """Actions in their order."""

    def __init__(self) -> None:
        self._plan: Plan[Action] = Plan()

    @property
    def actions(self) -> list[Action]:
        """The actions, in their order."""
        return list(self._plan)

    def add_action(self, action: Action) -> None:
        """Add an action, which is done after those that are there.

        Args:
            action: The action.
        """
        self._plan.then(action)

    def add_plan(self, plan: Plan[Action]) -> None:
        """Add actions of which some are done at the same time, after those that are there.

        Args:
            plan: The actions.
        """
        self._plan.then(plan)

    def no_conflict(self) -> bool:
        """Tell whether all can be done.

        Returns:
            True when no action has a conflict.
        """
        return not any(action.conflict() for action in self._plan)

    def display_actions(self, show_only_conflicts: bool) -> None:
        """Print the actions, one a line, and a ruler.

        Args:
            show_only_conflicts: Whether to leave out those without a conflict.
        """
        for action in self._plan:
            if action.conflict() or not show_only_conflicts:
                action.display()
        print(RULER)  # noqa: T201 - that is what it is for

    def apply_actions(self, skip_conflicts: bool, progress: Progress | None = None, parallel: int = 1) -> Report:
        """Do the actions, and begin no other when one fails. Those that are done leave the queue.

        Args:
            skip_conflicts: Whether to leave out those with a conflict.
            progress: Called after each action.
            parallel: How many actions are under way at the same time; what comes of them does not depend on it.

        Returns:
            What was done.

        Raises:
            ImportException: An action failed; its `report` says what was done and what not. Nothing is undone.
        """
        skipped = tuple(action.get_summary() for action in self._plan if skip_conflicts and action.conflict())
        self._plan = self._plan.only(lambda action: not (skip_conflicts and action.conflict()))
        work = _Work(self._plan if parallel > 1 else _in_a_row(self._plan), parallel, progress)
        try:
            work.run()
        finally:
            self._plan = self._plan.only(lambda action: action not in work.done)
        return work.report(skipped)


class _Step:
    """A plan that is being done.

    Args:
        plan: The plan, in which no other is empty.
        owner: What it is a step of; None for the outermost.
        aside: Whether the owner goes on meanwhile.
    """

    __slots__ = ("aside", "begun", "open", "owner", "plan")

    def __init__(self, plan: Plan[Action], owner: _Step | None = None, aside: bool = False) -> None:
        self.plan = plan
        self.owner = owner
        self.aside = aside
        self.begun = 0
        self.open = 0


class _Work:
    """What is done of the actions."""

    def __init__(self, plan: Plan[Action], parallel: int, progress: Progress | None) -> None:
        self.done: set[Action] = set()
        self._plan = plan
        self._summaries = {action: action.get_summary() for action in plan}
        self._failures: dict[Action, Exception] = {}
        self._crew = WorkerPool(parallel)
        self._progress = progress
        self._told = 0

    def run(self) -> None:
        self._go_on(_Step(self._plan))
        self._crew.run()

    def report(self, skipped: tuple[str, ...]) -> Report:
        done = tuple(summary for action, summary in self._summaries.items() if action in self.done)
        if not self._failures:
            return Report(done, skipped)
        failed = [self._summaries[action] for action in self._failures]
        tried = self.done | self._failures.keys()
        left = tuple(summary for action, summary in self._summaries.items() if action not in tried)
        errors = [f"{self._summaries[action]} failed: {error}" for action, error in self._failures.items()]
        raise ImportException(
            f"{'; '.join(errors)} - {len(done)} of {len(self._summaries)} actions were done, and are not "
            "undone; when that is mended, import again with update_existing to go on",
            report=Report(done, skipped, failed[0], left, tuple(failed[1:])),
        ) from next(iter(self._failures.values()))

    def _go_on(self, step: _Step) -> None:
        """Begin what waits for nothing any more."""
        ready = []
        while step.begun < len(step.plan.steps):
            ready.append(step.plan.steps[step.begun])
            step.begun += 1
            if not ready[-1][1]:
                break
        step.open += len(ready)
        ready.sort(key=_is_aside)  # what others wait for goes first
        for inner, aside in ready:
            if isinstance(inner, Plan):
                self._go_on(_Step(inner, step, aside))
            else:
                self._crew.add("", partial(self._do, inner), partial(self._ended, inner, step, aside))

    def _ended(self, action: Action, step: _Step, aside: bool) -> None:
        if action in self.done:
            self._told += 1
            if self._progress is not None:
                self._progress(Count(self._told, len(self._summaries), self._summaries[action]))
        if not self._failures:
            self._leave(step, aside)

    def _leave(self, step: _Step, aside: bool) -> None:
        step.open -= 1
        if not aside:
            self._go_on(step)
        if step.open == 0 and step.owner is not None:
            self._leave(step.owner, step.aside)

    def _do(self, action: Action) -> None:
        if self._failures:
            return
        try:
            action.execute()
        except (PythonApiException, OSError) as error:
            self._failures[action] = error
        else:
            self.done.add(action)


def _is_aside(step: tuple[object, bool]) -> bool:
    return step[1]


def _in_a_row(plan: Plan[Action]) -> Plan[Action]:
    row: Plan[Action] = Plan()
    for action in plan:
        row.then(action)
    return row
