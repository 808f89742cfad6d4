"""Mistakes with actions on many hosts."""

from __future__ import annotations

from comodit_client.api import Client, fleet


def mistakes(client: Client) -> None:
    hosts = client.hosts("Acme", "Production")
    fleet.provision(["web-1"])  # type error
    fleet.provision(hosts, parallel="4")  # type error
    fleet.install(hosts)  # type error
    fleet.configure(hosts, {"zone": "north"}, paralel=4)  # type error: not ty
    fleet.wait(hosts, wait=False)  # type error: not ty
    print(fleet.start(hosts).failed[0].reason)  # type error
