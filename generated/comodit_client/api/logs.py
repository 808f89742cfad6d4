# Made by `python -m generator` from handwritten/comodit_client/aio/logs.py.
# Do not edit: change that, then run `make generate`.
"""Logs of organizations, environments and hosts: actions of users, agents and the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from comodit_client.api.collection import OwnedCollection
from comodit_client.api.entity import Entity
from comodit_client.wire import agent_logs, audit_logs, notification_logs, other_logs
from comodit_client.wire.view import repr_of

if TYPE_CHECKING:
    from comodit_client.api.collection import Collection
    from comodit_client.wire.dicts.agent_logs import AgentLogMembers
    from comodit_client.wire.dicts.audit_logs import AuditLogMembers
    from comodit_client.wire.dicts.notification_logs import NotificationLogMembers
    from comodit_client.wire.dicts.other_logs import OtherLogMembers

L = TypeVar("L", bound="Log")


class Log(Entity):
    """Base class of the entries of a log. They have no URL of their own."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr_of(self, members=("timestamp", "username", "message"))


class AuditLog(Log, audit_logs.AuditLog, Entity):
    """An action of a user on an entity or something below it. It has no URL of its own."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[AuditLogMembers],
        ) -> None: ...


class AgentLog(Log, agent_logs.AgentLog, Entity):
    """A report of an agent. It has no URL of its own."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[AgentLogMembers],
        ) -> None: ...


class NotificationLog(Log, notification_logs.NotificationLog, Entity):
    """A notification that was sent. It has no URL of its own."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[NotificationLogMembers],
        ) -> None: ...


class OtherLog(Log, other_logs.OtherLog, Entity):
    """Another event. It has no URL of its own."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[OtherLogMembers],
        ) -> None: ...


class LogCollection(OwnedCollection[L]):
    """Base class of logs. A log can only be read as a whole."""

    __slots__ = ()


class AuditLogCollection(LogCollection[AuditLog]):
    """The actions of users."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> AuditLog:
        return AuditLog(None, json_data)


class AgentLogCollection(LogCollection[AgentLog]):
    """The reports of the agents."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> AgentLog:
        return AgentLog(None, json_data)


class NotificationLogCollection(LogCollection[NotificationLog]):
    """The notifications that were sent."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> NotificationLog:
        return NotificationLog(None, json_data)


class OtherLogCollection(LogCollection[OtherLog]):
    """All other events."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> OtherLog:
        return OtherLog(None, json_data)
