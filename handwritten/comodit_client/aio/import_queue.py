"""The actions of an import, which wait in a queue until all is checked."""

from __future__ import annotations

from functools import partial
from itertools import takewhile

from comodit_client.aio.import_actions import Action, UploadContent, UploadThumb
from comodit_client.rest.colour_async import Crew
from comodit_client.rest.disk.progress import Count, Progress
from comodit_client.rest.disk.report import Report
from comodit_client.rest.exceptions import ImportException, PythonApiException

#: What `display_actions` draws below the actions.
RULER = "-" * 80


class ActionsQueue:
    """Actions in their order."""

    def __init__(self) -> None:
        self.actions: list[Action] = []

    def add_action(self, action: Action) -> None:
        """Add an action.

        Args:
            action: The action.
        """
        self.actions.append(action)

    def no_conflict(self) -> bool:
        """Tell whether all can be done.

        Returns:
            True when no action has a conflict.
        """
        return not any(action.conflict() for action in self.actions)

    def display_actions(self, show_only_conflicts: bool) -> None:
        """Print the actions, one a line, and a ruler.

        Args:
            show_only_conflicts: Whether to leave out those without a conflict.
        """
        for action in self.actions:
            if action.conflict() or not show_only_conflicts:
                action.display()
        print(RULER)  # noqa: T201 - that is what it is for

    async def apply_actions(self, skip_conflicts: bool, progress: Progress | None = None, parallel: int = 1) -> Report:
        """Do the actions in their order, and stop when one fails. Those that are done leave the queue.

        Args:
            skip_conflicts: Whether to leave out those with a conflict.
            progress: Called after each action.
            parallel: How many uploads that follow each other are under way at the same time.

        Returns:
            What was done.

        Raises:
            ImportException: An action failed; its `report` says what was done and what not. Nothing is undone.
        """
        skipped = [action.get_summary() for action in self.actions if skip_conflicts and action.conflict()]
        self.actions = [action for action in self.actions if not (skip_conflicts and action.conflict())]
        work = _Work(len(self.actions), progress)
        while self.actions and not work.failures:
            crew = Crew(parallel)
            for action in _together(self.actions):
                crew.add("", partial(work.do, action))
            await crew.run()
            self.actions = [action for action in self.actions if action not in work.done]
        if not work.failures:
            return Report(tuple(work.summaries), tuple(skipped))
        failed, error = work.failures[0]
        left = tuple(action.get_summary() for action in self.actions if action is not failed)
        raise ImportException(
            f"{failed.get_summary()} failed: {error} - {len(work.done)} of {work.total} actions were done, and are not "
            "undone; when that is mended, import again with update_existing to go on",
            report=Report(tuple(work.summaries), tuple(skipped), failed.get_summary(), left),
        ) from error


class _Work:
    """What is done of the actions."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.total = total
        self.done: set[Action] = set()
        self.summaries: list[str] = []
        self.failures: list[tuple[Action, Exception]] = []
        self._progress = progress

    async def do(self, action: Action) -> None:
        if self.failures:
            return
        summary = action.get_summary()
        try:
            await action.execute()
        except (PythonApiException, OSError) as error:
            self.failures.append((action, error))
            return
        self.done.add(action)
        self.summaries.append(summary)
        if self._progress is not None:
            self._progress(Count(len(self.done), self.total, summary))


def _together(actions: list[Action]) -> list[Action]:
    """The actions that can be done at the same time: the uploads that come next, or one of another kind."""
    uploads = list(takewhile(lambda action: isinstance(action, (UploadContent, UploadThumb)), actions))
    return uploads or actions[:1]
