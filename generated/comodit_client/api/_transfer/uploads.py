# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/uploads.py.
# Do not edit: change that, then run `make generate`.
"""The steps of an import that upload local files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, cast

from comodit_client.api._shared.thumbnails import HasThumbnail
from comodit_client.api._transfer.actions import Action, display_name
from comodit_client.api.entity import Entity
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import UnusableFile


class Upload(Action):
    """The upload of a local file.

    Args:
        conflict: Whether it conflicts with the state of the server.
        src_file: The local file.
        res: The entity that it belongs to.
        entity_type: The name of its kind in messages.
    """

    __slots__ = ("_place", "entity_type", "res")

    def __init__(self, conflict: bool, src_file: Path | Place, res: Entity, entity_type: str = "entity") -> None:
        super().__init__(conflict)
        self._place = to_place(src_file)
        self.res: Entity = res
        self.entity_type: str = entity_type

    @property
    def src_file(self) -> Path:
        """The local file."""
        return self._place.path


class UploadContent(Upload):
    """The upload of a file's content.

    Args:
        conflict: Whether it conflicts with the state of the server.
        src_file: The local file.
        res: The owner of the file.
        file_name: The name of the file on the server.
        entity_type: The name of the owner's kind in messages.
    """

    __slots__ = ("file_name",)

    def __init__(
        self, conflict: bool, src_file: Path | Place, res: Entity, file_name: str, entity_type: str = "entity"
    ) -> None:
        super().__init__(conflict, src_file, res, entity_type)
        self.file_name: str = file_name

    def execute(self) -> None:
        """Upload the content as a stream."""
        owner: Any = self.res  # the kinds with files have no base class in common
        with open_file(self._place) as content:
            owner.files().wrap({"name": self.file_name}).set_content(content)

    def get_summary(self) -> str:
        """Return a description of the action.

        Returns:
            Verb, name of the file, owner and local file.
        """
        owner = f"{self.entity_type} {display_name(self.res)!r}"
        return f"Upload file {self.file_name!r} of {owner} from {str(self._place)!r}"


class UploadThumb(Upload):
    """The upload of an entity's picture."""

    __slots__ = ()

    def execute(self) -> None:
        """Upload the picture."""
        owner = cast(HasThumbnail, self.res)
        with open_file(self._place) as content:
            owner.set_thumbnail_content(content)

    def get_summary(self) -> str:
        """Return a description of the action.

        Returns:
            Verb, entity and local file.
        """
        return f"Upload thumbnail of {self.entity_type} {display_name(self.res)!r} from {str(self._place)!r}"


def to_place(file: Path | Place) -> Place:
    """Return the place of a local file.

    Args:
        file: Its path or place.

    Returns:
        The place.
    """
    return file if isinstance(file, Place) else Place.at(Path(file).parent) / Path(file).name


def open_file(file: Place) -> BinaryIO:
    """Open a local file for an upload. It may have changed since the folder was read.

    Args:
        file: The file.

    Returns:
        The file, open for reading.

    Raises:
        UnusableFile: It was deleted, or replaced with something other than a regular file.
    """
    if file.status() is None:
        raise UnusableFile(f"Cannot upload {str(file)!r}: it was deleted after the folder was read")
    return file.open()
