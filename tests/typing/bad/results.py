"""Results of actions and members of failures that do not exist."""

from comodit_client.api import Client
from comodit_client.api.exceptions import ChangeFailed, ExecutionFailed, HostFailed, WaitTimeout

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
host = client.get_host("OOO", "Default", "web-1")

host.provision().wait(timeot=60)  # type error
host.provision().wait(timeout="60")  # type error
host.install("Wordpress").wait(timeot=60)  # type error
host.install("Wordpress").wait(progress=5)  # type error
host.run_orchestration("Restart").wait(timeot=60)  # type error
host.get_application("Wordpress").run_handler("Restart").wait(timeot=60)  # type error
print(host.install("Wordpress").sate)  # type error
print(host.diagnose().no_such_member)  # type error
print(client.whoami().nmae)  # type error
client.ping(host)  # type error

try:
    host.wait_for_state("READY", timeout=60)
except ChangeFailed as failed:
    print(failed.tasks[0].eror)  # type error
    print(failed.changes[0].lable)  # type error
except ExecutionFailed as stopped:
    print(stopped.failed[0].hots)  # type error
except HostFailed as broken:
    print(broken.failed[0].state)  # type error
except WaitTimeout as late:
    print(late.late.name)  # type error
