"""A sandbox in which time passes only while a wait sleeps, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from comodit_client.api import Client
from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.state.clock import ManualClock
from tests.cli.conftest import Run

#: Seconds of the sandbox that pass in each pause between two polls.
STEP = 0.4


@pytest.fixture(scope="session")
def _stopped_server() -> Iterator[Sandbox]:
    with Sandbox(clock=ManualClock()) as sandbox:
        yield sandbox


@pytest.fixture
def stopped(_stopped_server: Sandbox) -> Sandbox:
    """Return a sandbox in which nothing that is started ever ends, until `advance`."""
    return _filled(_stopped_server)


@pytest.fixture
def slow(stopped: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Return a sandbox in which what is started ends after a few polls of this process."""
    monkeypatch.setattr("comodit_client.rest._sync_io.sleep", lambda _: stopped.advance(STEP))
    return stopped


@pytest.fixture
def slow_cli(slow: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    return _with_credentials(slow, run, monkeypatch)


@pytest.fixture
def stopped_cli(stopped: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    return _with_credentials(stopped, run, monkeypatch)


def _with_credentials(sandbox: Sandbox, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name, value in credentials(sandbox).items():
        monkeypatch.setenv(name, value)
    return run


def credentials(sandbox: Sandbox) -> dict[str, str]:
    return {"COMODIT_API": sandbox.url, "COMODIT_USERNAME": "UUU", "COMODIT_PASSWORD": "PPP"}


def _filled(sandbox: Sandbox) -> Sandbox:
    """Make two hosts, an orchestration that runs a handler on them, and a pipeline that runs it."""
    sandbox.reset()
    sandbox.make_hosts(2, prefix="web-", applications=["Wordpress"], provisioned=True)
    with Client(sandbox.url, "UUU", "PPP") as client:
        organization = client.get_organization("OOO")
        places = [{"position": n, "environment": "Default", "host": f"web-0000{n}"} for n in range(2)]
        organization.host_groups().create("Front", hosts=places)
        organization.orchestrations().create(
            "Rolling",
            applications_operations=[{"position": 0, "application": "Wordpress", "handler": "Restart"}],
            ordered_host_group=[{"position": 0, "hostGroup": {"name": "Front"}}],
        )
        stage = organization.pipelines().create("Release").stages.create("Deploy")
        stage.steps.create("All", orchestration="Rolling")
    sandbox._control._requests.clear()
    return sandbox


def provision_again(sandbox: Sandbox, host: str) -> None:
    """Give a host a new machine, so that it is PROVISIONING."""
    with Client(sandbox.url, "UUU", "PPP") as client:
        found = client.get_host("OOO", "Default", host)
        found.get_instance().delete()
        found.provision()
    sandbox._control._requests.clear()


def requests(sandbox: Sandbox) -> dict[str, int]:
    """Return the number of requests since the last fixture, by method and path."""
    found: dict[str, int] = sandbox.stats()["requests"]
    return {
        line.replace("/api/organizations/OOO", "").replace("/organizations/OOO", ""): n for line, n in found.items()
    }
