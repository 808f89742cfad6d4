# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/described.py.
# Do not edit: change that, then run `make generate`.
"""What the collections have in common whose entities begin with a name and a description."""

from __future__ import annotations

from typing import TypeVar

from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity

E = TypeVar("E", bound=Entity)


class DescribedCollection(Collection[E]):
    """A collection whose entities are made from a name and a description; the rest is set before `create`."""

    __slots__ = ()

    def new(self, name: str, description: str | None = "") -> E:
        """Describe an entity; nothing is sent.

        Args:
            name: Its name.
            description: Free text.

        Returns:
            The entity, to `create` or to reach what is in it.
        """
        return self.wrap({"name": name, "description": description})

    def create(self, name: str, description: str | None = "") -> E:
        """Create an entity that has no more than a name and a description.

        Args:
            name: Its name, unique in the collection.
            description: Free text.

        Returns:
            The entity.

        Raises:
            Conflict: There is one with that name (S14).
        """
        entity = self.new(name, description)
        entity.create()
        return entity
