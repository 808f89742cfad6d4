"""The files in a folder of definitions, under names that do not depend on the system that wrote it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from comodit_client.disk import tree
from comodit_client.disk.layout import CONTENTS, DEFINITION, GROUP, INSTANCE, THUMBNAIL, Kind, Single
from comodit_client.disk.names import file_name
from comodit_client.disk.payloads import PARTS, list_member, to_payload
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import ImportException

#: Members of a host that its contexts hold as well; a change of them is a change of the definition.
NAMED = ("applications", "platform", "distribution")
#: Members that the server sets in the parts of a definition. A setting has the schema of its parameter.
OF_A_PART = dict.fromkeys(PARTS, ("uuid", "version")) | {"settings": ("uuid", "version", "schema")}
#: The number of bytes that are read at a time.
CHUNK = 1 << 20
#: The entities from that of the folder down to another, each as its kind and definition.
Chain: TypeAlias = tuple[tuple[Kind | Single, dict[str, Any]], ...]


@frozen
class Item:
    """A file in a folder of definitions.

    Args:
        file: Its path.
        digest: A digest of its meaning.
        chain: The entities down to the one that it belongs to.
        owner: The name of the definition that it is a part of; empty for the definition of the folder itself.
        document: The JSON object in it; None for contents and pictures.
        content: The name of the entity's file whose content it is; empty for other files.
    """

    file: Place
    digest: str
    chain: Chain = field(repr=False)
    owner: str = ""
    document: dict[str, Any] | None = field(default=None, repr=False)
    content: str = ""

    @property
    def kind(self) -> Kind | Single:
        """The kind of the entity that it belongs to."""
        return self.chain[-1][0]

    @property
    def depth(self) -> int:
        """The depth in the tree; a part has a greater depth than the definition that it is a part of."""
        return 2 * len(self.chain) + (self.document is None)

    @property
    def is_local_only(self) -> bool:
        """Whether it means nothing on another server, as a machine or the users of a group. A sync leaves it alone."""
        return self.kind in (INSTANCE, GROUP)


def scan(folder: Place, kind: Kind, unique: bool = False) -> dict[str, Item]:
    """Read the files in a folder.

    Args:
        folder: The folder.
        kind: The kind of its entity.
        unique: Whether two files that define the same entity are an error. Otherwise the last one counts.

    Returns:
        The files, by names such as `applications/Shop/files/a.conf`.

    Raises:
        ImportException: A definition has no name, or two files define the same entity.
        UnusableFile: A file cannot be read, or is a symbolic link.
    """
    found: dict[str, Item] = {}
    for key, item in _entity(folder, kind, "", (), ""):
        if unique and key in found:
            raise ImportException(
                f"Cannot read {str(item.file)!r}: {str(found[key].file)!r} defines the same entity. Remove one of them"
            )
        found[key] = item
    return found


def _entity(place: Place, kind: Kind, name: str, above: Chain, owner: str) -> Iterator[tuple[str, Item]]:
    file = place if kind.flat else place / DEFINITION
    document = tree.document(file)
    chain = (*above, (kind, document))
    key = name if kind.flat else f"{name}{DEFINITION}"
    yield key, Item(file, digest_document(kind.name, document), chain, owner, document)
    if kind.flat:
        return
    files = [file.get("name") for file in list_member(document, "files")] if kind.contents else []
    for content, found in tree.contents(place, [one for one in files if one and isinstance(one, str)]):
        yield f"{name}{CONTENTS}/{file_name(content)}", Item(found, _digest(found), chain, key, content=content)
    picture = place / THUMBNAIL
    if kind.thumbnail and picture.is_file():
        yield f"{name}{THUMBNAIL}", Item(picture, _digest(picture), chain, key)
    for part in kind.parts:
        yield from _part(place, part, name, chain, key)
    for single in kind.singles:
        found = place / single.file
        if found.is_file():
            value = tree.document(found)
            way = (*chain, (single, value))
            yield f"{name}{single.file}", Item(found, digest_document(single.name, value), way, key, value)


def _part(place: Place, part: Kind, name: str, chain: Chain, owner: str) -> Iterator[tuple[str, Item]]:
    for member in tree.members(place, part):
        definition = member if part.flat else member / DEFINITION
        names = part.place(tree.document(definition))
        if not all(isinstance(name, str) and name for name in names):
            raise ImportException(
                f"Cannot read {str(definition)!r}: the {part.name} lacks a member that names it. Add the member"
            )
        below = "/".join((part.folder, *map(file_name, names)))
        yield from _entity(member, part, f"{name}{below}{'.json' if part.flat else '/'}", chain, owner)


def digest_of(item: Item | None) -> str:
    """Return the digest of a file.

    Args:
        item: The file, or None.

    Returns:
        The digest; empty for None.
    """
    return "" if item is None else item.digest


def digest_document(kind: str, document: Mapping[str, Any]) -> str:
    """Return a digest of a definition that does not depend on versions, nulls and the order of members.

    Args:
        kind: The name of its kind.
        document: The definition.

    Returns:
        The digest.
    """
    meant = to_payload(kind, document)
    if kind == "host":
        meant |= {member: document.get(member) for member in NAMED}
    for member in PARTS:
        meant[member] = [
            {name: value for name, value in item.items() if name not in OF_A_PART[member]}
            for item in list_member(document, member)
        ]
    return hashlib.sha256(json.dumps(_without_nulls(meant), sort_keys=True).encode()).hexdigest()


def _without_nulls(document: Mapping[str, Any]) -> dict[str, Any]:
    return {member: value for member, value in document.items() if value is not None}


def _digest(file: Place) -> str:
    found = hashlib.sha256()
    with file.open() as opened:
        while chunk := opened.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()
