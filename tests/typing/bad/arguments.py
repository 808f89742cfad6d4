"""Arguments of the wrong type, and arguments that are missing."""

import datetime

from comodit_client import wire
from comodit_client.api import Client
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("OOO")
hosts = client.hosts("OOO", "Default")
host = hosts.get("web-1")
application = org.get_application("Wordpress")

client.hosts("OOO")  # type error
client.get_host("OOO", "web-1")  # type error
client.get_organization()  # type error
hosts.create()  # type error
hosts.create(org)  # type error
hosts.create("web-1", applications=[application])  # type error
hosts.get(host)  # type error
hosts.delete(host)  # type error
hosts.wait_for_state("READY", names=[host])  # type error
host.install(application)  # type error
host.install("Wordpress", ["wp_admin_password"])  # type error
host.install("Wordpress", {1: "XXX"})  # type error
host.wait_for_state("READY", timeout="60")  # type error
host.wait_for_state("READY", timeout=datetime.timedelta(minutes=5))  # type error
host.wait_for_pending_changes(progress="dots")  # type error
host.wait_for_pending_changes(progress=lambda: None)  # type error
host.settings().create("site_title")  # type error
host.settings().create_link("zone", None)  # type error
host.live_restart_service("httpd")  # type error
application.set_thumbnail_content(5)  # type error
client.run("GET /hosts")  # type error
client.run(wire.hosts.get("OOO", "Default"))  # type error
client.run(wire.hosts.get("OOO", "Default", "web-1", obfuscate="yes"))  # type error
Client("https://my.comodit.com/api", "UUU", "PPP", timeout="30")  # type error
Client("https://my.comodit.com/api", "UUU", "PPP", retries=3)  # type error
Client("https://my.comodit.com/api", "UUU", "PPP", polling=0.5)  # type error
Client("https://my.comodit.com/api", "UUU", "PPP", on_drift="print")  # type error
client.with_options(on_drift=lambda: None)  # type error
Client("https://my.comodit.com/api", ("UUU", "PPP"))  # type error
Timeouts(connect="5")  # type error
RetryPolicy(attempts=2.5)  # type error
Polling(initial_interval="1 s")  # type error
