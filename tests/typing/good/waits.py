"""Wait for one host and for many, with progress."""

import time

from comodit_client.api import Client
from comodit_client.api.host import Host
from comodit_client.rest.options import Polling

client = Client("https://my.comodit.com/api", "UUU", "PPP", polling=Polling(initial_interval=1, max_interval=10.5))
hosts = client.hosts("OOO", "Default")
host = hosts.get("web-1")

host.provision()
host.wait_for_state("READY", 1800)
host.wait_for_state("READY", timeout=1800.5, progress=lambda result: print(result.state))
host.wait_for_state("READY", timeout=None)
host.wait_for_state(Host.State.READY, timeout=60)
host.wait_for_pending_changes(timeout=600, progress=print)
host.wait_for_change_terminated(host.get_application("Wordpress").run_handler("Restart"), timeout=60)
host.get_instance().wait_for_state("RUNNING", timeout=60)
print(host.get_instance().wait_for_property("publicDnsName", timeout=300).upper())
print(host.get_instance().wait_for_address(timeout=300).split("."))

ready = hosts.wait_for_state("READY", ["web-1", "web-2"], timeout=1800)
ready += hosts.wait_for_state("READY", names=(found.name for found in hosts), timeout=1800, failures=["ERROR"])
print([found.name for found in ready])

started = time.monotonic()
seconds: list[float] = []
hosts.wait_for_state("READY", timeout=60, progress=lambda _: seconds.append(time.monotonic() - started))

execution = host.run_orchestration("Restart")
execution.wait_finished(timeout=60)
execution.wait_finished(timeout=60, failures=["ERROR"])
