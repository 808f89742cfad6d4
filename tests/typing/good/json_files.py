"""Pass on JSON objects that were read from files."""

import json
from pathlib import Path
from typing import Any

from comodit_client import wire
from comodit_client.api import Client
from comodit_client.api.application import Package
from comodit_client.wire.hosts import Host

client = Client("https://my.comodit.com/api", "UUU", "PPP")
hosts = client.hosts("OOO", "Default")
definition: dict[str, Any] = json.loads(Path("host.json").read_text(encoding="utf-8"))

host = hosts.wrap(definition)
host.create()
host.set_json({**host.get_json(), "description": "read from a file"})
host.install("Wordpress", json.loads(Path("settings.json").read_text(encoding="utf-8")))
host.settings().change(definition["settings"])
Path("copy.json").write_text(json.dumps(host.get_json(), indent=2), encoding="utf-8")

application = client.get_application("OOO", "Wordpress")
with Path("packages.json").open(encoding="utf-8") as file:
    for package in json.load(file):
        application.packages.append(package)
        application.add_package(Package(package))
application.services = definition["services"]
application.update()

print(client.run(wire.hosts.create("OOO", "Default", json.loads("{}"))).name)
print(client.run(wire.hosts.update("OOO", "Default", "web-1", Host(json.loads("{}")), force=True)).state)
