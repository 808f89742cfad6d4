# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/thumbnails.py.
# Do not edit: change that, then run `make generate`.
"""Pictures of applications and distributions."""

from __future__ import annotations

from io import BytesIO

from comodit_client.api.entity import Entity
from comodit_client.rest.uploads import Content, picture


class HasThumbnail(Entity):
    """An entity that has a picture."""

    __slots__ = ()

    def read_thumbnail_content(self) -> bytes:
        """Download the picture.

        Returns:
            The bytes of the picture, a PNG mostly.

        Raises:
            EntityNotFoundException: There is no picture.
        """
        content: bytes = self.client.run(self.collection.request("get_thumbnail", self.identifier))
        return content

    def get_thumbnail_content(self) -> BytesIO:
        """Download the picture, as a file to `read()`.

        Returns:
            The picture, open for reading bytes.

        Raises:
            EntityNotFoundException: There is no picture.
        """
        return BytesIO(self.read_thumbnail_content())

    def set_thumbnail_content(self, path: Content) -> None:
        """Upload the picture; it replaces the one that is there.

        Args:
            path: A local file's path, the bytes themselves, or a file that is open for reading bytes.

        Raises:
            UnusableFile: It cannot be read, or is no PNG, JPEG or GIF; nothing is sent.
        """
        with picture(path, "thumb") as content:
            self.client.run(self.collection.request("set_thumbnail", self.identifier, upload=content))
