"""How names become names of files and folders: ordinary ones as they are, all others so that none leads elsewhere.

A name comes from a server, or from a document that somebody sent, so it may be `../../x`, `a/b`, `CON` or `x:y`. What
some file system would take for something else is written as `%` and two digits, as in a URL. When a folder is read,
names come from the documents in it: none is guessed from that of a file.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from comodit_client.rest.exceptions import InvalidName

#: What no name of a file may hold on one system or another; a `%` only where it would read as one of ours.
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\<>:"|?*\ud800-\udfff]|%(?=[0-9A-Fa-f]{2}|~)')
#: What Windows takes for a device, whatever follows the first dot.
DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)", re.IGNORECASE)
#: What is a character of its own in every file system, with no other case.
PLAIN = re.compile(r"[^0-9_-]")
#: How many bytes a name may take: file systems let 255 pass, and a suffix is to come.
LONGEST = 240


def file_name(name: str) -> str:
    """Make the name of a file or folder for a name.

    Args:
        name: The name of an entity or a file.

    Returns:
        A name without a separator, which is neither `.` nor `..`; the name itself where that is an ordinary one.

    Raises:
        InvalidName: The name is empty, or no text.
    """
    if not isinstance(name, str) or not name:
        raise InvalidName("name", name)
    text = FORBIDDEN.sub(_escaped, name)
    if DEVICE.match(text):
        text = _escape(text[0]) + text[1:]
    if text[-1] in ". ":  # Windows drops them; this takes care of . and .. as well
        text = text[:-1] + _escape(text[-1])
    return _shortened(text, name)


def file_names(names: Iterable[str]) -> dict[str, str]:
    """Make names of files for names that come to lie in one folder: they differ by more than case.

    Args:
        names: The names.

    Returns:
        The name of the file for each; of those that differ only in case, the first in order is written as it is.

    Raises:
        InvalidName: A name is empty, or no text.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        text = file_name(name)
        if _folded(text) in taken:
            text = _distinct(name)
        taken.add(_folded(text))
        found[name] = text
    return found


def places(paths: Sequence[tuple[str, ...]]) -> list[Path]:
    """Make relative paths for what comes to lie below one folder, at any depth.

    Args:
        paths: The names that lead to each.

    Returns:
        The path for each, in the same order.

    Raises:
        InvalidName: A name is empty, or no text.
    """
    siblings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in paths:
        for depth, name in enumerate(path):
            siblings[path[:depth]].add(name)
    written = {parent: file_names(names) for parent, names in siblings.items()}
    return [Path(*(written[path[:depth]][name] for depth, name in enumerate(path))) for path in paths]


def found_as(name: str, entries: Collection[str]) -> str | None:
    """Find what was written for a name among the entries of a folder.

    Args:
        name: The name of an entity or a file.
        entries: The names of the entries; their case counts, on every system.

    Returns:
        The entry's name; None when there is none.

    Raises:
        InvalidName: The name is empty, or no text.
    """
    candidates = [file_name(name), _distinct(name)]
    if name not in (".", "..") and "/" not in name and "\\" not in name:
        candidates.append(name)  # the original client wrote all names as they are
    return next((candidate for candidate in candidates if candidate in entries), None)


def _distinct(name: str) -> str:
    return _shortened(PLAIN.sub(_escaped, name), name)


def _shortened(text: str, name: str) -> str:
    if len(text.encode()) <= LONGEST:
        return text
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    start = text.encode()[: LONGEST - len(digest) - 2].decode("utf-8", "ignore")
    return f"{start}%~{digest}"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _escaped(found: re.Match[str]) -> str:
    return _escape(found[0])


def _escape(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))
