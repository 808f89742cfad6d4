"""Rendered files of a host, and links to them (S99 to S110)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.http.calls import Call, Place, place_of
from comodit_client.sandbox.http.errors import Refusal
from comodit_client.sandbox.http.responses import Answer, octets, ok
from comodit_client.sandbox.http.rights import is_auditor
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.filters import MASK
from comodit_client.sandbox.operations.parameters import definition_of, secret_keys
from comodit_client.sandbox.simulation.resolution import Resolver
from comodit_client.sandbox.state.contents import FILE
from comodit_client.sandbox.state.ids import new_token
from comodit_client.sandbox.templating.expressions import MISSING, Scope, TemplateError
from comodit_client.sandbox.templating.templates import is_template, rendered

if TYPE_CHECKING:
    from comodit_client.sandbox.state.contents import Stored
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

#: Where links lead to; the rest of the path is the token, a shorter one for a short link.
LINKS = "/files/"
SHORT_LINKS = "/f/"


def render(world: World, place: Place, context: Node, name: str, masked: bool) -> bytes | Stored:
    """Render a file of a context's definition for a host.

    Args:
        world: The sandbox.
        place: The host.
        context: The application, platform or distribution on it.
        name: The file.
        masked: Whether secret settings are masked.

    Raises:
        Refusal: There is no such file, it has no content yet, or its template makes no sense.
    """
    definition = definition_of(world.store, place.organization, context)
    files = definition.doc["files"] if definition else []
    file = next((file for file in files if file["name"] == name), None)
    if definition is None or file is None:
        raise Refusal(404, f"File {name} does not exist")
    content = world.store.contents.find(definition.id, FILE, name)
    if content is None:
        raise Refusal(404, f"File {name} has no content yet")
    delimiter: Document = file.get("template", file)["delimiter"]
    if not is_template(content, delimiter["start"]):
        return content
    scope = _scope(world, place, context, file, masked)
    try:
        return rendered(content.read().decode(), delimiter["start"], delimiter["end"], scope).encode()
    except TemplateError as fault:
        how = ", with secrets masked" if masked else ""
        raise Refusal(400, f"File {name} cannot be rendered for host {place.host.name}{how}: {fault}") from None


def open_link(world: World, token: str) -> bytes | Stored:
    """Return the file that a link leads to; this uses the link up (S110).

    Raises:
        Refusal: There is no such link, or no more.
    """
    link = world.store.anywhere("links", token)
    if link is None:
        raise Refusal(404, "There is no such link; a link can be used once")
    world.store.delete([link])
    place = place_of(world.store, world.store.get(link.parent))
    context = world.store.find(place.host.id, link.doc["kind"], link.doc["context"])
    if context is None:
        raise Refusal(404, f"{link.doc['context']} is no more on host {place.host.name}")
    return render(world, place, context, link.doc["file"], link.doc["masked"])


def _scope(world: World, place: Place, context: Node, file: Document, masked: bool) -> Scope:
    """Return the variables of a template: the server's own, which nobody can override (S107), then the settings."""
    hidden = secret_keys(world.store, place.organization) if masked else frozenset()
    resolver = Resolver(world.store, world.now())
    levels = resolver.levels(place, context)
    own = _own_variables(world, place, context, file)

    def value_of(name: str) -> Any:
        if name in own:
            return own[name]
        found = resolver.find(levels, name, place.host)
        if found is None or found.value is None:
            return MISSING
        return found.value if hidden.isdisjoint(found.keys) else _masked(found.value)

    return value_of


def _masked(value: Any) -> Any:
    """Mask what a secret holds; what templates go through keeps its form."""
    if isinstance(value, list):
        return [_masked(item) for item in value]
    if isinstance(value, dict):
        return {name: _masked(item) for name, item in value.items()}
    return MASK


def _own_variables(world: World, place: Place, context: Node, file: Document) -> Document:
    """Return what the server puts in, by the names that are known of it (S108)."""
    access, host = place.organization.data["access"], place.host
    return {
        "_host": {"name": host.name, "uuid": host.doc["uuid"]},
        "_host_name": host.name,
        "_org": {
            "name": place.organization.name,
            "access_key": access["accessKey"],
            "secret_key": access["secretKey"],
        },
        "_org_name": place.organization.name,
        "_env": {"name": place.environment.name},
        "_env_name": place.environment.name,
        f"_{context.kind.removesuffix('s')}": {"name": context.name},
        "_applications": _installed(world, place),
        **{f"_{member}": file[member] for member in ("path", "mode") if member in file},
    }


def _installed(world: World, place: Place) -> Document:
    """Return the names of what the applications of a host bring, as kickstart files list them (S45, S108)."""
    contexts = world.store.children(place.host.id, "applications")
    found = [definition_of(world.store, place.organization, context) for context in contexts]
    return {
        member: list(dict.fromkeys(item["name"] for node in found if node for item in node.doc.get(member, [])))
        for member in ("packages", "services")
    }


def _context(kind: str, call: Call) -> Node:
    return call.application_context() if kind == "applications" else call.single(kind)


def _render(kind: str, call: Call) -> Answer:
    context = _context(kind, call)
    masked = is_auditor(call.world.store, call.caller, context)
    return octets(render(call.world, call.place(), context, call.names["file"], masked))


def _link(kind: str, call: Call) -> Answer:
    """Make a link to a rendered file; the file must be there to be rendered. It shows what its maker may see."""
    place, context, file = call.place(), _context(kind, call), call.names["file"]
    masked = is_auditor(call.world.store, call.caller, context)
    render(call.world, place, context, file, masked)
    short = call.flag("short")
    token = new_token(8 if short else 40)
    link = {"kind": kind, "context": context.name, "file": file, "masked": masked}
    call.world.store.add(place.host.id, "links", token, link)
    return ok({"url": f"{call.base_url}{SHORT_LINKS if short else LINKS}{token}"})


for _kind, _word in (("applications", "application"), ("distribution", "distribution"), ("platform", "platform")):
    operation(f"hosts.render_{_word}_file")(partial(_render, _kind))
    operation(f"hosts.get_{_word}_file_link")(partial(_link, _kind))
