# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/governed.py.
# Do not edit: change that, then run `make generate`.
"""What organizations, environments and hosts have in common: rights and logs."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from comodit_client.api.entity import Entity

if TYPE_CHECKING:
    from comodit_client.api.group import Group, GroupCollection
    from comodit_client.api.logs import (
        AgentLogCollection,
        AuditLogCollection,
        NotificationLogCollection,
        OtherLogCollection,
    )


class HasGroupsAndLogs(Entity):
    """An entity that groups have rights on, and whose history is kept."""

    __slots__ = ()

    #: The module of the wire layer with the operations on the groups.
    GROUPS_API: ClassVar[str]
    #: What the modules of the wire layer that read the logs begin with.
    LOGS_OF: ClassVar[str]

    def groups(self) -> GroupCollection:
        """The groups, each with the users and application keys that have its right here (S26). Costs no request."""
        from comodit_client.api.group import GroupCollection

        return GroupCollection(self.client, self._names, import_module(f"comodit_client.wire.{self.GROUPS_API}"))

    def get_group(self, name: str) -> Group:
        """Get a group.

        Args:
            name: Its name: `admin`, `users`, `readonly` or another of the fixed ones.

        Returns:
            The group.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.groups().get(name)

    def audit_logs(self) -> AuditLogCollection:
        """What users did here and below (S43). Costs no request."""
        from comodit_client.api.logs import AuditLogCollection

        return AuditLogCollection(self.client, self._names, self._log("audit"))

    def agent_logs(self) -> AgentLogCollection:
        """What agents told here and below. Costs no request."""
        from comodit_client.api.logs import AgentLogCollection

        return AgentLogCollection(self.client, self._names, self._log("agent"))

    def notification_logs(self) -> NotificationLogCollection:
        """The notifications that were sent of what happened here and below. Costs no request."""
        from comodit_client.api.logs import NotificationLogCollection

        return NotificationLogCollection(self.client, self._names, self._log("notification"))

    def other_logs(self) -> OtherLogCollection:
        """What else happened here and below. Costs no request."""
        from comodit_client.api.logs import OtherLogCollection

        return OtherLogCollection(self.client, self._names, self._log("other"))

    def _log(self, kind: str) -> ModuleType:
        return import_module(f"comodit_client.wire.{self.LOGS_OF}_{kind}_logs")
