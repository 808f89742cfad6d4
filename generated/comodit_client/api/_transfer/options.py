# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/options.py.
# Do not edit: change that, then run `make generate`.
"""What an import may do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: Writes an entity to a folder, before it is updated.
Export = Callable[[Any, Path, bool], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What an import may do.

    Args:
        skip_conflict: Whether what exists is left as it is.
        update_existing: Whether what exists is updated.
        delete_missing: Whether what is not in the folder is deleted.
        with_instances: Whether machines are attached to hosts.
        parallel: How many requests are under way at the same time.
        backup: Where to write what is updated, as it was; None for nowhere.
        exports: How each kind is written there, by its name.
        wanted: Tells of a file of the folder whether it is sent; all are when it is None. With it, no more is sent than
            what differs.
    """

    skip_conflict: bool = False
    update_existing: bool = False
    delete_missing: bool = False
    with_instances: bool = False
    parallel: int = 8
    backup: Path | None = None
    exports: Mapping[str, Export] = field(default_factory=dict)
    wanted: Callable[[Path], bool] | None = None

    def sends(self, file: Path) -> bool:
        """Tell whether a file of the folder is sent.

        Args:
            file: The file.

        Returns:
            True when it is.
        """
        return self.wanted is None or self.wanted(file)
