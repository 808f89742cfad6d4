"""The kinds of compliance errors, and their identifiers, which consist of three names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from comodit_client.rest.exceptions import InvalidName
from comodit_client.wire import compliance as views
from comodit_client.wire.compliance import (
    FileState,
    GroupState,
    PackageState,
    RepositoryState,
    ServiceState,
    UserState,
)
from comodit_client.wire.request import Request
from comodit_client.wire.view import View

#: The collection of the resources of a type, and the class of their state.
KINDS: Final[Mapping[str, tuple[str, type[View]]]] = {
    "serviceResource": ("services", ServiceState),
    "fileResource": ("files", FileState),
    "packageResource": ("packages", PackageState),
    "userResource": ("users", UserState),
    "groupResource": ("groups", GroupState),
    "repoResource": ("repos", RepositoryState),
}
COLLECTIONS: Final = frozenset(collection for collection, _ in KINDS.values())


class PathOperations:
    """The operations on compliance errors in the form that other collections have: one path for three names.

    Args:
        operations: The operations of the wire layer.
    """

    def __init__(self, operations: views.Operations) -> None:
        self._operations = operations

    @property
    def url(self) -> str:
        """The URL of the collection, relative to the API root. Each pair of braces stands for a name."""
        return self._operations.url

    def list(self) -> Request[views.ComplianceErrorList]:
        """Build the request that lists the errors."""
        return self._operations.list()

    def clear(self) -> Request[None]:
        """Build the request that deletes all errors."""
        return self._operations.clear()

    def get(self, path: str, /) -> Request[views.ComplianceError]:
        """Build the request that returns an error.

        Args:
            path: The identifier of the error.
        """
        return self._operations.get(*names_of(path))

    def delete(self, path: str, /) -> Request[None]:
        """Build the request that deletes an error.

        Args:
            path: The identifier of the error.
        """
        return self._operations.delete(*names_of(path))


def names_of(identifier: str | int) -> tuple[str, str, str]:
    """Return the application, the collection and the name of the resource that a compliance error is about.

    Args:
        identifier: `applications/APPLICATION/COLLECTION/NAME`. The names may contain slashes.

    Raises:
        InvalidName: The identifier does not have that form.
    """
    root, *parts = str(identifier).split("/")
    if root != "applications" or len(parts) < 3:
        raise InvalidName("compliance error (applications/APPLICATION/COLLECTION/NAME)", identifier)
    # Both names may contain slashes: the first known collection separates them.
    at = next((place for place in range(1, len(parts) - 1) if parts[place] in COLLECTIONS), 1)
    return "/".join(parts[:at]), parts[at], "/".join(parts[at + 1 :])
