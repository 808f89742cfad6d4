"""How a folder of definitions becomes actions: it is read and compared with the server, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comodit_client.aio.export_walk import collection_of
from comodit_client.aio.import_actions import (
    Action,
    AddMembers,
    Backup,
    CreateEntity,
    DeleteEntity,
    UpdateEntity,
    UploadContent,
    UploadThumb,
    on_server,
)
from comodit_client.aio.import_options import Options
from comodit_client.aio.import_parts import (
    changed_settings,
    compared,
    has_content,
    has_thumbnail,
    merge,
    parts_of,
    unlisted,
)
from comodit_client.aio.import_references import References
from comodit_client.rest.disk import tree
from comodit_client.rest.disk.layout import APPLICATION_CONTEXT, DEFINITION, GROUP, INSTANCE, THUMBNAIL, Kind, Single
from comodit_client.rest.disk.names import file_name
from comodit_client.rest.disk.posted import in_order, listed, posted
from comodit_client.rest.exceptions import ImportException

if TYPE_CHECKING:
    from comodit_client.aio.collection import Collection
    from comodit_client.aio.entity import Entity


class ImportWalk:
    """One walk through a folder.

    Args:
        options: What the import may do.

    Attributes:
        left_out: What is in the folder and is not imported, each with the reason.
    """

    def __init__(self, options: Options) -> None:
        self.left_out: list[str] = []
        self._options = options
        self._actions: list[Action] = []
        self._deletions: list[Action] = []
        self._references = References()
        # A sync knows by itself what was deleted.
        self._deletes = options.delete_missing and options.wanted is None

    async def finish(self) -> list[Action]:
        """Check that what is referred to is there.

        Returns:
            The actions; what is deleted stands last, the innermost first.

        Raises:
            ImportException: Something is missing; all that is missing is told.
        """
        await self._references.check()
        return [*self._actions, *reversed(self._deletions)]

    async def add(self, kind: Kind, collection: Collection[Any], place: Path, new: bool = False) -> Entity:
        """Plan an entity, with what hangs on it.

        Args:
            kind: Its kind.
            collection: Where it belongs.
            place: Its folder, or its file where the kind is flat.
            new: Whether it is known that the server does not have it.

        Returns:
            The entity, as it is in the folder.

        Raises:
            ImportException: It has no name.
            UnusableFile: A file cannot be read, or is a symbolic link.
        """
        file = place if kind.flat else place / DEFINITION
        document = tree.document(file)
        if not all(isinstance(name, str) and name for name in kind.place(document)):
            raise ImportException(f"{str(place)!r} does not say the name of its {kind.name}")
        entity: Entity = collection._new(posted(kind.name, document))
        if kind == GROUP:
            if self._options.wanted is None:
                await self._group(entity, new)
            return entity
        remote = None if new else await on_server(entity)
        if remote is None:
            if not self._options.sends(file):
                return entity  # it was deleted on the server
            self._create(kind.name, entity)
            self._upload(kind, entity, document, place, all_files=True)
        elif not self._options.sends(file):
            self._upload(kind, entity, document, place)
        elif self._options.update_existing:
            await self._update(kind, entity, remote, document, place)
        else:
            await self._conflict(kind, entity, document, place)
        await self._parts(kind, entity, document, place, remote is None)
        for single in kind.singles:
            await self._single(single, entity, document, place, remote is None)
        return entity

    def _create(self, kind: str, entity: Entity) -> None:
        self._references.created(entity)
        self._references.needed(kind, entity)
        self._actions.append(CreateEntity(False, entity, kind))

    async def _update(
        self, kind: Kind, entity: Entity, remote: Entity, document: Mapping[str, Any], place: Path
    ) -> None:
        export = self._options.exports.get(kind.name)
        if self._options.backup is not None and export is not None:
            folder = self._options.backup / kind.folder / file_name(remote.identifier)
            self._actions.append(Backup(remote, kind.name, export, folder))
        sparing = self._options.wanted is not None
        if kind.contents:  # new files come first, for handlers refer to them
            self._actions += await compared(entity, "file", document, True, sparing)
            self._actions += await compared(entity, "parameter", document, True, sparing)
        if merge(kind.name, entity, remote, document, whole=sparing) or not sparing:
            self._actions.append(UpdateEntity(entity, kind.name))
        self._actions += changed_settings(entity, remote, document)
        self._upload(kind, entity, document, place)
        if self._options.delete_missing:
            for member in parts_of(entity):
                self._deletions += await unlisted(entity, member.removesuffix("s"), document, sparing)

    async def _conflict(self, kind: Kind, entity: Entity, document: Mapping[str, Any], place: Path) -> None:
        new: set[str] = set()
        if kind.contents:
            for action in await compared(entity, "file", document, update=False):
                self._actions.append(action)
                if not action.conflict():
                    new.add(action.res_object.identifier)
            self._actions += await compared(entity, "parameter", document, update=False)
        self._actions.append(CreateEntity(True, entity, kind.name))
        # An import that was interrupted may have made the entity and not come to its contents.
        look = self._options.skip_conflict
        for name, file in _contents(kind, document, place):
            conflict = name not in new and not (look and not await has_content(entity, name))
            self._actions.append(UploadContent(conflict, file, entity, name, kind.name))
        thumbnail = _thumbnail(kind, place)
        if thumbnail is not None:
            conflict = not (look and not await has_thumbnail(entity))
            self._actions.append(UploadThumb(conflict, thumbnail, entity, kind.name))

    def _upload(
        self, kind: Kind, entity: Entity, document: Mapping[str, Any], place: Path, all_files: bool = False
    ) -> None:
        for name, file in _contents(kind, document, place):
            if all_files or self._options.sends(file):
                self._actions.append(UploadContent(False, file, entity, name, kind.name))
        thumbnail = _thumbnail(kind, place)
        if thumbnail is not None and (all_files or self._options.sends(thumbnail)):
            self._actions.append(UploadThumb(False, thumbnail, entity, kind.name))

    async def _parts(self, kind: Kind, entity: Entity, document: Mapping[str, Any], place: Path, new: bool) -> None:
        for part in in_order(kind.parts):
            collection = collection_of(entity, part)
            found: dict[tuple[str, ...], Path] = {}
            for member in tree.members(place, part):
                names = part.place(tree.document(member if part.flat else member / DEFINITION))
                if names in found:
                    raise ImportException(f"{str(found[names])!r} and {str(member)!r} hold the same {part.name}")
                found[names] = member
            if part == APPLICATION_CONTEXT:
                found = _installed(document, found, place)
            else:
                found = _as_listed(document.get(part.folder), found)
            for member in found.values():
                await self.add(part, collection, member, new)
            if self._deletes and not new and part != GROUP and _is_told(place, part):
                self._deletions += [
                    DeleteEntity(left, part.name)
                    for left in await collection.list()
                    if part.place(left.get_json()) not in found
                ]

    async def _single(self, single: Single, host: Any, document: Mapping[str, Any], place: Path, new: bool) -> None:
        if document.get(single.member) in single.absent or (single == INSTANCE and not self._options.with_instances):
            return
        file = tree.regular(place / single.file)
        if file is None:
            if single == INSTANCE:
                return
            raise ImportException(
                f"{str(place / single.file)!r} is missing, but {str(place / DEFINITION)!r} tells of it"
            )
        if not new and not self._options.sends(file):
            return
        found = tree.document(file)
        entity: Entity = getattr(host, single.collection)()._new(posted(single.name, found))
        if single == INSTANCE:
            await self._attach(entity, found)
            return
        remote = None if new else await on_server(entity)
        if remote is None:
            self._create(single.name, entity)
        elif self._options.update_existing:
            await self._update_single(single, entity, remote, found)
        else:
            self._actions.append(CreateEntity(True, entity, single.name))

    async def _update_single(self, single: Single, entity: Entity, remote: Entity, document: Mapping[str, Any]) -> None:
        if remote.get_json().get(single.member) != entity.get_json().get(single.member):
            self._create(single.name, entity)  # what is created replaces what is there (S120)
            return
        self._actions += changed_settings(entity, remote, document)
        if self._options.delete_missing:
            self._deletions += await unlisted(entity, "setting", document, self._options.wanted is not None)

    async def _attach(self, instance: Entity, document: Mapping[str, Any]) -> None:
        if await on_server(instance) is not None:
            return
        if listed(document, "properties"):
            self._actions.append(CreateEntity(False, instance, INSTANCE.name))
        else:
            self.left_out.append(f"{instance.url}: it has no properties, so a machine would have to be provisioned")

    async def _group(self, group: Entity, new: bool) -> None:
        keys = [str(key.get("name")) for key in listed(group.get_json(), "applicationKeys")]
        if keys:
            self.left_out.append(f"{group.url}: application keys are made anew, not imported: {', '.join(keys)}")
        users = {user.get("username") for user in listed(group.get_json(), "users")}
        if not new:
            remote = await on_server(group)
            present = [] if remote is None else listed(remote.get_json(), "users")
            users -= {user.get("username") for user in present}
        if users:
            self._actions.append(AddMembers(not new and not self._options.update_existing, group, GROUP.name))


def _contents(kind: Kind, document: Mapping[str, Any], place: Path) -> Iterator[tuple[str, Path]]:
    for file in listed(document, "files") if kind.contents else []:
        name = file.get("name")
        if not isinstance(name, str) or not name:
            raise ImportException(f"{str(place / DEFINITION)!r} lists a file that has no name")
        found = tree.content(place, name)
        if found is not None:  # there is none where no content was ever uploaded
            yield name, found


def _thumbnail(kind: Kind, place: Path) -> Path | None:
    return tree.regular(place / THUMBNAIL) if kind.thumbnail else None


def _installed(
    document: Mapping[str, Any], found: Mapping[tuple[str, ...], Path], place: Path
) -> dict[tuple[str, ...], Path]:
    """The contexts of those applications that a host's definition names, in its order: they are installed in that."""
    names = [(name,) for name in _texts(document.get("applications"))]
    missing = [name for (name,) in names if (name,) not in found]
    if missing:
        raise ImportException(f"{str(place)!r} holds no context of {', '.join(missing)}, but its definition names it")
    return {name: found[name] for name in names}


def _as_listed(names: Any, found: Mapping[tuple[str, ...], Path]) -> dict[tuple[str, ...], Path]:
    """What was found, in the order in which the owner's definition names it; what that does not name is last."""
    rank = {name: number for number, name in enumerate(_texts(names))}
    return dict(sorted(found.items(), key=lambda item: rank.get(item[0][-1], len(rank))))


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _is_told(place: Path, kind: Kind) -> bool:
    """Whether a folder says anything of a kind; older exports hold no folder where there was nothing."""
    return any(tree.is_folder(place / name) for name in (kind.folder, *kind.also))
