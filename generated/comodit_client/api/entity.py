# Made by `python -m generator` from handwritten/comodit_client/aio/entity.py.
# Do not edit: change that, then run `make generate`.
"""What all entities have in common."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comodit_client.rest.exceptions import UnsupportedOperation
from comodit_client.wire.view import View

if TYPE_CHECKING:
    import os

    from comodit_client.api.client import Client
    from comodit_client.api.collection import Collection

DEFINITION = "definition.json"


class Entity(View):
    """Something that has a URL of its own: a typed view on its JSON object that knows its collection.

    Reading an attribute, printing and comparing never ask the server; `refresh` does.

    Args:
        collection: The collection that it belongs to; None for one that is only a part of another answer.
        json_data: Its JSON object; a new, empty one when not given.
    """

    __slots__ = ("_collection",)

    def __init__(self, collection: Collection[Any] | None, json_data: dict[str, Any] | None = None) -> None:
        if type(json_data) is dict:  # a list of thousands of entities comes this way
            self._data = json_data
        else:
            super().__init__(json_data)
        self._collection = collection

    @property
    def return_error_code(self) -> bool:
        """Kept for old scripts, which set it to False; a missing entity raises in any case."""
        return True

    @return_error_code.setter
    def return_error_code(self, value: bool) -> None:
        pass

    @property
    def collection(self) -> Collection[Any]:
        """The collection that the entity belongs to.

        Raises:
            UnsupportedOperation: It belongs to none: it is only a part of another answer.
        """
        if self._collection is None:
            raise UnsupportedOperation(
                f"this {type(self).__name__} is a part of another answer: it has no URL of its own"
            )
        return self._collection

    @property
    def client(self) -> Client:
        """The client that the entity was reached by."""
        return self.collection.client

    @property
    def url(self) -> str:
        """The URL relative to the API root, names as they are, ending in a slash."""
        identifier = self.identifier
        return f"{self.collection.url}{identifier}/" if identifier else self.collection.url

    @property
    def identifier(self) -> str:
        """What identifies the entity in its collection; empty as long as it has nothing of the kind."""
        value = None if self.IDENTITY is None else self._data.get(self.IDENTITY)
        return "" if value is None else str(value)

    @property
    def _names(self) -> tuple[str, ...]:
        """The names that lead to the entity, outermost first."""
        return (*self.collection.where, *self.collection.member_names(self.identifier))

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
        """Free text about the entity."""
        return self._data.get("description")

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes, 32 upper-case hexadecimal digits (S17)."""
        return self._data.get("uuid")

    def refresh(self, parameters: Mapping[str, Any] | None = None) -> None:
        """Read the entity again; what was changed here and not sent is lost.

        Args:
            parameters: Members to add to the query.

        Raises:
            EntityNotFoundException: It is no longer there.
        """
        self.collection.refresh(self, parameters)

    def create(self, parameters: Mapping[str, Any] | None = None) -> None:
        """Create the entity on the server, as it is described here.

        Args:
            parameters: Members to add to the query.

        Raises:
            Conflict: There is one with that name (S14).
            BadRequest: The server cannot use the description.
        """
        self.collection.send_new(self, parameters)

    def update(self, force: bool | Mapping[str, Any] = False, parameters: Mapping[str, Any] | None = None) -> None:
        """Send the whole entity, members that nobody here knows included; the answer replaces what is here (S5).

        Args:
            force: Whether to send `force=true`. Old scripts give the query here: a dict is taken as `parameters`.
            parameters: Members to add to the query.

        Raises:
            EntityNotFoundException: It is not on the server.
        """
        if isinstance(force, Mapping):
            parameters, force = {**force, **(parameters or {})}, False
        query = dict(parameters or {})
        if force:
            query["force"] = True
        self.collection.send_changes(self, query)

    def rename(self, new_name: str) -> None:
        """Give the entity another name; other changes made here go along. Nothing changes here if the server refuses.

        Args:
            new_name: The new name.

        Raises:
            Conflict: Another entity has that name.
        """
        self.collection.send_rename(self, new_name)

    def delete(self, parameters: Mapping[str, Any] | None = None) -> None:
        """Delete the entity; silent when it is not there (S8).

        Args:
            parameters: Members to add to the query.

        Raises:
            Conflict: Something stands against it, such as a host's instance.
        """
        self.collection.delete(self.identifier, parameters)

    def dump(self, dest_folder: str | os.PathLike[str]) -> None:
        """Write the entity to `definition.json` in a folder, which is made if need be.

        Args:
            dest_folder: The folder's path.

        Raises:
            OSError: The file cannot be written.
        """
        folder = Path(dest_folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.dump_json(folder / DEFINITION)

    def load(self, input_folder: str | os.PathLike[str]) -> None:
        """Replace what is here by the `definition.json` of a folder.

        Args:
            input_folder: The folder's path.

        Raises:
            InvalidDocument: The file does not hold a JSON object.
            OSError: The file cannot be read.
        """
        self.load_json(Path(input_folder) / DEFINITION)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.identifier!r})"


class SingletonEntity(Entity):
    """An entity of which its owner has one at most: the URL of the collection is its own."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Empty: there is one at most."""
        return ""

    @property
    def identifier(self) -> str:
        """Empty: the URL of the collection is that of the entity."""
        return ""
