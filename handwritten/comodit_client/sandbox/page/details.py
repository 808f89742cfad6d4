"""What the page shows on demand: a host, the settings of an owner, a definition, and the text of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.operations.changes import change_document
from comodit_client.sandbox.operations.files import file_of
from comodit_client.sandbox.page.documents import FAMILIES, MAX_NAMES
from comodit_client.sandbox.page.masking import shown_parameters, shown_settings
from comodit_client.sandbox.simulation.machine import properties_of, state_of
from comodit_client.sandbox.simulation.rendering import Hidden, render
from comodit_client.sandbox.state.contents import FILE
from comodit_client.sandbox.state.definitions import DEFINITIONS, definition_of, secret_keys
from comodit_client.sandbox.state.places import Place, find_place, member

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World

    #: The names in a request, by the kind of what they name.
    Names = Mapping[str, str]

#: The changes of a host in a document, the latest ones.
MAX_CHANGES = 50
#: The bytes of a file that are shown.
MAX_TEXT = 256 << 10


def owner_document(world: World, names: Names) -> Document:
    """Return an organization, an environment or a host: its settings with secrets masked, and a host's changes.

    Args:
        world: The sandbox.
        names: `organization`, and for what is below it `environment` and `host`.

    Raises:
        ApiError: It does not exist.
    """
    store = world.store
    organization = member(store, store.root(), "organizations", _required(names, "organization"))
    if "environment" not in names:
        return _owner(store, organization, [organization])
    environment = member(store, organization, "environments", names["environment"])
    if "host" not in names:
        return _owner(store, organization, [environment, organization])
    place = find_place(store, organization.name, environment.name, names["host"])
    contexts = [node for kind in DEFINITIONS for node in store.children(place.host.id, kind)]
    return {
        **_owner(store, organization, [*contexts, place.host, environment, organization]),
        **_machine(world, place),
        "contexts": [_context(store, organization, node) for node in contexts],
    }


def definition_document(world: World, names: Names) -> Document:
    """Return an application, a platform or a distribution with the names of its files. Secrets are masked.

    Args:
        world: The sandbox.
        names: `organization`, `family` and `definition`.

    Raises:
        ApiError: It does not exist.
    """
    organization, node = _definition(world.store, names)
    doc = node.doc
    return {
        "name": node.name,
        "description": doc.get("description"),
        "driver": _driver(doc),
        "packages": _named(doc.get("packages")),
        "services": _named(doc.get("services")),
        "files": [{"name": file["name"], "path": file.get("path")} for file in doc.get("files", [])],
        "parameters": shown_parameters(world.store, organization, node),
        "settings": shown_settings(world.store, node, secret_keys(world.store, organization)),
    }


def file_document(world: World, names: Names) -> Document:
    """Return the text of a file: as a host gets it, with secrets masked, or as it is stored.

    Args:
        world: The sandbox.
        names: `organization`, `family`, `definition`, `file`, and for the file of a host `environment` and `host`.

    Raises:
        ApiError: The file does not exist, or its template is invalid.
    """
    organization, node = _definition(world.store, names)
    name = _required(names, "file")
    if "host" in names:
        place = find_place(world.store, organization.name, _required(names, "environment"), names["host"])
        kind = next(kind for kind, family in DEFINITIONS.items() if family == node.kind)
        context = member(world.store, place.host, kind, node.name)
        content = render(world, place, context, name, Hidden(settings=True, access=True))
    else:
        file_of(node, name)
        found = world.store.contents.find(node.id, FILE, name)
        if found is None:
            raise ApiError(404, f"File {name} has no content yet")
        content = found
    return _text([content] if isinstance(content, bytes) else content)


def _text(pieces: Iterable[bytes]) -> Document:
    read = bytearray()
    for piece in pieces:
        read += piece
        if len(read) > MAX_TEXT:
            break
    return {"text": bytes(read[:MAX_TEXT]).decode(errors="replace"), "complete": len(read) <= MAX_TEXT}


def _definition(store: Store, names: Names) -> tuple[Node, Node]:
    organization = member(store, store.root(), "organizations", _required(names, "organization"))
    family = _required(names, "family")
    if family not in FAMILIES:
        raise bad_request(f"'family' must be one of {', '.join(FAMILIES)}")
    return organization, member(store, organization, family, _required(names, "definition"))


def _owner(store: Store, organization: Node, owners: Iterable[Node]) -> Document:
    """Return the settings of an owner and of those above it."""
    secret = secret_keys(store, organization)
    return {"settings": [setting for owner in owners for setting in shown_settings(store, owner, secret)]}


def _machine(world: World, place: Place) -> Document:
    store, now = world.store, world.now()
    instance = store.single(place.host.id, "instance")
    changes = store.children(place.host.id, "changes")[-MAX_CHANGES:]
    return {
        "description": place.host.doc.get("description"),
        "state": store.host_state(place.host.id, now),
        "instance": None if instance is None else state_of(instance.data, now),
        "properties": [] if instance is None else properties_of(instance.data, now)[:MAX_NAMES],
        "changes": [change_document(change, now) for change in changes],
    }


def _context(store: Store, organization: Node, context: Node) -> Document:
    definition = definition_of(store, organization, context)
    files = definition.doc.get("files", []) if definition else []
    return {"family": DEFINITIONS[context.kind], "name": context.name, "files": [file["name"] for file in files]}


def _driver(doc: Document) -> str | None:
    driver = doc.get("driver")
    return str(driver.get("className")) if isinstance(driver, dict) else None


def _named(items: list[Document] | None) -> list[str]:
    # The resources of an archive are as they were exported.
    return [str(item.get("name")) for item in items or []]


def _required(names: Names, name: str) -> str:
    if name not in names:
        raise bad_request(f"The query parameter '{name}' is missing")
    return names[name]
