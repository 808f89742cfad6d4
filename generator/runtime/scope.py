"""The base class of the operations of a resource, bound to the names of their owner."""

from __future__ import annotations

from typing import ClassVar


class Scope:
    """The operations of a resource below one owner. Each operation returns a request and sends nothing."""

    __slots__ = ()

    #: The URL of the collection, relative to the API root. Each pair of braces stands for a name. Empty if there is
    #: no collection.
    URL: ClassVar[str] = ""

    @property
    def url(self) -> str:
        """The URL of the collection, relative to the API root. Each pair of braces stands for a name."""
        return self.URL
