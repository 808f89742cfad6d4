"""The progress callback that shows what it receives."""

from __future__ import annotations

import os
import sys
import time
import weakref
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from comodit_client.progress.lines import Lines
from comodit_client.progress.snapshot import Poll, Snapshot, after_error, snapshot_of
from comodit_client.progress.view import View, outcome_of
from comodit_client.rest.progress import Count

if TYPE_CHECKING:
    from comodit_client.progress.view import Clock

#: The values of TERM of terminals on which the cursor cannot be moved.
DUMB = ("dumb", "unknown")


class Display:
    """A progress callback that shows a wait, an import or an export. `live` creates it.

    Args:
        file: Where to write. Default: standard error.
        clock: The clock, in seconds.
    """

    def __init__(self, file: TextIO | None = None, clock: Clock = time.monotonic) -> None:
        self._file = file
        self._clock = clock
        self._view: View | None = None
        self._last = Snapshot()
        self._finalizer: weakref.finalize[[str], Display] | None = None

    def __call__(self, progress: Poll | Count) -> None:
        """Show the progress.

        Args:
            progress: What a wait, an import or an export passes to its callback.
        """
        view = self._view or self._open("")
        if isinstance(progress, Count):
            view.count(progress)
            return
        self._last = snapshot_of(progress)
        view.update(self._last)
        if progress.reached:
            self.ended(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ended(error)

    def started(self, title: str) -> None:
        """Begin the display of a wait or run. Waits, imports and exports call it.

        Args:
            title: What is done.
        """
        self.ended(None)
        self._open(title)

    def ended(self, error: BaseException | None) -> None:
        """End the display, if it has not ended. Waits, imports and exports call it.

        Args:
            error: The exception that ended the wait or run; None if it succeeded.
        """
        view, self._view = self._view, None
        if view is None:
            return
        try:
            if error is not None:
                view.update(after_error(self._last, error))
        finally:
            self._release(outcome_of(error))

    def _open(self, title: str) -> View:
        file = sys.stderr if self._file is None else self._file
        self._last = Snapshot()
        self._view = view = _view(file, self._clock, title)
        # A script may drop the callback, or end, in the middle of a wait.
        self._finalizer = weakref.finalize(self, view.close, "")
        return view

    def _release(self, outcome: str) -> None:
        if self._finalizer is not None and (ending := self._finalizer.detach()) is not None:
            ending[1](outcome)


def _view(file: TextIO, clock: Clock, title: str) -> View:
    if file.isatty() and os.environ.get("TERM") not in DUMB:
        try:
            from comodit_client.progress.table import LiveTable
        except ImportError:  # rich is not installed
            pass
        else:
            return LiveTable(file, clock, title)
    return Lines(file, clock, title)
