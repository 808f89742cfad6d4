# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/described.py.
# Do not edit: change that, then run `make generate`.
"""The base class of collections whose entities are created from a name and a description."""

from __future__ import annotations

from typing import TypeVar

from comodit_client.api.capabilities import EditableCollection
from comodit_client.api.editable import CanCreate

E = TypeVar("E", bound=CanCreate)


class DescribedCollection(EditableCollection[E]):
    """Base class of collections whose entities are created from a name and a description."""

    __slots__ = ()

    def new(self, name: str, description: str | None = "") -> E:
        """Build an entity without sending it. Set its other members before `create`.

        Args:
            name: The name.
            description: Free text.

        Returns:
            The entity. It need not exist on the server.
        """
        return self.wrap({"name": name, "description": description})

    def create(self, name: str, description: str | None = "") -> E:
        """Create an entity with a name and a description.

        Args:
            name: The name, unique in the collection.
            description: Free text.

        Returns:
            The entity.

        Raises:
            Conflict: The name is already in use.

        Facts: S14.
        """
        entity = self.new(name, description)
        entity.create()
        return entity
