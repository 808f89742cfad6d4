# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/export_walk.py.
# Do not edit: change that, then run `make generate`.
"""How entities are written to a folder, and what hangs on them: each request is a job, and many run at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comodit_client.api.collection import Collection
from comodit_client.disk.layout import CONTENTS, DEFINITION, THUMBNAIL, Kind, Single
from comodit_client.disk.names import file_names, places
from comodit_client.disk.secret import without_secrets
from comodit_client.disk.swap import write_document
from comodit_client.rest.exceptions import EntityNotFoundException, ExportException

if TYPE_CHECKING:
    from comodit_client.api.entity import Entity
    from comodit_client.api.files import FileEntity
    from comodit_client.rest._sync_io import WorkerPool


class ExportWalk:
    """One export, from the entity that it begins with down.

    Args:
        crew: Who does the jobs.
        with_secrets: Whether secrets are written.
        added: Whether what the original client left out is written.
        top: The folder that is written into; names of files are told from there.

    Attributes:
        left_out: The secrets that were left out, each with the name of its file.
    """

    def __init__(self, crew: WorkerPool, with_secrets: bool, added: bool, top: Path) -> None:
        self.left_out: list[str] = []
        self._crew = crew
        self._with_secrets = with_secrets
        self._added = added
        self._top = top

    def add(self, kind: Kind, entity: Entity, place: Path, title: str = "") -> None:
        """Have an entity written, with what hangs on it.

        Args:
            kind: Its kind.
            entity: The entity.
            place: Its folder, or its file where the kind is flat.
            title: What progress calls it; its kind and name when not given.
        """
        self._crew.add(title or _title(kind, entity), partial(self._entity, kind, entity, place))

    def _entity(self, kind: Kind, entity: Entity, place: Path) -> None:
        if kind.flat:
            self._dump(entity, place)
            return
        place.mkdir(parents=True, exist_ok=True)
        self._dump(entity, place / DEFINITION)
        title = _title(kind, entity)
        if kind.contents:
            (place / CONTENTS).mkdir()
            self._crew.add(f"{title}: {CONTENTS}", partial(self._contents, entity, place / CONTENTS, title))
        if kind.thumbnail:
            self._crew.add(f"{title}: {THUMBNAIL}", partial(self._thumbnail, entity, place / THUMBNAIL))
        for part in kind.parts:
            if self._added or not part.added:
                self._crew.add(f"{title}: {part.folder}", partial(self._part, entity, part, place / part.folder))
        for single in kind.singles:
            if entity.get_json().get(single.member) not in single.absent:
                self._crew.add(f"{title}: {single.name}", partial(self._single, entity, single, place / single.file))

    def _contents(self, owner: Any, folder: Path, title: str) -> None:
        files = owner.files().list()
        written = file_names(file.name for file in files)
        if len(written) < len(files):
            raise ExportException(f"{title}: two of its files have one name")
        for file in files:
            self._crew.add(f"{title}: {file.name}", partial(self._content, file, folder / written[file.name]))

    def _content(self, file: FileEntity, target: Path) -> None:
        try:
            with target.open("xb") as opened:
                file.save_content(opened)
        except EntityNotFoundException:
            target.unlink()  # none was ever uploaded, which is not the same as an empty one

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
            entities = collection_of(owner, kind).list()
        except EntityNotFoundException:
            if kind.added:  # a server that does not know the kind
                return
            raise
        names = [kind.place(entity.get_json()) for entity in entities]
        if len(set(names)) < len(names):
            raise ExportException(f"{owner.url}: the server lists a {kind.name} twice, which cannot be written")
        for entity, place in zip(entities, places(names), strict=True):
            if kind.flat:
                place = place.with_name(f"{place.name}.json")
            if kind.listed:
                self.add(kind, entity, folder / place)
            else:
                self._crew.add(f"{_title(kind, entity)}: get", partial(self._fetch, kind, entity, folder / place))

    def _fetch(self, kind: Kind, entity: Entity, place: Path) -> None:
        try:
            entity.refresh()
        except EntityNotFoundException:
            return  # it was deleted after the list was made
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
    """Give the collection of an owner with the entities of a kind.

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
