"""Entities created with keywords, in each collection."""

from datetime import UTC, datetime

from comodit_client.api import (
    Action,
    Application,
    ApplicationFile,
    Client,
    Handler,
    Host,
    Job,
    Package,
    SimpleSetting,
    Webhook,
)

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.organizations().create("Shop", populate=False, description="Our shop", settings=[{"key": "a", "value": 1}])
web: Application = org.applications().create(
    "Web",
    packages=[Package(name="nginx"), {"name": "curl"}],
    handlers=[Handler(on=["port"], do=[Action(action="restart", resource="service://nginx")])],
    files=[ApplicationFile(name="a.conf", path="/etc/a.conf")],
    url="https://nginx.org",
    documentation="https://nginx.org/docs",
    extra={"tier": 1},
)
test = org.environments().create("Test", settings=[SimpleSetting(key="zone", value="eu")])
host: Host = test.hosts().create("web-1", platform="P", applications=("Web",), settings=[{"key": "port", "value": 80}])
host.applications().create("Web", {"port": 80}, enabled=True, services=[{"name": "nginx", "enabled": True}])
host.applications().create(application="Web", settings=[SimpleSetting(key="port", value=80)])
host.platform().create(platform="P")
host.distribution().create(distribution="D", settings={"zone": "eu"})

platform = org.platforms().create("P", driver={"className": "a.b.Driver"}, settings=[{"key": "k", "value": "v"}])
platform.files().create("motd", delimiter={"start": "##", "end": "##"})
platform.parameters().create(name="Memory", key="memory", value=1024, schema={"type": "integer"})
org.distributions().create("D", flavor_name="Debian 12", files=[{"name": "a"}], url="https://example.net")
web.files().create(name="b.conf", path="/etc/b.conf", mode="600", template={"name": "b"})
web.gits().create(name="theme", endpoint="https://git.example.net/theme.git", username="deploy", token="SSS")
web.rpm_modules().create(name="nodejs", stream="18", enabled=True, extra={"x": 1})

job: Job = org.jobs().create("Once", action="DELETE_HOST", date=datetime.now(UTC), enabled=True)
org.jobs().create("Nightly", input="organizations/O/environments/E/hosts/h", cron="0 2 * * *")
org.notifications().create("Slack", name="ops", notifiable_views=[{"actionType": "compError", "active": True}])
org.host_groups().create("Front", hosts=[{"position": 0, "environment": "Test", "host": "web-1"}])
org.host_groups().create(name="Back", description="Databases")
org.host_groups().create({"name": "Other", "hosts": []})
rolling = org.orchestrations().create(
    "Rolling",
    applications_operations=[{"position": 0, "application": "Web", "handler": "Restart"}],
    ordered_host_group=[{"position": 0, "hostGroup": {"name": "Front"}}],
)
rolling.handlers().create("on-mail", triggers=["mail"])
print(rolling.handlers().new({"name": "h"}), rolling.handlers().new("h", ["mail"]))
stage = org.pipelines().create("Release", "Every week").stages.create("Deploy", order=1)
stage.steps.create("Restart", order=1, orchestration="Rolling", ordered_host_groups=[{"position": 0}])
webhook: Webhook = org.webhooks().new(
    "Ask",
    method="POST",
    server_name="127.0.0.1",
    headers=[{"name": "X", "value": "1"}],
    properties=[{"name": "version", "jsonPath": "$.version"}],
)
webhook.create()
client.users().create(username="jo", email="jo@example.com", password="XXX", role="USER")
org.application_keys().create("ci", group="users", expiration_date=datetime.now(UTC), method="TOKEN")
client.app_store().create(application="U", authorized=["Shop"])
org.purchased_apps().create(published="U", name="Blog", force_update=True)
properties = test.application_properties
properties.create("release", "Web", package_name="nginx", value="1")
properties.create(key="release", application="Web", package_name="nginx", value="1")
