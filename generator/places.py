"""The places of the parts of a bundle: the file that each comes from, and the path within that file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.fragments import Fragment

Place = tuple[str | int, ...]


class Bundle(dict[str, Any]):
    """An OpenAPI document that knows where its parts come from.

    Attributes:
        origins: The file and the path in it for paths in this document. All other parts are those of openapi.yaml.
        fragments: The fragments by their files.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        super().__init__(content)
        self.origins: dict[Place, tuple[str, Place]] = {}
        self.fragments: dict[str, Fragment] = {}


def joined(path: Iterable[str | int]) -> str:
    """Return a path for messages.

    Args:
        path: The keys and indexes that lead to a part.

    Returns:
        The path, as in `paths > /hosts/ > get > parameters > 0`.
    """
    return " > ".join(map(str, path))


def place(document: dict[str, Any], *path: str | int) -> str:
    """Return the place of a part for messages.

    Args:
        document: The OpenAPI document.
        path: The path of the part in it.

    Returns:
        The file and the path in the file, as in `hosts.yaml: components > schemas > Host`.
    """
    origins = document.origins if isinstance(document, Bundle) else {}
    for length in range(len(path), 0, -1):
        if path[:length] in origins:
            file, start = origins[path[:length]]
            return f"{file}: {joined((*start, *path[length:]))}"
    return f"openapi.yaml: {joined(path)}" if path else "openapi.yaml"
