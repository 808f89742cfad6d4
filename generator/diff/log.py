"""Collects the changes that a comparison finds."""

from __future__ import annotations

from collections.abc import Callable

from attrs import Factory, define

from generator.diff.change import Change
from generator.diff.part import Part, named
from generator.places import Place

#: Returns the file and the line of a part, by its path in the document.
Locate = Callable[[Place], tuple[str, int]]


@define
class Log:
    """The changes found so far.

    Args:
        locate_old: Returns the file and the line of a part of the old document.
        locate_new: The same for the new document.
        changes: The changes.
    """

    locate_old: Locate
    locate_new: Locate
    changes: list[Change] = Factory(list)

    def removed(self, kind: str, old: Part, text: str, breaking: bool = True, place: str = "") -> None:
        """Report a part that only the old document has."""
        file, line = self.locate_old(old.path)
        self.changes.append(Change(file, line, kind, place or named(old), text, breaking, old=True))

    def added(self, kind: str, new: Part, text: str, breaking: bool = False, place: str = "") -> None:
        """Report a part that only the new document has."""
        file, line = self.locate_new(new.path)
        self.changes.append(Change(file, line, kind, place or named(new), text, breaking))

    def changed(self, kind: str, old: Part, new: Part, text: str, breaking: bool) -> None:
        """Report a part that both documents have. Its place is that of the old one, which callers know."""
        file, line = self.locate_new(new.path)
        self.changes.append(Change(file, line, kind, named(old), text, breaking))
