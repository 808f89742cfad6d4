# Made by `python -m generator` from handwritten/comodit_client/aio/logs.py.
# Do not edit: change that, then run `make generate`.
"""Logs of organizations, environments and hosts: what users did, what agents and notifications told, and the rest."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.wire import agent_logs, audit_logs, notification_logs, other_logs

if TYPE_CHECKING:
    from comodit_client.api.client import Client

L = TypeVar("L", bound="LogEntry")


class LogEntry(Entity):
    """What happened, and when. Entries are listed, and have no URL of their own."""

    __slots__ = ()

    @property
    def label(self) -> str:
        """When, and what."""
        return " ".join(self._data.get(member) or "" for member in ("timestamp", "message"))


class AuditLog(audit_logs.AuditLog, LogEntry):
    """What a user did."""

    __slots__ = ()

    @property
    def label(self) -> str:
        """When, what, and by whom."""
        return f"{super().label} by {self.user_full_name or self.username}"


class AgentLog(agent_logs.AgentLog, LogEntry):
    """What an agent reported."""

    __slots__ = ()


class NotificationLog(notification_logs.NotificationLog, LogEntry):
    """A notification that was sent."""

    __slots__ = ()


class OtherLog(other_logs.OtherLog, LogEntry):
    """Another event."""

    __slots__ = ()


class LogCollection(Collection[L]):
    """A log of one owner, to list.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
        api: The module of the wire layer for the kind of owner.
    """

    __slots__ = ("_api",)

    def __init__(self, client: Client, where: tuple[str, ...], api: ModuleType) -> None:
        super().__init__(client, where)
        self._api = api


class AuditLogCollection(LogCollection[AuditLog]):
    """What users did to an owner, and to what is in it."""

    __slots__ = ()

    def _new(self, json_data: dict[str, Any] | None = None) -> AuditLog:
        return AuditLog(self, json_data)


class AgentLogCollection(LogCollection[AgentLog]):
    """What the agents of an owner's hosts reported."""

    __slots__ = ()

    def _new(self, json_data: dict[str, Any] | None = None) -> AgentLog:
        return AgentLog(self, json_data)


class NotificationLogCollection(LogCollection[NotificationLog]):
    """The notifications that were sent about an owner."""

    __slots__ = ()

    def _new(self, json_data: dict[str, Any] | None = None) -> NotificationLog:
        return NotificationLog(self, json_data)


class OtherLogCollection(LogCollection[OtherLog]):
    """The other events of an owner."""

    __slots__ = ()

    def _new(self, json_data: dict[str, Any] | None = None) -> OtherLog:
        return OtherLog(self, json_data)
