"""The state that a server shall have: that of the server, overlaid with a folder of definitions."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from comodit_client.disk.layout import (
    APPLICATION_CONTEXT,
    CONTENTS,
    DEFINITION,
    DISTRIBUTION_CONTEXT,
    HOST,
    PLATFORM_CONTEXT,
    THUMBNAIL,
    Single,
)
from comodit_client.disk.names import relative_paths
from comodit_client.disk.place import Place
from comodit_client.disk.scan import Item
from comodit_client.disk.swap import write_document


@frozen
class Entry:
    """A file of a folder of definitions, before it is written.

    Args:
        names: The names that lead to it, which are not file names yet.
        kind: The name of the kind of the entity that it belongs to.
        owner: The name of the definition that it is a part of.
        document: The JSON object in it; None for contents and pictures.
        content: The content or picture; None for a JSON object.
    """

    names: tuple[str, ...]
    kind: str
    owner: str = ""
    document: Mapping[str, Any] | None = field(default=None, repr=False)
    content: Place | bytes | None = field(default=None, repr=False)


#: The files of a folder, by names such as `applications/Shop/files/a.conf`.
State: TypeAlias = dict[str, Entry]


def entry_of(item: Item) -> Entry:
    """Return a file of a folder as an entry.

    Args:
        item: The file.

    Returns:
        The entry.
    """
    content = item.file if item.document is None else None
    return Entry(tuple(_names(item)), item.kind.name, item.owner, item.document, content)


def overlay(
    server: Mapping[str, Item],
    desired: Mapping[str, Entry],
    is_removed: Callable[[str, Item], bool],
    merge: Callable[[Mapping[str, Any], Item, str], Mapping[str, Any]],
) -> State:
    """Return the state that the server shall have.

    Args:
        server: The state of the server.
        desired: The desired files. Others are kept.
        is_removed: Returns whether a definition of the server that is not desired is removed, with its parts.
        merge: Merges a desired definition with that of the server, given also by the name of its file.

    Returns:
        The files.
    """
    target: State = {}
    for key, item in sorted(server.items(), key=lambda pair: pair[1].depth):
        wanted = desired.get(key)
        if item.owner and item.owner not in target:
            continue
        if wanted is None:
            if item.document is None or not is_removed(key, item):
                target[key] = entry_of(item)
        elif wanted.document is None:
            target[key] = wanted
        else:
            target[key] = evolve(wanted, document=merge(wanted.document, item, key))
    target |= {key: wanted for key, wanted in desired.items() if key not in server}
    _name_contexts(target, server)
    return target


def write(folder: Place, state: Mapping[str, Entry]) -> None:
    """Write a folder.

    Args:
        folder: The folder, which exists and is empty.
        state: Its files.

    Raises:
        OSError: A file cannot be written.
        UnusableFile: A content cannot be read.
    """
    entries = list(state.values())
    for entry, path in zip(entries, relative_paths([entry.names for entry in entries]), strict=True):
        place = folder / path
        if entry.kind == APPLICATION_CONTEXT.name:
            place = place.beside(f"{place.name}.json")
        place.parent.make()
        if entry.document is not None:
            write_document(place, dict(entry.document), private=True)
        elif isinstance(entry.content, Place):
            with entry.content.open() as opened, place.create(0o600) as copied:
                shutil.copyfileobj(opened, copied)
        else:
            with place.create(0o600) as copied:
                shutil.copyfileobj(BytesIO(entry.content or b""), copied)


def _names(item: Item) -> Iterator[str]:
    for kind, document in item.chain[1:]:
        if isinstance(kind, Single):
            yield kind.file
        else:
            yield kind.folder
            yield from kind.place(document)
    if item.content:
        yield CONTENTS
        yield item.content
    elif item.document is None:
        yield THUMBNAIL
    elif not isinstance(item.kind, Single) and not item.kind.flat:
        yield DEFINITION


def _name_contexts(target: State, server: Mapping[str, Item]) -> None:
    """Let the definition of each host name its contexts, applications in the order of the server and new ones last."""
    applications: dict[str, list[str]] = {}
    for entry in target.values():
        if entry.kind == APPLICATION_CONTEXT.name:
            applications.setdefault(entry.owner, []).append(entry.names[-1])
    for key, entry in target.items():
        if entry.kind != HOST.name or entry.document is None:
            continue
        document = dict(entry.document)
        held = server[key].document if key in server else None
        document["applications"] = _in_order(applications.get(key, []), document, held or {})
        for single in (PLATFORM_CONTEXT, DISTRIBUTION_CONTEXT):
            context = target.get(f"{key.removesuffix(DEFINITION)}{single.file}")
            document.pop(single.member, None)
            if context is not None and context.document is not None:
                document[single.member] = context.document.get(single.member)
        target[key] = evolve(entry, document=document)


def _in_order(names: list[str], stated: Mapping[str, Any], held: Mapping[str, Any]) -> list[str]:
    order = [name for document in (held, stated) for name in document.get("applications") or ()]
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))
