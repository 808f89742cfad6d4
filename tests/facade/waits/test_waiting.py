"""The engine that every wait runs on: when it looks, how long it sleeps, and how it ends."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import (
    EntityNotFoundException,
    InvalidArgument,
    RequestTimeout,
    ServerError,
    TooManyRequests,
    TransportError,
    Unauthorized,
    WaitTimeout,
)
from comodit_client.rest.options import Polling

STEADY = Polling(initial_interval=3, multiplier=1, max_interval=3)
PASSING = [
    TransportError("gone"),
    RequestTimeout("late"),
    ServerError("boom", 503),
    TooManyRequests("slow down", 429),
]


@pytest.fixture
def wait(colour, clock):
    """Wait on canned looks: states of which `done` is the goal, and exceptions; the last one is seen for ever."""
    waiting = colour.module("_shared.waiting")

    def start(*outcomes, timeout=0, polling=STEADY, progress=None, takes=0, **options):
        left = list(outcomes)

        def look():
            clock.now += takes
            outcome = left.pop(0) if len(left) > 1 else left[0]
            start.looks += 1
            if isinstance(outcome, BaseException):
                raise outcome
            start.seen = outcome
            return waiting.PollResult(outcome == "done", outcome)

        async def look_async():
            return look()

        start.looks = 0
        spec = waiting.WaitSpec("it", timeout, polling, "entity", progress, **options)
        colour.run(waiting.wait(spec, look_async if colour.is_async else look))
        return start.seen

    return start


def test_the_first_look_is_at_once(wait, clock):
    assert wait("done") == "done"
    assert clock.slept == []
    assert wait.looks == 1


def test_intervals_grow_to_a_bound(wait, clock):
    wait(*["going"] * 7, "done", polling=Polling(initial_interval=0.5, multiplier=2, max_interval=5))
    assert clock.slept == [0.5, 1, 2, 4, 5, 5, 5]


def test_the_defaults_look_often_at_first_and_every_five_seconds_later(wait, clock):
    wait(*["going"] * 12, "done", polling=Polling())
    assert clock.slept[0] == 0.5
    assert clock.slept == sorted(clock.slept)
    assert clock.slept[-1] == 5


def test_there_is_a_last_look_when_the_time_is_over(wait, clock):
    assert wait("going", "going", "done", timeout=5) == "done"
    assert clock.slept == [3, 2]
    with pytest.raises(WaitTimeout):
        wait("going", timeout=5)
    assert wait.looks == 3


def test_no_sleep_goes_past_the_deadline(wait, clock):
    began = clock.now
    with pytest.raises(WaitTimeout):
        wait("going", timeout=10, polling=Polling(initial_interval=4, multiplier=3, max_interval=100))
    assert clock.slept == [4, 6]
    assert clock.now == began + 10


def test_looks_that_take_long_do_not_make_the_sleep_negative(wait, clock):
    with pytest.raises(WaitTimeout):
        wait("going", timeout=5, takes=7)
    assert clock.slept == [0]
    assert wait.looks == 2


def test_a_goal_that_is_reached_in_a_long_look_counts(wait):
    assert wait("going", "done", timeout=5, takes=7) == "done"


@pytest.mark.parametrize("timeout", [0, None, 0.0])
def test_without_time_out_it_waits_for_ever(wait, clock, timeout):
    wait(*["going"] * 1000, "done", timeout=timeout)
    assert clock.slept == [3] * 1000


@pytest.mark.parametrize("timeout", [-1, float("nan"), "5", True, [1]])
def test_a_timeout_that_is_no_number_of_seconds_is_rejected(wait, clock, timeout):
    with pytest.raises(InvalidArgument, match=r"Cannot wait with timeout=.+: give a positive number") as raised:
        wait("going", "done", timeout=timeout)
    assert isinstance(raised.value, ValueError)
    assert clock.slept == []


def test_a_time_out_tells_what_was_waited_for_and_seen(wait):
    with pytest.raises(WaitTimeout, match=r"Timed out after 4 s waiting for it\. Last state: going\.") as raised:
        wait("coming", "going", timeout=4)
    assert (raised.value.last, raised.value.entity) == ("going", "entity")
    assert isinstance(raised.value, TimeoutError)


def test_a_time_out_tells_a_bounded_part_of_what_was_seen(wait):
    with pytest.raises(WaitTimeout) as raised:
        wait("x" * 100_000, timeout=4)
    assert len(str(raised.value)) < 1000
    assert len(raised.value.last) == 100_000


@pytest.mark.parametrize("fault", PASSING, ids=lambda fault: type(fault).__name__)
def test_faults_that_pass_are_ridden_out(wait, clock, fault):
    assert wait(fault, fault, "going", fault, "done") == "done"
    assert wait.looks == 5
    assert len(clock.slept) == 4


def test_faults_are_counted_in_a_row(wait):
    fault = PASSING[0]
    polling = Polling(initial_interval=1, multiplier=1, max_interval=1, max_transient_errors=2)
    assert wait(*[fault, fault, "going"] * 10, "done", polling=polling) == "done"
    assert wait.looks == 31


@pytest.mark.parametrize("max_transient_errors", [0, 1, 5])
def test_patience_ends(wait, max_transient_errors):
    fault = PASSING[2]
    with pytest.raises(ServerError) as raised:
        wait(fault, polling=Polling(initial_interval=1, max_transient_errors=max_transient_errors))
    assert raised.value is fault
    assert wait.looks == max_transient_errors + 1


def test_a_fault_at_the_deadline_is_a_time_out_with_its_cause(wait):
    fault = PASSING[0]
    with pytest.raises(WaitTimeout, match="Last state: going") as raised:
        wait("going", fault, timeout=5)
    assert raised.value.__cause__ is fault
    assert raised.value.last == "going"


def test_a_time_out_of_nothing_but_faults_has_seen_nothing(wait):
    with pytest.raises(WaitTimeout, match="no poll succeeded") as raised:
        wait(PASSING[0], timeout=1)
    assert raised.value.last is None


@pytest.mark.parametrize("fault", [Unauthorized("no", 401), EntityNotFoundException("no", 404), ZeroDivisionError()])
def test_what_does_not_pass_ends_the_wait_at_once(wait, clock, fault):
    with pytest.raises(type(fault)):
        wait("going", fault)
    assert wait.looks == 2
    assert clock.slept == [3]


def test_what_passes_can_be_said(wait):
    missing = EntityNotFoundException("no", 404)
    assert wait(missing, "done", transient_errors=(EntityNotFoundException,)) == "done"


def test_progress_is_called_after_each_poll_with_the_one_that_reaches_the_goal(wait):
    told = []
    wait("a", PASSING[0], "b", "done", progress=told.append)
    assert [(seen.state, seen.reached) for seen in told] == [("a", False), ("b", False), ("done", True)]


def test_progress_is_called_for_a_goal_that_the_first_poll_reaches(wait):
    told = []
    wait("done", progress=told.append)
    assert [(seen.state, seen.reached) for seen in told] == [("done", True)]


def test_progress_is_told_of_the_last_look_as_well(wait):
    told = []
    with pytest.raises(WaitTimeout):
        wait("a", timeout=5, progress=told.append)
    assert len(told) == wait.looks == 3


def test_progress_can_end_the_wait(wait):
    def stop(seen):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wait("going", progress=stop)
    assert wait.looks == 1
