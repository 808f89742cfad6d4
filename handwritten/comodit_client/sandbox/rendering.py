"""Rendered files of a host, and links to them (S99 to S110).

The real engine is FreeMarker. Here the plain part of it is done: a variable between the template's delimiters becomes
the value of the setting. Directives, expressions and the rest of the server's own variables are to come here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.answers import Answer, octets, ok
from comodit_client.sandbox.calls import Call, Place, place_of
from comodit_client.sandbox.contents import FILE
from comodit_client.sandbox.errors import Refusal
from comodit_client.sandbox.ids import new_token
from comodit_client.sandbox.parameters import definition_of
from comodit_client.sandbox.resolution import Resolver
from comodit_client.sandbox.routing import operation

if TYPE_CHECKING:
    from comodit_client.sandbox.store import Document, Node
    from comodit_client.sandbox.world import World

#: Where links lead to; the rest of the path is the token, a shorter one for a short link.
LINKS = "/files/"
SHORT_LINKS = "/f/"


def render(world: World, place: Place, context: Node, name: str) -> bytes:
    """Render a file of a context's definition for a host.

    Raises:
        Refusal: There is no such file, or it has no content yet.
    """
    definition = definition_of(world.store, place.organization, context)
    files = definition.doc["files"] if definition else []
    file = next((file for file in files if file["name"] == name), None)
    if definition is None or file is None:
        raise Refusal(404, f"File {name} does not exist")
    content = world.store.contents.read(definition.id, FILE, name)
    if content is None:
        raise Refusal(404, f"File {name} has no content yet")
    try:
        template = content.decode()
    except UnicodeDecodeError:
        return content  # no text, so no template either
    delimiter: Document = file.get("template", file)["delimiter"]
    return _filled(template, delimiter, _lookup(world, place, context)).encode()


def open_link(world: World, token: str) -> bytes:
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
    return render(world, place, context, link.doc["file"])


def _filled(content: str, delimiter: Document, value_of: Callable[[str], str | None]) -> str:
    """Replace the variables of a template; one that is undefined stays as it stands (S99)."""
    variable = re.compile(re.escape(delimiter["start"]) + r"\s*(.+?)\s*" + re.escape(delimiter["end"]))

    def replacement(match: re.Match[str]) -> str:
        value = value_of(match[1])
        return match[0] if value is None else value

    return variable.sub(replacement, content)


def _lookup(world: World, place: Place, context: Node) -> Callable[[str], str | None]:
    resolver = Resolver(world.store, world.now())
    levels = resolver.levels(place, context)
    access = place.organization.data["access"]
    # What the server puts in, and nobody can override (S107, S108).
    own = {
        "_host.name": place.host.name,
        "_host.uuid": place.host.doc["uuid"],
        "_org.name": place.organization.name,
        "_org.access_key": access["accessKey"],
        "_org.secret_key": access["secretKey"],
        "_env.name": place.environment.name,
    }

    def value_of(key: str) -> str | None:
        if key in own:
            return str(own[key])
        found = resolver.find(levels, key, place.host)
        return None if found is None else _text(found.value)

    return value_of


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _context(kind: str, call: Call) -> Node:
    return call.application_context() if kind == "applications" else call.single(kind)


def _render(kind: str, call: Call) -> Answer:
    return octets(render(call.world, call.place(), _context(kind, call), call.names["file"]))


def _link(kind: str, call: Call) -> Answer:
    """Make a link to a rendered file; the file must be there to be rendered."""
    place, context, file = call.place(), _context(kind, call), call.names["file"]
    render(call.world, place, context, file)
    short = call.flag("short")
    token = new_token(8 if short else 40)
    call.world.store.add(place.host.id, "links", token, {"kind": kind, "context": context.name, "file": file})
    return ok({"url": f"{call.base_url}{SHORT_LINKS if short else LINKS}{token}"})


for _kind, _word in (("applications", "application"), ("distribution", "distribution"), ("platform", "platform")):
    operation(f"hosts.render_{_word}_file")(partial(_render, _kind))
    operation(f"hosts.get_{_word}_file_link")(partial(_link, _kind))
