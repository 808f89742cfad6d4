"""Fleets pass the time of the clock of `Polling`, and name machines that are stopped."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from comodit_client.rest.exceptions import WaitTimeout
from comodit_client.rest.options import Polling
from comodit_client.sandbox import ManualClock, Sandbox
from comodit_client.testing import SandboxClock
from tests.fleet.conftest import asked

PROVISION_TIME = 900


@pytest.fixture
def sandbox():
    with Sandbox(provision_time=PROVISION_TIME, change_time=60, clock=ManualClock()) as made:
        yield made


@pytest.fixture
def client(connect, sandbox):
    return connect(polling=Polling(initial_interval=60, multiplier=1, max_interval=60, clock=SandboxClock(sandbox)))


@pytest.fixture
def hosts_on(client, run):
    """Make hosts of a new platform, which provisions several machines at the same time."""

    def make(driver, count):
        platform = client.platforms("OOO").new("P", "", f"com.guardis.cortex.server.driver.{driver}")
        if driver == "LibvirtDriver":
            platform.add_setting("libvirt.connectUrl", "qemu:///system")
        run(platform.create({"default": True}))
        hosts = client.hosts("OOO", "Default")
        return [run(hosts.create(f"web-{number}", "", "P", "Demo Distribution")) for number in range(count)]

    return make


@pytest.fixture
def hosts(hosts_on):
    return hosts_on("AmazonEc2Driver", 6)


def instances(sandbox):
    found = sandbox.stats()["requests"].items()
    return sum(count for line, count in found if line.startswith("GET") and line.rstrip("/").endswith("/instance"))


def test_all_hosts_share_the_polls(fleet, hosts, run, sandbox):
    before = sandbox.now()
    report = run(fleet.provision(hosts, timeout=1000, parallel=3))
    assert report.ok
    assert sandbox.now() - before == PROVISION_TIME
    assert set(report.durations.values()) == {PROVISION_TIME}
    assert asked(sandbox, "GET", "/hosts/") == 1 + 1 + PROVISION_TIME // 60


def test_time_passes_only_while_nothing_is_under_way(fleet, hosts, run, sandbox):
    """Else a wait could time out while the actions of other hosts are sent."""
    sandbox.fail("latency", seconds=0.2, method="POST", path="/api/*/instance/", times=2)
    report = run(fleet.provision(hosts, timeout=PROVISION_TIME, parallel=2))
    assert report.ok
    assert set(report.durations.values()) == {PROVISION_TIME}


def test_a_timeout_passes(fleet, hosts, run, sandbox):
    before = sandbox.now()
    report = run(fleet.provision(hosts, timeout=100))
    assert len(report.failed) == 6
    assert sandbox.now() - before == 100
    assert all(isinstance(result.exception, WaitTimeout) for result in report.failed)


def test_actions_in_an_executor(fleet, hosts, run, sandbox):
    """Their clients are copies, and the clock of the waits is in this process only."""
    with ThreadPoolExecutor(2) as threads:
        report = run(fleet.provision(hosts, timeout=1000, executor=threads))
    assert report.ok
    assert set(report.durations.values()) == {PROVISION_TIME}


def test_a_list_that_fails_at_first_is_read_again(fleet, hosts, run, sandbox):
    sandbox.fail("503", path="/api/*/hosts/", times=10)
    before = sandbox.now()
    assert run(fleet.wait(hosts, "DEFINED", timeout=1000)).ok
    assert sandbox.now() - before == 60


@pytest.mark.parametrize("action", ["wait", "provision"])
def test_stopped_machines_are_named(fleet, hosts_on, run, sandbox, action):
    hosts = hosts_on("LibvirtDriver", 6)
    for host in hosts:
        run(host.provision())
    report = run(getattr(fleet, action)(hosts, timeout=2 * PROVISION_TIME))
    texts = [result.error for result in report.failed]
    assert sum("Its machine is STOPPED: with a libvirt platform" in text for text in texts) == 4
    assert sum("use a longer timeout" in text for text in texts) == 2
    assert [str(result.exception) for result in report.failed] == texts
    assert instances(sandbox) == 4
    assert run(fleet.start(hosts, timeout=PROVISION_TIME)).ok


def test_a_machine_that_cannot_be_read_stays_a_timeout(fleet, hosts, run, sandbox):
    sandbox.fail("500", path="*/instance/", method="GET", times=0)
    report = run(fleet.provision(hosts[:2], timeout=10))
    assert [result.error.endswith("use a longer timeout.") for result in report.failed] == [True, True]
    assert instances(sandbox) == 2
