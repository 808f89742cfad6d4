"""The display for terminals: a table that changes in place, drawn by rich."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from comodit_client.progress.snapshot import Snapshot
from comodit_client.progress.view import Clock, elapsed
from comodit_client.wire.errors import escaped

if TYPE_CHECKING:
    from comodit_client.rest.progress import Count

#: Lines of the terminal that are not rows of the table: the title, the counts, how many more, and the cursor's line.
RESERVED = 4
BAR_WIDTH = 30
REFRESHES_PER_SECOND = 4
SPINNER = "|/-\\"
STYLES = {"failed": "bold red", "late": "yellow", "": "green"}
OUTCOMES = {"done": "green", "failed": "bold red", "timed out": "bold red"}


class Screen:
    """What is on the terminal. A thread of rich draws it several times a second, so that the time goes on.

    Args:
        clock: The clock.
        title: What is waited for; empty if it is unknown.
    """

    def __init__(self, clock: Clock, title: str) -> None:
        self._clock = clock
        self._start = clock()
        self._title = escaped(title) or "Waiting"
        self._snapshot = Snapshot()
        self._counts = ""
        self._since: dict[str, float] = {}
        self._count: Count | None = None
        self._ended: float | None = None
        self._outcome = ""

    def update(self, snapshot: Snapshot) -> None:
        """Show the result of a poll.

        Args:
            snapshot: What to show.
        """
        now, before = self._clock(), self._snapshot.parts
        for name, state in snapshot.parts.items():
            if before.get(name) != state:
                self._since[name] = now
        # The table is drawn more often than anything changes.
        self._counts = snapshot.counts() if snapshot.parts else ""
        self._snapshot = snapshot

    def count(self, count: Count) -> None:
        """Show the progress of an import or export.

        Args:
            count: The progress.
        """
        self._count = count

    def close(self, outcome: str) -> None:
        """Stop the clock.

        Args:
            outcome: How it ended; empty if that is unknown.
        """
        self._ended, self._outcome = self._clock(), outcome

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        snapshot, now = self._snapshot, self._clock() if self._ended is None else self._ended
        yield self._heading(now)
        if self._count is not None:
            yield _bar(self._count)
        counts = self._counts
        # A whole state that only repeats the names of its parts says nothing new.
        if not snapshot.parts or "; " not in snapshot.state:
            counts = " - ".join(filter(None, (snapshot.state, counts)))
        if counts:
            yield Text(f"  {counts}", no_wrap=True, overflow="ellipsis", style="bold")
        names = snapshot.first(max(1, (options.height or console.height) - RESERVED))
        if names:
            yield self._table(snapshot, names, now)
        if len(names) < len(snapshot.parts):
            yield Text(f"  and {len(snapshot.parts) - len(names)} more", style="dim")

    def _heading(self, now: float) -> Text:
        if self._ended is None:
            mark = Text(SPINNER[int(now * REFRESHES_PER_SECOND) % len(SPINNER)])
        else:
            mark = Text(self._outcome or "stopped", style=OUTCOMES.get(self._outcome, "yellow"))
        heading = Text.assemble(mark, " ", (elapsed(now - self._start), "bold"), " ", self._title)
        heading.no_wrap, heading.overflow = True, "ellipsis"
        return heading

    def _table(self, snapshot: Snapshot, names: list[str], now: float) -> Table:
        failed, urgent = len(snapshot.failed), len(snapshot.failed) + len(snapshot.late)
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, overflow="ellipsis")
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True, justify="right", style="dim")
        for number, name in enumerate(names):  # failed ones are first, then late ones
            kind = "failed" if number < failed else "late" if number < urgent else ""
            state = Text(snapshot.parts.get(name, ""), style=STYLES[kind])
            table.add_row(Text(f"  {escaped(name)}"), state, elapsed(now - self._since.get(name, now)))
        return table


class LiveTable:
    """A screen on a terminal.

    Args:
        file: The terminal.
        clock: The clock.
        title: What is waited for; empty if it is unknown.
    """

    def __init__(self, file: TextIO, clock: Clock, title: str) -> None:
        self._screen = Screen(clock, title)
        self._live = Live(
            self._screen,
            console=Console(file=file, force_terminal=True, highlight=False),
            refresh_per_second=REFRESHES_PER_SECOND,
            # What a script prints appears above the table, unless its output goes elsewhere.
            redirect_stdout=_is_terminal(sys.stdout),
            redirect_stderr=_is_terminal(sys.stderr),
        )
        try:
            self._live.start()
        except BaseException:
            self._live.stop()
            raise

    def update(self, snapshot: Snapshot) -> None:
        """Show the result of a poll.

        Args:
            snapshot: The result.
        """
        self._screen.update(snapshot)

    def count(self, count: Count) -> None:
        """Show the progress of a run.

        Args:
            count: The progress.
        """
        self._screen.count(count)

    def close(self, outcome: str) -> None:
        """Draw the table for the last time, and give the terminal back.

        Args:
            outcome: How it ended; empty if that is unknown.
        """
        if self._live.is_started:
            self._screen.close(outcome)
            self._live.stop()


def _bar(count: Count) -> Table:
    row = Table.grid(padding=(0, 1))
    row.add_column(width=BAR_WIDTH)
    row.add_column(no_wrap=True)
    row.add_column(no_wrap=True, overflow="ellipsis")
    bar = ProgressBar(total=max(count.total, 1), completed=count.done, width=BAR_WIDTH)
    row.add_row(bar, f"{count.done}/{count.total}", Text(escaped(count.item)))
    return row


def _is_terminal(file: TextIO | None) -> bool:
    return file is not None and not file.closed and file.isatty()
