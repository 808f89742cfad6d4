"""Many jobs at a time, never more than allowed; the first failure ends it."""

from __future__ import annotations

import asyncio
import threading
from functools import partial

import pytest

from comodit_client.rest.progress import Count

LONG = 10  # seconds until a test that would hang fails


class Meeting:
    """A place where so many jobs must be at once to go on."""

    def __init__(self, size, is_async):
        self.barrier = asyncio.Barrier(size) if is_async else threading.Barrier(size, timeout=LONG)
        self.inside = self.most = 0

    def __call__(self):
        self.enter()
        self.barrier.wait()
        self.inside -= 1

    async def together(self):
        self.enter()
        async with asyncio.timeout(LONG):
            await self.barrier.wait()
        self.inside -= 1

    def enter(self):
        self.inside += 1
        self.most = max(self.most, self.inside)


@pytest.fixture
def make_crew(colour):
    return colour.clocks.WorkerPool


@pytest.fixture
def job(colour):
    """Make a job of the colour out of a plain function."""

    def made(function, *args):
        async def coroutine():
            function(*args)

        return coroutine if colour.is_async else partial(function, *args)

    return made


def test_as_many_as_allowed_are_done_at_a_time(make_crew, colour, run):
    meeting = Meeting(3, colour.is_async)
    crew = make_crew(3)
    for number in range(9):
        crew.add(str(number), meeting.together if colour.is_async else meeting)
    run(crew.run())
    assert meeting.most == 3
    assert meeting.inside == 0


def test_jobs_add_jobs(make_crew, run, job):
    done = []
    crew = make_crew(2)

    def split(size):
        done.append(size)
        if size > 1:
            crew.add(f"{size} left", job(split, size // 2))
            crew.add(f"{size} right", job(split, size - size // 2))

    crew.add("all", job(split, 9))
    run(crew.run())
    assert done.count(1) == 9
    assert len(done) == 17


def test_no_job_is_no_work(make_crew, run):
    seen = []
    run(make_crew(2, seen.append).run())
    assert seen == []


def test_progress_counts(make_crew, run, job):
    seen = []
    crew = make_crew(1, seen.append)
    crew.add("a", job(lambda: crew.add("b", job(int))))
    run(crew.run())
    assert seen == [Count(1, 2, "a"), Count(2, 2, "b")]


def test_what_follows_a_job_is_called_in_the_callers_thread(make_crew, run, job):
    seen = []
    crew = make_crew(2)

    def follow():
        seen.append(threading.get_ident())
        if len(seen) < 3:
            crew.add("next", job(int), follow)

    crew.add("first", job(int), follow)
    crew.add("bad", job(int, "x"), seen.clear)
    with pytest.raises(ValueError, match="invalid literal"):
        run(crew.run())
    crew.add("first", job(int), follow)
    seen.clear()
    run(crew.run())
    assert seen == [threading.get_ident()] * 3


def test_the_first_failure_ends_it(make_crew, run, job):
    done = []
    crew = make_crew(1)
    crew.add("good", job(done.append, 1))
    crew.add("bad", job(int, "x"))
    crew.add("never", job(done.append, 2))
    with pytest.raises(ValueError, match="invalid literal"):
        run(crew.run())
    assert done == [1]
    run(crew.run())
    assert done == [1], "nothing is left over for the next run"


async def test_what_is_under_way_is_cancelled():
    from comodit_client.rest._async_io import WorkerPool

    ended = []

    async def forever():
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("forever")

    async def fail():
        await asyncio.sleep(0)
        raise KeyError("x")

    crew = WorkerPool(2)
    crew.add("forever", forever)
    crew.add("fail", fail)
    async with asyncio.timeout(LONG):
        with pytest.raises(KeyError):
            await crew.run()
    assert ended == ["forever"]
