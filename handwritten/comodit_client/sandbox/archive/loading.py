"""Loading of archives into the store of a sandbox, as the first contents of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.automation import load_automation
from comodit_client.sandbox.archive.definitions import load_definition
from comodit_client.sandbox.archive.groups import load_groups, make_administrator
from comodit_client.sandbox.archive.kinds import ORDER, kind_of
from comodit_client.sandbox.archive.places import load_environment, load_host
from comodit_client.sandbox.archive.properties import load_properties
from comodit_client.sandbox.archive.reading import (
    DEFINITION,
    Entity,
    folders_with_definition,
    is_file,
    members,
    read_entity,
    unusable,
)
from comodit_client.sandbox.archive.storing import add, add_settings, stored
from comodit_client.sandbox.operations.seed import ENVIRONMENT

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

_DEFINITIONS = ("applications", "distributions", "platforms")
_KEYS = ("accessKey", "secretKey")


def load_archives(world: World) -> None:
    """Load the archives of a sandbox into its store, which has no organizations yet.

    Entities that do not lie below an organization are put into one with the name in their document, else into the
    initial organization of the sandbox.

    Raises:
        ApiError: A folder has no definition, a file cannot be read, or a name is missing or occurs twice.
    """
    found = [(kind_of(entity), entity) for folder in world.archives for entity in _entities(folder)]
    for kind, entity in sorted(found, key=lambda item: ORDER.index(item[0])):
        if kind == "organizations":
            _load_organization(world, entity)
        else:
            _load_alone(world, kind, entity)
    for organization in world.store.children(0, "organizations"):
        make_administrator(world, organization)


def _entities(folder: Path) -> Iterator[Entity]:
    """Yield the entities at the top of an archive. The folder itself may be a symbolic link."""
    try:
        top = folder.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        raise unusable(folder, "the folder does not exist") from None
    if not top.is_dir():
        raise unusable(folder, "it is not a folder")
    places = [top] if is_file(top / DEFINITION) else list(folders_with_definition(top))
    if not places:
        raise unusable(folder, f"it contains no {DEFINITION}. Choose a folder that an export wrote")
    for place in places:
        yield read_entity(place / DEFINITION)


def _load_organization(world: World, entity: Entity) -> None:
    store = world.store
    doc = stored(entity.document, ("environments", "groups", "access", "settings"))
    organization = add(store, entity, store.root(), "organizations", doc, {"access": _access(entity.document)})
    add_settings(store, entity, organization)
    for kind in _DEFINITIONS:
        for definition in members(entity, kind):
            load_definition(store, organization, kind, definition)
    for environment in members(entity, "environments", listed="environments"):
        load_environment(world, organization, environment)
    load_automation(store, organization, entity)
    load_properties(store, organization, entity, organization)
    load_groups(world, organization, entity, organization)


def _access(document: Document) -> Document:
    """Return the keys of an organization; none if it was exported without secrets."""
    access = document.get("access")
    given = access if isinstance(access, dict) else {name: document.get(name) for name in _KEYS}
    return {name: value for name, value in given.items() if value is not None}


def _load_alone(world: World, kind: str, entity: Entity) -> None:
    """Load an entity that does not lie below an organization."""
    organization = _owner(world, world.store.root(), "organizations", entity, "organization", world.organization)
    if kind in _DEFINITIONS:
        load_definition(world.store, organization, kind, entity)
    elif kind == "environments":
        load_environment(world, organization, entity)
    else:
        environment = _owner(world, organization, "environments", entity, "environment", ENVIRONMENT)
        load_host(world, organization, environment, entity)


def _owner(world: World, parent: Node, kind: str, entity: Entity, member: str, default: str) -> Node:
    """Return the owner that an entity names; it is made if the archive does not contain it."""
    name = entity.document.get(member) or default
    if not isinstance(name, str):
        raise unusable(entity.place, f"'{member}' must be text")
    data: Document = {"access": {}} if kind == "organizations" else {}
    found = world.store.find(parent.id, kind, name)
    return found or add(world.store, entity, parent, kind, stored({"name": name}), data, name)
