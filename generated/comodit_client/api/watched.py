# Made by `python -m generator` from handwritten/comodit_client/aio/watched.py.
# Do not edit: change that, then run `make generate`.
"""What organizations, environments and hosts have in common: groups of users, and logs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from comodit_client.api.entity import Entity

if TYPE_CHECKING:
    from types import ModuleType

    from comodit_client.api.group import Group, GroupCollection
    from comodit_client.api.logs import (
        AgentLogCollection,
        AuditLogCollection,
        NotificationLogCollection,
        OtherLogCollection,
    )


class Watched(Entity):
    """An entity that has groups of users, and logs."""

    __slots__ = ()

    #: The module of the wire layer that has the operations on the groups.
    GROUPS_API: ClassVar[str]
    #: What the modules of the wire layer that have the logs begin with.
    LOGS_API: ClassVar[str]

    def groups(self) -> GroupCollection:
        """The groups: who has which right here. Costs no request."""
        from comodit_client.api.group import GroupCollection

        return GroupCollection(self.client, self._names, _wire(self.GROUPS_API))

    def get_group(self, name: str) -> Group:
        """Get a group.

        Args:
            name: Its name, such as `admin`.

        Returns:
            The group.

        Raises:
            EntityNotFoundException: There is none.
        """
        return self.groups().get(name)

    def audit_logs(self) -> AuditLogCollection:
        """What users did here, and in what is below (S33, S43). Costs no request."""
        from comodit_client.api.logs import AuditLogCollection

        return AuditLogCollection(self.client, self._names, self._log("audit"))

    def agent_logs(self) -> AgentLogCollection:
        """What agents reported. Costs no request."""
        from comodit_client.api.logs import AgentLogCollection

        return AgentLogCollection(self.client, self._names, self._log("agent"))

    def notification_logs(self) -> NotificationLogCollection:
        """The notifications that were sent. Costs no request."""
        from comodit_client.api.logs import NotificationLogCollection

        return NotificationLogCollection(self.client, self._names, self._log("notification"))

    def other_logs(self) -> OtherLogCollection:
        """The other events. Costs no request."""
        from comodit_client.api.logs import OtherLogCollection

        return OtherLogCollection(self.client, self._names, self._log("other"))

    def _log(self, kind: str) -> ModuleType:
        return _wire(f"{self.LOGS_API}_{kind}_logs")


def _wire(module: str) -> ModuleType:
    return import_module(f"comodit_client.wire.{module}")
