"""Values that the schema does not allow, in constructors, lists and JSON objects."""

from comodit_client.api import Client
from comodit_client.api.application import Action, ApplicationFile, Handler, Package, Repository, Service

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
app = org.get_application("Wordpress")
rolling = org.orchestrations().get("Rolling")
webhook = org.webhooks().get("Ask")

app.packages.append("curl")  # type error
app.packages.append({"nmae": "curl"})  # type error
app.packages.append({"name": 1})  # type error
app.packages.append(Service(name="curl"))  # type error
app.packages.append(["curl"])  # type error
app.packages.extend(["curl"])  # type error
app.packages.insert(0, "curl")  # type error
app.packages[0] = "curl"  # type error
app.packages[0] = Service(name="curl")  # type error
app.packages = "curl"  # type error
app.packages = ["curl"]  # type error
app.packages = [{"nmae": "curl"}]  # type error
app.packages = Package(name="curl")  # type error
app.packages += ["curl"]  # type error
app.add_package("curl")  # type error
app.add_package(Service(name="curl"))  # type error
app.services.append({"name": "gated", "enabled": "yes"})  # type error
app.services[0].enabled = "yes"  # type error
app.services[0].name = None  # type error
app.handlers.append({"on": "port"})  # type error
app.handlers[0].actions.append("restart")  # type error
app.handlers[0].triggers.append(5)  # type error

Package({"nmae": 1})  # type error
Package({"name": 1})  # type error
Package(nmae="curl")  # type error: not ty
Package(name=1)  # type error
Package("curl")  # type error
Package(name="curl", version="8")  # type error: not ty
Handler().triggers = "port"  # type error
Handler().triggers = [5]  # type error: not ty
Handler().actions = Action(action="restart", resource="service://gated")  # type error
Handler().actions = "restart"  # type error
Handler(on="port")  # type error
Handler(do=["restart"])  # type error
Handler(do=Action(action="restart", resource="service://gated"))  # type error
Handler(triggers=["port"])  # type error: not ty
Handler({"on": "port"})  # type error
Action(action="restart", resoure="service://gated")  # type error: not ty
Action({"action": "restart", "resoure": "service://gated"})  # type error
Action().resource = 5  # type error
Service(name="gated", enabled="yes")  # type error
Repository(name="stable", url="http://repo.example.net/gate/")  # type error: not ty
ApplicationFile(name="gate.conf", path="/etc/gate.conf", mode=644)  # type error
ApplicationFile(name="gate.conf", pth="/etc/gate.conf")  # type error: not ty
rolling.ordered_hostgroups = [{"positon": 0}]  # type error
rolling.ordered_hostgroups = [{"position": "first"}]  # type error
rolling.application_operations = [{"application": 5}]  # type error
webhook.parameters = [{"nam": "short", "value": "1"}]  # type error
webhook.parameters = {"short": "1"}  # type error
webhook.port = "8080"  # type error
