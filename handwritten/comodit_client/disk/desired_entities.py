"""Free documents of entities, and their places in a folder in the format of an export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from comodit_client.disk import tree
from comodit_client.disk.desired_files import has_contents, write
from comodit_client.disk.desired_hosts import add_applications
from comodit_client.disk.desired_places import KINDS, Key, Names, described, key_of, kind_of, mistake
from comodit_client.disk.desired_values import Document
from comodit_client.disk.layout import DEFINITION, HOST, ORGANIZATION, Kind, Single
from comodit_client.disk.names import relative_paths
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import UnusableFile


def add(documents: Sequence[Document], target: Path) -> None:
    """Add free documents to the folder of an organization.

    Args:
        documents: The documents.
        target: The folder, which may have entities already.

    Raises:
        UnusableFile: A document has no place, or its entity is defined already.
    """
    new: dict[Key, Document] = {}
    for document in documents:
        _check_files(document)
        key = key_of(document)
        if key in new:
            where = f"line {new[key].line} of {str(new[key].file)!r}"
            raise mistake(document, f"{described(key)} is also defined in {where}. Remove one of the definitions")
        new[key] = document
    _add_organization(new.pop((), None), documents[0], target)
    below = _relative(new)
    paths: dict[Key, Path] = {(): target}
    level: list[Key] = [()]
    while level or any(key not in paths for key in new):
        depth = len(level[0]) + 1 if level else min(len(key) for key in new if key not in paths)
        # Before the folders are read: a reader takes the parts of an entity without definition for the entity itself.
        written = [_add_one(key, new[key], below[key], paths) for key in new if len(key) == depth]
        level = [*written, *(key for owner in level for key in _find_parts(owner, paths, new))]
    for host in {key[:2] for key in new if len(key) > 1 and key[1][0] == HOST.name}:
        add_applications(host, paths, new)


def _add_one(key: Key, document: Document, below: Path, paths: dict[Key, Path]) -> Key:
    if key[:-1] not in paths:
        raise mistake(
            document,
            f"{described(key)} belongs to {described(key[:-1])}, which is not defined. Add a document for it",
        )
    kind = KINDS[key[-1][0]][0]
    paths[key] = paths[key[:-1]] / below
    write(document, paths[key] if isinstance(kind, Single) or kind.flat else paths[key] / DEFINITION)
    return key


def _find_parts(owner: Key, paths: dict[Key, Path], new: Mapping[Key, Document]) -> Iterator[Key]:
    """Find the parts of an entity that are in its folder and not free; yield them."""
    kind = KINDS[owner[-1][0]][0] if owner else ORGANIZATION
    if isinstance(kind, Single) or kind.flat:
        return
    for key, path in _parts(Place.at(paths[owner]), kind, owner):
        if paths.get(key) == path:
            continue
        if key in new:
            raise mistake(
                new[key], f"{described(key)} is defined twice. Remove this document, or the file in its place"
            )
        paths[key] = path
        yield key


def _add_organization(document: Document | None, first: Document, target: Path) -> None:
    file = target / DEFINITION
    if document is not None:
        write(document, file)
    elif not file.exists():
        raise UnusableFile(
            f"Cannot use {str(first.file.top.path)!r}: the organization is not defined. Add a document with `kind: "
            "organization` and its name"
        )
    elif tree.document(Place.at(target) / DEFINITION).get("organization"):
        raise mistake(
            first,
            "the folder defines a part of an organization, so it cannot have documents with a kind. Remove the kind, "
            "or use the folder of the organization",
        )


def _parts(place: Place, kind: Kind, key: Key) -> Iterator[tuple[Key, Path]]:
    for part in kind.parts:
        for member in tree.members(place, part):
            names = part.place(tree.document(member if part.flat else member / DEFINITION))
            if all(isinstance(name, str) and name for name in names):  # the reader of the folder reports others
                yield (*key, (part.name, names)), member.path
    for single in kind.singles:
        if (place / single.file).is_file():
            yield (*key, (single.name, ())), (place / single.file).path


def _relative(keys: Iterable[Key]) -> Mapping[Key, Path]:
    """Return the paths of entities below their owners. Names in one folder differ by more than case."""
    found: dict[Key, Path] = {}
    groups: dict[tuple[Key, str], list[Names]] = defaultdict(list)
    for key in keys:
        groups[key[:-1], key[-1][0]].append(key[-1][1])
    for (owner, name), members in groups.items():
        kind = KINDS[name][0]
        for names, path in zip(members, relative_paths(members), strict=True):
            key = (*owner, (name, names))
            if isinstance(kind, Single):
                found[key] = Path(kind.file)
            else:
                found[key] = Path(kind.folder) / (f"{path}.json" if kind.flat else path)
    return found


def _check_files(document: Document) -> None:
    """Check that an entity can have the contents and the picture of its document."""
    kind = kind_of(document)
    if has_contents(document) and not (isinstance(kind, Kind) and kind.contents):
        raise mistake(document, f"a {kind.name} has no files with contents. Remove content and source")
    if "thumbnail" in document.members and not (isinstance(kind, Kind) and kind.thumbnail):
        raise mistake(document, f"a {kind.name} has no thumbnail. Remove it")
