"""The choice of files in a folder of definitions by targets such as `environments/*/hosts/web-1`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase

from attrs import frozen

from comodit_client.disk.layout import DEFINITION
from comodit_client.disk.target import State
from comodit_client.rest.exceptions import PlanException


@frozen
class Selection:
    """What a plan is restricted to.

    Args:
        targets: The names of each target; none for everything.
    """

    targets: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, targets: Iterable[str]) -> Selection:
        """Return a selection.

        Args:
            targets: The targets.

        Returns:
            The selection.

        Raises:
            PlanException: A target is empty, or the targets are a text.
        """
        if isinstance(targets, str):
            raise PlanException(f"targets={targets!r} is invalid: pass a list of targets")
        found = tuple(tuple(name for name in target.split("/") if name) for target in targets)
        if not all(found):
            raise PlanException("A target is empty: pass targets such as 'applications/Shop'")
        return cls(found)

    def check(self, keys: Collection[str]) -> None:
        """Check that each target matches something.

        Args:
            keys: The names of all files.

        Raises:
            PlanException: A target matches nothing.
        """
        unmatched = ["/".join(target) for target in self.targets if not any(_is_below(key, target) for key in keys)]
        if unmatched:
            raise PlanException(
                f"Nothing was planned: no entity matches {', '.join(unmatched)}. Targets are paths in the folder, such "
                "as 'applications/Shop'"
            )

    def has(self, key: str) -> bool:
        """Return whether a file is selected.

        Args:
            key: The name of the file.

        Returns:
            True if it is.
        """
        return not self.targets or any(_is_below(key, target) for target in self.targets)

    def choose(self, desired: State, server: Collection[str]) -> State:
        """Choose the selected files, and the definitions above them that the server lacks.

        Args:
            desired: All files.
            server: The names of the files of the server.

        Returns:
            The selected files.
        """
        chosen = {key for key in desired if self.has(key)}
        for key in list(chosen):
            while (key := desired[key].owner) and key not in server and key not in chosen:
                chosen.add(key)
        return {key: entry for key, entry in desired.items() if key in chosen}


def _is_below(key: str, target: tuple[str, ...]) -> bool:
    names = key.removesuffix(DEFINITION).removesuffix(".json").rstrip("/").split("/")
    return len(names) >= len(target) and all(map(fnmatchcase, names, target))
