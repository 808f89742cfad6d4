"""An import is killed between any two of its requests: what it made stays, and the next run ends it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import

from .conftest import furnished, points_of
from .same import compared, rename

#: Imports a folder; the process kills itself before its n-th request, or after that was answered.
SCRIPT = """
import itertools, os, signal, sys
import httpx
from comodit_client.api import Client
from comodit_client.api.importer import Import

url, folder, last, when, parallel = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], int(sys.argv[5])

class Mortal(httpx.HTTPTransport):
    asked = itertools.count(1)  # of all threads

    def handle_request(self, request):
        if request.method == "GET":
            return super().handle_request(request)
        number = next(self.asked)
        if (number, when) == (last, "before"):
            os.kill(os.getpid(), signal.SIGKILL)
        response = super().handle_request(request)
        response.read()
        if (number, when) == (last, "after"):
            os.kill(os.getpid(), signal.SIGKILL)
        return response

mortal = Mortal()
with Client(url, "UUU", "PPP", transport=mortal) as client:
    Import(parallel=parallel).import_organization(client, folder)
print(next(mortal.asked) - 1)
"""


@pytest.fixture
def client(comodit_sandbox):
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        yield client


def killed(url, folder, last=0, when="", parallel=1):
    """Import; None when the process was killed, else how many of its requests change something."""
    command = [sys.executable, "-c", SCRIPT, url, str(folder), str(last), when, str(parallel)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
    return int(ended.stdout) if ended.returncode == 0 else None


def test_the_next_run_ends_what_a_killed_one_began(client, comodit_sandbox, tmp_path, read):
    folder = tmp_path / "o"
    organization = furnished(client.get_organization("OOO"), lambda value: value)
    Export(with_secrets=True).export_organization(organization, folder)
    rename(folder, "Whole")
    asked = killed(comodit_sandbox.url, folder)
    created = []
    for point in points_of(2 * asked, 20):
        last, when = (point + 1) // 2, "before" if point % 2 else "after"
        rename(folder, f"Part{point}")
        assert killed(comodit_sandbox.url, folder, last, when, parallel=8 if point % 4 < 2 else 1) is None
        importer = Import(update_existing=True)
        importer.import_organization(client, folder)
        created.append(sum(summary.startswith("Create ") for summary in importer.report.done))
        Export(with_secrets=True).export_organization(client.get_organization(f"Part{point}"), tmp_path / str(point))
        assert compared(read(tmp_path / str(point))) == compared(read(folder)), (last, when)
    # The points go from one end to the other: less and less was still to be made.
    assert created[0] > created[10] > created[-1]
