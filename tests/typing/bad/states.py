"""States that do not exist."""

from comodit_client.api import Client

client = Client("https://my.comodit.com/api", "UUU", "PPP")
hosts = client.hosts("OOO", "Default")
host = hosts.get("web-1")
instance = host.get_instance()

host.wait_for_state("REDAY")  # type error
host.wait_for_state("ready", timeout=60)  # type error
host.wait_for_state("RUNNING", timeout=60)  # type error
host.wait_for_state(state="DEFINDE", timeout=60)  # type error
hosts.wait_for_state("REDAY", timeout=60)  # type error
hosts.wait_for_state("REDAY", names=["web-1"], timeout=60)  # type error
hosts.wait_for_state("READY", failures=["EROR"], timeout=60)  # type error
instance.wait_for_state("RUNING", timeout=60)  # type error
instance.wait_for_state("READY", timeout=60)  # type error
