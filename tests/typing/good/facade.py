"""A program as users write it, read by the type checkers only: each type is what an editor would show."""

from datetime import UTC, datetime
from typing import Any, assert_type

from comodit_client.api import Client
from comodit_client.api.contexts import HandlerRun
from comodit_client.api.distribution import Distribution
from comodit_client.api.files import Delimiter, File
from comodit_client.api.flavor import Flavor
from comodit_client.api.host import Host, Instance
from comodit_client.api.logs import AgentLog, AuditLog
from comodit_client.api.organization import Organization
from comodit_client.api.parameters import Parameter
from comodit_client.api.platform import Driver, Image, Platform
from comodit_client.api.purchased import PurchasedEntity
from comodit_client.api.settings import LinkSetting, PropertySetting, Setting, SimpleSetting
from comodit_client.api.store import PublishedApplication, PublishedDistribution
from comodit_client.wire.changes import Task
from comodit_client.wire.hosts import HostState
from comodit_client.wire.instances import Property

client = Client("https://my.comodit.com/api", "UUU", "PPP")

org = client.get_organization("O")
assert_type(org, Organization)
assert_type(org.name, str)
assert_type(org.secret_key, str | None)

host = client.get_organization("E").get_environment("E").hosts().create("h")
assert_type(host, Host)
assert_type(host.state, HostState | str | None)
assert_type(client.get_organization("O").get_environment("E").hosts().create("h").state, HostState | str | None)
assert_type(client.get_organization("O").get_environment("E").hosts().get("h"), Host)
assert_type(host.application_names[0], str)
assert_type(host.collection.list(), list[Host])
assert_type([h.name for h in client.hosts("O", "E")], list[str])
assert_type(client.hosts("O", "E").wait_for_state("READY", names=["h"], timeout=5), list[Host])
assert_type(client.hosts("O", "E")["h"], Host)
assert_type(len(client.hosts("O", "E")), int)

instance = host.get_instance()
assert_type(instance, Instance)
assert_type(instance.properties[0], Property)
assert_type(instance.get_property("publicDnsName"), str | None)
assert_type(instance.wait_for_property("ip.eth0"), str)

for change in host.changes():
    assert_type(change.tasks[0], Task)
    assert_type(change.get_tasks_error(), list[Task])

setting = host.settings().create("k", {"any": ["JSON", 1]})
assert_type(setting, SimpleSetting)
assert_type(setting.value, Any)
assert_type(host.get_setting("k"), SimpleSetting | LinkSetting | PropertySetting)
assert_type(host.settings_f[0], Setting)
assert_type(host.get_application("A").run_handler("h"), HandlerRun)

entry = client.get_published_app("5E5E", "O")
assert_type(entry, PublishedApplication)
assert_type(entry.name, str)
assert_type(entry.definition.packages[0].name, str)
assert_type(client.get_application("O", "A").publish(["P"]), PublishedApplication)
assert_type(client.dist_store().list(which="public"), list[PublishedDistribution])
assert_type(org.purchased_apps().create("5E5E", "A"), PurchasedEntity)
assert_type(org.package("A", "httpd", "release").value, str | None)

platform = org.platforms().create("P", "", "com.guardis.cortex.server.driver.FreeDriver")
assert_type(platform, Platform)
assert_type(client.get_platform("O", "P").driver, Driver)
assert_type(platform.clone("Q"), Platform)
assert_type(platform.list_images(), list[Image])
assert_type(platform.image_parameters()[0], Parameter)
assert_type([file.name for file in platform.files()], list[str])
assert_type(platform.files_f[0].delimiter, Delimiter)

distribution = client.distributions("O").create("D", flavor_name="Debian 12")
assert_type(distribution, Distribution)
assert_type(distribution.locked, bool | None)
assert_type(distribution.read_thumbnail_content(), bytes)
assert_type(distribution.get_file("kickstart"), File)
assert_type(distribution.get_file("kickstart").read_bytes(), bytes)
assert_type(distribution.parameters().create("n", "k").value, Any)
assert_type(client.get_flavor("Debian 12"), Flavor)
assert_type([flavor.name for flavor in client.flavors()], list[str])
assert_type(host.render_dist_file("kickstart"), str)
assert_type(host.get_plat_link("user_data", short=True), str)

branch = org.groups_tree().environment_groups[0]
assert_type(branch.host_groups[0].groups[0].users[0].username, str)
assert_type(branch.hostGroups[0].host, str)

now = datetime.now(UTC)
logs = org.audit_logs().list(since=now, until="2031-01-05T10:00:00Z", user="UUU")
assert_type(logs, list[AuditLog])
assert_type(logs[0].time, datetime | None)
assert_type(logs[0].timestamp, str | None)
assert_type(host.agent_logs().list(since=now), list[AgentLog])
key = org.application_keys().create("ci", expiration_date=now)
key.expiration_date = now
assert_type(key.expires_at, datetime | None)
job = org.jobs().new("j")
job.date = now
assert_type(job.run_at, datetime | None)
assert_type(client.orchestration_contexts("O", "o").new({}).started_at, datetime | None)
assert_type(client.pipeline_contexts("O", "p").new({}).created_at, datetime | None)
assert_type(entry.published_at, datetime | None)
