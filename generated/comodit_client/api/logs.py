# Made by `python -m generator` from handwritten/comodit_client/aio/logs.py.
# Do not edit: change that, then run `make generate`.
"""Logs of organizations, environments and hosts: what users, agents and the server itself did."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.wire import agent_logs, audit_logs, notification_logs, other_logs

if TYPE_CHECKING:
    from comodit_client.api.client import Client

L = TypeVar("L", bound=Entity)


class AuditLog(audit_logs.AuditLog, Entity):
    """What a user did to an entity, or to something below it. It has no URL of its own."""

    __slots__ = ()


class AgentLog(agent_logs.AgentLog, Entity):
    """What an agent told. It has no URL of its own."""

    __slots__ = ()


class NotificationLog(notification_logs.NotificationLog, Entity):
    """A notification that was sent. It has no URL of its own."""

    __slots__ = ()


class OtherLog(other_logs.OtherLog, Entity):
    """What else happened. It has no URL of its own."""

    __slots__ = ()


class LogCollection(Collection[L]):
    """A log, which can only be read, as a whole.

    Args:
        client: The client that sends the requests.
        where: The names that lead to the owner, outermost first.
        api: The module of the wire layer that reads the log of this kind of owner.
    """

    __slots__ = ("_api",)

    def __init__(self, client: Client, where: tuple[str, ...], api: ModuleType) -> None:
        super().__init__(client, where)
        self._api = api


class AuditLogCollection(LogCollection[AuditLog]):
    """What users did."""

    __slots__ = ()

    def _new(self, json_data: dict[str, Any] | None = None) -> AuditLog:
        return AuditLog(None, json_data)


class AgentLogCollection(LogCollection[AgentLog]):
    """What the agents told."""

    __slots__ = ()

    def _new(self, json_data: dict[str, Any] | None = None) -> AgentLog:
        return AgentLog(None, json_data)


class NotificationLogCollection(LogCollection[NotificationLog]):
    """The notifications that were sent."""

    __slots__ = ()

    def _new(self, json_data: dict[str, Any] | None = None) -> NotificationLog:
        return NotificationLog(None, json_data)


class OtherLogCollection(LogCollection[OtherLog]):
    """What else happened."""

    __slots__ = ()

    def _new(self, json_data: dict[str, Any] | None = None) -> OtherLog:
        return OtherLog(None, json_data)
