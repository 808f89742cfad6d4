# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/described.py.
# Do not edit: change that, then run `make generate`.
"""The base class of collections whose entities are created from a name, a description and keywords."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, TypeVar

from comodit_client.api.capabilities import EditableCollection
from comodit_client.api.editable import CanCreate

E = TypeVar("E", bound=CanCreate)


class DescribedCollection(EditableCollection[E]):
    """Base class of collections whose entities are created from a name, a description and keywords.

    Each collection types the keywords for its own entities.
    """

    __slots__ = ()

    @abstractmethod
    def new(self, *arguments: Any, **members: Any) -> E:
        """Build an entity without sending it.

        Args:
            arguments: The name, and a description as free text.
            members: Other members, as keywords of the entity.

        Returns:
            The entity. It need not exist on the server.

        Raises:
            WrongType: A keyword does not exist, or a value has the wrong type.
        """

    @abstractmethod
    def create(self, *arguments: Any, **members: Any) -> E:
        """Create an entity.

        Args:
            arguments: The name, which is unique in the collection, and a description as free text.
            members: Other members, as keywords of the entity.

        Returns:
            The entity.

        Raises:
            Conflict: The name is already in use.
            WrongType: A keyword does not exist, or a value has the wrong type. No request is sent.

        Facts: S14.
        """
