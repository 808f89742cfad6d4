"""The state of an entity on the server as a folder, and the actions that bring a changed folder to the server."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from comodit_client.aio._transfer.actions import DeleteEntity
from comodit_client.aio._transfer.export_walk import collection_of
from comodit_client.aio._transfer.import_walk import ImportWalk
from comodit_client.aio._transfer.options import Options
from comodit_client.aio.exporter import Export
from comodit_client.disk.layout import Kind
from comodit_client.disk.scan import Chain, Item, scan

if TYPE_CHECKING:
    from comodit_client.aio._transfer.actions import Action
    from comodit_client.aio._transfer.import_walk import ActionPlan
    from comodit_client.aio.capabilities import EditableCollection
    from comodit_client.aio.editable import EditableEntity
    from comodit_client.disk.place import Place
    from comodit_client.rest.progress import Progress


async def read_server(
    entity: EditableEntity, kind: Kind, folder: Place, with_secrets: bool, parallel: int, progress: Progress | None
) -> dict[str, Item]:
    """Write the state of an entity to a folder.

    Args:
        entity: The entity, as the server has it.
        kind: Its kind.
        folder: The folder, which does not exist yet.
        with_secrets: Whether to write secrets.
        parallel: The number of requests in parallel.
        progress: Called after each request.

    Returns:
        The files in the folder.
    """
    export = Export(with_secrets=with_secrets, parallel=parallel, progress=progress, complete=True)
    await getattr(export, f"export_{kind.name}")(entity, folder.path)
    return scan(folder, kind)


async def find_actions(
    kind: Kind, collection: EditableCollection[Any], folder: Place, wanted: Collection[Place], parallel: int
) -> ActionPlan:
    """Find the actions that send files of a folder. Parts that a sent definition does not list are deleted.

    Args:
        kind: The kind of the folder's entity.
        collection: The collection that the entity belongs to.
        folder: The folder.
        wanted: The files to send.
        parallel: The number of requests in parallel.

    Returns:
        The actions.

    Raises:
        ImportException: The target of a reference is missing.
    """
    walk = ImportWalk(Options(update_existing=True, delete_missing=True, wanted=wanted.__contains__, parallel=parallel))
    walk.add(kind, collection, folder)
    return await walk.finish()


def entity_of(root: EditableEntity, chain: Chain) -> EditableEntity:
    """Return the entity of a file, without a request.

    Args:
        root: The entity of the folder.
        chain: The definitions that lead to the entity.

    Returns:
        The entity, with its definition in the folder.
    """
    found: EditableEntity = root.collection.wrap(chain[0][1])
    for kind, document in chain[1:]:
        collection = collection_of(found, kind) if isinstance(kind, Kind) else getattr(found, kind.collection)()
        found = collection.wrap(document)
    return found


def find_deletions(root: EditableEntity, gone: Iterable[Item]) -> list[Action]:
    """Find the deletions of entities that a folder lacks, without the parts of deleted entities.

    Args:
        root: The entity of the folder.
        gone: The files that are only on the server.

    Returns:
        The deletions.
    """
    return [DeleteEntity(entity_of(root, item.chain), item.kind.name) for item in topmost(gone)]


def topmost(gone: Iterable[Item]) -> list[Item]:
    """Return the definitions whose owners are not among them.

    Args:
        gone: Files of one scan.

    Returns:
        The definitions among them.
    """
    found = [item for item in gone if item.document]
    # The chains of one scan share the definitions above each other, so the identity of a definition stands for it.
    definitions = {id(item.document) for item in found}
    return [item for item in found if not any(id(document) in definitions for _, document in item.chain[:-1])]
