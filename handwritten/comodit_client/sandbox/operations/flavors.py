"""Flavors: the kinds of operating systems that the server knows; they are read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.parameters import new_parameter
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.places import member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Store

_SYSTEMS = {
    "CentOS 7": ("http://mirror.sandbox.example/centos/7/os/x86_64/isolinux", "initrd.img", "ks"),
    "Debian 12": ("http://mirror.sandbox.example/debian/dists/bookworm/main/installer-amd64", "initrd.gz", "auto"),
    "Ubuntu 22.04": ("http://mirror.sandbox.example/ubuntu/dists/jammy/main/installer-amd64", "initrd.gz", "auto"),
}


def add_flavors(store: Store) -> None:
    """Add the flavors; their parameters describe a network installation (S132)."""
    for name, (root, initrd, boot) in _SYSTEMS.items():
        values = {"kernel": f"{root}/vmlinuz", "initrd": f"{root}/{initrd}", "cmdline": boot}
        parameters = [
            new_parameter({"key": key, "value": value, "schema": {"type": "string"}}, version=0)
            for key, value in values.items()
        ]
        doc = {
            "uuid": new_uuid(),
            "name": name,
            "description": f"{name}, installed by network",
            "parameters": parameters,
        }
        store.add(0, "flavors", name, doc)


@operation("flavors.list")
def _list(call: Call) -> Listing:
    note(call.world, "flavors.names")
    return collection(call.page(), [node.doc for node in call.world.store.children(0, "flavors")])


@operation("flavors.get")
def _get(call: Call) -> ApiResponse:
    note(call.world, "flavors.names")
    return ok(member(call.world.store, call.world.store.root(), "flavors", call.names["flavor"]).doc)
