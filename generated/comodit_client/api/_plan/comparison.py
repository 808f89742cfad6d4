# Made by `python -m generator` from handwritten/comodit_client/aio/_plan/comparison.py.
# Do not edit: change that, then run `make generate`.
"""The comparison of the server with the state that it shall have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from comodit_client.api._plan.deletions import ordered_deletions
from comodit_client.api._plan.describing import Describer
from comodit_client.api._plan.server import entity_of, find_actions, read_server
from comodit_client.api._transfer.actions import fetch_current
from comodit_client.api._transfer.export_walk import collection_of
from comodit_client.api._transfer.parts import parts_of
from comodit_client.api._transfer.queue import ActionsQueue
from comodit_client.disk import target as states
from comodit_client.disk.embedded import remove_copies
from comodit_client.disk.layout import DISTRIBUTION_CONTEXT, ORGANIZATION, PLATFORM_CONTEXT, Kind
from comodit_client.disk.merging import merge
from comodit_client.disk.place import Place
from comodit_client.disk.plan_file import PlannedFile
from comodit_client.disk.planned import PlannedChange
from comodit_client.disk.scan import Item, digest_of, scan
from comodit_client.rest.exceptions import ImportException

if TYPE_CHECKING:
    from comodit_client.api._transfer.import_walk import ActionPlan
    from comodit_client.api.capabilities import EditableCollection
    from comodit_client.api.client import Client
    from comodit_client.api.editable import EditableEntity
    from comodit_client.rest.progress import Progress

#: Contexts that belong to one definition: settings of another one mean nothing to them.
SINGLES = {single.name: single.member for single in (PLATFORM_CONTEXT, DISTRIBUTION_CONTEXT)}


@frozen
class Subject:
    """The entity that is compared.

    Args:
        kind: Its kind.
        organization: The name of its organization.
        name: Its name.
    """

    kind: Kind
    organization: str
    name: str

    def collection(self, client: Client) -> EditableCollection[Any]:
        """Return the collection that the entity belongs to, without a request.

        Args:
            client: The client.

        Returns:
            The collection.
        """
        if self.kind == ORGANIZATION:
            return client.organizations()
        return collection_of(client.organizations().wrap({"name": self.organization}), self.kind)


@frozen
class ServerState:
    """The state of the entity on the server.

    Args:
        root: The entity. It need not exist.
        items: Its files, without those that are not planned; none if it does not exist.
        unplanned: Its other files: machines and groups.
    """

    root: EditableEntity
    items: Mapping[str, Item]
    unplanned: Mapping[str, Item]


@frozen
class Comparison:
    """What differs, and the actions that change it.

    Args:
        files: The files that differ.
        changes: The changes, in the order of the actions.
        queue: The actions.
    """

    files: tuple[PlannedFile, ...]
    changes: tuple[PlannedChange, ...]
    queue: ActionsQueue


def read_state(
    client: Client, subject: Subject, folder: Place, parallel: int, progress: Progress | None
) -> ServerState:
    """Read the state of the entity with its secrets.

    Args:
        client: The client.
        subject: The entity.
        folder: The folder to write to, which does not exist yet.
        parallel: The number of requests in parallel.
        progress: Called after each request.

    Returns:
        The state.

    Raises:
        ImportException: The organization of the entity does not exist.
    """
    root: EditableEntity = subject.collection(client).wrap({"name": subject.name})
    current = fetch_current(root)
    if current is not None:
        items = remove_copies(read_server(current, subject.kind, folder, True, parallel, progress))
        planned = {key: item for key, item in items.items() if not item.is_local_only}
        return ServerState(root, planned, {key: item for key, item in items.items() if key not in planned})
    if subject.kind != ORGANIZATION and not client.organizations().exists(subject.organization):
        raise ImportException(
            f"Nothing was sent: organization {subject.organization!r} does not exist, but {subject.kind.name} "
            f"{subject.name!r} belongs to it. Create it first"
        )
    return ServerState(root, {}, {})


def new_folder(home: str) -> Place:
    """Make a folder for the state that the server shall have. Messages name its files by their paths from there.

    Args:
        home: The folder above it.

    Returns:
        The folder.
    """
    folder = Path(home, "target")
    folder.mkdir()
    return Place.at(folder, {})


def compare(
    state: ServerState,
    subject: Subject,
    desired: Mapping[str, states.Entry],
    is_removed: Callable[[str, Item], bool],
    prunes: Callable[[str], bool],
    folder: Place,
    parallel: int,
) -> Comparison:
    """Compare the server with the state that it shall have.

    Args:
        state: The state of the server.
        subject: The entity.
        desired: The desired files.
        is_removed: Returns whether a definition on the server that is not desired is removed.
        prunes: Returns whether parts that a definition does not list are removed, by the name of its file.
        folder: An empty folder to write to.
        parallel: The number of requests in parallel.

    Returns:
        What differs.

    Raises:
        ImportException: The target of a reference is missing.
    """

    def merged(document: Mapping[str, Any], item: Item, key: str) -> Mapping[str, Any]:
        member = SINGLES.get(item.kind.name)
        if member is not None and document.get(member) != (item.document or {}).get(member):
            return document
        entity = entity_of(state.root, item.chain)
        return merge(document, entity, parts_of(entity), prunes(key))

    server = state.items
    states.write(folder, states.overlay(server, desired, is_removed, merged))
    target = remove_copies(scan(folder, subject.kind))
    keys = [
        key for key in sorted(server.keys() | target.keys()) if digest_of(server.get(key)) != digest_of(target.get(key))
    ]
    queue = ActionsQueue()
    wanted = {target[key].file for key in keys if key in target}
    queue.add_plan(_find_actions(subject, state, folder, wanted, parallel))
    for deletion in ordered_deletions(state.root, [server[key] for key in keys if key not in target]):
        queue.add_action(deletion)
    describer = Describer(state.root, server, target, keys)
    files = [PlannedFile.of(key, server.get(key), target.get(key)) for key in keys]
    return Comparison(
        tuple(file for file in files if file.digests["had"] != file.digests["sent"]),
        tuple(map(describer.describe, queue.actions)),
        queue,
    )


def _find_actions(
    subject: Subject, state: ServerState, folder: Place, wanted: Collection[Place], parallel: int
) -> ActionPlan:
    try:
        return find_actions(subject.kind, state.root.collection, folder, wanted, parallel)
    except ImportException as error:
        raise ImportException(
            f"Nothing was sent: {'; '.join(error.problems)}. Create what is missing, or add it to the folder, then "
            "plan again",
            problems=error.problems,
        ) from error
