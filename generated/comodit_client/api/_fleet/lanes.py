# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/lanes.py.
# Do not edit: change that, then run `make generate`.
"""Keeps a fixed number of jobs running: each job that ends makes room for the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from comodit_client.rest._sync_io import WorkerPool

R = TypeVar("R")


class Lanes:
    """A pool that asks for the next job when it has room. So the order can change until a job starts.

    Args:
        size: The number of jobs at a time.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._busy = 0
        self._pool = WorkerPool(size)
        self._next: Callable[[], bool] = lambda: False

    @property
    def is_idle(self) -> bool:
        """Whether no job is running."""
        return not self._busy

    def start(self, job: Callable[[], R], then: Callable[[R], None]) -> None:
        """Start a job. There must be room for it.

        Args:
            job: The work.
            then: Called in the caller's thread with the result.
        """
        results: list[R] = []

        def run() -> None:
            results.append(job())

        def ended() -> None:
            self._busy -= 1
            then(results[0])
            self._fill()

        self._busy += 1
        self._pool.add("", run, ended)

    def run(self, start_next: Callable[[], bool]) -> None:
        """Run jobs until none is left to start.

        Args:
            start_next: Calls `start` once; or returns False if there is nothing to start now.
        """
        self._next = start_next
        self._fill()
        self._pool.run()

    def _fill(self) -> None:
        while self._busy < self._size and self._next():
            pass
