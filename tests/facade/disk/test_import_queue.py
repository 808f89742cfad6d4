"""What the actions of an import wait for, and what becomes of a queue."""

from __future__ import annotations

import asyncio

import pytest

from comodit_client.aio._transfer.actions import Action
from comodit_client.aio._transfer.queue import ActionsQueue
from comodit_client.disk.plan import EntitySteps, Plan
from comodit_client.rest.exceptions import ImportException, UnusableFile
from comodit_client.rest.report import Report

LONG = 10  # seconds until a test that would hang fails


class Waiting(Action):
    """An action that lasts until the test ends it."""

    def __init__(self, name, begun):
        super().__init__(False)
        self.name, self.begun = name, begun
        self.ended = asyncio.get_running_loop().create_future()

    def get_summary(self):
        return self.name

    async def execute(self):
        self.begun.append(self.name)
        await self.ended


@pytest.fixture
async def actions():
    """Actions by names of one letter, what has begun of them, and how some end."""
    begun = []
    found = {name: Waiting(name, begun) for name in "ABCabcdefz"}

    async def end(names, error=None):
        for name in names:
            if error is None:
                found[name].ended.set_result(None)
            else:
                found[name].ended.set_exception(error)
        for _ in range(20):
            await asyncio.sleep(0)
        return "".join(begun)

    return found, end


async def doing(queue, parallel=8):
    """Begin with what a queue holds."""
    task = asyncio.ensure_future(queue.apply_actions(False, None, parallel))
    for _ in range(20):
        await asyncio.sleep(0)
    return task


def siblings(found):
    """A, B and C, with what hangs on them; z is something else."""
    plan: Plan[Action] = Plan()
    deletions: Plan[Action] = Plan()
    for name, hanging in (("A", "ab"), ("B", "cd"), ("C", "")):
        steps = EntitySteps(plan, deletions)
        steps.head.add(found[name])
        for inner in hanging:
            (steps.tail.add if name == "A" else steps.tail.add_parallel)(found[inner])
    queue = ActionsQueue()
    queue.add_plan(plan)
    queue.add_action(found["z"])
    return queue


async def test_siblings_wait_for_each_other_but_not_for_what_hangs_on_them(actions):
    found, end = actions
    queue = siblings(found)
    async with asyncio.timeout(LONG):
        task = await doing(queue)
        assert await end("") == "A"
        assert await end("A") == "ABa"
        assert await end("B") == "ABaCcd"
        assert await end("dC") == "ABaCcd"
        assert await end("a") == "ABaCcdb"
        assert await end("c") == "ABaCcdb"
        assert await end("b") == "ABaCcdbz"
        await end("z")
        assert (await task).done == tuple("AabBcdCz")
    assert queue.actions == []


async def test_no_more_are_under_way_than_allowed(actions):
    found, end = actions
    async with asyncio.timeout(LONG):
        task = await doing(siblings(found), 2)
        assert await end("A") == "ABa"
        assert await end("B") == "ABaC"
        assert await end("C") == "ABaCc"
        assert await end("adc") == "ABaCcdb"
        assert await end("bz") == "ABaCcdbz"
        await task


async def test_one_at_a_time_all_goes_in_the_order_of_the_list(actions):
    found, end = actions
    queue = siblings(found)
    names = "".join(action.get_summary() for action in queue.actions)
    async with asyncio.timeout(LONG):
        task = await doing(queue, 1)
        for number, name in enumerate(names, 1):
            assert await end("") == names[:number]
            await end(name)
        await task


async def test_after_a_failure_nothing_is_begun_and_the_rest_stays(actions):
    found, end = actions
    queue = siblings(found)
    async with asyncio.timeout(LONG):
        task = await doing(queue)
        await end("A")
        assert await end("a", UnusableFile("gone")) == "ABa"
        assert await end("B") == "ABa"
        with pytest.raises(ImportException) as caught:
            await task
    assert caught.value.report == Report(("A", "B"), (), "a", tuple("bcdCz"))
    assert [action.get_summary() for action in queue.actions] == list("abcdCz")


async def test_what_was_done_is_known_when_the_caller_gives_up(actions):
    found, end = actions
    queue = siblings(found)
    async with asyncio.timeout(LONG):
        task = await doing(queue)
        await end("AB")
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert [action.get_summary() for action in queue.actions] == list("abcdCz")


async def test_a_queue_that_was_executed_is_empty_and_does_nothing():
    queue = ActionsQueue()
    assert await queue.apply_actions(True) == Report()
    assert queue.no_conflict()
