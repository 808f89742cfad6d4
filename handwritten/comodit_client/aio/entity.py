"""The base classes of all entities."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from comodit_client.rest.absent import absent
from comodit_client.rest.exceptions import NoCollection, UnusableFile
from comodit_client.wire.view import NULL, View

if TYPE_CHECKING:
    import os

    from comodit_client.aio.client import Client
    from comodit_client.aio.collection import Collection
    from comodit_client.rest.shapes import Shape

DEFINITION = "definition.json"
C = TypeVar("C", bound="Collection[Any]")


class Entity(View):
    """Base class of all entities: a typed view on a JSON object that has a URL of its own.

    Reading an attribute, printing and comparing send no request. `refresh` does.

    Entities of one class, client and URL are equal. An attribute that you set does not change what an entity is equal
    to, so it stays in a set. A response that replaces the entity does, as after `rename`. Entities without a URL are
    equal if they hold the same JSON object.

    Args:
        collection: The entity's collection. None for an entity that is only a part of another response.
        json_data: The JSON object. Default: a new, empty one.
        members: Members to set in the object, by their names in snake case, such as `name="web-1"`. `extra` is a
            mapping of members that are not in the schema, by their names in the JSON object.

    Attributes:
        loaded_as: The identifier at the time when the JSON object was read; `identifier` follows local changes.
    """

    __slots__ = ("_collection", "loaded_as")

    #: The shapes of the members that the library itself reads, besides the identifier. Others may have any form.
    READS: ClassVar[Mapping[str, Shape]] = {}

    #: What to do instead of a method of the original client that the server has no operation for.
    INSTEAD: ClassVar[Mapping[str, str]] = {}

    #: The member that is the identifier; empty for kinds that make it of several members.
    _NAMED_BY: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._NAMED_BY = (cls.IDENTITY or "") if cls.identifier is Entity.identifier else ""

    def __init__(
        self,
        collection: Collection[Any] | None = None,
        json_data: dict[str, Any] | None = None,
        **members: Any,
    ) -> None:
        self._collection = collection
        # The fast path: lists may hold thousands of entities.
        if type(json_data) is dict and not members:
            self._data = json_data
            name = json_data.get(self._NAMED_BY)
            self.loaded_as: str = name if type(name) is str else str(self.identifier or "")
        else:
            super().__init__(json_data, **members)
            self.loaded_as = str(self.identifier or "")

    @classmethod
    def from_json(cls, json_data: dict[str, Any]) -> Self:
        """Return an entity without a collection. It shows the JSON object, and cannot send requests.

        Args:
            json_data: The JSON object. The entity holds the object itself, not a copy.

        Returns:
            The entity.

        Raises:
            InvalidDocument: `json_data` is not a JSON object.
        """
        return cls(None, json_data)

    def set_json(self, json_data: Mapping[str, Any]) -> None:
        super().set_json(json_data)
        self.loaded_as = str(self.identifier or "")

    @property
    def return_error_code(self) -> bool:
        """Always True. Scripts of the original client set it to False; that has no effect."""
        return True

    @return_error_code.setter
    def return_error_code(self, value: bool) -> None:
        pass

    @property
    def collection(self) -> Collection[Any]:
        """The collection of the entity. None for an entity that is only a part of another response."""
        return NULL if self._collection is None else self._collection

    @property
    def _home(self) -> Collection[Any]:
        """The collection of the entity.

        Raises:
            NoCollection: The entity has no collection, because it is only a part of another response.
        """
        if self._collection is None:
            raise NoCollection(
                f"Cannot send a request for this {type(self).__name__}: it is part of another response and has no URL. "
                "Get it from its own collection."
            )
        return self._collection

    def _home_as(self, kind: type[C]) -> C:
        """Return the collection of the entity as one with a capability.

        Args:
            kind: The class that the collection must have.

        Raises:
            NoCollection: The entity has no collection, or it is not one of entities of this kind.
        """
        home = self._home
        if not isinstance(home, kind):
            raise NoCollection(f"Cannot send a request for this {type(self).__name__}: it cannot be in {home!r}.")
        return home

    def take_response(self, response: View | None) -> None:
        """Replace the JSON object by a response.

        Args:
            response: The response. None for an empty body: the server continues in the background.
        """
        if response is not None:
            self.set_json(response.get_json())

    if not TYPE_CHECKING:  # neither checkers nor completion show what the server cannot do

        def __getattr__(self, name: str) -> Any:
            return absent(self, name, self.INSTEAD)

    def _owners(self, count: int) -> tuple[str, ...]:
        """Return the names of the owners.

        Args:
            count: The number of owners that an entity of this kind has.

        Raises:
            NoCollection: The collection is not one of entities of this kind.
        """
        where = self._home.where
        if len(where) != count:
            raise NoCollection(f"Cannot send a request for this {type(self).__name__}: it cannot be in {self._home!r}.")
        return where

    @property
    def client(self) -> Client:
        """The client that sends the entity's requests.

        Raises:
            NoCollection: The entity is only a part of another response.
        """
        return self._home.client

    @property
    def url(self) -> str:
        """The URL relative to the API root, with unencoded names and a trailing slash.

        Raises:
            NoCollection: The entity is only a part of another response.
        """
        identifier = self.identifier
        return f"{self._home.url}{identifier}/" if identifier else self._home.url

    @property
    def identifier(self) -> str:
        """The identifier of the entity in its collection; empty if it has none yet."""
        value = None if self.IDENTITY is None else self._data.get(self.IDENTITY)
        return "" if value is None else str(value)

    @property
    def _names(self) -> tuple[str, ...]:
        """The names in the entity's URL, outermost first."""
        return (*self._home.where, *self._home.member_names(self.identifier))

    @property
    def label(self) -> str:
        """A short text for listings."""
        return self.identifier

    @property
    def name(self) -> str:
        """The name."""
        return self.identifier

    @property
    def description(self) -> str | None:
        """A free text about the entity."""
        return self._data.get("description")

    @property
    def uuid(self) -> str | None:
        """The permanent identifier: 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    def dump(self, dest_folder: str | os.PathLike[str]) -> None:
        """Write the entity to `definition.json` in a folder. A missing folder is created.

        Args:
            dest_folder: The folder's path.

        Raises:
            UnusableFile: The folder cannot be created, or the file cannot be written.
        """
        try:
            folder = Path(dest_folder)
            folder.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError, TypeError) as error:  # a path with a null byte is a ValueError
            reason = getattr(error, "strerror", None) or error
            raise UnusableFile(f"Cannot create the folder {str(dest_folder)!r}: {reason}. Check the path.") from error
        self.dump_json(folder / DEFINITION)

    def load(self, input_folder: str | os.PathLike[str]) -> None:
        """Replace the entity's JSON object by the `definition.json` of a folder.

        Args:
            input_folder: The folder's path.

        Raises:
            InvalidDocument: The file does not hold a JSON object.
            UnusableFile: The file cannot be read.
        """
        self.load_json(Path(input_folder) / DEFINITION)

    def _same(self) -> Hashable:
        if self._collection is None or not self.loaded_as:
            return super()._same()
        return type(self), self._collection.client, self._collection.url, self.loaded_as

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.identifier!r})"
