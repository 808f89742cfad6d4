"""Rendered files of hosts, and links to them (S99 to S110)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import asdict

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, binary, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.simulation.rendering import Hidden, render
from comodit_client.sandbox.state.ids import new_token
from comodit_client.sandbox.state.places import place_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.contents import StoredContent
    from comodit_client.sandbox.state.store import Node
    from comodit_client.sandbox.state.world import World

#: The paths of links, which are followed by a token.
LINKS = "/files/"
SHORT_LINKS = "/f/"


def open_link(world: World, token: str) -> bytes | StoredContent:
    """Return the file of a link. A link can be used once (S110).

    Raises:
        ApiError: The link does not exist or was used, or its file no longer exists.
    """
    link = world.store.anywhere("links", token)
    if link is None:
        raise ApiError(404, "The link does not exist; a link can be used once")
    world.store.delete([link])
    place = place_of(world.store, world.store.get(link.parent))
    context = world.store.find(place.host.id, link.doc["kind"], link.doc["context"])
    if context is None:
        raise ApiError(404, f"{link.doc['context']} no longer exists on host {place.host.name}")
    return render(world, place, context, link.doc["file"], Hidden(**link.doc["hidden"]))


def _context(kind: str, call: Call) -> Node:
    return call.application_context() if kind == "applications" else call.single(kind)


def _render(kind: str, call: Call) -> ApiResponse:
    place, context = call.place(), _context(kind, call)
    return binary(render(call.world, place, context, call.names["file"], Hidden.of(call.rights(), place)))


def _link(kind: str, call: Call) -> ApiResponse:
    """Create a link to a rendered file. It shows what its creator may see; the file must be renderable."""
    place, context, file = call.place(), _context(kind, call), call.names["file"]
    hidden = Hidden.of(call.rights(), place)
    render(call.world, place, context, file, hidden)
    short = call.flag("short")
    token = new_token(8 if short else 40)
    link = {"kind": kind, "context": context.name, "file": file, "hidden": asdict(hidden)}
    call.world.store.add(place.host.id, "links", token, link)
    return ok({"url": f"{call.base_url}{SHORT_LINKS if short else LINKS}{token}"})


for _kind, _word in (("applications", "application"), ("distribution", "distribution"), ("platform", "platform")):
    operation(f"hosts.render_{_word}_file")(partial(_render, _kind))
    operation(f"hosts.get_{_word}_file_link")(partial(_link, _kind))
