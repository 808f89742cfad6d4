# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/options.py.
# Do not edit: change that, then run `make generate`.
"""The options of an import, as its parts share them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import InvalidName
from comodit_client.wire.request import segment

#: Writes an entity to a folder before its update.
Export = Callable[[Any, Path, bool], None]


@frozen
class Options:
    """The options of an import.

    Args:
        skip_conflict: Whether to leave existing entities as they are.
        update_existing: Whether to update existing entities.
        delete_missing: Whether to delete entities that are not in the folder.
        with_instances: Whether to attach machines to hosts.
        parallel: The number of requests in parallel.
        backup: The folder to which entities are exported before their update; None for no backup.
        exports: The exports of the kinds that are backed up, by the name of the kind.
        wanted: Returns whether to send a file of the folder. Only differences are sent then. None sends all files.
    """

    skip_conflict: bool = False
    update_existing: bool = False
    delete_missing: bool = False
    with_instances: bool = False
    parallel: int = 8
    backup: Path | None = None
    exports: Mapping[str, Export] = field(factory=dict)
    wanted: Callable[[Place], bool] | None = None

    def sends(self, file: Place) -> bool:
        """Return whether to send a file of the folder.

        Args:
            file: The file.

        Returns:
            True if it is sent.
        """
        return self.wanted is None or self.wanted(file)

    def has_url(self, kind: str, name: str, left_out: list[str]) -> bool:
        """Return whether an entity can be addressed, and report one that cannot.

        Args:
            kind: The name of its kind.
            name: Its name; empty if the server assigns one.
            left_out: The list to which the reason is added.

        Returns:
            False if an import leaves it out.

        Raises:
            InvalidName: It cannot be addressed, and a sync needs it.
        """
        try:
            if name:
                segment(kind, name)
        except InvalidName as error:
            if self.wanted is not None:
                raise
            left_out.append(str(error))
            return False
        return True
