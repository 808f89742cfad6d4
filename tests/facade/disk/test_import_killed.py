"""An import is killed between any two of its requests: what it made stays, and the next run completes it."""

from __future__ import annotations

import pytest

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import

from .conftest import furnished, points_of
from .forks import Forks
from .same import compared, rename

#: Imports a folder; the process kills itself before its n-th request that changes something, or after the response.
SCRIPT = """
import itertools, os, signal
import httpx
from comodit_client.api import Client
from comodit_client.api.importer import Import

class Mortal(httpx.HTTPTransport):
    def __init__(self, last, when):
        super().__init__()
        self.numbers = itertools.count(1)  # of all threads
        self.last, self.when = last, when

    def handle_request(self, request):
        if request.method == "GET":
            return super().handle_request(request)
        number = next(self.numbers)
        if (number, self.when) == (self.last, "before"):
            os.kill(os.getpid(), signal.SIGKILL)
        response = super().handle_request(request)
        response.read()
        if (number, self.when) == (self.last, "after"):
            os.kill(os.getpid(), signal.SIGKILL)
        return response

def run(url, folder, last, when, parallel):
    mortal = Mortal(last, when)
    with Client(url, "UUU", "PPP", transport=mortal) as client:
        Import(parallel=parallel).import_organization(client, folder)
    return next(mortal.numbers) - 1

import sys
with Client(sys.argv[2], "UUU", "PPP") as client:  # imports all modules
    Import(queue_actions=True).import_organization(client, sys.argv[3])
"""


@pytest.fixture
def client(comodit_sandbox):
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        yield client


@pytest.mark.slow
def test_the_next_run_ends_what_a_killed_one_began(client, comodit_sandbox, tmp_path, read):
    folder = tmp_path / "o"
    organization = furnished(client.get_organization("OOO"), lambda value: value)
    Export(with_secrets=True).export_organization(organization, folder)
    rename(folder, "Whole")
    with Forks(SCRIPT, comodit_sandbox.url, str(folder)) as forks:
        created = outcomes(client, comodit_sandbox.url, forks, folder, read)
    # The points go from one end to the other: less and less was still to be made.
    assert created[0] > created[10] > created[-1]


def outcomes(client, url, forks, folder, read):
    """How many entities were still to be created after a kill at each of some points."""
    requests = forks.run(url, str(folder), 0, "", 1)
    created = []
    for point in points_of(2 * requests, 20):
        last, when = (point + 1) // 2, "before" if point % 2 else "after"
        rename(folder, f"Part{point}")
        assert forks.run(url, str(folder), last, when, 8 if point % 4 < 2 else 1) is None
        importer = Import(update_existing=True)
        importer.import_organization(client, folder)
        created.append(sum(summary.startswith("Create ") for summary in importer.report.done))
        result = folder.with_name(str(point))
        Export(with_secrets=True).export_organization(client.get_organization(f"Part{point}"), result)
        assert compared(read(result)) == compared(read(folder)), (last, when)
    return created
