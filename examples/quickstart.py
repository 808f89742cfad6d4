"""Provision a host, install Wordpress on it, print its address, and delete everything again."""

import os
import time

from comodit_client.api import Client

started = time.monotonic()


def step(text: str) -> None:
    """Print what was done, and the seconds since the start."""
    print(f"[{time.monotonic() - started:5.1f} s] {text}")


with Client(os.environ.get("COMODIT_API", "https://my.comodit.com/api"), "UUU", "PPP") as client:
    org = client.get_organization("OOO")
    host = org.get_environment("Default").hosts().create("my-new-host", "", "Demo Platform", "Demo Distribution")
    step("Host created")

    host.provision()
    step("Provisioning started")
    host.wait_for_state("READY", timeout=1800)
    step("Host is ready")

    host.install("Wordpress", {"wp_admin_password": "XXX", "wp_admin_email": "YYY@ZZZ"})
    step("Installation of Wordpress queued")
    host.wait_for_pending_changes(timeout=600)
    step("Wordpress is installed")

    instance = host.get_instance()
    hostname = instance.wait_for_property("publicDnsName", timeout=300)
    print("Wordpress available at http://" + hostname + "/")

    instance.delete()
    step("Instance deleted")
    host.delete()
    step("Host deleted")
