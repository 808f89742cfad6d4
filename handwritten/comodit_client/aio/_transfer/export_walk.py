"""The writing of entities and their parts to a folder. Each request is a job of a worker pool."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from comodit_client.aio.capabilities import EditableCollection
from comodit_client.aio.collection import Collection
from comodit_client.disk.handles import DEEPEST
from comodit_client.disk.layout import CONTENTS, DEFINITION, THUMBNAIL, Kind, Single
from comodit_client.disk.names import file_names, relative_paths
from comodit_client.disk.place import Place
from comodit_client.disk.secret import without_secrets
from comodit_client.disk.swap import write_document
from comodit_client.disk.tree import is_too_deep
from comodit_client.rest.exceptions import EntityNotFoundException, ExportException, InvalidName

if TYPE_CHECKING:
    from comodit_client.aio.editable import CanRefresh
    from comodit_client.aio.entity import Entity
    from comodit_client.aio.files import FileEntity
    from comodit_client.rest._async_io import WorkerPool


class ExportWalk:
    """One export, from its first entity down.

    Args:
        pool: The pool that runs the jobs.
        with_secrets: Whether to write secrets.
        added: Whether to write the kinds that the original client did not export.
        top: The folder to write to; names in `left_out` are relative to it.

    Attributes:
        left_out: The omitted secrets, each as the name of its file and its path in that; and what cannot be read
            because of a name, each with the reason.
    """

    def __init__(self, pool: WorkerPool, with_secrets: bool, added: bool, top: Place) -> None:
        self.left_out: list[str] = []
        self._pool = pool
        self._with_secrets = with_secrets
        self._added = added
        self._top = top

    def add(self, kind: Kind, entity: Entity, place: Place, title: str = "") -> None:
        """Schedule an entity with its parts.

        Args:
            kind: Its kind.
            entity: The entity.
            place: Its folder, or its file if the kind is flat.
            title: Its name in progress reports. Default: its kind and name.
        """
        self._schedule(title or _title(kind, entity), place, partial(self._entity, kind, entity, place))

    def _schedule(self, title: str, place: Place, job: Callable[[], Awaitable[None]]) -> None:
        self._pool.add(title, partial(self._run, place, job))

    async def _run(self, place: Place, job: Callable[[], Awaitable[None]]) -> None:
        try:
            await job()
        except InvalidName as error:  # it has no URL; all else is exported
            self._leave_out(place, error)

    def _leave_out(self, place: Place, reason: object) -> None:
        self.left_out.append(f"{place.relative_to(self._top).as_posix()}: {reason}")

    async def _entity(self, kind: Kind, entity: Entity, place: Place) -> None:
        if kind.flat:
            self._dump(entity, place)
            return
        place.make()
        self._dump(entity, place / DEFINITION)
        title = _title(kind, entity)
        if kind.contents:
            contents = place / CONTENTS
            contents.make()
            self._schedule(f"{title}: {CONTENTS}", contents, partial(self._contents, entity, contents, title))
        if kind.thumbnail:
            picture = place / THUMBNAIL
            self._schedule(f"{title}: {THUMBNAIL}", picture, partial(self._thumbnail, entity, picture))
        for part in kind.parts:
            if self._added or not part.added:
                folder = place / part.folder
                self._schedule(f"{title}: {part.folder}", folder, partial(self._part, entity, part, folder))
        for single in kind.singles:
            if entity.get_json().get(single.member) not in single.absent:
                file = place / single.file
                self._schedule(f"{title}: {single.name}", file, partial(self._single, entity, single, file))

    async def _contents(self, owner: Any, folder: Place, title: str) -> None:
        files = self._with_names(
            await owner.files().list_complete(), folder, lambda file: (file.get_json().get("name"),)
        )
        written = file_names(file.name for file in files)
        if len(written) < len(files):
            raise ExportException(f"Cannot export {title}: two of its files have the same name. Rename one of them")
        for file in files:
            target = folder / written[file.name]
            self._schedule(f"{title}: {file.name}", target, partial(self._content, file, target))

    async def _content(self, file: FileEntity, target: Place) -> None:
        try:
            with target.create() as opened:
                await file.save_content(opened)
        except EntityNotFoundException:
            target.unlink()  # no content was uploaded, which differs from an empty one
        except InvalidName:
            target.unlink()
            raise

    async def _thumbnail(self, owner: Any, target: Place) -> None:
        try:
            content = await owner.read_thumbnail_content()
        except EntityNotFoundException:
            return
        with target.create() as opened:
            opened.write(content)

    async def _part(self, owner: Entity, kind: Kind, folder: Place) -> None:
        if kind.always:
            folder.make()
        try:
            entities = await collection_of(owner, kind).list_complete()
        except EntityNotFoundException:
            if kind.added:  # the server does not know the kind
                return
            raise
        entities = self._with_names(entities, folder, lambda entity: kind.place(entity.get_json()))
        names = [kind.place(entity.get_json()) for entity in entities]
        if len(set(names)) < len(names):
            raise ExportException(
                f"Cannot export {owner.url}: the server lists two entities of kind {kind.name} under the same name. "
                "Rename one of them"
            )
        for entity, path in zip(entities, relative_paths(names), strict=True):
            place = folder / path
            if kind.flat:
                place = place.beside(f"{place.name}.json")
            if kind.listed:
                self.add(kind, entity, place)
            else:
                self._schedule(f"{_title(kind, entity)}: get", place, partial(self._fetch, kind, entity, place))

    def _with_names(
        self, entities: list[Any], folder: Place, names_of: Callable[[Any], tuple[object, ...]]
    ) -> list[Any]:
        """Leave out the entities that have no name, which no file or folder can be named after."""
        found = []
        for entity in entities:
            if all(isinstance(name, str) and name for name in names_of(entity)):
                found.append(entity)
            else:
                self._leave_out(folder, "the server lists an entity without a name")
        return found

    async def _fetch(self, kind: Kind, entity: CanRefresh, place: Place) -> None:
        try:
            await entity.refresh()
        except EntityNotFoundException:
            return  # it was deleted after it was listed
        await self._entity(kind, entity, place)

    async def _single(self, owner: Entity, single: Single, target: Place) -> None:
        try:
            found = await getattr(owner, single.collection)().get()
        except EntityNotFoundException:
            return
        self._dump(found, target)

    def _dump(self, entity: Entity, file: Place) -> None:
        if is_too_deep(entity.get_json()):
            raise ExportException(
                f"Cannot export {entity.url}: its JSON values are nested more than {DEEPEST} deep. Shorten them first"
            )
        document, secrets = without_secrets(entity)
        if self._with_secrets:
            document = entity.get_json()
        else:
            for member in secrets:
                self._leave_out(file, member)
        file.parent.make()
        write_document(file, document, private=self._with_secrets and bool(secrets))


def collection_of(owner: Entity, kind: Kind) -> EditableCollection[Any]:
    """Return the collection of an owner for a kind.

    Args:
        owner: The owner.
        kind: The kind.

    Returns:
        The collection. That of groups cannot create or delete, that of resource properties can only list.
    """
    found: Any = getattr(owner, kind.collection)
    return cast("EditableCollection[Any]", found if isinstance(found, Collection) else found())


def _title(kind: Kind, entity: Entity) -> str:
    document: Mapping[str, Any] = entity.get_json()
    return f"{kind.name} {'/'.join(map(str, kind.place(document)))}"
