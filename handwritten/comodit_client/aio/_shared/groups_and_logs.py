"""The base class of entities with groups and logs: organizations, environments and hosts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from comodit_client.aio.entity import Entity

if TYPE_CHECKING:
    from comodit_client.aio._shared.log_operations import LogOperations
    from comodit_client.aio._shared.owned_operations import GroupOperations
    from comodit_client.aio.group import Group, GroupCollection
    from comodit_client.aio.logs import (
        AgentLogCollection,
        AuditLogCollection,
        NotificationLogCollection,
        OtherLogCollection,
    )
    from comodit_client.wire.groups import GroupName


class HasGroupsAndLogs(Entity):
    """Base class of entities with groups and logs."""

    __slots__ = ()

    @property
    def _group_operations(self) -> Callable[..., GroupOperations]:
        raise NotImplementedError

    @property
    def _log_operations(self) -> LogOperations:
        raise NotImplementedError

    def groups(self) -> GroupCollection:
        """Return the groups, each with its users and application keys. Sends no request."""
        from comodit_client.aio.group import GroupCollection

        return GroupCollection(self.client, self._names, self._group_operations)

    async def get_group(self, name: GroupName | str) -> Group:
        """Get a group.

        Args:
            name: The name of one of the fixed groups: `admin`, `users`, `readonly` and so on.

        Returns:
            The group.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.groups().get(name)

    def audit_logs(self) -> AuditLogCollection:
        """Return the log of the users' actions here and below. Sends no request."""
        from comodit_client.aio.logs import AuditLogCollection

        return AuditLogCollection(self.client, self._names, self._log_operations.audit)

    def agent_logs(self) -> AgentLogCollection:
        """Return the log of the agents here and below. Sends no request."""
        from comodit_client.aio.logs import AgentLogCollection

        return AgentLogCollection(self.client, self._names, self._log_operations.agent)

    def notification_logs(self) -> NotificationLogCollection:
        """Return the log of the notifications about events here and below. Sends no request."""
        from comodit_client.aio.logs import NotificationLogCollection

        return NotificationLogCollection(self.client, self._names, self._log_operations.notification)

    def other_logs(self) -> OtherLogCollection:
        """Return the log of all other events here and below. Sends no request."""
        from comodit_client.aio.logs import OtherLogCollection

        return OtherLogCollection(self.client, self._names, self._log_operations.other)
