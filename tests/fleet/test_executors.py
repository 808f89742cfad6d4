"""Actions run in any executor of concurrent.futures; a job that is lost is looked up."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import Counter
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor

import httpx
import pytest

from comodit_client.rest.exceptions import WrongType
from tests.fleet.conftest import InFlight, asked, carried_out, names

#: The arguments of actions, and the requests that they send.
REQUESTS = {
    "provision": ((), "POST", "/instance"),
    "run_handler": (("Wordpress", "Restart"), "PUT", "/_run"),
}


class Here(Executor):
    """Runs a job in the caller's thread, outside of its event loop, and may break before or after it."""

    def __init__(self, breaks="", times=1):
        self.breaks, self.times = breaks, times
        self.jobs = 0
        self._threads = ThreadPoolExecutor(1)

    def submit(self, function, /, *arguments, **options):
        self.jobs += 1
        broken = self.breaks if self.jobs <= self.times else ""
        if broken == "at submit":
            raise RuntimeError("no worker")
        if broken == "cancelled":
            future = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future
        return self._threads.submit(_run, broken, function, arguments)


class Remembering(ThreadPoolExecutor):
    """Runs each job in a thread, unless there is a result for the same arguments."""

    def __init__(self):
        super().__init__(1)
        self.results = {}

    def submit(self, function, /, *arguments, **options):
        if arguments not in self.results:
            self.results[arguments] = super().submit(function, *arguments)
        return self.results[arguments]


class Counting(ThreadPoolExecutor):
    """Counts the jobs, and how many are under way at the same time."""

    def __init__(self, expected):
        super().__init__(expected + 1)
        self.jobs = 0
        self.in_flight = InFlight(expected)

    def submit(self, function, /, *arguments, **options):
        self.jobs += 1
        return super().submit(self._counted, function, arguments)

    def _counted(self, function, arguments):
        for _ in self.in_flight.pauses():
            time.sleep(0.001)
        return function(*arguments)


def _run(broken, function, arguments):
    if broken == "before":
        raise RuntimeError("worker died")
    result = function(*arguments)
    if broken == "after":
        raise RuntimeError("worker died")
    if broken == "twice":
        return function(*arguments)
    return result


def die(payload):
    os._exit(1)


@pytest.fixture(scope="module")
def processes():
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("forkserver")) as pool:
        yield pool


def test_actions_run_in_threads(fleet, make_hosts, sandbox, run):
    with ThreadPoolExecutor(3) as pool:
        report = run(fleet.provision(make_hosts(10), parallel=3, executor=pool))
    assert report.ok
    assert set(carried_out(sandbox, "POST", "/instance").values()) == {1}


@pytest.mark.slow
def test_actions_run_in_processes(fleet, make_hosts, sandbox, run, processes):
    report = run(fleet.provision(make_hosts(6), parallel=2, executor=processes))
    assert report.ok
    assert set(carried_out(sandbox, "POST", "/instance").values()) == {1}
    assert asked(sandbox, "GET", "/hosts") >= 2


@pytest.mark.slow
def test_failures_come_back_from_processes(fleet, make_hosts, sandbox, run, processes):
    sandbox.fail("500", method="POST", path="*/host-00001/instance/", times=0)
    report = run(fleet.provision(make_hosts(3), executor=processes))
    assert names(report.failed) == ["host-00001"]
    assert report.failed[0].exception.code == 500


@pytest.mark.slow
@pytest.mark.parametrize("action", ["install", "configure", "run_handler", "stop", "delete"])
def test_every_action_runs_in_processes(fleet, make_hosts, sandbox, run, processes, action):
    hosts = make_hosts(4, provisioned=True, applications=[] if action == "install" else ["Wordpress"])
    arguments = {"install": ("Wordpress",), "configure": ({"a": 1},), "run_handler": ("Wordpress", "Restart")}
    assert run(getattr(fleet, action)(hosts, *arguments.get(action, ()), executor=processes)).ok


@pytest.mark.parametrize("breaks", ["before", "at submit", "cancelled"])
def test_hosts_of_a_lost_job_are_reported(fleet, make_hosts, sandbox, run, breaks):
    report = run(fleet.provision(make_hosts(6), parallel=2, executor=Here(breaks)))
    assert names(report.failed) == ["host-00000"]
    assert "The executor lost the job" in report.failed[0].error
    assert run(report.retry(executor=None)).ok
    assert set(carried_out(sandbox, "POST", "/instance").values()) == {1}


@pytest.mark.parametrize("action", ["provision", "run_handler"])
def test_hosts_of_a_lost_job_are_adopted_if_it_was_done(fleet, make_hosts, sandbox, run, action):
    hosts = make_hosts(6, provisioned=action != "provision", applications=["Wordpress"])
    arguments, method, ending = (
        ((), "POST", "/instance") if action == "provision" else (("Wordpress", "Restart"), "PUT", "/_run")
    )
    assert run(getattr(fleet, action)(hosts, *arguments, parallel=2, executor=Here("after"))).ok
    assert carried_out(sandbox, method, ending) == Counter(host.name for host in hosts)


@pytest.mark.parametrize("action", ["provision", "run_handler"])
def test_a_job_that_runs_twice_does_nothing_twice(fleet, make_hosts, sandbox, run, action):
    hosts = make_hosts(6, provisioned=action != "provision", applications=["Wordpress"])
    arguments, method, ending = (
        ((), "POST", "/instance") if action == "provision" else (("Wordpress", "Restart"), "PUT", "/_run")
    )
    assert run(getattr(fleet, action)(hosts, *arguments, parallel=2, executor=Here("twice", times=9))).ok
    assert carried_out(sandbox, method, ending) == Counter(host.name for host in hosts)


@pytest.mark.slow
def test_a_pool_whose_worker_died_fails_its_hosts(fleet, make_hosts, sandbox, run):
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("forkserver")) as pool:
        pool.submit(die, b"").exception()
        report = run(fleet.provision(make_hosts(3), executor=pool))
    assert len(report.failed) == 3
    assert "BrokenProcessPool" in report.failed[0].error
    assert asked(sandbox, "POST", "/instance") == 0


def test_a_client_that_cannot_be_pickled_is_found_first(fleet, make_client, server, run, colour):
    client = make_client(transport=httpx.MockTransport(lambda request: httpx.Response(200)))
    with ThreadPoolExecutor(1) as pool, pytest.raises(WrongType, match="cannot be pickled"):
        run(fleet.provision([client.hosts("A", "E").new("a")], executor=pool))
    assert server.asked == []


def test_jobs_are_slices(fleet, make_hosts, run):
    executor = Here()
    assert run(fleet.provision(make_hosts(24), parallel=2, executor=executor, wait=False)).ok
    assert executor.jobs == 8


def test_no_job_gets_the_result_of_an_earlier_one(fleet, make_hosts, sandbox, run):
    """Dask keeps results by the arguments of a job."""
    sandbox.fail("500", method="POST", path="*/instance/", times=0)
    with Remembering() as executor:
        report = run(fleet.provision(make_hosts(1), executor=executor))
        sandbox.end_faults()
        assert not report.ok
        assert run(report.retry()).ok


@pytest.mark.parametrize("parallel", [1, 3])
def test_parallel_is_the_number_of_jobs_at_a_time(fleet, make_hosts, run, parallel):
    with Counting(parallel) as executor:
        assert run(fleet.provision(make_hosts(12), parallel=parallel, executor=executor, wait=False)).ok
    assert executor.in_flight.most == parallel
    assert executor.jobs > parallel
