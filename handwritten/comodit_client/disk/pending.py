"""What a push is about to send: should it be stopped midway, the next sync knows what on the server is of that push.

An update of a definition takes several requests, one for each of its files, parameters and settings. So what the server
has may be neither what it had before nor what the folder holds, but some of each.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

from comodit_client.disk import tree
from comodit_client.disk.atomic import put
from comodit_client.disk.payloads import PARTS, list_member, to_payload
from comodit_client.disk.scan import OF_A_PART, Item
from comodit_client.rest.exceptions import UnusableFile

#: In the folder, while a push is under way and after one that was stopped.
FILE = ".comodit-sync-push.json"
#: By the name of a file: digests of what the server `had`, and of what was to be `sent`, by member and part.
Pending: TypeAlias = dict[str, dict[str, dict[str, str]]]


def read(folder: Path) -> Pending:
    """Read what a push that was stopped was about to send.

    Args:
        folder: The folder of definitions.

    Returns:
        Digests; none when no push was stopped.

    Raises:
        UnusableFile: The file cannot be read, or somebody changed it.
    """
    file = tree.regular(folder / FILE)
    if file is None:
        return {}
    found = tree.document(file)
    try:
        for entry_of in found.values():
            for name in (*entry_of["had"], *entry_of["sent"]):
                _piece(name)
    except (KeyError, TypeError, ValueError) as error:
        raise UnusableFile(
            f"{str(file)!r} is not what was written: remove it, then nothing is known of a stopped push"
        ) from error
    return found


def write(folder: Path, pending: Pending) -> None:
    """Write what is about to be sent, or that nothing is any more.

    Args:
        folder: The folder of definitions.
        pending: The digests.

    Raises:
        OSError: The file cannot be written.
    """
    if pending:
        put(folder / FILE, BytesIO(json.dumps(dict(sorted(pending.items())), indent=1).encode("ascii")))
    else:
        (folder / FILE).unlink(missing_ok=True)


def entry(theirs: Item | None, ours: Item | None) -> dict[str, dict[str, str]]:
    """Describe what is about to be sent.

    Args:
        theirs: A file, as the server has it.
        ours: The same in the folder.

    Returns:
        The digests.
    """
    return {"had": _digests(theirs), "sent": _digests(ours)}


def is_of_push(stopped: Mapping[str, Mapping[str, str]], theirs: Item | None) -> bool:
    """Tell whether what the server has is what it had before, what was to be sent, or some of each.

    Args:
        stopped: The digests of then.
        theirs: The file, as the server has it.

    Returns:
        False when somebody else changed it meanwhile.
    """
    had, sent, now = stopped["had"], stopped["sent"], _digests(theirs)
    old_pieces, sent_pieces = {_piece(name) for name in had}, {_piece(name) for name in sent}
    for name, digest in now.items():
        is_known = digest in (had.get(name), sent.get(name))
        # The server completes what is new, as a file of an application with its template.
        is_new = not had or (_piece(name) in sent_pieces and _piece(name) not in old_pieces)
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


def _piece(name: str) -> tuple[str, ...]:
    """What is sent at once: a member, or a part."""
    path = json.loads(name) if name else []
    return tuple(path[: 2 if path[:1] and path[0] in PARTS else 1])
