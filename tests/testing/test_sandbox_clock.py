"""A client with a `SandboxClock` passes the time of the sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from comodit_client.rest.exceptions import WaitTimeout
from comodit_client.rest.options import Clock, Polling
from comodit_client.sandbox import ManualClock, Sandbox
from comodit_client.testing import SandboxClock

HALF_AN_HOUR = 1800


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(provision_time=HALF_AN_HOUR, change_time=600, clock=ManualClock()) as made:
        yield made


@pytest.fixture
def client(make_client, sandbox):
    polling = Polling(max_interval=60, clock=SandboxClock(sandbox))
    return make_client(sandbox.url, "UUU", "PPP", transport=None, polling=polling)


@pytest.fixture
def host(client, run):
    return run(client.hosts("OOO", "Default").create("web-1", "", "Demo Platform", "Demo Distribution"))


def polls(sandbox: Sandbox) -> int:
    return sandbox.stats()["requests"]["GET /api/organizations/OOO/environments/Default/hosts/web-1"]


def test_half_an_hour_passes_with_the_polls(host, run, sandbox):
    before = sandbox.now()
    run(run(host.provision()).wait(timeout=2000))
    assert HALF_AN_HOUR <= sandbox.now() - before <= HALF_AN_HOUR + 60
    assert polls(sandbox) == 41


def test_a_timeout_passes_as_well(host, run, sandbox):
    run(host.provision())
    before = sandbox.now()
    with pytest.raises(WaitTimeout):
        run(host.wait_for_state("READY", timeout=HALF_AN_HOUR - 1))
    assert sandbox.now() - before == pytest.approx(HALF_AN_HOUR - 1)


def test_an_installation_takes_its_time(host, run, sandbox):
    run(run(host.provision()).wait())
    before = sandbox.now()
    run(run(host.install("Wordpress", {"wp_admin_password": "XXX"})).wait(timeout=3600))
    assert sandbox.now() - before >= 600


def test_a_fleet_and_its_report(client, run, colour, sandbox):
    hosts = client.hosts("OOO", "Default")
    new = [run(hosts.create(f"web-{number}", "", "Cloud", "Demo Distribution")) for number in range(5)]
    report = run(colour.module("fleet").provision(new, timeout=2000))
    assert len(report.done) == 5
    assert all(HALF_AN_HOUR <= seconds < 2000 for seconds in report.durations.values())


def test_no_pause_of_a_thread_is_lost(sandbox):
    clock = SandboxClock(sandbox)
    before = clock.monotonic()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(clock.sleep, [1.0] * 500))
    assert clock.monotonic() - before == 500


def test_it_is_a_clock(sandbox):
    assert isinstance(SandboxClock(sandbox), Clock)


def test_the_package_has_one_name():
    import comodit_client.testing

    with pytest.raises(AttributeError, match="has no attribute 'Other'"):
        _ = comodit_client.testing.Other
