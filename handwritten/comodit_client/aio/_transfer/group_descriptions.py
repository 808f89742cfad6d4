"""What an import does to groups besides adding members: their descriptions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from comodit_client.aio._transfer.actions import Action, on_server
from comodit_client.rest.exceptions import ImportException


class DescribeGroups(Action):
    """Groups get the descriptions that the folder tells, where those are others than the server's.

    Owners that were just made have the groups that the server gives to all. So of those one is looked at for each
    name, and the others where the folder tells something else.

    Args:
        made: The groups of owners that are made.
        present: The groups of owners that were there before.
    """

    __slots__ = ("_made", "_present")

    def __init__(self, made: Sequence[Any], present: Sequence[Any]) -> None:
        super().__init__(False)
        self._made = made
        self._present = present

    async def execute(self) -> None:
        """Read groups, and send those whose description is another."""
        usual: dict[str, str | None] = {}
        for group in self._made:
            if group.name not in usual or usual[group.name] != group.description:
                usual.setdefault(group.name, await _describe(group))
        for group in self._present:
            await _describe(group)

    def get_summary(self) -> str:
        """Say what it does.

        Returns:
            A line of text.
        """
        return "Update the descriptions of groups"


async def _describe(group: Any) -> str | None:
    """Give a group its description, and return the one that it had."""
    current: Any = await on_server(group)
    if current is None:
        raise ImportException(f"{group.url} is not there, and a group cannot be created")
    before: str | None = current.description
    if before != group.description:
        current.description = group.description
        await current.update()
    return before
