"""What is in a folder of definitions, file by file, under names that are the same wherever it was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from comodit_client.disk import tree
from comodit_client.disk.layout import CONTENTS, DEFINITION, GROUP, INSTANCE, THUMBNAIL, Kind, Single
from comodit_client.disk.names import file_name
from comodit_client.disk.payloads import PARTS, list_member, to_payload

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
        owner: The name under which the definition is that it hangs on; empty for that of the folder itself.
        document: What it holds; None for contents and pictures.
        content: The name of the file of the entity whose content it is; empty for all else.
    """

    file: Path
    digest: str
    chain: Chain = field(repr=False)
    owner: str = ""
    document: dict[str, Any] | None = field(default=None, repr=False)
    content: str = ""

    @property
    def kind(self) -> Kind | Single:
        """What it belongs to."""
        return self.chain[-1][0]

    @property
    def depth(self) -> int:
        """How far inside it is: what hangs on a definition has a greater number than that."""
        return 2 * len(self.chain) + (self.document is None)

    @property
    def is_of_one_place(self) -> bool:
        """Whether it says nothing elsewhere, as a machine and the users of a group: a sync leaves it alone."""
        return self.kind in (INSTANCE, GROUP)


def scan(folder: Path, kind: Kind) -> dict[str, Item]:
    """Read a folder.

    Args:
        folder: The folder.
        kind: What it is of.

    Returns:
        What is in it, by names such as `applications/Shop/files/a.conf`.

    Raises:
        UnusableFile: A file cannot be read, or is a symbolic link.
    """
    return dict(_entity(folder, kind, "", (), ""))


def _entity(place: Path, kind: Kind, name: str, above: Chain, owner: str) -> Iterator[tuple[str, Item]]:
    file = place if kind.flat else place / DEFINITION
    document = tree.document(file)
    chain = (*above, (kind, document))
    key = name if kind.flat else f"{name}{DEFINITION}"
    yield key, Item(file, _meaning(kind.name, document), chain, owner, document)
    if kind.flat:
        return
    for content in list_member(document, "files") if kind.contents else []:
        found = tree.content(place, content.get("name") or "")
        if found is not None:
            below = f"{CONTENTS}/{file_name(content['name'])}"
            yield f"{name}{below}", Item(found, _digest(found), chain, key, content=content["name"])
    picture = tree.regular(place / THUMBNAIL) if kind.thumbnail else None
    if picture is not None:
        yield f"{name}{THUMBNAIL}", Item(picture, _digest(picture), chain, key)
    for part in kind.parts:
        yield from _part(place, part, name, chain, key)
    for single in kind.singles:
        found = tree.regular(place / single.file)
        if found is not None:
            value = tree.document(found)
            way = (*chain, (single, value))
            yield f"{name}{single.file}", Item(found, _meaning(single.name, value), way, key, value)


def _part(place: Path, part: Kind, name: str, chain: Chain, owner: str) -> Iterator[tuple[str, Item]]:
    for member in tree.members(place, part):
        names = part.place(tree.document(member if part.flat else member / DEFINITION))
        below = "/".join((part.folder, *map(file_name, names)))
        yield from _entity(member, part, f"{name}{below}{'.json' if part.flat else '/'}", chain, owner)


def digest_of(item: Item | None) -> str:
    """Give the digest of a file.

    Args:
        item: The file, or None.

    Returns:
        The digest; empty when there is none.
    """
    return "" if item is None else item.digest


def _meaning(kind: str, document: Mapping[str, Any]) -> str:
    """What changes when a definition means something else: not versions, nor the order of members."""
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


def _digest(file: Path) -> str:
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            found.update(piece)
    return found.hexdigest()
