"""The files of a machine: some that every machine has, and those of the applications on its host.

An application's file is rendered when it is read. The content that the last task wrote is not recorded, so a machine
may show a newer one.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.simulation.rendering import render
from comodit_client.sandbox.state.definitions import definition_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.contents import StoredContent
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World


def read_file(world: World, place: Place, machine: Document, path: str, masked: bool) -> bytes | StoredContent:
    """Return the bytes of a file of a machine (S65).

    Args:
        world: The sandbox.
        place: The host.
        machine: The host's machine.
        path: The path of the file.
        masked: Whether to mask secret settings.

    Raises:
        ApiError: The file does not exist.
    """
    built_in = _built_in(place.host, machine)
    if path in built_in:
        return built_in[path].encode()
    for context in reversed(world.store.children(place.host.id, "applications")):
        application = definition_of(world.store, place.organization, context)
        for file in application.doc["files"] if application else []:
            if file.get("path") == path:
                return render(world, place, context, file["name"], masked)
    raise ApiError(404, f"File {path} does not exist on the machine")


def _built_in(host: Node, machine: Document) -> dict[str, str]:
    hostname: str = machine["hostname"]
    short = hostname.split(".")[0]
    return {
        "/etc/hostname": f"{hostname}\n",
        "/etc/hosts": f"127.0.0.1 localhost\n{machine['address']} {hostname} {short}\n",
        "/etc/os-release": 'NAME="ComodIT sandbox"\nID=sandbox\n',
        "/root/.ssh/id_rsa.pub": f"ssh-rsa {_public_key(host.doc['uuid'])} root@{short}\n",
    }


def _public_key(seed: str) -> str:
    """Return a made-up RSA key that is always the same for a host."""
    header = b"\x00\x00\x00\x07ssh-rsa\x00\x00\x00\x03\x01\x00\x01\x00\x00\x01\x01\x00"
    return b64encode(header + hashlib.shake_256(seed.encode()).digest(256)).decode()
