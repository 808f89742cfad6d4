"""The base class of entities with groups and logs: organizations, environments and hosts."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from comodit_client.aio.entity import Entity

if TYPE_CHECKING:
    from comodit_client.aio.group import Group, GroupCollection
    from comodit_client.aio.logs import (
        AgentLogCollection,
        AuditLogCollection,
        NotificationLogCollection,
        OtherLogCollection,
    )


class HasGroupsAndLogs(Entity):
    """Base class of entities with groups and logs."""

    __slots__ = ()

    #: The module of the wire layer with the operations on the groups.
    GROUPS_API: ClassVar[str]
    #: The prefix of the modules of the wire layer that read the logs.
    LOGS_OF: ClassVar[str]

    def groups(self) -> GroupCollection:
        """Return the groups, each with its users and application keys. Sends no request."""
        from comodit_client.aio.group import GroupCollection

        return GroupCollection(self.client, self._names, import_module(f"comodit_client.wire.{self.GROUPS_API}"))

    async def get_group(self, name: str) -> Group:
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

        return AuditLogCollection(self.client, self._names, self._log("audit"))

    def agent_logs(self) -> AgentLogCollection:
        """Return the log of the agents here and below. Sends no request."""
        from comodit_client.aio.logs import AgentLogCollection

        return AgentLogCollection(self.client, self._names, self._log("agent"))

    def notification_logs(self) -> NotificationLogCollection:
        """Return the log of the notifications about events here and below. Sends no request."""
        from comodit_client.aio.logs import NotificationLogCollection

        return NotificationLogCollection(self.client, self._names, self._log("notification"))

    def other_logs(self) -> OtherLogCollection:
        """Return the log of all other events here and below. Sends no request."""
        from comodit_client.aio.logs import OtherLogCollection

        return OtherLogCollection(self.client, self._names, self._log("other"))

    def _log(self, kind: str) -> ModuleType:
        return import_module(f"comodit_client.wire.{self.LOGS_OF}_{kind}_logs")
