"""Each request under way has a connection of its own; those that were idle for long are closed."""

import inspect

import pytest

from comodit_client.rest import _async_http, _sync_http


class Lanes:
    """Makes lanes, and remembers which were closed."""

    def __init__(self, colour):
        self.module = _async_http if colour.is_async else _sync_http
        self.is_async = colour.is_async
        self.made, self.closed = [], []

    def connect(self):
        lane = self.module.Lane(None, lambda: self.close(lane))
        self.made.append(lane)
        return lane

    def close(self, lane):
        self.closed.append(lane)
        return self.nothing() if self.is_async else None

    async def nothing(self):
        pass


@pytest.fixture
def lanes(colour):
    return Lanes(colour)


@pytest.fixture
def clock(colour, monkeypatch):
    """The time, which stands still until a test moves it."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


@pytest.fixture
def pool(lanes, run):
    async def made():
        return lanes.module.Pool(lanes.connect)

    return run(made()) if lanes.is_async else lanes.module.Pool(lanes.connect)


@pytest.fixture
def call(run):
    def called(function, *arguments):
        found = function(*arguments)
        return run(found) if inspect.isawaitable(found) else found

    return called


def test_one_request_after_the_other_uses_one_lane(lanes, pool, call):
    for _ in range(10):
        call(pool.release, call(pool.acquire))
    assert len(lanes.made) == 1


def test_requests_at_the_same_time_have_lanes_of_their_own(lanes, pool, call):
    held = [call(pool.acquire) for _ in range(5)]
    assert len(set(held)) == len(lanes.made) == 5
    for lane in held:
        call(pool.release, lane)
    again = [call(pool.acquire) for _ in range(5)]
    assert set(again) == set(held)
    assert len(lanes.made) == 5


@pytest.mark.usefixtures("clock")
def test_the_lane_that_was_used_last_is_used_first(pool, call):
    first, second = call(pool.acquire), call(pool.acquire)
    call(pool.release, first)
    call(pool.release, second)
    assert call(pool.acquire) is second


def test_idle_lanes_are_closed_one_by_one(lanes, pool, call, clock):
    held = [call(pool.acquire) for _ in range(3)]
    for lane in held:
        call(pool.release, lane)
    clock[0] += 6
    for closed in ([], [held[0]], [held[0], held[1]], [held[0], held[1]]):
        assert lanes.closed == closed
        call(pool.release, call(pool.acquire))
    assert call(pool.acquire) is held[2]


def test_close_closes_all_lanes_once(lanes, pool, call):
    held = [call(pool.acquire) for _ in range(3)]
    call(pool.release, held[0])
    call(pool.close)
    assert set(lanes.closed) == set(held)
    assert len(lanes.closed) == 3


def test_a_given_transport_is_shared_and_closed_once(lanes, call, colour, run):
    closed = []

    class Transport:
        def handle_request(self, request):
            raise AssertionError

        handle_async_request = handle_request

        def close(self):
            closed.append(self)

        async def aclose(self):
            closed.append(self)

    async def over():
        return lanes.module.pool_over(Transport())

    pool = run(over()) if colour.is_async else lanes.module.pool_over(Transport())
    for lane in [call(pool.acquire) for _ in range(3)]:
        call(pool.release, lane)
    call(pool.close)
    assert len(closed) == 1
