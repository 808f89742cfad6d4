"""What a comparison reports."""

from __future__ import annotations

from typing import Any

from attrs import asdict, frozen


@frozen(order=True)
class Change:
    """A change between two versions.

    Args:
        file: The file of the part: in the new version, or in the old one if the part was removed.
        line: Its line.
        kind: What happened, as in `member-removed`.
        place: The part, as in `Flavor.uuid`.
        text: The change in a sentence.
        breaking: Whether it breaks callers.
        old: Whether file and line are those of the old version.
    """

    file: str
    line: int
    kind: str
    place: str
    text: str
    breaking: bool
    old: bool = False

    @property
    def identifier(self) -> str:
        """The kind and the place, which `breaking.toml` lists."""
        return f"{self.kind} {self.place}"

    def line_of_report(self, revision: str = "") -> str:
        """Return the change as a line of a report.

        Args:
            revision: The name of the old version.
        """
        where = f"{self.file}:{self.line}"
        if self.old and revision:
            where += f" in {revision}"
        return f"{where}: {self.identifier}: {self.text}"

    def as_json(self) -> dict[str, Any]:
        """Return the change as a JSON object."""
        return {"identifier": self.identifier, **asdict(self)}


def once(changes: list[Change]) -> list[Change]:
    """Return each change once, in the order of the files.

    Args:
        changes: The changes. A part that is reached in several ways may be in it several times.
    """
    found: dict[str, Change] = {}
    for change in changes:
        other = found.get(change.identifier)
        if other is None or (change.breaking and not other.breaking):
            found[change.identifier] = change
    return sorted(found.values())
