"""Time, concurrency and syntax of the blocking API. The async API has its counterpart in `_async_io`."""

from __future__ import annotations

import os
import time
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from comodit_client.rest.exceptions import WrongType

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from comodit_client.rest.deadline import Active, Deadline
    from comodit_client.rest.progress import Progress

E = TypeVar("E")
T = TypeVar("T")


def sleep(seconds: float) -> None:
    """Sleep.

    Args:
        seconds: The duration.
    """
    time.sleep(seconds)


def monotonic() -> float:
    """Return the time in seconds, on a clock that never goes back."""
    return time.monotonic()


def bounded(deadline: Deadline) -> Active:
    """Apply a deadline to a block, in which each operation of a socket heeds it.

    Args:
        deadline: The deadline, which may move.
    """
    return deadline.active()


def owner() -> object:
    """Return what identifies the owner of connections: the process. Connections cannot be used after a fork."""
    return os.getpid()


#: A job, and the callback that runs after it.
_Job: TypeAlias = Callable[[], None]
_Then: TypeAlias = Callable[[], None] | None


class WorkerPool:
    """A queue of jobs, several of which run at the same time. A job may add others.

    Args:
        size: The number of jobs that run at the same time.
        progress: Called after each job.
    """

    def __init__(self, size: int, progress: Progress | None = None) -> None:
        self._size = size
        self._progress = progress
        self._waiting: deque[tuple[str, _Job, _Then]] = deque()

    def add(self, name: str, job: _Job, then: _Then = None) -> None:
        """Add a job.

        Args:
            name: The name that progress shows.
            job: The work.
            then: Called in the caller's thread when the job is done, before progress.
        """
        self._waiting.append((name, job, then))

    def run(self) -> None:
        """Run all jobs, including those that jobs add.

        Raises:
            Exception: The exception of the first job that failed. No other job starts then; running ones are awaited.
        """
        from concurrent.futures import Future, ThreadPoolExecutor
        from contextvars import copy_context
        from queue import SimpleQueue

        from comodit_client.rest.progress import Count

        running: dict[Future[None], tuple[str, _Then]] = {}
        ended: SimpleQueue[Future[None]] = SimpleQueue()
        done = 0
        with ThreadPoolExecutor(self._size) as threads:
            try:
                while self._waiting or running:
                    while self._waiting and len(running) < self._size:
                        name, job, then = self._waiting.popleft()
                        # A thread has no deadline of its own.
                        future = threads.submit(copy_context().run, job)
                        running[future] = name, then
                        future.add_done_callback(ended.put)
                    future = ended.get()
                    name, then = running.pop(future)
                    future.result()
                    if then is not None:
                        then()
                    done += 1
                    if self._progress is not None:
                        self._progress(Count(done, done + len(running) + len(self._waiting), name))
            finally:
                self._waiting.clear()


def resolved(value: object) -> object:
    """Return what a callback of the caller returned.

    Args:
        value: The returned value.
    """
    return value


def items_of(iterable: Iterable[T]) -> list[T]:
    """Return the items of an iterable of the caller.

    Args:
        iterable: The iterable.

    Raises:
        WrongType: It is not an iterable.
    """
    if isinstance(iterable, Iterable):
        return list(iterable)
    raise WrongType(f"Cannot use a value of type {type(iterable).__name__} as hosts: pass an iterable of hosts.")


def complete(function: Callable[..., T], *arguments: Any) -> T:
    """Run a function to its end, as a job of an executor does.

    Args:
        function: The function.
        arguments: Its arguments.
    """
    return function(*arguments)


def in_executor(executor: Executor, function: Callable[..., T], *arguments: Any) -> T:
    """Run a function in an executor.

    Args:
        executor: The executor.
        function: The function, and its arguments.
        arguments: The arguments.

    Raises:
        concurrent.futures.CancelledError: The executor cancelled the job.
    """
    return executor.submit(function, *arguments).result()


class Deferred(Generic[E]):
    """A result that is requested when one of its members is read.

    Args:
        call: Sends the request.
    """

    __slots__ = ("_call", "_result")

    def __init__(self, call: Callable[[], E]) -> None:
        self._call = call
        self._result: E | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # copy, pickle and debuggers try such names
            raise AttributeError(name)
        if self._result is None:
            self._result = self._call()
        return getattr(self._result, name)


class ListSyntax(Generic[E]):
    """The operators of a collection that knows its entities: `len(hosts)`.

    Python asks for the length before it makes a list: `list(hosts)` costs two requests, `hosts.list()` one.
    """

    __slots__ = ()

    @abstractmethod
    def count(self) -> int:
        """Return the number of entities; sends a request."""

    def __len__(self) -> int:
        return self.count()

    def __bool__(self) -> bool:
        return True  # an empty collection is true as well: finding out would cost a request


class GetSyntax(Generic[E]):
    """The operators of a collection with names: `"web-1" in hosts`, `hosts["web-1"]`."""

    __slots__ = ()

    @abstractmethod
    def exists(self, identifier: Any = "") -> bool:
        """Return whether the entity exists; sends a request."""

    @abstractmethod
    def get(self, identifier: str = "") -> E:
        """Return an entity; sends a request."""

    def __contains__(self, item: object) -> bool:
        from comodit_client.wire.view import View

        if isinstance(item, bool) or not isinstance(item, (str, int, View)):
            raise WrongType(
                f"Cannot check whether a value of type {type(item).__name__} is in {self!r}: pass an entity or its name"
            )
        return self.exists(item)

    def __getitem__(self, identifier: str) -> E:
        return self.get(identifier)
