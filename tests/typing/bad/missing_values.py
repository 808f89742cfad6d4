"""Values that may be None, used as if they were always there."""

from comodit_client.api import Client
from comodit_client.api.importer import Import

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
host = client.get_host("OOO", "Default", "web-1")
execution = host.run_orchestration("Restart")
entry = client.get_published_app("5E5E", "OOO")

print(host.get_instance().get_property("x").upper())  # type error
print("http://" + host.get_instance().get_property("publicDnsName"))  # type error
address: str = host.get_instance().get_ip("eth0")  # type error
print(len(host.get_instance().get_ip("eth0")))  # type error
print(host.description.upper())  # type error
print(host.state.lower())  # type error
print("description: " + host.description)  # type error
print(org.secret_key.upper())  # type error
print(execution.status.lower())  # type error
print("the uuid is " + entry.uuid)  # type error
client.get_published_app(entry.uuid)  # type error
client.get_platform("OOO", host.platform_name)  # type error
print(Import().report.done)  # type error
for part in execution.failed_parts():
    print(part.error.upper())  # type error
