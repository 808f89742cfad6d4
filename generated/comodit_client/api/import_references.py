# Made by `python -m generator` from handwritten/comodit_client/aio/import_references.py.
# Do not edit: change that, then run `make generate`.
"""What the entities of a folder refer to: it must be on the server, or be created by the same import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from comodit_client.rest.exceptions import ImportException

if TYPE_CHECKING:
    from comodit_client.api.collection import Collection
    from comodit_client.api.entity import Entity

#: The members that name something in the organization, by the kind that has them, and the method that gives those.
NAMED_IN: Mapping[str, Mapping[str, str]] = {
    "application context": {"application": "applications"},
    "platform context": {"platform": "platforms"},
    "distribution context": {"distribution": "distributions"},
    "resource property": {"application": "applications"},
    "step": {"webhook": "webhooks", "orchestration": "orchestrations"},
}


class References:
    """What is needed, and what is created."""

    def __init__(self) -> None:
        self._created: set[tuple[str, str]] = set()
        self._needed: dict[tuple[str, str], tuple[Collection[Any], str]] = {}

    def created(self, entity: Entity) -> None:
        """Note an entity that will be created.

        Args:
            entity: The entity.
        """
        self._created.add((entity.collection.url, entity.identifier))

    def needed(self, kind: str, entity: Entity) -> None:
        """Note what an entity refers to.

        Args:
            kind: The name of its kind.
            entity: The entity, which will be created.
        """
        for member, method in NAMED_IN.get(kind, {}).items():
            name = entity.get_json().get(member)
            if isinstance(name, str) and name:
                organization = entity.client.organizations().new(entity.collection._where[0])
                collection = getattr(organization, method)()
                self._needed.setdefault((collection.url, name), (collection, f"{kind} {entity.url}"))

    def check(self) -> None:
        """Ask the server for what is needed and will not be created.

        Raises:
            ImportException: Something is missing; all that is missing is told.
        """
        missing = [
            f"{url}{name} is not there, but {by} needs it"
            for (url, name), (collection, by) in sorted(self._needed.items(), key=lambda item: item[0])
            if (url, name) not in self._created and not collection.exists(name)
        ]
        if missing:
            raise ImportException("nothing was imported: " + "; ".join(missing), problems=missing)
