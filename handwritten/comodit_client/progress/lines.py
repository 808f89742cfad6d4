"""The display for files, pipes and logs: one line for each change."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from comodit_client.progress.snapshot import Snapshot
from comodit_client.progress.view import Clock, elapsed
from comodit_client.wire.errors import escaped

if TYPE_CHECKING:
    from comodit_client.rest.progress import Count

#: The number of parts that one poll names; beyond it, the counts are shown alone.
MAX_NAMED = 10
#: The least number of seconds between two lines of an import or export.
COUNT_INTERVAL = 5.0


class Lines:
    """Lines with the elapsed time. Nothing is repeated.

    Args:
        file: Where to write.
        clock: The clock.
        title: What is waited for; empty if it is unknown.
    """

    def __init__(self, file: TextIO, clock: Clock, title: str) -> None:
        self._file = file
        self._clock = clock
        self._start = clock()
        self._seen: Snapshot | None = None
        self._next_count = self._start
        self._count: Count | None = None
        if title:
            self._write(title)

    def update(self, snapshot: Snapshot) -> None:
        """Write what changed since the last poll.

        Args:
            snapshot: The result of the poll.
        """
        before, self._seen = self._seen or Snapshot(), snapshot
        if snapshot.state and snapshot.state != before.state:
            self._write(snapshot.state)
        changed = [name for name, state in snapshot.parts.items() if before.parts.get(name) != state]
        if changed and len(changed) > MAX_NAMED:
            failed = set(snapshot.failed)
            changed = [name for name in changed if name in failed][:MAX_NAMED]
            self._write(snapshot.counts())
        for name in changed:
            self._write(f"{escaped(name)}: {snapshot.parts[name]}")

    def count(self, count: Count) -> None:
        """Write the progress of an import or export, if the last line is old enough.

        Args:
            count: The progress.
        """
        self._count = count
        now = self._clock()
        if now >= self._next_count:
            self._next_count = now + COUNT_INTERVAL
            self._write_count()

    def close(self, outcome: str) -> None:
        """Write how it ended.

        Args:
            outcome: How it ended; empty if that is unknown.
        """
        if self._count is not None:
            self._write_count()
        if outcome:
            self._write(outcome)

    def _write_count(self) -> None:
        count, self._count = self._count, None
        if count is not None:
            self._write(f"{count.done}/{count.total} {escaped(count.item)}".rstrip())

    def _write(self, text: str) -> None:
        line = f"{elapsed(self._clock() - self._start)} {text}\n"
        encoding = getattr(self._file, "encoding", None) or "utf-8"
        # The wait goes on if nobody reads its progress any longer.
        with suppress(OSError, ValueError):
            self._file.write(line.encode(encoding, "backslashreplace").decode(encoding))
            self._file.flush()
