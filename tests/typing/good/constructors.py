"""Objects from keywords, JSON objects in their place, and lists of both."""

from comodit_client.api import (
    Action,
    ApplicationFile,
    Client,
    Handler,
    HandlerDict,
    Package,
    PackageDict,
    Repository,
    Service,
    ServiceDict,
)

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")

app = org.applications().create(
    name="Gate",
    description="Front gate of the shop",
    packages=[Package(name="gate"), {"name": "gate-utils"}],
    services=[Service(name="gated", enabled=True)],
    repositories=[Repository(name="stable", location="http://repo.example.net/gate/")],
    files=[ApplicationFile(name="gate.conf", path="/etc/gate.conf", owner="root", mode="640")],
    handlers=[Handler(on=["port"], do=[Action(action="restart", resource="service://gated")])],
)

curl = Package(name="curl")
wget: PackageDict = {"name": "wget"}
packages: list[Package | PackageDict] = [curl, wget, {"name": "rsync"}]
app.packages.append(curl)
app.packages.append(wget)
app.packages.append({"name": "rsync"})
app.packages.extend(packages)
app.packages.insert(0, Package(wget))
app.packages[0] = Package({"name": "curl"})
app.packages = packages
app.packages = [Package(name="curl", extra={"arch": "x86_64"})]
app.add_package(Package(name="git"))
print([package.name.upper() for package in app.packages])

service: ServiceDict = {"name": "gated", "enabled": True}
app.services.append(service)
app.services = [service, Service(service), Service(name="gate-cron", enabled=False)]

handler = Handler(name="Reload", on=("port", "host"), do=[{"action": "update", "resource": "file://gate.conf"}])
handler.triggers = ["port"]
handler.triggers.append("host")
handler.add_trigger("scheme")
handler.actions = [Action(action="restart", resource="service://gated")]
handler.add_action(Action({"action": "reload", "resource": "service://gated"}))
install: HandlerDict = {"name": "Install", "on": ["_install"], "do": [{"action": "restart", "resource": "service://x"}]}
app.handlers.append(handler)
app.handlers.append(install)
app.add_handler(Handler(install))
app.update()


def with_packages(*names: str) -> list[Package]:
    """Return packages for names."""
    return [Package(name=name) for name in names]


app.packages = with_packages("curl", "wget")
app.packages.extend(with_packages("git"))

hosts = client.hosts("OOO", "Default")
host = hosts.create(name="web-1", platform="Demo Platform", distribution="Demo Distribution", applications=["Gate"])
print(host.name, org.host_groups().create(name="Front").name, org.environments().create(name="Test").name)
org.webhooks().create(name="Ask", method="GET", protocol="HTTP", server_name="127.0.0.1", port=8080, path="/version")
