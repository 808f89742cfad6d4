"""Calls of the wire layer as users write them. Only type checkers read this file."""

from typing import Literal, assert_type

from comodit_client import wire
from comodit_client.api import Client
from comodit_client.wire.hosts import Host, HostList

client = Client("https://my.comodit.com/api", "UUU", "PPP")

request = wire.hosts.get("O", "E", "h", obfuscate=True)
assert_type(request, wire.Request[Host])
assert_type(request.with_query({"key": "K"}), wire.Request[Host])
assert_type(request.method, Literal["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"])
assert_type(client.run(request), Host)
assert_type(client.run(wire.hosts.list("O", "E")), HostList)
assert_type(client.run(wire.application_contexts.run_handler("O", "E", "h", "A", "reindex")), str)
assert_type(client.run(wire.instances.get_file("O", "E", "h", path="/etc/motd")), bytes)
client.run(wire.instances.start("O", "E", "h"))

host = client.run(wire.hosts.create("O", "E", {"name": "h"}))
host.description = "front end"
if host.state == "READY":
    client.run(wire.hosts.update("O", "E", host.name, host, force=True))
