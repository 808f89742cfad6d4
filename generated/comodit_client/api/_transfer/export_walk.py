# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/export_walk.py.
# Do not edit: change that, then run `make generate`.
"""The writing of entities and their parts to a folder. Each request is a job of a worker pool."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comodit_client.api.collection import Collection
from comodit_client.disk.layout import CONTENTS, DEFINITION, THUMBNAIL, Kind, Single
from comodit_client.disk.names import file_names, relative_paths
from comodit_client.disk.secret import without_secrets
from comodit_client.disk.swap import write_document
from comodit_client.rest.exceptions import EntityNotFoundException, ExportException

if TYPE_CHECKING:
    from comodit_client.api.entity import Entity
    from comodit_client.api.files import FileEntity
    from comodit_client.rest._sync_io import WorkerPool


class ExportWalk:
    """One export, from its first entity down.

    Args:
        pool: The pool that runs the jobs.
        with_secrets: Whether to write secrets.
        added: Whether to write the kinds that the original client did not export.
        top: The folder to write to; names in `left_out` are relative to it.

    Attributes:
        left_out: The omitted secrets, each as the name of its file and its path in that.
    """

    def __init__(self, pool: WorkerPool, with_secrets: bool, added: bool, top: Path) -> None:
        self.left_out: list[str] = []
        self._pool = pool
        self._with_secrets = with_secrets
        self._added = added
        self._top = top

    def add(self, kind: Kind, entity: Entity, place: Path, title: str = "") -> None:
        """Schedule an entity with its parts.

        Args:
            kind: Its kind.
            entity: The entity.
            place: Its folder, or its file if the kind is flat.
            title: Its name in progress reports. Default: its kind and name.
        """
        self._pool.add(title or _title(kind, entity), partial(self._entity, kind, entity, place))

    def _entity(self, kind: Kind, entity: Entity, place: Path) -> None:
        if kind.flat:
            self._dump(entity, place)
            return
        place.mkdir(parents=True, exist_ok=True)
        self._dump(entity, place / DEFINITION)
        title = _title(kind, entity)
        if kind.contents:
            (place / CONTENTS).mkdir()
            self._pool.add(f"{title}: {CONTENTS}", partial(self._contents, entity, place / CONTENTS, title))
        if kind.thumbnail:
            self._pool.add(f"{title}: {THUMBNAIL}", partial(self._thumbnail, entity, place / THUMBNAIL))
        for part in kind.parts:
            if self._added or not part.added:
                self._pool.add(f"{title}: {part.folder}", partial(self._part, entity, part, place / part.folder))
        for single in kind.singles:
            if entity.get_json().get(single.member) not in single.absent:
                self._pool.add(f"{title}: {single.name}", partial(self._single, entity, single, place / single.file))

    def _contents(self, owner: Any, folder: Path, title: str) -> None:
        files = owner.files().list_complete()
        written = file_names(file.name for file in files)
        if len(written) < len(files):
            raise ExportException(f"Cannot export {title}: two of its files have the same name. Rename one of them")
        for file in files:
            self._pool.add(f"{title}: {file.name}", partial(self._content, file, folder / written[file.name]))

    def _content(self, file: FileEntity, target: Path) -> None:
        try:
            with target.open("xb") as opened:
                file.save_content(opened)
        except EntityNotFoundException:
            target.unlink()  # no content was uploaded, which differs from an empty one

    def _thumbnail(self, owner: Any, target: Path) -> None:
        try:
            content = owner.read_thumbnail_content()
        except EntityNotFoundException:
            return
        target.write_bytes(content)

    def _part(self, owner: Entity, kind: Kind, folder: Path) -> None:
        if kind.always:
            folder.mkdir(parents=True, exist_ok=True)
        try:
            entities = collection_of(owner, kind).list_complete()
        except EntityNotFoundException:
            if kind.added:  # the server does not know the kind
                return
            raise
        names = [kind.place(entity.get_json()) for entity in entities]
        if len(set(names)) < len(names):
            raise ExportException(
                f"Cannot export {owner.url}: the server lists two entities of kind {kind.name} under the same name. "
                "Rename one of them"
            )
        for entity, place in zip(entities, relative_paths(names), strict=True):
            if kind.flat:
                place = place.with_name(f"{place.name}.json")
            if kind.listed:
                self.add(kind, entity, folder / place)
            else:
                self._pool.add(f"{_title(kind, entity)}: get", partial(self._fetch, kind, entity, folder / place))

    def _fetch(self, kind: Kind, entity: Entity, place: Path) -> None:
        try:
            entity.refresh()
        except EntityNotFoundException:
            return  # it was deleted after it was listed
        self._entity(kind, entity, place)

    def _single(self, owner: Entity, single: Single, target: Path) -> None:
        try:
            found = getattr(owner, single.collection)().get()
        except EntityNotFoundException:
            return
        self._dump(found, target)

    def _dump(self, entity: Entity, file: Path) -> None:
        document, secrets = without_secrets(entity)
        if self._with_secrets:
            document = entity.get_json()
        else:
            name = file.relative_to(self._top).as_posix()
            self.left_out += [f"{name}: {member}" for member in secrets]
        file.parent.mkdir(parents=True, exist_ok=True)
        write_document(file, document, private=self._with_secrets and bool(secrets))


def collection_of(owner: Entity, kind: Kind) -> Collection[Any]:
    """Return the collection of an owner for a kind.

    Args:
        owner: The owner.
        kind: The kind.

    Returns:
        The collection.
    """
    found: Any = getattr(owner, kind.collection)
    return found if isinstance(found, Collection) else found()


def _title(kind: Kind, entity: Entity) -> str:
    document: Mapping[str, Any] = entity.get_json()
    return f"{kind.name} {'/'.join(map(str, kind.place(document)))}"
