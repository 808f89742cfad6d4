"""Pictures of applications and distributions."""

from __future__ import annotations

from io import BytesIO
from typing import Protocol

from comodit_client.aio.entity import Entity
from comodit_client.rest.uploads import Content, picture
from comodit_client.wire.request import Request, Upload


class ThumbnailOperations(Protocol):
    """The operations on the pictures of entities."""

    def get_thumbnail(self, name: str, /) -> Request[bytes]:
        """Build the request that returns a picture."""
        ...

    def set_thumbnail(self, name: str, /, upload: Upload) -> Request[None]:
        """Build the request that replaces a picture."""
        ...


class HasThumbnail(Entity):
    """Base class of entities with a picture."""

    __slots__ = ()

    @property
    def _thumbnails(self) -> ThumbnailOperations:
        raise NotImplementedError

    async def read_thumbnail_content(self) -> bytes:
        """Download the picture.

        Returns:
            The bytes of the picture, usually a PNG.

        Raises:
            EntityNotFoundException: The entity has no picture.
        """
        return await self.client.run(self._thumbnails.get_thumbnail(self.identifier))

    async def get_thumbnail_content(self) -> BytesIO:
        """Download the picture as a file object.

        Returns:
            The picture, as a binary file open for reading.

        Raises:
            EntityNotFoundException: The entity has no picture.
        """
        return BytesIO(await self.read_thumbnail_content())

    async def set_thumbnail_content(self, path: Content) -> None:
        """Upload a picture. It replaces the existing one. The server decides which types of pictures it accepts.

        Args:
            path: The path of a local file, the bytes, or a binary file that is open for reading.

        Raises:
            UnusableFile: The file cannot be read. If this is known before, no request is sent.

        Facts: S144.
        """
        with picture(path, "thumb") as content:
            await self.client.run(self._thumbnails.set_thumbnail(self.identifier, upload=content))
