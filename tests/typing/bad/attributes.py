"""Misspelt attributes, and values that cannot be assigned."""

from comodit_client.api import Client
from comodit_client.api.exceptions import ApiException, ChangeFailed

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
hosts = org.get_environment("Default").hosts()
host = hosts.get("web-1")
application = org.get_application("Wordpress")

print(client.host("OOO", "Default", "web-1"))  # type error
print(org.enviroments())  # type error
print(hosts.get_all())  # type error
print(hosts.name)  # type error
print(host.stat)  # type error
print(host.get_instance().ip)  # type error
print(host.get_instance().properties[0].vlaue)  # type error
print(host.changes().list()[0].taks)  # type error
print(application.package)  # type error
print(application.packages[0].version)  # type error
print(application.packages.name)  # type error
print(client.list())  # type error

host.descripton = "front end"  # type error
host.description = 5  # type error
host.url = "hosts/web-2/"  # type error
host.client = client  # type error
host.identifier = "web-2"  # type error
host.collection = hosts  # type error
hosts.url = "hosts/"  # type error
client.endpoint = "https://other.example.com/api"  # type error
client.polling.max_interval = 3  # type error
number: int = host.name  # type error

try:
    host.wait_for_pending_changes(timeout=60)
except ChangeFailed as failure:
    print(failure.task)  # type error
    print(failure.changes.label)  # type error
except ApiException as error:
    print(error.status)  # type error
    print("status " + error.code)  # type error
