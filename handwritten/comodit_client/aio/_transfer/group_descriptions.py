"""The import of groups: members and descriptions. Groups themselves cannot be created."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.aio._transfer.actions import Action, AddMembers, fetch_current
from comodit_client.disk.layout import GROUP
from comodit_client.disk.payloads import list_member
from comodit_client.rest.exceptions import ImportException

if TYPE_CHECKING:
    from comodit_client.aio.group import Group
    from comodit_client.disk.plan import Plan


class DescribeGroups(Action):
    """The update of group descriptions that differ from those in the folder.

    The server creates the same groups for all new owners. So for new owners only one group of each name is fetched, and
    the others only if the folder has another description.

    Args:
        made: The groups of new owners.
        present: The groups of owners that existed before.
    """

    __slots__ = ("_made", "_present")

    def __init__(self, made: Sequence[Any], present: Sequence[Any]) -> None:
        super().__init__(False)
        self._made = made
        self._present = present

    async def execute(self) -> None:
        """Fetch groups, and update those with another description."""
        usual: dict[str, str | None] = {}
        for group in self._made:
            if group.name not in usual or usual[group.name] != group.description:
                usual.setdefault(group.name, await _describe(group))
        for group in self._present:
            await _describe(group)

    def get_summary(self) -> str:
        """Return a description of the action.

        Returns:
            One line of text.
        """
        return "Update the descriptions of groups"


class GroupPlanner:
    """The planning of all groups of an import.

    Args:
        update_existing: Whether to update existing groups.
        left_out: The list to which the application keys of groups are added, because they cannot be imported.
    """

    def __init__(self, update_existing: bool, left_out: list[str]) -> None:
        self._update_existing = update_existing
        self._left_out = left_out
        #: Groups with a description, by whether their owner is new.
        self._described: dict[bool, list[Group]] = {True: [], False: []}

    async def plan(self, group: Group, new: bool, plan: Plan[Action]) -> None:
        """Plan a group.

        Args:
            group: The group in the folder.
            new: Whether its owner is new.
            plan: The plan to add the action to.
        """
        document = group.get_json()
        keys = [str(key.get("name")) for key in list_member(document, "applicationKeys")]
        if keys:
            self._left_out.append(f"{group.url}: application keys are created anew, not imported: {', '.join(keys)}")
        users = {user.get("username") for user in list_member(document, "users")}
        remote = None if new else await fetch_current(group)
        if remote is not None:
            users -= {user.get("username") for user in list_member(remote.get_json(), "users")}
        description = document.get("description")
        if description is not None and (
            new if remote is None else self._update_existing and description != remote.get_json().get("description")
        ):
            self._described[new].append(group)
        if users:
            plan.add(AddMembers(not new and not self._update_existing, group, GROUP.name))

    def descriptions(self) -> DescribeGroups | None:
        """Return the action that updates the descriptions.

        Returns:
            The action, or None if no group needs it.
        """
        made, present = (sorted(self._described[new], key=lambda group: group.url) for new in (True, False))
        return DescribeGroups(made, present) if made or present else None


async def _describe(group: Any) -> str | None:
    """Update the description of a group, and return the old one."""
    current: Any = await fetch_current(group)
    if current is None:
        raise ImportException(
            f"Cannot update the description of {group.url}: the server has no such group, and groups cannot be created"
        )
    before: str | None = current.description
    if before != group.description:
        current.description = group.description
        await current.update()
    return before
