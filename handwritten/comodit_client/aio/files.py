"""Files of platforms, distributions and applications: templates and their contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Unpack

from comodit_client.aio._shared.owned_operations import ContentOperations, FileOperations
from comodit_client.aio.capabilities import Clearable, EditableCollection
from comodit_client.aio.collection import OwnedCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.aio.entity import Entity
from comodit_client.rest.downloads import Target
from comodit_client.rest.strings import check_error_handler, decoded
from comodit_client.rest.uploads import Content, upload
from comodit_client.wire import files as views
from comodit_client.wire.files import Delimiter
from comodit_client.wire.lazy import ViewList

if TYPE_CHECKING:
    from comodit_client.wire.dicts.files import FileDict, FileMembers, FileOptions

__all__ = ["Delimiter", "File", "FileCollection", "FileEntity", "HasFiles"]


class FileEntity(RenamableEntity):
    """Base class of files whose content has a URL of its own."""

    __slots__ = ()

    @property
    def _contents(self) -> ContentOperations:
        raise NotImplementedError

    @property
    def content_url(self) -> str:
        """The URL of the content relative to the API root, with unencoded names."""
        return f"{self.url}content"

    async def set_content(self, path: Content) -> None:
        """Upload the content. The file itself must already exist on the server.

        Args:
            path: The path of a local file, the bytes, or a binary file that is open for reading. Files are
                streamed. The local name has no effect.

        Raises:
            UnusableFile: The local file does not exist or cannot be read. No request is sent.
            EntityNotFoundException: The file does not exist on the server.

        Facts: S103.
        """
        with upload(path, self.identifier) as content:
            await self.client.run(self._contents.set_content(self.identifier, upload=content))

    async def read_bytes(self) -> bytes:
        """Download the content as it was uploaded, without filling in variables.

        Returns:
            The bytes.

        Raises:
            EntityNotFoundException: No content was uploaded, or the file does not exist on the server.
        """
        return await self.client.run(self._contents.get_content(self.identifier))

    async def save_content(self, file: BinaryIO) -> None:
        """Stream the content to a file.

        Args:
            file: A binary file that is open for writing. After an error it may hold a part of the content.

        Raises:
            UnusableFile: The file cannot be written.
            EntityNotFoundException: No content was uploaded, or the file does not exist on the server.
        """
        await self.client.save(self._contents.get_content(self.identifier), file)

    async def get_content(self) -> BytesIO:
        """Download the content as a file object.

        Returns:
            The content, as a binary file open for reading.

        Raises:
            EntityNotFoundException: No content was uploaded, or the file does not exist on the server.
        """
        return BytesIO(await self.read_bytes())

    async def download(self, to: Target) -> int:
        """Stream the content to a path or a file.

        Args:
            to: A path, or a binary file that is open for writing. A regular file at a path is replaced only after the
                download is complete. Only the user can read a new file. A symbolic link stays, and its target is
                written. A pipe or a device is written into. An open file may hold a part after an error.

        Returns:
            The number of bytes.

        Raises:
            UnusableFile: The path or the file cannot be written. If this is known before, no request is sent.
            EntityNotFoundException: No content was uploaded, or the file does not exist on the server.
            TransportError: The connection broke before all content arrived.
        """
        return await self.client.save(self._contents.get_content(self.identifier), to)

    async def read_content(self, errors: str = "strict") -> str:
        """Download the content as text in UTF-8. `read_bytes` returns the bytes.

        Args:
            errors: How to handle bytes that are not UTF-8, as for `bytes.decode`: `strict`, `replace` or `ignore`.

        Returns:
            The text.

        Raises:
            InvalidText: The content is not UTF-8. If the error handler does not exist, no request is sent.
            EntityNotFoundException: No content was uploaded, or the file does not exist on the server.
        """
        check_error_handler(errors)
        return decoded(await self.read_bytes(), errors, self.identifier)


class File(views.File, FileEntity):
    """A FreeMarker template, standalone or part of a file of an application."""

    __slots__ = ()

    #: The name is optional: the template of an application's file may omit it.
    IDENTITY: ClassVar[str | None] = "name"

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: FileCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[FileMembers],
        ) -> None: ...

        @property
        def collection(self) -> FileCollection: ...

    @property
    def _contents(self) -> ContentOperations:
        return self._home_as(FileCollection).operations

    @property
    def name(self) -> str:
        """The name; empty if there is none."""
        return self.identifier

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)


class FileCollection(OwnedCollection[File, FileOperations], EditableCollection[File], Clearable[File]):
    """The files of a platform or a distribution."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> File:
        return File(self, json_data)

    def new(self, name: str, **members: Unpack[FileOptions]) -> File:
        """Build a file without sending it.

        Args:
            name: The name.
            members: Other members, as keywords of `File`.

        Returns:
            The file, ready for `create`.
        """
        return self.build({"name": name}, members)

    async def create(self, name: str, **members: Unpack[FileOptions]) -> File:
        """Create a file. Upload its content with `set_content`.

        Args:
            name: The name, unique among the files of the owner.
            members: Other members, as keywords of `File`.

        Returns:
            The file.

        Raises:
            Conflict: The name is already in use.
        """
        file = self.new(name, **members)
        await file.create()
        return file


class HasFiles(Entity):
    """Base class of owners of files: platforms and distributions."""

    __slots__ = ()

    @property
    def _file_operations(self) -> Callable[..., FileOperations]:
        raise NotImplementedError

    def files(self) -> FileCollection:
        """Return the files. Sends no request."""
        return FileCollection(self.client, self._names, self._file_operations)

    async def get_file(self, name: str) -> File:
        """Get a file.

        Args:
            name: The name.

        Returns:
            The file, without its content.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.files().get(name)

    @property
    def files_f(self) -> ViewList[File, views.File | FileDict]:
        """The files in the entity's JSON object. The server reads them only when the entity is created."""
        return self._views("files", partial(File, None if self._collection is None else self.files()))

    @files_f.setter
    def files_f(self, value: Iterable[views.File | FileDict] | None) -> None:
        self._set_views("files", value)

    @files_f.deleter
    def files_f(self) -> None:
        self._data.pop("files", None)

    def add_file(self, f: views.File) -> None:
        """Add a file for `create` to send.

        Args:
            f: The file.
        """
        self.files_f.append(f)
