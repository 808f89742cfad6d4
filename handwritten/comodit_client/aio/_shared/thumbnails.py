"""Pictures of applications and distributions."""

from __future__ import annotations

from io import BytesIO

from comodit_client.aio.entity import Entity
from comodit_client.rest.uploads import Content, picture


class HasThumbnail(Entity):
    """An entity that has a picture."""

    __slots__ = ()

    async def read_thumbnail_content(self) -> bytes:
        """Download the picture.

        Returns:
            The bytes of the picture, a PNG mostly.

        Raises:
            EntityNotFoundException: There is no picture.
        """
        content: bytes = await self.client.run(self.collection.request("get_thumbnail", self.identifier))
        return content

    async def get_thumbnail_content(self) -> BytesIO:
        """Download the picture, as a file to `read()`.

        Returns:
            The picture, open for reading bytes.

        Raises:
            EntityNotFoundException: There is no picture.
        """
        return BytesIO(await self.read_thumbnail_content())

    async def set_thumbnail_content(self, path: Content) -> None:
        """Upload the picture; it replaces the one that is there.

        Args:
            path: A local file's path, the bytes themselves, or a file that is open for reading bytes.

        Raises:
            UnusableFile: It cannot be read, or is no PNG, JPEG or GIF; nothing is sent.
        """
        with picture(path, "thumb") as content:
            await self.client.run(self.collection.request("set_thumbnail", self.identifier, upload=content))
