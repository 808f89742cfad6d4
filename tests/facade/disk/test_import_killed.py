"""An import is killed between any two of its requests: what it made stays, and the next run ends it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys

import pytest

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import

from .same import compared, rename

#: Imports a folder; the process kills itself before its n-th request, or after that was answered.
SCRIPT = """
import os, signal, sys
import httpx
from comodit_client.api import Client
from comodit_client.api.importer import Import

url, folder, last, when = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]

class Mortal(httpx.HTTPTransport):
    asked = 0

    def handle_request(self, request):
        if request.method == "GET":
            return super().handle_request(request)
        self.asked += 1
        if (self.asked, when) == (last, "before"):
            os.kill(os.getpid(), signal.SIGKILL)
        response = super().handle_request(request)
        response.read()
        if (self.asked, when) == (last, "after"):
            os.kill(os.getpid(), signal.SIGKILL)
        return response

mortal = Mortal()
with Client(url, "UUU", "PPP", transport=mortal) as client:
    Import(parallel=1).import_organization(client, folder)
print(mortal.asked)
"""


@pytest.fixture
def client(comodit_sandbox):
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        yield client


def killed(url, folder, last, when):
    command = [sys.executable, "-c", SCRIPT, url, str(folder), str(last), when]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
    return int(ended.stdout) if ended.returncode == 0 else None


def test_the_next_run_ends_what_a_killed_one_began(client, comodit_sandbox, tmp_path, read):
    organization = client.get_organization("OOO")
    host = organization.get_environment("Default").hosts().create("web", "", "Demo Platform", "Demo Distribution")
    host.install("Wordpress", {"wp_admin_password": "p", "wp_admin_email": "a@b.c"})
    folder = tmp_path / "o"
    Export(with_secrets=True).export_organization(organization, folder)

    random_points = random.Random(6)
    rename(folder, "Whole")
    asked = killed(comodit_sandbox.url, folder, 0, "")
    points = [(last, when) for last in range(1, asked + 1) for when in ("before", "after")]
    chosen = random_points.sample(points, min(20, len(points)))
    assert len(chosen) == 20
    for number, (last, when) in enumerate(chosen):
        name = f"Part{number}"
        rename(folder, name)
        assert killed(comodit_sandbox.url, folder, last, when) is None
        Import(update_existing=True).import_organization(client, folder)
        Export(with_secrets=True).export_organization(client.get_organization(name), tmp_path / name)
        assert compared(read(tmp_path / name)) == compared(read(folder)), (last, when)
