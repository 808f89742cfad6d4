# Made by `python -m generator` from handwritten/comodit_client/aio/_plan/change_plan.py.
# Do not edit: change that, then run `make generate`.
"""A plan: the changes that bring the server to the desired state, and their application."""

from __future__ import annotations

import os
from collections.abc import Mapping
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from comodit_client.api._plan import waiting
from comodit_client.api._plan.comparison import Subject, compare, new_folder, read_state
from comodit_client.disk import layout, plan_file
from comodit_client.disk.pending import is_from_push
from comodit_client.disk.place import Place
from comodit_client.disk.plan_file import PlannedFile
from comodit_client.disk.planned import PlannedChange, count_changes
from comodit_client.rest.exceptions import PlanException, PlanOutdated

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.disk.scan import Item
    from comodit_client.rest.progress import Progress
    from comodit_client.rest.report import Report

#: The kinds that can be planned, by name.
KINDS = {
    kind.name: kind
    for kind in (layout.ORGANIZATION, layout.ENVIRONMENT, layout.APPLICATION, layout.PLATFORM, layout.DISTRIBUTION)
}
#: The number of paths in the message of an exception.
MAX_NAMED = 10


@frozen
class ChangePlan:
    """What would be changed, in the order in which it runs. Printing it shows the changes, with secrets masked.

    Args:
        server: The API root.
        kind: The kind of the entity, such as `organization`.
        name: Its name.
        changes: The changes.
        organization: The name of its organization.
        prune: Whether parts that the folder lacks are deleted.
        files: The desired definitions and contents, secrets included, with digests of what the server had.
    """

    server: str
    kind: str
    name: str
    changes: tuple[PlannedChange, ...]
    organization: str = field(kw_only=True)
    prune: bool = field(kw_only=True)
    files: tuple[PlannedFile, ...] = field(kw_only=True, repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be changed."""
        return not self.changes

    def __bool__(self) -> bool:
        """Return whether anything would be changed."""
        return bool(self.changes)

    @property
    def counts(self) -> dict[str, int]:
        """The numbers of changes: `created`, `updated`, `replaced` and `deleted`."""
        return count_changes(self.changes)

    def __str__(self) -> str:
        """Return the changes with their members, and a last line with their numbers."""
        numbers = ", ".join(f"{number} {name}" for name, number in self.counts.items() if number)
        return "\n".join([*map(str, self.changes), f"{self.kind} {self.name}: {numbers or 'no changes'}"])

    def to_json(self) -> dict[str, Any]:
        """Return what would be changed as a JSON object.

        Returns:
            The object, with secrets masked. It cannot be applied.
        """
        return {
            "server": self.server,
            "kind": self.kind,
            "name": self.name,
            "counts": self.counts,
            "changes": [change.to_json() for change in self.changes],
        }

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the plan to a file, which is replaced as a whole.

        The file holds the desired definitions and contents with their secrets, in clear. Only the current user may
        read it.

        Args:
            path: The file.

        Raises:
            PlanException: The file cannot be written.
        """
        own = {"organization": self.organization, "prune": self.prune}
        plan_file.save(path, {**self.to_json(), **own, "files": [file.to_json() for file in self.files]})

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> ChangePlan:
        """Read a plan from a file.

        Args:
            path: The file.

        Returns:
            The plan.

        Raises:
            PlanException: The file cannot be read, holds no plan, or was written by another version.
        """
        found = plan_file.load(path)
        try:
            server, kind, name, organization = (
                str(found[member]) for member in ("server", "kind", "name", "organization")
            )
            changes = plan_file.changes_from_json(found["changes"])
            files = tuple(map(PlannedFile.from_json, found["files"]))
            if kind not in KINDS:
                raise ValueError(f"unknown kind {kind!r}")
            prune = bool(found["prune"])
            return cls(server, kind, name, changes, organization=organization, prune=prune, files=files)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise PlanException(
                f"Cannot read the plan {str(path)!r}: it is not what a plan wrote ({error!r}). Make the plan again"
            ) from error

    def apply(
        self,
        client: Client,
        *,
        parallel: int = 8,
        progress: Progress | None = None,
        wait: bool = False,
        timeout: float | None = None,
    ) -> Report:
        """Make exactly the planned changes. Changes that were already made are not repeated.

        After a failure or a kill, apply the plan again: it continues. Nothing is rolled back.

        Args:
            client: The client of the server that the plan was made for.
            parallel: The number of requests in parallel. The outcome does not depend on it.
            progress: Called after each request that reads, then after each change.
            wait: Whether to wait until the affected hosts that have machines are READY.
            timeout: The seconds that a host may take. Default: no limit.

        Returns:
            The report.

        Raises:
            PlanException: The plan is for another server. Nothing was sent.
            PlanOutdated: Somebody else changed what the plan changes. Nothing was sent.
            ImportException: A change failed; `report` lists all of them.
            FleetFailed: A host did not become READY.
        """
        if client.endpoint.rstrip("/") != self.server.rstrip("/"):
            raise PlanException(
                f"Cannot apply the plan: it is for {self.server}, and the client is for {client.endpoint}. Pass a "
                "client of that server"
            )
        subject = self._subject
        with TemporaryDirectory() as home:
            state = read_state(client, subject, Place.at(home) / "server", parallel, progress)
            self._check_recorded(state.items)
            desired = {file.key: file.entry for file in self.files if file.entry is not None}
            removed = {file.key for file in self.files if file.entry is None}
            # The server may add parts to what the plan creates; those stay.
            pruned = {file.key for file in self.files if self.prune and file.digests["had"]}
            found = compare(
                state,
                subject,
                desired,
                lambda key, item: key in removed,
                pruned.__contains__,
                new_folder(home),
                parallel,
            )
            self._check_planned(found.changes)
            report = found.queue.apply_actions(False, progress, parallel, next_step="apply the plan again")
        if wait:
            self.wait_for_hosts(client, timeout)
        return report

    def wait_for_hosts(self, client: Client, timeout: float | None = None) -> None:
        """Wait until the affected hosts that have machines are READY.

        A change of a host affects that host, one of an environment its hosts, and any other one all hosts of the
        organization.

        Args:
            client: The client of the server that the plan was applied to.
            timeout: The seconds that a host may take. Default: no limit.

        Raises:
            FleetFailed: A host did not become READY.
        """
        waiting.wait_for_hosts(self._subject, client, self.changes, timeout)

    @property
    def _subject(self) -> Subject:
        return Subject(KINDS[self.kind], self.organization, self.name)

    def _check_recorded(self, server: Mapping[str, Item]) -> None:
        recorded = {file.key: file for file in self.files}
        foreign = [file.key for file in self.files if not is_from_push(file.digests, server.get(file.key))]
        # What is new in something that the plan deletes would be deleted with it.
        removed = {file.key for file in self.files if file.entry is None}
        foreign += [key for key, item in server.items() if item.owner in removed and key not in recorded]
        if foreign:
            raise _outdated(sorted(foreign))

    def _check_planned(self, changes: tuple[PlannedChange, ...]) -> None:
        planned = {(change.action, change.kind, change.path): change for change in self.changes}
        others = [
            change.path
            for change in changes
            if not change.is_part_of(planned.get((change.action, change.kind, change.path)))
        ]
        if others:
            raise _outdated(others)


def _outdated(paths: list[str]) -> PlanOutdated:
    more = f" and {len(paths) - MAX_NAMED} more" if len(paths) > MAX_NAMED else ""
    return PlanOutdated(
        f"Nothing was sent: the server changed since the plan was made: {', '.join(paths[:MAX_NAMED])}{more}. Make "
        "the plan again",
        paths=paths,
    )
