"""Plans: compare a folder of definitions, the desired state, with the server, and apply the differences."""

from __future__ import annotations

import os
from collections.abc import Iterable
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from comodit_client.aio._plan.change_plan import KINDS, ChangePlan
from comodit_client.aio._plan.comparison import ServerState, Subject, compare, new_folder, read_state
from comodit_client.disk import layout
from comodit_client.disk.desired_sources import read_sources
from comodit_client.disk.goal import Goal, read_goal
from comodit_client.disk.left_out import find_unsynced
from comodit_client.disk.lock import locked
from comodit_client.disk.place import Place
from comodit_client.disk.planned import MemberChange, PlannedChange
from comodit_client.disk.selection import Selection
from comodit_client.disk.swap import recovered
from comodit_client.rest.exceptions import PlanException, PlanOutdated
from comodit_client.rest.progress import Count, Progress
from comodit_client.rest.report import Report

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.disk.scan import Item

__all__ = [
    "ChangePlan",
    "Count",
    "MemberChange",
    "PlanException",
    "PlanOutdated",
    "PlannedChange",
    "Planner",
    "Progress",
    "Report",
]


class Planner:
    """Compares a folder of definitions, the desired state, with the server.

    The folder is an export of an organization, an environment, an application, a platform or a distribution, or has
    that format. Its `definition.json` names the entity. If the server does not have it, everything is created.

    Every difference is the folder's. A definition may state only some members: others are kept. A null removes a
    member. Lists state all of their items, except those of files, parameters and settings. The definition of a host may
    name its platform, distribution and applications without files for their contexts.

    The contexts of a host's platform and distribution cannot be updated, so the server replaces them if a member other
    than the settings differs. A context of another platform or distribution loses the settings of the old one. The
    machine of the host stays.

    Entities and parts that only the server has are left alone, or deleted with `prune`. In a list of files,
    parameters or settings, `prune` deletes the parts that are not listed; without such a list, they are kept. Resource
    properties, handlers of orchestrations, notification channels and pipelines are deleted only by plans of an
    organization, because exports of other entities may lack them. Machines and members of groups are not planned, but
    deleting a host deletes its machine.

    Args:
        folder: The folder.
        prune: Whether to delete entities and parts that the folder lacks.
        targets: What to plan, such as `applications/Shop` or `environments/*/hosts/web-*`, each with everything below
            it. Entities above a target are planned if the server lacks them. Default: everything.
        parallel: The number of requests in parallel.
        progress: Called with a `Count` after each request that reads.

    Attributes:
        left_out: What the last plan left out, each with the reason.

    Raises:
        PlanException: The folder does not exist or holds no definition, or an argument is invalid.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str],
        *,
        prune: bool = False,
        targets: Iterable[str] = (),
        parallel: int = 8,
        progress: Progress | None = None,
    ) -> None:
        if parallel < 1:
            raise PlanException(f"parallel={parallel} is invalid: pass 1 or more")
        with locked(folder, exclusive=False, error=PlanException):
            place = Place.at(recovered(folder))
        if not place.is_folder():
            raise PlanException(f"{str(place)!r} does not exist or is not a folder: pass a folder of definitions")
        if not (place / layout.DEFINITION).is_file():
            raise PlanException(f"{str(place)!r} holds no {layout.DEFINITION}: pass the folder of an entity")
        self.left_out: list[str] = []
        self._path = place.path
        self._prune = prune
        self._selection = Selection.of(targets)
        self._parallel = parallel
        self._progress = progress

    async def plan(self, client: Client) -> ChangePlan:
        """Find what would be changed. Nothing is changed.

        Args:
            client: The client of the server.

        Returns:
            The plan.

        Raises:
            ImportException: Two files define the same entity, or the target of a reference is missing.
            PlanException: A target matches nothing.
            UnusableFile: The folder cannot be read, or contains a symbolic link.
        """
        with locked(self._path, exclusive=False, error=PlanException), TemporaryDirectory() as home:
            folder = recovered(self._path)
            goal = read_goal(Place.at(folder, read_sources(folder)))
            subject = Subject(KINDS[goal.kind.name], goal.organization, goal.name)
            state = await read_state(client, subject, Place.at(home) / "server", self._parallel, self._progress)
            self._selection.check([*goal.state, *(state.items if self._prune else ())])
            found = await compare(
                state,
                subject,
                self._selection.choose(goal.state, state.items),
                lambda key, item: self._is_removed(goal, key, item),
                lambda key: self._prune,
                new_folder(home),
                self._parallel,
            )
        self.left_out = sorted([*goal.left_out, *_unplanned(goal, state)])
        return ChangePlan(
            client.endpoint,
            goal.kind.name,
            goal.name,
            found.changes,
            organization=goal.organization,
            prune=self._prune,
            files=found.files,
        )

    def _is_removed(self, goal: Goal, key: str, item: Item) -> bool:
        if key in goal.state or not self._selection.has(key):
            return False
        is_exported = goal.kind == layout.ORGANIZATION or not getattr(item.kind, "added", False)
        return key in goal.absent or (self._prune and is_exported)


def _unplanned(goal: Goal, state: ServerState) -> list[str]:
    """Return what differs but is not planned. Machines and groups that only the server has do not count."""
    server = {**state.items, **state.unplanned}
    return find_unsynced(goal.items, {key: item for key, item in server.items() if key in goal.items})
