"""The README's script: live in both colours, and from cassettes; no secret is in a cassette."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from comodit_client import aio, api

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CASSETTES = Path(__file__).resolve().parent / "cassettes"
SETTINGS = {"wp_admin_password": "XXX", "wp_admin_email": "YYY@ZZZ"}


def blocking(endpoint, polling):
    with api.Client(endpoint, "UUU", "PPP", polling=polling) as client:
        org = client.get_organization("OOO")
        host = org.get_environment("Default").hosts().create("my-new-host", "", "Demo Platform", "Demo Distribution")
        host.provision()
        host.wait_for_state("READY")
        host.install("Wordpress", SETTINGS)
        host.wait_for_pending_changes()
        hostname = host.get_instance().get_property("publicDnsName")
        host.get_instance().delete()
        host.delete()
        return hostname


async def asynchronous(endpoint, polling):
    async with aio.Client(endpoint, "UUU", "PPP", polling=polling) as client:
        org = await client.get_organization("OOO")
        hosts = (await org.get_environment("Default")).hosts()
        host = await hosts.create("my-new-host", "", "Demo Platform", "Demo Distribution")
        await host.provision()
        await host.wait_for_state("READY")
        await host.install("Wordpress", SETTINGS)
        await host.wait_for_pending_changes()
        hostname = (await host.get_instance()).get_property("publicDnsName")
        await (await host.get_instance()).delete()
        await host.delete()
        return hostname


@pytest.mark.parametrize("script", ["quickstart.py", "quickstart_async.py"])
def test_the_script_runs_live(endpoint, script):
    done = subprocess.run(
        [sys.executable, EXAMPLES / script],
        env={**os.environ, "COMODIT_API": endpoint},
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("Wordpress available at http://")]
    assert len(line) > len("Wordpress available at http:///")
    assert done.stderr == ""


def test_quickstart_blocking(cassette, polling):
    assert blocking(cassette, polling).endswith(".cloud.sandbox.example")


async def test_quickstart_async(cassette, polling):
    assert (await asynchronous(cassette, polling)).endswith(".cloud.sandbox.example")


def test_no_cassette_holds_a_secret():
    texts = [file.read_text() for file in CASSETTES.glob("*.yaml")]
    assert len(texts) == 2
    secrets = (base64.b64encode(b"UUU:PPP").decode(), "authorization", "xxx")
    assert not [secret for secret in secrets for text in texts if secret.lower() in text.lower()]
