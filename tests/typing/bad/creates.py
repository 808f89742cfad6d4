"""Keywords of `create` and `new` that do not exist, and values that the schema does not allow."""

from comodit_client.api import Client, Package, Service

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
app = org.get_application("Web")
host = client.get_host("OOO", "Default", "web-1")
rolling = org.orchestrations().get("Rolling")
release = org.pipelines().get("Release")

org.applications().create()  # type error
org.applications().create("Web", packages="nginx")  # type error
org.applications().create("Web", packages=["nginx"])  # type error
org.applications().create("Web", packages=[{"nmae": "nginx"}])  # type error
org.applications().create("Web", packages=Package(name="nginx"))  # type error
org.applications().create("Web", packages=[Service(name="nginx")])  # type error
org.applications().create("Web", handlers=[{"on": "port"}])  # type error
org.applications().create("Web", pakages=[])  # type error: not ty
org.applications().new("Web", uuid="U")  # type error: not ty
client.organizations().create("Shop", descripton="Our shop")  # type error: not ty
client.organizations().create("Shop", populate="yes")  # type error
org.environments().create("Test", settings={"zone": "eu"})  # type error
client.hosts("OOO", "Default").create("web-1", settings="zone")  # type error
client.hosts("OOO", "Default").create("web-1", settings=[{"kye": "zone"}])  # type error
client.hosts("OOO", "Default").new("web-1", state="READY")  # type error: not ty
host.applications().create("Web", enabled="yes")  # type error
host.applications().create("Web", services=["nginx"])  # type error
host.applications().create("Web", settings="port")  # type error
host.applications().create()  # type error
host.platform().create(platfrom="P")  # type error
org.platforms().create("P", driver="a.b.Driver")  # type error
org.platforms().get("P").files().create("motd", delimiter="##")  # type error
org.platforms().get("P").parameters().create("Memory", "memory", schema="integer")  # type error
org.distributions().create("D", flavour_name="Debian 12")  # type error: not ty
app.files().create("a.conf", "/etc/a.conf", mode=644)  # type error
app.files().create("a.conf", pth="/etc/a.conf")  # type error
app.gits().create("theme", endpoint="https://git.example.net/theme.git", tokn="SSS")  # type error: not ty
app.rpm_modules().create("nodejs", steam="18")  # type error: not ty
org.jobs().create("Once", date=5)  # type error
org.jobs().create("Once", enabeld=True)  # type error: not ty
org.notifications().create("Slack", notifiable_views=["compError"])  # type error
org.host_groups().create("Front", hosts=["web-1"])  # type error
org.host_groups().create(nmae="Front")  # type error
org.orchestrations().create("Rolling", applications_operations=[{"aplication": "Web"}])  # type error
rolling.handlers().create("h", trigers=["mail"])  # type error: not ty
release.stages.create("Deploy", order="1")  # type error
release.stages.new("Deploy").steps.create("Restart", orchestraton="Rolling")  # type error: not ty
org.webhooks().create("Ask", port="8080")  # type error
org.webhooks().create("Ask", headers={"X": "1"})  # type error
client.users().create("jo", "jo@example.com", pasword="XXX")  # type error: not ty
org.application_keys().create("ci", expires="2031-01-05")  # type error: not ty
client.app_store().create("U", authorised=["Shop"])  # type error: not ty
org.purchased_apps().create("U", "Blog", force_update="yes")  # type error
org.environments().new("Test").application_properties.create(application="Web", value="1")  # type error
