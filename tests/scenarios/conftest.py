"""The scenarios run live against the sandbox, and from cassettes: `make cassettes` records them again."""

import subprocess
import sys
from urllib.parse import urljoin

import httpx
import pytest

from comodit_client.rest.options import Polling


@pytest.fixture(scope="session")
def endpoint():
    """The API root of a sandbox in a process of its own."""
    command = [sys.executable, "-m", "comodit_client.sandbox", "--port", "0"]
    command += ["--provision-time", "0.1", "--change-time", "0.1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sandbox:
        try:
            yield f"http://127.0.0.1:{sandbox.stdout.readline().split()[-1]}/api"
        finally:
            sandbox.terminate()
            sandbox.stdout.close()


@pytest.fixture(scope="session")
def recorded_sandbox(request):
    """The API root of the sandbox to record, started for `--comodit-record=sandbox`; None in a replay."""
    recording = request.config.getoption("comodit_record")
    assert recording in (None, "sandbox"), "these scenarios are recorded from the sandbox"
    return request.getfixturevalue("endpoint") if recording else None


@pytest.fixture(scope="session")
def comodit_record_url(recorded_sandbox):
    return recorded_sandbox


@pytest.fixture(autouse=True)
def new_server(recorded_sandbox):
    """Record each scenario from a new sandbox. This precedes the cassette, which does not hold the reset."""
    if recorded_sandbox:
        httpx.post(urljoin(recorded_sandbox, "/sandbox/reset"), json={}).raise_for_status()


@pytest.fixture
def connect(comodit_cassette, colour, run):
    """Return a client of the recorded server; it polls fast when recorded, and a replay takes no time at all."""
    clients = []

    def make(**options):
        polling = Polling(initial_interval=0.02, multiplier=1.5, max_interval=0.1)
        make_client = colour.module("client").Client
        clients.append(make_client(comodit_cassette.url, "UUU", "PPP", polling=polling, **options))
        return clients[-1]

    yield make
    for client in clients:
        run(client.close())
