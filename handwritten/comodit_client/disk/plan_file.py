"""The file of a plan, which holds all that is needed to apply it, secrets included."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

from attrs import field, frozen

from comodit_client.disk import tree
from comodit_client.disk.pending import make_entry, piece_of
from comodit_client.disk.place import Place
from comodit_client.disk.planned import MemberChange, PlannedChange
from comodit_client.disk.scan import Item
from comodit_client.disk.target import Entry, entry_of
from comodit_client.rest.exceptions import PlanException, UnusableFile

#: The version of the format.
FORMAT = 1
#: The digests of what the server had, and of what is sent.
Digests: TypeAlias = Mapping[str, Mapping[str, str]]


@frozen
class PlannedFile:
    """A file that differs between the server and the state that it shall have.

    Args:
        key: Its name, such as `applications/Shop/definition.json`.
        digests: The digests of what the server had, and of what is sent.
        entry: What the server shall have; None if it is removed.
    """

    key: str
    digests: Digests = field(repr=False)
    entry: Entry | None = field(repr=False)

    @classmethod
    def of(cls, key: str, server: Item | None, target: Item | None) -> PlannedFile:
        """Describe a file that differs.

        Args:
            key: Its name.
            server: The file of the server.
            target: The file that the server shall have. A content is read.

        Returns:
            The file.
        """
        entry = None if target is None else entry_of(target)
        if target is not None and target.document is None:
            with target.file.open() as opened:
                entry = Entry(entry_of(target).names, target.kind.name, target.owner, None, opened.read())
        return cls(key, make_entry(server, target), entry)

    def to_json(self) -> dict[str, Any]:
        """Return the file as a JSON object.

        Returns:
            The object, with secrets.
        """
        found: dict[str, Any] = {"key": self.key, **self.digests}
        if self.entry is not None:
            found |= {"names": list(self.entry.names), "kind": self.entry.kind, "owner": self.entry.owner}
            if self.entry.document is not None:
                found["document"] = self.entry.document
            elif isinstance(self.entry.content, bytes):
                found["content"] = base64.b64encode(self.entry.content).decode("ascii")
        return found

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> PlannedFile:
        """Read a file from a JSON object.

        Args:
            found: The object.

        Returns:
            The file.

        Raises:
            LookupError: A member is missing.
            TypeError: A member has the wrong type.
            ValueError: A member has the wrong content.
        """
        digests = {name: dict(found[name]) for name in ("had", "sent")}
        for name in (*digests["had"], *digests["sent"]):
            piece_of(name)
        entry = None
        if "names" in found:
            document = found.get("document")
            content = None if document is not None else base64.b64decode(found["content"], validate=True)
            entry = Entry(tuple(map(str, found["names"])), str(found["kind"]), str(found["owner"]), document, content)
        return cls(str(found["key"]), digests, entry)


def changes_from_json(found: Any) -> tuple[PlannedChange, ...]:
    """Read changes from JSON.

    Args:
        found: The JSON array.

    Returns:
        The changes.

    Raises:
        LookupError: A member is missing.
        TypeError: A member has the wrong type.
    """
    return tuple(
        PlannedChange(
            change["action"], change["kind"], change["path"], tuple(MemberChange(**one) for one in change["members"])
        )
        for change in found
    )


def save(path: str | os.PathLike[str], document: Mapping[str, Any]) -> None:
    """Write a plan, readable only by the current user. The file is replaced as a whole.

    Args:
        path: The file.
        document: The plan.

    Raises:
        PlanException: The file cannot be written.
    """
    text = json.dumps({"format": FORMAT, **document}, indent=1)
    try:
        _place(path).replace(BytesIO(text.encode("ascii")), 0o600)
    except (OSError, UnusableFile) as error:
        raise PlanException(f"Cannot write the plan to {str(path)!r}: {error}. Choose another path") from error


def load(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Read a plan.

    Args:
        path: The file.

    Returns:
        The plan.

    Raises:
        PlanException: The file cannot be read, or another version wrote it.
    """
    try:
        found = tree.document(_place(path), tree.LARGEST_RECORD)
    except UnusableFile as error:
        raise PlanException(f"Cannot read the plan: {error}. Pass a file that a plan was saved to") from error
    if found.get("format") != FORMAT:
        raise PlanException(
            f"Cannot read the plan {str(path)!r}: its format is {found.get('format')!r}, and this version reads "
            f"{FORMAT}. Make the plan again"
        )
    return found


def _place(path: str | os.PathLike[str]) -> Place:
    return Place.at(Path(path).parent) / Path(path).name
