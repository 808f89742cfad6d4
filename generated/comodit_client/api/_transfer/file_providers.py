# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/file_providers.py.
# Do not edit: change that, then run `make generate`.
"""Where contents and pictures come from, of a folder or of the server: bytes, whatever they are."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from comodit_client.api._shared.thumbnails import HasThumbnail
from comodit_client.api._transfer.parts import has_content, has_thumbnail
from comodit_client.disk import tree
from comodit_client.disk.layout import CONTENTS, THUMBNAIL
from comodit_client.rest.exceptions import UnusableFile

if TYPE_CHECKING:
    from comodit_client.api.entity import Entity


class FileProvider:
    """A source of the contents of an entity's files, and of its picture."""

    __slots__ = ()

    def exists(self, name: str) -> bool:
        """Tell whether a file has a content.

        Args:
            name: The name of the file.

        Returns:
            True when it has one, even if that is empty.
        """
        raise NotImplementedError

    def thumb_exists(self) -> bool:
        """Tell whether there is a picture.

        Returns:
            True when there is.
        """
        raise NotImplementedError

    def open(self, name: str) -> IO[bytes]:
        """Open the content of a file.

        Args:
            name: The name of the file.

        Returns:
            The content, open for reading bytes; `close` it afterwards.
        """
        raise NotImplementedError

    def open_thumb(self) -> IO[bytes]:
        """Open the picture.

        Returns:
            The picture, open for reading bytes; `close` it afterwards.
        """
        raise NotImplementedError

    def close(self, fd: IO[bytes]) -> None:
        """Close what was opened.

        Args:
            fd: What `open` or `open_thumb` returned.
        """
        fd.close()


class LocalFileProvider(FileProvider):
    """Gives what a folder holds, as an export writes it.

    Args:
        folder: The folder of the entity.
    """

    __slots__ = ("_folder",)

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self._folder = Path(folder)

    def exists(self, name: str) -> bool:
        """Tell whether a file has a content.

        Args:
            name: The name of the file, as the definition has it.

        Returns:
            True when it has one, even if that is empty.

        Raises:
            UnusableFile: A symbolic link is there, or no file.
        """
        return tree.content(self._folder, name) is not None

    def thumb_exists(self) -> bool:
        """Tell whether there is a picture.

        Returns:
            True when there is.

        Raises:
            UnusableFile: A symbolic link is there, or no file.
        """
        return tree.regular(self._folder / THUMBNAIL) is not None

    def open(self, name: str) -> IO[bytes]:
        """Open the content of a file.

        Args:
            name: The name of the file, as the definition has it.

        Returns:
            The content, open for reading bytes; `close` it afterwards.

        Raises:
            UnusableFile: There is none, or it cannot be read.
        """
        return _opened(tree.content(self._folder, name), self._folder / CONTENTS / name)

    def open_thumb(self) -> IO[bytes]:
        """Open the picture.

        Returns:
            The picture, open for reading bytes; `close` it afterwards.

        Raises:
            UnusableFile: There is none, or it cannot be read.
        """
        return _opened(tree.regular(self._folder / THUMBNAIL), self._folder / THUMBNAIL)


class RemoteFileProvider(FileProvider):
    """Gives what the server has.

    Args:
        remote_res: The entity; one that has no files, or no picture, as a platform, has none.
    """

    __slots__ = ("_entity",)

    def __init__(self, remote_res: Entity) -> None:
        self._entity: Any = remote_res

    def exists(self, name: str) -> bool:
        """Tell whether a file has a content; it is downloaded, for the server tells in no other way.

        Args:
            name: The name of the file.

        Returns:
            True when it has one, even if that is empty; False when there is no such file either.
        """
        return callable(getattr(self._entity, "files", None)) and has_content(self._entity, name)

    def thumb_exists(self) -> bool:
        """Tell whether there is a picture; it is downloaded.

        Returns:
            True when there is.
        """
        return isinstance(self._entity, HasThumbnail) and has_thumbnail(self._entity)

    def open(self, name: str) -> IO[bytes]:
        """Download the content of a file to a hidden file, however large it is.

        Args:
            name: The name of the file.

        Returns:
            The content, open for reading bytes; `close` it afterwards.

        Raises:
            EntityNotFoundException: There is none.
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
            The picture, open for reading bytes; `close` it afterwards.

        Raises:
            EntityNotFoundException: There is none.
        """
        return BytesIO(self._entity.read_thumbnail_content())


def _opened(file: Path | None, place: Path) -> IO[bytes]:
    if file is None:
        raise UnusableFile(f"{str(place)!r} is not there")
    try:
        return file.open("rb")
    except OSError as error:
        raise UnusableFile(f"{str(file)!r} cannot be read: {error.strerror}") from error
