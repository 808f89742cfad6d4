"""The changes of a plan, as they are shown: without secrets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal

from attrs import frozen

#: What happens to an entity or one of its parts.
PlannedAction = Literal["create", "update", "replace", "delete"]
#: The sign of each action at the start of a line.
SIGNS: dict[str, str] = {"create": "+", "update": "~", "replace": "±", "delete": "-"}
#: Shown instead of a secret.
MASK = "********"
#: The number of characters that a line shows of a value.
LONGEST = 200


@frozen
class MemberChange:
    """A member that changes.

    Args:
        member: The path of the member, such as `driver.className`.
        old: The JSON value on the server, or a mask for a secret; None if there is none.
        new: The JSON value afterwards, in the same form.
    """

    member: str
    old: Any = None
    new: Any = None

    def is_same_as(self, other: MemberChange | None) -> bool:
        """Return whether another change leads to the same value.

        Args:
            other: The other change, if there is one.

        Returns:
            True if it does, or if a value is masked.
        """
        return other is not None and (MASK in (self.new, other.new) or self.new == other.new)

    def __str__(self) -> str:
        """Return the member with its values."""
        if self.old is None:
            return f"{self.member}: {_shown(self.new)}"
        return f"{self.member}: {_shown(self.old)} -> {_shown(self.new)}"

    def to_json(self) -> dict[str, Any]:
        """Return the change as a JSON object.

        Returns:
            The object, without secrets.
        """
        return {"member": self.member, "old": self.old, "new": self.new}


@frozen
class PlannedChange:
    """A change of an entity or one of its parts.

    Args:
        action: What happens.
        kind: The kind of the entity or part, such as `application`, `setting` or `content`.
        path: The path below the entity of the folder, such as `environments/Prod/hosts/web-1/settings/port`. It is `.`
            for that entity.
        members: The members that change. Contents and pictures have one, with digests and sizes.
    """

    action: PlannedAction
    kind: str
    path: str
    members: tuple[MemberChange, ...] = ()

    def is_part_of(self, planned: PlannedChange | None) -> bool:
        """Return whether a plan announced this change of the same entity. Some of its members may have changed since.

        Args:
            planned: The announced change, if there is one.

        Returns:
            False if it changes a member that was not announced, or to another value. Values that are masked are not
            compared.
        """
        if planned is None:
            return False
        announced = {member.member: member for member in planned.members}
        return all(member.is_same_as(announced.get(member.member)) for member in self.members)

    def __str__(self) -> str:
        """Return a line for the change, and a line below it for each member."""
        lines = [f"{SIGNS[self.action]} {self.action} {self.kind} {self.path}"]
        return "\n".join([*lines, *(f"    {member}" for member in self.members)])

    def to_json(self) -> dict[str, Any]:
        """Return the change as a JSON object.

        Returns:
            The object, without secrets.
        """
        members = [member.to_json() for member in self.members]
        return {"action": self.action, "kind": self.kind, "path": self.path, "members": members}


def count_changes(changes: Iterable[PlannedChange]) -> dict[str, int]:
    """Count changes.

    Args:
        changes: The changes.

    Returns:
        The numbers by `created`, `updated`, `replaced` and `deleted`.
    """
    actions = [change.action for change in changes]
    return {
        f"{action.removesuffix('e')}ed": actions.count(action) for action in ("create", "update", "replace", "delete")
    }


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) and value == MASK else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
