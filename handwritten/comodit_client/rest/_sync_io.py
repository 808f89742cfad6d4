"""What the blocking colour does in its own way: waiting, connections, many jobs at a time, what syntax alone offers."""

from __future__ import annotations

import os
import ssl
import time
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, TypeAlias, TypeVar

from comodit_client.rest.http import BlockingPool, BlockingStream, BlockingTransport, HttpResponse, TooSlow

if TYPE_CHECKING:
    from comodit_client.rest.progress import Progress

E = TypeVar("E")

Pool: TypeAlias = BlockingPool
Transport: TypeAlias = BlockingTransport


def sleep(seconds: float) -> None:
    """Let time pass.

    Args:
        seconds: How long.
    """
    time.sleep(seconds)


def monotonic() -> float:
    """Tell the time in seconds on a clock that never goes back.

    Returns:
        The time.
    """
    return time.monotonic()


def owner() -> object:
    """Tell to what connections belong: they cannot be used after a fork.

    Returns:
        A value that is equal as long as they can be used.
    """
    return os.getpid()


def make_pool(context: ssl.SSLContext, proxy: str | None) -> Pool:
    """Make a pool of connections to the network.

    Args:
        context: How TLS is done.
        proxy: The URL of a proxy; those that the environment names when not given.

    Returns:
        The pool.
    """
    return BlockingPool(verify=context, proxy=proxy)


def carried_by(transport: Transport) -> Pool:
    """Make a pool whose requests something else carries.

    Args:
        transport: What carries them.

    Returns:
        The pool.
    """
    return BlockingPool(transport=transport)


def close_pool(pool: Pool) -> None:
    """Close a pool's connections.

    Args:
        pool: The pool.
    """
    pool.close()


class _Bounded(BlockingStream):
    """The content of an answer, which must have come by a moment.

    Args:
        stream: The content.
        deadline: The moment.
    """

    def __init__(self, stream: BlockingStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._stream:
            yield piece
            if monotonic() > self._deadline:
                raise TooSlow("the answer did not end in time")

    def close(self) -> None:
        self._stream.close()


def read(response: HttpResponse, deadline: float) -> None:
    """Read an answer's content into memory.

    Args:
        response: The answer.
        deadline: The moment by which it must have come.
    """
    if isinstance(response.stream, BlockingStream):
        response.stream = _Bounded(response.stream, deadline)
    try:
        response.read()
    finally:
        response.close()


def save(response: HttpResponse, file: BinaryIO) -> int:
    """Write an answer's content to a file while it comes.

    Args:
        response: The answer; it is closed in the end.
        file: A file open for writing bytes.

    Returns:
        The number of bytes.
    """
    size = 0
    try:
        for piece in response.iter_bytes():
            file.write(piece)
            size += len(piece)
    finally:
        response.close()
    return size


#: What is to be done, and what is called when it is.
_Job: TypeAlias = Callable[[], None]
_Then: TypeAlias = Callable[[], None] | None


class WorkerPool:
    """Jobs of which some are done at the same time. A job may add others.

    Args:
        size: How many are done at the same time.
        progress: Called after each job.
    """

    def __init__(self, size: int, progress: Progress | None = None) -> None:
        self._size = size
        self._progress = progress
        self._waiting: deque[tuple[str, _Job, _Then]] = deque()

    def add(self, name: str, job: _Job, then: _Then = None) -> None:
        """Add a job.

        Args:
            name: What progress calls it.
            job: What is to be done.
            then: Called when it is done, in the caller's thread, before progress.
        """
        self._waiting.append((name, job, then))

    def run(self) -> None:
        """Do all jobs, those included that are added meanwhile.

        Raises:
            Exception: What the first job that failed raised; no other is begun then, and those under way are awaited.
        """
        from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

        from comodit_client.rest.progress import Count

        running: dict[Future[None], tuple[str, _Then]] = {}
        done = 0
        with ThreadPoolExecutor(self._size) as threads:
            try:
                while self._waiting or running:
                    while self._waiting and len(running) < self._size:
                        name, job, then = self._waiting.popleft()
                        running[threads.submit(job)] = name, then
                    wait(running, return_when=FIRST_COMPLETED)
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


class Syntax(Generic[E]):
    """What a collection can do by syntax alone: `len(hosts)`, `"web-1" in hosts`, `hosts["web-1"]`.

    Python asks for the length before it makes a list: `list(hosts)` costs two requests, `hosts.list()` one.
    """

    __slots__ = ()

    @abstractmethod
    def count(self) -> int:
        """Count the entities, by a request."""

    @abstractmethod
    def exists(self, identifier: str | int = "") -> bool:
        """Tell whether there is such an entity, by a request."""

    @abstractmethod
    def get(
        self, identifier: str | int = "", parameters: Mapping[str, Any] | None = None, return_error_code: bool = True
    ) -> E:
        """Get an entity, by a request."""

    def __len__(self) -> int:
        return self.count()

    def __bool__(self) -> bool:
        return True  # a collection is not false for being empty, and asking costs no request

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, (str, int)) and self.exists(identifier)

    def __getitem__(self, identifier: str) -> E:
        return self.get(identifier)
