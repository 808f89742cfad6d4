# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/file_providers.py.
# Do not edit: change that, then run `make generate`.
"""Sources of contents and pictures, as bytes: a folder or the server."""

from __future__ import annotations

import os
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from comodit_client.api._shared.thumbnails import HasThumbnail
from comodit_client.api._transfer.parts import has_content, has_thumbnail
from comodit_client.disk import tree
from comodit_client.disk.layout import CONTENTS, THUMBNAIL
from comodit_client.disk.lock import locked
from comodit_client.disk.place import Place
from comodit_client.disk.swap import recovered
from comodit_client.rest.exceptions import UnusableFile

if TYPE_CHECKING:
    from comodit_client.api.entity import Entity


class FileProvider:
    """A source of the contents of an entity's files and of its picture."""

    __slots__ = ()

    def exists(self, name: str) -> bool:
        """Return whether a file has a content.

        Args:
            name: The name of the file.

        Returns:
            True if it has one, even an empty one.
        """
        raise NotImplementedError

    def thumb_exists(self) -> bool:
        """Return whether there is a picture.

        Returns:
            True if there is one.
        """
        raise NotImplementedError

    def open(self, name: str) -> IO[bytes]:
        """Open the content of a file.

        Args:
            name: The name of the file.

        Returns:
            The content as a binary file. Pass it to `close` afterwards.
        """
        raise NotImplementedError

    def open_thumb(self) -> IO[bytes]:
        """Open the picture.

        Returns:
            The picture as a binary file. Pass it to `close` afterwards.
        """
        raise NotImplementedError

    def close(self, fd: IO[bytes]) -> None:
        """Close a content or a picture.

        Args:
            fd: The file that `open` or `open_thumb` returned.
        """
        fd.close()


class LocalFileProvider(FileProvider):
    """The contents and the picture in a folder that an export wrote.

    Args:
        folder: The folder of the entity.

    Raises:
        UnusableFile: An export or a sync is writing the folder.
    """

    __slots__ = ("_folder",)

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        with locked(folder, exclusive=False):
            self._folder = Place.at(recovered(folder))

    def exists(self, name: str) -> bool:
        """Return whether a file has a content.

        Args:
            name: The name of the file in the definition.

        Returns:
            True if it has one, even an empty one.

        Raises:
            UnusableFile: It is a symbolic link, or not a file.
        """
        return tree.content(self._folder, name) is not None

    def thumb_exists(self) -> bool:
        """Return whether there is a picture.

        Returns:
            True if there is one.

        Raises:
            UnusableFile: It is a symbolic link, or not a file.
        """
        return (self._folder / THUMBNAIL).is_file()

    def open(self, name: str) -> IO[bytes]:
        """Open the content of a file.

        Args:
            name: The name of the file in the definition.

        Returns:
            The content as a binary file. Pass it to `close` afterwards.

        Raises:
            UnusableFile: It does not exist, or cannot be read.
        """
        found = tree.content(self._folder, name)
        if found is None:
            raise UnusableFile(f"Cannot read {str(self._folder.path / CONTENTS / name)!r}: it does not exist")
        return found.open()

    def open_thumb(self) -> IO[bytes]:
        """Open the picture.

        Returns:
            The picture as a binary file. Pass it to `close` afterwards.

        Raises:
            UnusableFile: It does not exist, or cannot be read.
        """
        return (self._folder / THUMBNAIL).open()


class RemoteFileProvider(FileProvider):
    """The contents and the picture of an entity on the server.

    Args:
        remote_res: The entity. Its kind need not have files or a picture.
    """

    __slots__ = ("_entity",)

    def __init__(self, remote_res: Entity) -> None:
        self._entity: Any = remote_res

    def exists(self, name: str) -> bool:
        """Return whether a file has a content, by downloading it.

        Args:
            name: The name of the file.

        Returns:
            True if it has one, even an empty one. False if it has none, or if the file does not exist.
        """
        return callable(getattr(self._entity, "files", None)) and has_content(self._entity, name)

    def thumb_exists(self) -> bool:
        """Return whether there is a picture, by downloading it.

        Returns:
            True if there is one.
        """
        return isinstance(self._entity, HasThumbnail) and has_thumbnail(self._entity)

    def open(self, name: str) -> IO[bytes]:
        """Download the content of a file to a temporary file, which may be large.

        Args:
            name: The name of the file.

        Returns:
            The content as a binary file. Pass it to `close` afterwards.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        opened = TemporaryFile()  # noqa: SIM115 - the caller closes it
        try:
            self._entity.files().wrap({"name": name}).save_content(opened)
        except BaseException:
            opened.close()
            raise
        opened.seek(0)
        return opened

    def open_thumb(self) -> IO[bytes]:
        """Download the picture.

        Returns:
            The picture as a binary file. Pass it to `close` afterwards.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return BytesIO(self._entity.read_thumbnail_content())
