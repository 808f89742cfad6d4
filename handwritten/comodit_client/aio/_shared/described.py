"""The base class of collections whose entities are created from a name and a description."""

from __future__ import annotations

from typing import TypeVar

from comodit_client.aio.capabilities import EditableCollection
from comodit_client.aio.editable import CanCreate

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

    async def create(self, name: str, description: str | None = "") -> E:
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
        await entity.create()
        return entity
