"""The files of a machine: some that every machine has, those of the applications on its host, and those put there.

An application's file is rendered when it is read. The content that the last task wrote is not recorded, so a machine
may show a newer one. Scripts do not run, so a file that a script would make must be put on the machine.
"""

from __future__ import annotations

import hashlib
import posixpath
from base64 import b64encode
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request, conflict
from comodit_client.sandbox.http.uploads import Upload
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.rendering import Hidden, render
from comodit_client.sandbox.state.definitions import definition_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.contents import StoredContent
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

#: The kind of the contents that are put on a machine, by the path of the file.
_PUT = "machine"


def put_file(world: World, place: Place, path: str, content: bytes) -> None:
    """Put a file on a machine, or replace it (S143).

    Args:
        world: The sandbox.
        place: The host.
        path: The path of the file.
        content: Its bytes.

    Raises:
        ApiError: The path is not absolute, or the host has no instance.
    """
    instance = world.store.single(place.host.id, "instance")
    if instance is None:
        raise conflict(f"Host {place.host.name} has no instance")
    world.store.contents.write(instance.id, _PUT, _normal(path), Upload(world.store.contents, content))


def read_file(world: World, place: Place, instance: Node, path: str, hidden: Hidden) -> bytes | StoredContent:
    """Return the bytes of a file of a machine (S65).

    Args:
        world: The sandbox.
        place: The host.
        instance: The instance of the host.
        path: The path of the file.
        hidden: The secrets to mask.

    Raises:
        ApiError: The path is not absolute, or the file does not exist.
    """
    path = _normal(path)
    put = world.store.contents.find(instance.id, _PUT, path)
    if put is not None:
        return put
    for context in reversed(world.store.children(place.host.id, "applications")):
        application = definition_of(world.store, place.organization, context)
        for file in application.doc["files"] if application else []:
            if file.get("path") and posixpath.normpath(file["path"]) == path:
                note(world, "instances.files")
                return render(world, place, context, file["name"], hidden)
    built_in = _built_in(place.host, instance.data, path)
    if built_in is None:
        raise ApiError(404, f"File {path} does not exist on the machine")
    note(world, "instances.system-files")
    return built_in.encode()


def _normal(path: str) -> str:
    if not path.startswith("/"):
        raise bad_request("'path' must be an absolute path")
    if not path.isascii() and any("\ud800" <= letter <= "\udfff" for letter in path):
        raise bad_request("'path' contains half of a surrogate pair, which is not valid text")
    # POSIX gives two leading slashes a meaning of their own.
    return posixpath.normpath("/" + path.lstrip("/"))


def _built_in(host: Node, machine: Document, path: str) -> str | None:
    hostname: str = machine["hostname"]
    short = hostname.split(".")[0]
    if _is_public_key(path):
        return f"ssh-rsa {_public_key(host.doc['uuid'])} root@{short}\n"
    files = {
        "/etc/hostname": f"{hostname}\n",
        "/etc/hosts": f"127.0.0.1 localhost\n{machine['address']} {hostname} {short}\n",
        "/etc/os-release": 'NAME="ComodIT sandbox"\nID=sandbox\n',
    }
    return files.get(path)


def _is_public_key(path: str) -> bool:
    """Return whether a file is named like a public key, below /etc or a .ssh folder (S143)."""
    *folders, name = path.split("/")[1:]
    return name.endswith(".pub") and (folders[:1] == ["etc"] or ".ssh" in folders)


def _public_key(seed: str) -> str:
    """Return a made-up RSA key that is always the same for a host."""
    header = b"\x00\x00\x00\x07ssh-rsa\x00\x00\x00\x03\x01\x00\x01\x00\x00\x01\x01\x00"
    return b64encode(header + hashlib.shake_256(seed.encode()).digest(256)).decode()
