"""Names of files and folders for the names of entities: ordinary names stay, all others are escaped.

A name comes from a server or from somebody's document, so it may be `../../x`, `CON`, `x:y` or `.git`. Characters with
a meaning to some file system are written as `%` and two digits, as in a URL. Readers take names from the documents in
a folder and never decode a file name.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from comodit_client.rest.exceptions import InvalidName

#: Characters that some system forbids in a file name.
SYSTEM = r'\x00-\x1f\x7f/\\<>:"|?*\ud800-\udfff'
#: Other control characters, and those that HFS+, and so Git, ignores when it compares names.
FORMATTING = r"\x80-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
#: The characters to escape; a `%` only where it would read as one of ours.
FORBIDDEN = re.compile(rf"[{SYSTEM}{FORMATTING}]|%(?=[0-9A-Fa-f]{{2}}|~)")
#: What exports escaped before they escaped formatting characters.
FORBIDDEN_BEFORE = re.compile(rf"[{SYSTEM}]|%(?=[0-9A-Fa-f]{{2}}|~)")
#: Device names of Windows, with any extension.
DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)", re.IGNORECASE)
#: Names that Git never adds, also in the short form of Windows, and those with a meaning to it in every folder.
OF_GIT = re.compile(r"(\.git(ignore|attributes|modules)?|git~[0-9]+)[ .]*$", re.IGNORECASE)
#: All but the characters that no file system folds into another.
PLAIN = re.compile(r"[^0-9_-]")
#: The number of bytes of a name. File systems allow 255, and a suffix such as `.json` follows.
LONGEST = 240
#: The same for the names of temporary files and folders, whose prefix and suffix take up to 22 bytes.
LONGEST_HIDDEN = 230


def file_name(name: str) -> str:
    """Return the file name for a name.

    Args:
        name: The name of an entity or a file.

    Returns:
        The name itself if it is an ordinary one. It holds no separator and is neither `.` nor `..`.

    Raises:
        InvalidName: The name is empty or not a string.
    """
    if not isinstance(name, str) or not name:
        raise InvalidName("name", name)
    text = FORBIDDEN.sub(_escape_match, name)
    if DEVICE.match(text) or OF_GIT.match(text):
        text = _escape(text[0]) + text[1:]
    if text[-1] in ". ":  # Windows drops them; this takes care of . and .. as well
        text = text[:-1] + _escape(text[-1])
    return _shorten(text, name)


def file_names(names: Iterable[str]) -> dict[str, str]:
    """Return the file names for the names of one folder; they differ by more than case.

    Args:
        names: The names.

    Returns:
        The file name of each. Of names that differ only in case, the first in order is written as it is.

    Raises:
        InvalidName: A name is empty or not a string.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        text = file_name(name)
        if _fold(text) in taken:
            text = _distinct(name)
        taken.add(_fold(text))
        found[name] = text
    return found


def relative_paths(paths: Sequence[tuple[str, ...]]) -> list[Path]:
    """Return the paths of entities below one folder, at any depth.

    Args:
        paths: The names that lead to each entity.

    Returns:
        The path of each, in the same order.

    Raises:
        InvalidName: A name is empty or not a string.
    """
    siblings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in paths:
        for depth, name in enumerate(path):
            siblings[path[:depth]].add(name)
    written = {parent: file_names(names) for parent, names in siblings.items()}
    return [Path(*(written[path[:depth]][name] for depth, name in enumerate(path))) for path in paths]


def find_entry(name: str, entries: Collection[str]) -> str | None:
    """Find the entry of a folder that was written for a name.

    Args:
        name: The name of an entity or a file.
        entries: The names of the entries; their case counts, on every system.

    Returns:
        The name of the entry, or None if there is none.

    Raises:
        InvalidName: The name is empty or not a string.
    """
    # The third is what exports wrote before they escaped formatting characters, and the original client wrote all names
    # as they are.
    before = _shorten(FORBIDDEN_BEFORE.sub(_escape_match, name), name)
    candidates = [file_name(name), _distinct(name), *(text for text in (before, name) if _is_one_name(text))]
    return next((candidate for candidate in candidates if candidate in entries), None)


def hidden_name(name: str) -> str:
    """Return a file name for something temporary beside a file: with a dot before it, and room for a suffix.

    Args:
        name: The name of the file or folder.

    Returns:
        The name after a dot, or a digest after a dot if the name is long.
    """
    encoded = os.fsencode(name)
    return f".{name if len(encoded) <= LONGEST_HIDDEN else hashlib.sha256(encoded).hexdigest()}"


def _is_one_name(text: str) -> bool:
    return text not in (".", "..") and "/" not in text and "\\" not in text


def _distinct(name: str) -> str:
    return _shorten(PLAIN.sub(_escape_match, name), name)


def _shorten(text: str, name: str) -> str:
    if len(text.encode()) <= LONGEST:
        return text
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    start = text.encode()[: LONGEST - len(digest) - 2].decode("utf-8", "ignore")
    return f"{start}%~{digest}"


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _escape_match(found: re.Match[str]) -> str:
    return _escape(found[0])


def _escape(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))
