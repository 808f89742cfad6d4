"""Time, concurrency and syntax of the async API. The blocking API has its counterpart in `_sync_io`."""

from __future__ import annotations

import asyncio
import math
import os
import time
from collections import deque
from collections.abc import AsyncIterable, Awaitable, Callable, Generator, Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from comodit_client.rest.deadline import Deadline
    from comodit_client.rest.progress import Progress

E = TypeVar("E")
T = TypeVar("T")
#: Seconds after a deadline until a block is cancelled. The timeout of a single operation passes first, and closes its
#: connection in order; a cancelled TLS handshake leaves its connection to the garbage collector.
SLACK = 0.05


async def sleep(seconds: float) -> None:
    """Sleep while other tasks run.

    Args:
        seconds: The duration.
    """
    await asyncio.sleep(seconds)


def monotonic() -> float:
    """Return the time in seconds, on a clock that never goes back."""
    return time.monotonic()


def bounded(deadline: Deadline) -> Bounded:
    """Cancel a block at a deadline, and raise `DeadlineExceeded`.

    Args:
        deadline: The deadline, which may move.
    """
    return Bounded(deadline)


class Bounded:
    """A block that is cancelled at a deadline.

    Args:
        deadline: The deadline.
    """

    __slots__ = ("_active", "_deadline", "_loop", "_timer")

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._active = deadline.active()
        self._loop = asyncio.get_running_loop()
        self._timer = asyncio.timeout_at(self._moment())

    async def __aenter__(self) -> None:
        await self._timer.__aenter__()
        self._deadline.moved = self._move
        self._active.__enter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._active.__exit__()
        self._deadline.moved = None
        try:
            await self._timer.__aexit__(kind, error, traceback)
        except TimeoutError as timeout:
            from comodit_client.rest.http import DeadlineExceeded

            raise DeadlineExceeded("the response did not end in time") from timeout

    def _move(self) -> None:
        self._timer.reschedule(self._moment())

    def _moment(self) -> float | None:
        left = self._deadline.remaining()
        return None if left == math.inf else self._loop.time() + left + SLACK


def owner() -> object:
    """Return what identifies the owner of connections: the process and the event loop.

    Connections cannot be used in another event loop or after a fork.
    """
    return os.getpid(), asyncio.get_running_loop()


#: A job, and the callback that runs after it.
_Job: TypeAlias = Callable[[], Awaitable[None]]
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

    async def run(self) -> None:
        """Run all jobs, including those that jobs add.

        Raises:
            Exception: The exception of the first job that failed. No other job starts then; running ones are cancelled.
        """
        from comodit_client.rest.progress import Count

        running: dict[asyncio.Future[None], tuple[str, _Then]] = {}
        done = 0
        try:
            while self._waiting or running:
                while self._waiting and len(running) < self._size:
                    name, job, then = self._waiting.popleft()
                    running[asyncio.ensure_future(job())] = name, then
                await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for ended in [one for one in running if one.done()]:  # a set has no order
                    name, then = running.pop(ended)
                    ended.result()
                    if then is not None:
                        then()
                    done += 1
                    if self._progress is not None:
                        self._progress(Count(done, done + len(running) + len(self._waiting), name))
        finally:
            self._waiting.clear()
            for future in running:
                future.cancel()
            await asyncio.gather(*running, return_exceptions=True)


async def resolved(value: object) -> object:
    """Return what a callback of the caller returned, which may be a coroutine.

    Args:
        value: The returned value.
    """
    return await value if isinstance(value, Awaitable) else value


async def items_of(iterable: AsyncIterable[T] | Iterable[T]) -> list[T]:
    """Return the items of an iterable of the caller.

    Args:
        iterable: The iterable.

    Raises:
        WrongType: It is not an iterable.
    """
    if isinstance(iterable, AsyncIterable):
        return [item async for item in iterable]
    if isinstance(iterable, Iterable):
        return list(iterable)
    from comodit_client.rest.exceptions import WrongType

    raise WrongType(f"Cannot use a value of type {type(iterable).__name__} as hosts: pass an iterable of hosts.")


def complete(function: Callable[..., Awaitable[T]], *arguments: Any) -> T:
    """Run a function to its end in an event loop of its own, as a job of an executor does.

    Args:
        function: The function.
        arguments: Its arguments.
    """

    async def run() -> T:
        return await function(*arguments)

    return asyncio.run(run())


async def in_executor(executor: Executor, function: Callable[..., T], *arguments: Any) -> T:
    """Run a plain function in an executor.

    Args:
        executor: The executor.
        function: The function, and its arguments.
        arguments: The arguments.

    Raises:
        concurrent.futures.CancelledError: The executor cancelled the job.
    """
    from concurrent.futures import CancelledError

    future = asyncio.wrap_future(executor.submit(function, *arguments))
    try:
        return await future
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
        raise CancelledError from None


class Deferred(Generic[E]):
    """A result that is requested when it is awaited.

    Args:
        call: Sends the request.
    """

    __slots__ = ("_call",)

    def __init__(self, call: Callable[[], Awaitable[E]]) -> None:
        self._call = call

    def __await__(self) -> Generator[Any, None, E]:
        return self._call().__await__()


class ListSyntax(Generic[E]):
    """The operators of a collection that knows its entities: none in the async API, for `len` cannot await."""

    __slots__ = ()


class GetSyntax(Generic[E]):
    """The operators of a collection with names: none in the async API, for `in` and `[name]` cannot await."""

    __slots__ = ()
