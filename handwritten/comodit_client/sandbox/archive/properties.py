"""Properties of packages and RPM modules of an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.reading import (
    DEFINITION,
    Entity,
    folders_with_definition,
    read_entity,
    unusable,
)
from comodit_client.sandbox.archive.storing import add
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.operations.resource_properties import property_name

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node, Store

#: The lists of an application, by the member of a property that names a resource in them.
_LISTS = {"packageName": "packages", "rpmModule": "rpmmodules"}
_COMPUTED = ("id", "organization", "environment", "host", "hostGroup", "applicationContext", "application")


def load_properties(store: Store, organization: Node, entity: Entity, owner: Node) -> None:
    """Load the properties of an owner. Those of an application that the archive does not contain are left out.

    Args:
        store: The state.
        organization: The organization, with its applications.
        entity: The owner in the archive.
        owner: The owner in the store.

    Raises:
        ApiError: A file cannot be read, or a property names no resource or occurs twice.
    """
    for folder in folders_with_definition(entity.place / "application_properties"):
        found = read_entity(folder / DEFINITION, "key")
        resource = next((name for name in _LISTS if found.document.get(name)), None)
        if resource is None:
            raise unusable(folder, "it names neither a package nor an RPM module")
        application = store.find(organization.id, "applications", str(found.document.get("application")))
        if application is not None:
            uuid, doc = application.doc["uuid"], without(found.document, _COMPUTED)
            name = property_name(uuid, _LISTS[resource], doc[resource], found.name)
            add(store, found, owner, "properties", doc, {"application": uuid}, name)
