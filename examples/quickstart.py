"""Provisions a host, installs Wordpress on it, prints its address, and takes everything down again."""

import os
import time

from comodit_client.api import Client

started = time.monotonic()


def step(text: str) -> None:
    """Tell what was done, and the seconds since the start."""
    print(f"[{time.monotonic() - started:5.1f} s] {text}")


client = Client(os.environ.get("COMODIT_API", "https://my.comodit.com/api"), "UUU", "PPP")
org = client.get_organization("OOO")
host = org.get_environment("Default").hosts().create("my-new-host", "", "Demo Platform", "Demo Distribution")
step("Host created")

host.provision()
step("Provisioning started")
host.wait_for_state("READY")
step("Host is ready")

host.install("Wordpress", {"wp_admin_password": "XXX", "wp_admin_email": "YYY@ZZZ"})
step("Installation of Wordpress queued")
host.wait_for_pending_changes()
step("Wordpress is installed")

hostname = host.get_instance().get_property("publicDnsName")
print("Wordpress available at http://" + hostname + "/")

host.get_instance().delete()
step("Instance deleted")
host.delete()
step("Host deleted")
