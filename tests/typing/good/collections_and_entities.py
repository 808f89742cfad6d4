"""Find, read, change and delete entities."""

from comodit_client.api import Client
from comodit_client.api.exceptions import Conflict, EntityNotFoundException

with Client("https://my.comodit.com/api", "UUU", "PPP") as client:
    org = client.get_organization("OOO")
    hosts = org.get_environment("Default").hosts()

    for host in hosts:
        print(f"{host.name:20} {host.state or 'unknown':12} {host.description or ''}")
    names = sorted(host.name for host in hosts if host.state == "READY")
    print(len(hosts), hosts.count(), "web-1" in hosts, hosts["web-1"] in hosts, hosts.exists("web-1"), names)
    print([host.name for host in hosts.list({"key": "K"})], {host.name: host.state for host in hosts.list_complete()})

    host = hosts.create("web-1", "front end", "Demo Platform", "Demo Distribution", ["Wordpress"])
    same = hosts.new("web-1", platform="Demo Platform", applications=("Wordpress",))
    print(host == same, host.url, host.identifier, host.label, hosts.url, host.client is client)
    host.description = "front end of the shop"
    host.update()
    host.rename("web-2")
    host.description = None
    try:
        host.update(if_unchanged=True)
    except Conflict:
        host.refresh()
    del host.description
    host.get_json()["costCentre"] = 4711
    host.update({"force": True})

    first, *others = host.application_names
    print(first.upper(), [name.lower() for name in others])
    application = org.get_application(first)
    print(" ".join(package.name for package in application.packages))
    application.packages[0].name = "httpd-core"
    for service in application.services:
        service.enabled = not service.enabled
    application.update()
    clone = application.clone("Wordpress 2")
    clone.lock()
    clone.delete()

    copied = host.clone()
    copied.delete()
    hosts.delete("web-2")
    org.host_groups().create("Front")
    org.webhooks().delete("Ask")
    try:
        hosts.get("web-2")
    except EntityNotFoundException as error:
        print(error.message.capitalize())

    for flavor in client.flavors():
        print(flavor.name, client.get_flavor(flavor.name) == flavor)
    for group in org.groups():
        print(group.name, [user.username for user in group.users])
    for platform in org.platforms().list():
        for parameter in platform.parameters():
            print(platform.driver.name, parameter.name, parameter.value)
