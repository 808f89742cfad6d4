"""The breaks that are allowed: `breaking.toml` lists them, and the changelog announces them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from attrs import field, frozen

from generator.diff.change import Change
from generator.errors import SchemaError

FILE = "breaking.toml"
CHANGELOG = "CHANGELOG.md"


@frozen
class Allowed:
    """The content of `breaking.toml`.

    Args:
        base: The commit to compare with until the first release.
        breaks: The identifiers of the allowed breaks.
    """

    base: str | None = None
    breaks: list[str] = field(factory=list)


def read(root: Path) -> Allowed:
    """Read `breaking.toml`.

    Args:
        root: The folder of the project.

    Raises:
        SchemaError: The file has invalid content.
    """
    file = root / FILE
    if not file.exists():
        return Allowed()
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SchemaError([f"{FILE}: {error}: correct the TOML"]) from error
    entries = content.get("allowed", [])
    findings = [f"{FILE}: the key {key!r} is not supported: remove it" for key in content.keys() - {"base", "allowed"}]
    if not isinstance(entries, list):
        findings.append(f"{FILE}: `allowed` is not a list: write [[allowed]]")
        entries = []
    findings += [text for number, entry in enumerate(entries, 1) for text in _findings(number, entry)]
    if not isinstance(content.get("base", ""), str):
        findings.append(f"{FILE}: `base` is not text: put quotes around the commit")
    breaks: list[str] = [str(entry.get("break")) for entry in entries if isinstance(entry, dict)]
    findings += [f"{FILE}: {name!r} is listed twice: remove one" for name in {*breaks} if breaks.count(name) > 1]
    if findings:
        raise SchemaError(findings)
    return Allowed(content.get("base"), breaks)


def _findings(number: int, entry: Any) -> list[str]:
    if not isinstance(entry, dict) or entry.keys() != {"break", "reason"}:
        return [f"{FILE}: entry {number} of `allowed` needs exactly two keys: `break` and `reason`"]
    return [
        f"{FILE}: entry {number} of `allowed`: `{key}` is empty or not text: fill it in"
        for key, value in entry.items()
        if not isinstance(value, str) or not value.strip()
    ]


def unannounced(changes: list[Change], changelog: str) -> list[Change]:
    """Return the changes that the changelog does not mention.

    An entry mentions a change if its code spans contain the last two words of the place. `Flavor.uuid` and
    `uuid` of `Flavor` both mention `api.flavor.Flavor.uuid`.

    Args:
        changes: The allowed breaks.
        changelog: The text of the changelog. Only "Changed" and "Removed" below "Unreleased" count.
    """
    entries = [{word for span in re.findall(r"`([^`]+)`", entry) for word in _words(span)} for entry in _in(changelog)]
    return [change for change in changes if not any(set(last_words(change)) <= words for words in entries)]


def last_words(change: Change) -> list[str]:
    """Return the words that the changelog has to contain: the part, and what it belongs to.

    Args:
        change: The change.
    """
    words = [word for word in _words(change.place) if word not in ("request", "response", "__init__")]
    if change.file.endswith(".py"):  # users know a class by its name, not by its module
        classes = [index for index, word in enumerate(words) if word[0].isupper()]
        words = words[classes[0] :] if classes else words[-1:]
    return words[-2:]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text)


def _in(changelog: str) -> list[str]:
    """Return the entries of the sections that count."""
    entries: list[str] = []
    released, counts = True, False
    for line in changelog.splitlines():
        if line.startswith("## "):
            released = "unreleased" not in line.lower()
        elif line.startswith("### "):
            counts = line[4:].strip().lower() in ("changed", "removed")
        elif not released and counts:
            if line.startswith(("- ", "* ")) or not entries:
                entries.append("")
            entries[-1] += f"{line} "
    return entries
