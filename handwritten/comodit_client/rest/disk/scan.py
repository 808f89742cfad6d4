"""What is in a folder of definitions, file by file, under names that are the same wherever it was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from comodit_client.rest.disk import tree
from comodit_client.rest.disk.layout import CONTENTS, DEFINITION, GROUP, INSTANCE, THUMBNAIL, Kind, Single
from comodit_client.rest.disk.names import file_name
from comodit_client.rest.disk.posted import PARTS, listed, posted

#: What a host names besides its contexts: the definition is written anew when that changes.
NAMED = ("applications", "platform", "distribution")
#: What the server sets in the parts that a definition lists; the schema of a setting is that of its parameter.
OF_A_PART = dict.fromkeys(PARTS, ("uuid", "version")) | {"settings": ("uuid", "version", "schema")}
#: How many bytes of a file are looked at together.
PIECE = 1 << 20
#: The way from the entity that the folder is of: what it is, and its definition.
Chain: TypeAlias = tuple[tuple[Kind | Single, dict[str, Any]], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A file in a folder of definitions.

    Args:
        file: Its path.
        digest: A text that changes when it means something else.
        chain: The way to the entity that it belongs to.
        document: What it holds; None for contents and pictures.
    """

    file: Path
    digest: str
    chain: Chain = field(repr=False)
    document: dict[str, Any] | None = field(default=None, repr=False)

    @property
    def kind(self) -> Kind | Single:
        """What it belongs to."""
        return self.chain[-1][0]


def scan(folder: Path, kind: Kind) -> dict[str, Item]:
    """Read a folder. Instances and groups are left out: they are of one place.

    Args:
        folder: The folder.
        kind: What it is of.

    Returns:
        What is in it, by names such as `applications/Shop/files/a.conf`.

    Raises:
        UnusableFile: A file cannot be read, or is a symbolic link.
    """
    return dict(_entity(folder, kind, "", ()))


def _entity(place: Path, kind: Kind, name: str, above: Chain) -> Iterator[tuple[str, Item]]:
    file = place if kind.flat else place / DEFINITION
    document = tree.document(file)
    chain = (*above, (kind, document))
    yield (name if kind.flat else f"{name}{DEFINITION}"), Item(file, _meaning(kind.name, document), chain, document)
    if kind.flat:
        return
    for content in listed(document, "files") if kind.contents else []:
        found = tree.content(place, content.get("name") or "")
        if found is not None:
            yield f"{name}{CONTENTS}/{file_name(content['name'])}", Item(found, _digest(found), chain)
    picture = tree.regular(place / THUMBNAIL) if kind.thumbnail else None
    if picture is not None:
        yield f"{name}{THUMBNAIL}", Item(picture, _digest(picture), chain)
    for part in kind.parts:
        if part != GROUP:
            yield from _part(place, part, name, chain)
    for single in kind.singles:
        found = tree.regular(place / single.file)
        if found is not None and single != INSTANCE:
            value = tree.document(found)
            yield f"{name}{single.file}", Item(found, _meaning(single.name, value), (*chain, (single, value)), value)


def _part(place: Path, part: Kind, name: str, chain: Chain) -> Iterator[tuple[str, Item]]:
    for member in tree.members(place, part):
        names = part.place(tree.document(member if part.flat else member / DEFINITION))
        below = "/".join((part.folder, *map(file_name, names)))
        yield from _entity(member, part, f"{name}{below}{'.json' if part.flat else '/'}", chain)


def _meaning(kind: str, document: Mapping[str, Any]) -> str:
    """What changes when a definition means something else: not versions, nor the order of members."""
    meant = posted(kind, document)
    if kind == "host":
        meant |= {member: document.get(member) for member in NAMED}
    for member in PARTS:
        meant[member] = [
            {name: value for name, value in item.items() if name not in OF_A_PART[member]}
            for item in listed(document, member)
        ]
    return hashlib.sha256(json.dumps(_without_nulls(meant), sort_keys=True).encode()).hexdigest()


def _without_nulls(document: Mapping[str, Any]) -> dict[str, Any]:
    return {member: value for member, value in document.items() if value is not None}


def _digest(file: Path) -> str:
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            found.update(piece)
    return found.hexdigest()
