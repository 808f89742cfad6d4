"""The result of a verification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

#: The lines of output that a text shows for each command.
_MOST_LINES = 20
#: The files that a text names for each list.
_MOST_FILES = 100


@frozen
class Difference:
    """A file that Ansible does not render as ComodIT does.

    Attributes:
        host: The host.
        owner: The application, distribution or platform of the file, such as `applications/Shop`.
        file: The name of the file.
        reason: What differs. It contains no text of the file, which may be secret.
    """

    host: str
    owner: str
    file: str
    reason: str

    def __str__(self) -> str:
        """Return the file and the reason."""
        return f"{self.host}: {self.owner}/files/{self.file}: {self.reason}"


@frozen
class Check:
    """The result of a command that checks the conversion.

    Attributes:
        name: The command, with the playbook if it checks one.
        status: Whether it passed. "not installed" if the command does not exist on this machine.
        output: The lines that it wrote, if it failed.
    """

    name: str
    status: Literal["passed", "failed", "not installed"]
    output: tuple[str, ...] = ()


@frozen
class Verdict:
    """The result of a verification.

    Attributes:
        equal: The number of files that Ansible renders byte by byte as ComodIT does.
        differing: The files that differ, and those that only one of the two renders.
        unrendered: The files that neither of the two renders.
        checks: The results of Ansible's own commands.
        notes: What limits the result, such as secrets that were left out.
    """

    equal: int
    differing: tuple[Difference, ...] = ()
    unrendered: tuple[Difference, ...] = ()
    checks: tuple[Check, ...] = ()
    notes: tuple[str, ...] = ()

    def ok(self) -> bool:
        """Return whether nothing differs and no check failed.

        Returns:
            True also if a command is not installed, or if neither ComodIT nor Ansible renders a file.
        """
        return not self.differing and all(check.status != "failed" for check in self.checks)

    def __str__(self) -> str:
        """Return the result as lines of text."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        total = self.equal + len(self.differing) + len(self.unrendered)
        yield f"{self.equal} of {total} files are rendered byte by byte as by ComodIT."
        yield from self.notes
        yield from _listed("differ", self.differing)
        yield from _listed("are rendered neither by ComodIT nor by Ansible", self.unrendered)
        for check in self.checks:
            yield f"{check.name}: {check.status}"
            yield from (f"  {line}" for line in check.output[-_MOST_LINES:])


def _listed(what: str, files: tuple[Difference, ...]) -> Iterator[str]:
    if not files:
        return
    yield f"{len(files)} {what}:"
    yield from (f"  {file}" for file in files[:_MOST_FILES])
    if len(files) > _MOST_FILES:
        yield f"  and {len(files) - _MOST_FILES} more"
