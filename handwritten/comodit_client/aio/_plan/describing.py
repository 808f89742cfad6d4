"""The changes of a plan, from the actions that make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from attrs import frozen

from comodit_client.aio._plan.deletions import DeleteHost
from comodit_client.aio._plan.server import entity_of
from comodit_client.aio._transfer.actions import CreateEntity, DeleteEntity, EntityAction
from comodit_client.aio._transfer.parts import parts_of
from comodit_client.aio._transfer.uploads import Upload, UploadContent
from comodit_client.disk.layout import CONTENTS, DEFINITION, ENVIRONMENT, THUMBNAIL
from comodit_client.disk.members import UNKNOWN, changed_members, secret_schemas
from comodit_client.disk.names import file_name
from comodit_client.disk.payloads import list_member
from comodit_client.disk.planned import MemberChange, PlannedAction, PlannedChange

if TYPE_CHECKING:
    from comodit_client.aio._transfer.actions import Action
    from comodit_client.aio.editable import EditableEntity
    from comodit_client.aio.entity import Entity
    from comodit_client.disk.scan import Item

#: The path of the entity of the folder.
TOP = "."


@frozen
class _Known:
    """An entity or a part in a folder, with its path."""

    path: str
    entity: Entity


class Describer:
    """The description of actions.

    Args:
        root: The entity of the folder.
        server: The files of the server.
        target: The files that the server shall have.
        changed: The names of the files that differ.
    """

    def __init__(
        self, root: EditableEntity, server: Mapping[str, Item], target: Mapping[str, Item], changed: Iterable[str]
    ) -> None:
        keys = list(changed)
        self._server, self._target = server, target
        self._before = dict(_known(root, server, keys))
        self._after = dict(_known(root, target, keys))
        self._schemas = secret_schemas(item.document for items in (server, target) for item in items.values())
        if target[DEFINITION].kind == ENVIRONMENT:
            # Its hosts may have secret settings of applications that are not among the files.
            self._schemas.setdefault(UNKNOWN, {"secret": True})
        self._owners = dict(_owners(root, [target.get(key) or server[key] for key in keys]))

    def describe(self, action: Action) -> PlannedChange:
        """Describe an action.

        Args:
            action: The action.

        Returns:
            The change, without secrets.
        """
        if isinstance(action, Upload):
            return self._upload(action)
        assert isinstance(action, EntityAction)
        return self._entity(action)

    def _upload(self, action: Upload) -> PlannedChange:
        place = self._owners[action.res.url]
        kind, path = "picture", f"{place}{THUMBNAIL}"
        if isinstance(action, UploadContent):
            kind, path = "content", f"{place}{CONTENTS}/{file_name(action.file_name)}"
        old, new = self._server.get(path), self._target[path]
        change = MemberChange("content", None if old is None else _summary(old), _summary(new))
        return PlannedChange("create" if old is None else "update", kind, path, (change,))

    def _entity(self, action: EntityAction[Any]) -> PlannedChange:
        entity, kind = action.res_object, action.entity_type
        before, after = self._before.get(entity.url), self._after.get(entity.url)
        path = (after or before or _Known(entity.url, entity)).path
        if isinstance(action, DeleteEntity):
            members = (
                (MemberChange("instance", entity.get_json().get("state")),) if isinstance(action, DeleteHost) else ()
            )
            return PlannedChange("delete", kind, path, members)
        is_sent_whole = isinstance(action, CreateEntity)
        verb: PlannedAction = "create" if before is None else "replace" if is_sent_whole else "update"
        omitted = () if is_sent_whole else parts_of(entity)
        old = None if before is None else before.entity
        return PlannedChange(verb, kind, path, tuple(changed_members(kind, old, entity, omitted, self._schemas)))


def _known(root: EditableEntity, items: Mapping[str, Item], keys: Iterable[str]) -> Iterator[tuple[str, _Known]]:
    for key in keys:
        item = items.get(key)
        if item is None or item.document is None:
            continue
        entity: Any = entity_of(root, item.chain)
        path = key.removesuffix(DEFINITION).removesuffix("/").removesuffix(".json") or TOP
        yield entity.url, _Known(path, entity)
        for member in parts_of(entity):
            collection = getattr(entity, member)()
            for part in map(collection.wrap, deepcopy(list_member(item.document, member))):
                yield (
                    part.url,
                    _Known(f"{'' if path == TOP else path + '/'}{member}/{file_name(part.identifier)}", part),
                )


def _owners(root: EditableEntity, items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """Yield the owners of contents and pictures, each with its folder."""
    for item in items:
        if item.document is None:
            yield entity_of(root, item.chain).url, item.owner.removesuffix(DEFINITION)


def _summary(item: Item) -> str:
    found = item.file.status()
    return f"sha256:{item.digest} ({0 if found is None else found.st_size} bytes)"
