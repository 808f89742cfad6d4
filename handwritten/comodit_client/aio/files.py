"""Files of platforms, distributions and applications: templates, and their contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import Any, BinaryIO, ClassVar

from comodit_client.aio.collection import OwnedCollection
from comodit_client.aio.entity import Entity
from comodit_client.rest.downloads import Target, target
from comodit_client.rest.uploads import Content, upload
from comodit_client.wire import files as views
from comodit_client.wire.files import Delimiter
from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import View, unwrapped

__all__ = ["Delimiter", "File", "FileCollection", "FileEntity", "HasFiles"]


class FileEntity(Entity):
    """A file whose content has a URL of its own (S101)."""

    __slots__ = ()

    @property
    def content_url(self) -> str:
        """The URL of the content, relative to the API root, names as they are."""
        return f"{self.url}content"

    async def set_content(self, path: Content) -> None:
        """Upload the content; the file itself must be on the server already (S103).

        Args:
            path: A local file's path, the bytes themselves, or a file that is open for reading bytes. A file is read
                while it is sent, never as a whole; its name does not matter.

        Raises:
            UnusableFile: There is no such local file, or it cannot be read; nothing is sent.
            EntityNotFoundException: The file is not on the server.
        """
        with upload(path, self.identifier) as content:
            await self.client.run(self.collection.request("set_content", self.identifier, upload=content))

    async def read_bytes(self) -> bytes:
        """Download the content as it was uploaded; no variable is filled in.

        Returns:
            The bytes.

        Raises:
            EntityNotFoundException: None was ever uploaded, or the file is not on the server.
        """
        content: bytes = await self.client.run(self.collection.request("get_content", self.identifier))
        return content

    async def save_content(self, file: BinaryIO) -> None:
        """Download the content to a file as it comes, however large it is.

        Args:
            file: What to write to, open for writing bytes; it holds a part when the connection breaks.

        Raises:
            EntityNotFoundException: None was ever uploaded, or the file is not on the server.
        """
        await self.client.session.save(self.collection.request("get_content", self.identifier), file)

    async def get_content(self) -> BytesIO:
        """Download the content, as a file to `read()`.

        Returns:
            The content, open for reading bytes.

        Raises:
            EntityNotFoundException: None was ever uploaded, or the file is not on the server.
        """
        return BytesIO(await self.read_bytes())

    async def download(self, to: Target) -> int:
        """Download the content to a file while it comes, whatever its size.

        Args:
            to: A path, whose file is replaced when all has come and else left as it is; a new one is the user's alone
                to read. Or a file open for writing bytes, which may hold a part after a failure.

        Returns:
            The number of bytes.

        Raises:
            UnusableFile: The path cannot be written; nothing is asked.
            EntityNotFoundException: None was ever uploaded, or the file is not on the server.
            TransportError: The content broke off.
        """
        with target(to) as file:
            return await self.client.save(self.collection.request("get_content", self.identifier), file)

    async def read_content(self) -> str:
        """Download the content as text; bytes that are not UTF-8 are dropped, `read_bytes` gives them.

        Returns:
            The text.

        Raises:
            EntityNotFoundException: None was ever uploaded, or the file is not on the server.
        """
        return (await self.read_bytes()).decode("utf-8", "ignore")


class File(views.File, FileEntity):
    """A FreeMarker template (S100, S105), of its own or within a file of an application."""

    __slots__ = ()

    #: It is not required: the template of an application's file may leave its name out.
    IDENTITY: ClassVar[str | None] = "name"

    @property
    def name(self) -> str:
        """The name; empty when it has none."""
        return self.identifier

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)


class FileCollection(OwnedCollection[File]):
    """The files of a platform or a distribution."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> File:
        return File(self, json_data)

    def new(self, name: str) -> File:
        """Describe a file; nothing is sent.

        Args:
            name: Its name.

        Returns:
            The file, to `create`.
        """
        return self.wrap({"name": name})

    async def create(self, name: str) -> File:
        """Create a file; `set_content` gives it a content.

        Args:
            name: Its name, unique among the files of the owner.

        Returns:
            The file.

        Raises:
            Conflict: There is one with that name.
        """
        file = self.new(name)
        await file.create()
        return file


class HasFiles(Entity):
    """An owner of files: a platform or a distribution."""

    __slots__ = ()

    #: The module of the wire layer that has the operations on the files.
    FILES_API: ClassVar[str]

    def files(self) -> FileCollection:
        """The files. Costs no request."""
        return FileCollection(self.client, self._names, import_module(f"comodit_client.wire.{self.FILES_API}"))

    async def get_file(self, name: str) -> File:
        """Get a file.

        Args:
            name: Its name.

        Returns:
            The file; its content is downloaded apart.

        Raises:
            EntityNotFoundException: There is none.
        """
        return await self.files().get(name)

    @property
    def files_f(self) -> ViewList[File]:
        """The files as the entity's JSON object lists them. The server looks at them on creation only (S111)."""
        return self._views("files", partial(File, None if self._collection is None else self.files()))

    @files_f.setter
    def files_f(self, value: Iterable[View | Mapping[str, Any]] | None) -> None:
        self._data["files"] = None if value is None else unwrapped(list(value))

    @files_f.deleter
    def files_f(self) -> None:
        self._data.pop("files", None)

    def add_file(self, f: views.File) -> None:
        """Add a file to what `create` sends.

        Args:
            f: The file.
        """
        self.files_f.append(f)
