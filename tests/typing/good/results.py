"""Wait for what an action starts, and read why it failed."""

from comodit_client.api import Client
from comodit_client.api.exceptions import HostFailed

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
host = client.get_host("OOO", "Default", "web-1")

host.provision().wait(timeout=1800)
host.provision().wait(timeout=1800, progress=lambda result: print(result.state))
installation = host.install("Wordpress", {"wp_admin_password": "XXX"})
installation.wait(timeout=600)
print(installation.state, installation.error)
restart = host.get_application("Wordpress").run_handler("Restart")
restart.wait(timeout=60)
key: str = restart
host.wait_for_change_terminated(restart, timeout=60)
execution = host.run_orchestration("Restart")
execution.wait(timeout=60)
print(execution.state, execution.error, execution.uuid.upper())
print(host.diagnose().lines(), host.diagnose().reasons, host.diagnose().instance_state)
try:
    host.wait_for_state("READY", timeout=1800, progress=lambda result: print(result.state, result.reached))
except HostFailed as error:
    print([task.error for task in error.tasks], [found.name for found in error.compliance_errors])
    print(error.instance_state, error.last, error.entity)
    for name, diagnosis in error.diagnoses.items():
        print(name, [task.description for task in diagnosis.tasks])
