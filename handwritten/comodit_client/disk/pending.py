"""A record of what a push sends. After an interrupted push, the next sync recognizes its changes on the server.

An update of a definition takes several requests, one for each of its files, parameters and settings. After an
interruption the server may hold some of the old values and some of the new ones.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, TypeAlias

from comodit_client.disk import tree
from comodit_client.disk.payloads import PARTS, list_member, to_payload
from comodit_client.disk.place import Place
from comodit_client.disk.scan import OF_A_PART, Item
from comodit_client.rest.exceptions import UnusableFile

#: In the folder, during a push and after an interrupted one.
FILE = ".comodit-sync-push.json"
#: By the name of a file: digests of what the server `had`, and of what the push `sent`, by member and part.
Pending: TypeAlias = dict[str, dict[str, dict[str, str]]]


def read(folder: Place) -> Pending:
    """Read the record of an interrupted push.

    Args:
        folder: The folder of definitions.

    Returns:
        The digests; none if no push was interrupted.

    Raises:
        UnusableFile: The file cannot be read, or was edited.
    """
    file = folder / FILE
    if not file.is_file():
        return {}
    found = tree.document(file, tree.LARGEST_RECORD)
    try:
        for entry in found.values():
            for name in (*entry["had"], *entry["sent"]):
                piece_of(name)
    except (KeyError, TypeError, ValueError) as error:
        raise UnusableFile(
            f"Cannot read {str(file)!r}: it is not what a push wrote. Remove it; changes of the interrupted push may "
            "then be reported as conflicts"
        ) from error
    return found


def write(folder: Place, pending: Pending) -> None:
    """Write the record, or remove it if it is empty.

    Args:
        folder: The folder of definitions.
        pending: The digests.

    Raises:
        OSError: The file cannot be written.
    """
    if pending:
        text = json.dumps(dict(sorted(pending.items())), indent=1)
        (folder / FILE).replace(BytesIO(text.encode("ascii")))
    else:
        (folder / FILE).unlink()


def make_entry(theirs: Item | None, ours: Item | None) -> dict[str, dict[str, str]]:
    """Describe a file before it is sent.

    Args:
        theirs: The file on the server.
        ours: The file in the folder.

    Returns:
        The digests.
    """
    return {"had": _digests(theirs), "sent": _digests(ours)}


def is_from_push(entry: Mapping[str, Mapping[str, str]], theirs: Item | None) -> bool:
    """Return whether a file on the server holds only old values and values of the interrupted push.

    Args:
        entry: The digests of the push.
        theirs: The file on the server.

    Returns:
        False if somebody else changed it since.
    """
    had, sent, now = entry["had"], entry["sent"], _digests(theirs)
    old_pieces, sent_pieces = {piece_of(name) for name in had}, {piece_of(name) for name in sent}
    for name, digest in now.items():
        is_known = digest in (had.get(name), sent.get(name))
        # The server adds members to something new, such as the template to a file of an application.
        is_new = not had or (piece_of(name) in sent_pieces and piece_of(name) not in old_pieces)
        if not is_known and not (is_new and name not in sent):
            return False
    return all(name in now or name not in sent for name in had)


def _digests(item: Item | None) -> dict[str, str]:
    if item is None:
        return {}
    if item.document is None:
        return {"": item.digest}
    found: dict[str, str] = {}
    for member, value in to_payload(item.kind.name, item.document).items():
        if member in PARTS:
            for part in list_member(item.document, member):
                own = {name: one for name, one in part.items() if name not in OF_A_PART[member]}
                found.update(_leaves((member, str(part.get("name", part.get("key")))), own))
        else:
            found.update(_leaves((member,), value))
    return found


def _leaves(path: tuple[Any, ...], value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and value:
        for name, one in value.items():
            yield from _leaves((*path, name), one)
    elif value is not None:
        yield json.dumps(path), hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def piece_of(name: str) -> tuple[str, ...]:
    """Return what one request sends: a member, or a part of a member.

    Args:
        name: The name of a digest.

    Returns:
        The names that lead to it; none for a content.

    Raises:
        ValueError: The name is invalid.
    """
    path = json.loads(name) if name else []
    return tuple(path[: 2 if path[:1] and path[0] in PARTS else 1])
