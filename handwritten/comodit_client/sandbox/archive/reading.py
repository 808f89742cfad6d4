"""Reading of the files of an archive, below a folder that no symbolic link leaves.

The sandbox shares no code with the client, so this module repeats the little that it needs of the format: an entity
has a folder with its `definition.json`, and the contents of its files lie in `files/`.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from uuid import UUID

from attrs import frozen

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.http.documents import parse

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document

DEFINITION = "definition.json"
_CONTENTS = "files"
#: The bytes of a definition. Contents are read in pieces, so they may have any size.
_LARGEST = 64 << 20
_PIECE = 1 << 20
#: The folders below each other. Exports have up to 12.
_DEEPEST = 100


@frozen
class Entity:
    """An entity of an archive.

    Attributes:
        place: Its folder, or its file if it has no folder.
        document: The JSON object in its file.
        name: Its name, which is that in the document.
    """

    place: Path
    document: Document
    name: str


def unusable(place: Path, reason: str) -> ApiError:
    """Return the error for a file or a folder that cannot be loaded."""
    return bad_request(f"Cannot load {str(place)!r}: {reason}")


def read_entity(file: Path, naming: str = "name") -> Entity:
    """Read an entity.

    Args:
        file: The file with its JSON object.
        naming: The member with its name.

    Raises:
        ApiError: The file cannot be read, or the entity has no name.
    """
    document = read_document(file)
    name = document.get(naming)
    if not isinstance(name, str) or not name:
        raise unusable(file, f"it lacks the member '{naming}'")
    return Entity(file.parent if file.name == DEFINITION else file, document, name)


def read_document(file: Path) -> Document:
    """Read a JSON object.

    Raises:
        ApiError: The file cannot be read, is too large, or does not contain a JSON object.
    """
    with_limit = b"".join(_pieces(file, _LARGEST + 1))
    if len(with_limit) > _LARGEST:
        raise unusable(file, f"it is larger than {_LARGEST >> 20} MiB")
    try:
        document = parse(with_limit, "it")
    except ApiError as error:
        raise unusable(file, error.texts[0]) from None
    if not isinstance(document, dict):
        raise unusable(file, "it does not contain a JSON object")
    return document


def is_file(place: Path) -> bool:
    """Return whether a path is that of a file.

    Raises:
        ApiError: It is a symbolic link.
    """
    return _type_of(place) == stat.S_IFREG


def folders_with_definition(folder: Path, depth: int = 0) -> Iterator[Path]:
    """Yield the folders at any depth that have a definition, without those below them. Other files are skipped.

    Raises:
        ApiError: There is a symbolic link, or a folder cannot be read.
    """
    if _type_of(folder) != stat.S_IFDIR:
        return
    if depth > _DEEPEST:
        raise unusable(folder, f"folders are nested more than {_DEEPEST} deep")
    for name in _names(folder):
        if _type_of(folder / name) != stat.S_IFDIR:
            continue
        if is_file(folder / name / DEFINITION):
            yield folder / name
        else:
            yield from folders_with_definition(folder / name, depth + 1)


def members(owner: Entity, *kinds: str, listed: str = "") -> list[Entity]:
    """Return the entities of a kind that belong to another one, in the order of their creation.

    Args:
        owner: The owner.
        *kinds: The names of the folder.
        listed: The member of the owner that names them in their order.

    Raises:
        ApiError: One of them cannot be read.
    """
    found = [
        read_entity(folder / DEFINITION) for kind in kinds for folder in folders_with_definition(owner.place / kind)
    ]
    rank = {name: number for number, name in enumerate(texts(owner.document.get(listed)))}
    return sorted(found, key=lambda entity: (rank.get(entity.name, len(rank)), created(entity.document)))


def created(document: Document) -> int:
    """Return when the entity of a document was created, as its UUID records it; 0 if that is unknown."""
    try:
        uuid = UUID(document.get("uuid"))
    except (TypeError, ValueError, AttributeError):
        return 0
    return uuid.time if uuid.version == 1 else 0


def flat_members(owner: Entity, kind: str, naming: str) -> dict[str, Entity]:
    """Return the entities of a kind that are files without a folder, by name.

    Raises:
        ApiError: One of them cannot be read, or two have the same name.
    """
    folder, found = owner.place / kind, dict[str, Entity]()
    for name in _names(folder) if _type_of(folder) == stat.S_IFDIR else ():
        if name.endswith(".json") and is_file(folder / name):
            entity = read_entity(folder / name, naming)
            if entity.name in found:
                raise unusable(entity.place, f"{str(found[entity.name].place)!r} has the same '{naming}'")
            found[entity.name] = entity
    return found


def contents(owner: Entity, names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Yield the names and the contents of those files of an entity that have a content.

    Raises:
        ApiError: A content is a symbolic link.
    """
    folder = owner.place / _CONTENTS
    if _type_of(folder) != stat.S_IFDIR:
        return
    entries = _names(folder)
    decoded = {_decoded(entry): entry for entry in entries}
    for name in names:
        # Exports of the original client did not encode names.
        entry = decoded.get(name) or decoded.get(_shortened(name)) or (name if name in entries else None)
        if entry is not None and is_file(folder / entry):
            yield name, folder / entry


def pieces(file: Path) -> Iterator[bytes]:
    """Yield the bytes of a file.

    Raises:
        ApiError: The file cannot be read.
    """
    return _pieces(file, None)


def objects(document: Document, member: str) -> list[Document]:
    """Return the JSON objects in a list that is a member of a document; none if it is absent."""
    value = document.get(member)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def texts(value: Any) -> list[str]:
    """Return the texts in a list; none if the value is not a list."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _pieces(file: Path, limit: int | None) -> Iterator[bytes]:
    if not is_file(file):
        raise unusable(file, "it is missing, or not a file")
    try:
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE):
                yield piece
                if limit is not None and opened.tell() >= limit:
                    return
    except OSError as error:
        raise unusable(file, str(error.strerror)) from error


def _type_of(place: Path) -> int | None:
    """Return the type of a file, or None if it does not exist."""
    try:
        mode = place.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise unusable(place, str(error)) from error
    if stat.S_ISLNK(mode):
        raise unusable(place, "it is a symbolic link, which may lead out of the archive. Use a copy instead")
    return stat.S_IFMT(mode)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        raise unusable(folder, str(error.strerror)) from error


def _decoded(entry: str) -> str:
    """Return the name that a file name was made of, or for a shortened one its end, a digest of the name."""
    _, mark, digest = entry.rpartition("%~")
    if mark:
        return mark + digest
    try:
        return unquote(entry, errors="surrogatepass")
    except UnicodeDecodeError:
        return entry


def _shortened(name: str) -> str:
    return f"%~{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
