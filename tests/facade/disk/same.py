"""What an export is compared by: all of it, but for what no import can make the same. That is named here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: Members that each server makes up, wherever they stand.
MADE_UP = {
    "uuid",  # each server makes its own
    "version",  # counts the changes on its server
}
#: Members of the outermost object that are of a server.
OF_A_SERVER = {
    "access",  # the keys of an organization, which its server makes
    "applicationKeys",  # the keys in a group, which are told nobody; `left_out` names them
    "locked",  # a lock is for what is on its server; what is imported can still be changed
    "publishedAs",  # an entry in the store of its server; so are the next three
    "purchasedAs",
    "canPull",
    "canPush",
    "versionStamp",  # of a context: a version of its application, platform or distribution
    "position",  # of an application on a host: counts those that were uninstalled as well; the order is the same
}
#: Members that name the organization, when it is imported under another name. Links of settings and inputs of jobs are
#: paths, which are kept as they are.
OF_A_NAME = {"organization", "canonicalName"}
#: Members of the outermost object that are another without the machine.
OF_A_MACHINE = {"state"}


def compared(written: dict[str, bytes], renamed: bool = True, machines: bool = False) -> dict[str, Any]:
    """Give what is compared of a tree: contents, and JSON as text, for the order of members counts.

    Args:
        written: The tree.
        renamed: Whether the organization was imported under another name.
        machines: Whether the import attached the machines.
    """
    made_up = MADE_UP | OF_A_NAME if renamed else MADE_UP
    outermost = made_up | OF_A_SERVER if machines else made_up | OF_A_SERVER | OF_A_MACHINE
    return {
        name: json.dumps(_plain(json.loads(text), outermost, made_up), indent=1) if name.endswith(".json") else text
        for name, text in written.items()
        if machines or not name.endswith("instance.json")
    }


def _plain(value: Any, here: set[str], below: set[str]) -> Any:
    if isinstance(value, dict):
        return {member: _plain(item, below, below) for member, item in value.items() if member not in here}
    return [_plain(item, below, below) for item in value] if isinstance(value, list) else value


def rename(folder: Path, name: str) -> None:
    """Give an exported organization another name."""
    definition = folder / "definition.json"
    definition.write_text(json.dumps({**json.loads(definition.read_text()), "name": name}))
