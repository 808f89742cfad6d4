"""Logs of organizations, environments and hosts: actions of users, agents and the server."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, overload

from comodit_client.aio._client.operations import Lists, Params
from comodit_client.aio.capabilities import Listable
from comodit_client.aio.collection import OwnedCollection
from comodit_client.aio.entity import Entity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import InvalidArgument
from comodit_client.wire import agent_logs, audit_logs, notification_logs, other_logs
from comodit_client.wire.view import repr_of

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.aio.collection import Collection
    from comodit_client.wire.dicts.agent_logs import AgentLogMembers
    from comodit_client.wire.dicts.audit_logs import AuditLogMembers
    from comodit_client.wire.dicts.notification_logs import NotificationLogMembers
    from comodit_client.wire.dicts.other_logs import OtherLogMembers

L = TypeVar("L", bound="Log")


class Log(Entity):
    """Base class of the entries of a log. They have no URL of their own."""

    __slots__ = ()

    @property
    def time(self) -> datetime | None:
        """The time of the event, with its time zone; None if the entry has none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `timestamp` returns it as it is.
        """
        return self._date("timestamp")

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


class LogCollection(OwnedCollection[L, Lists], Listable[L]):
    """Base class of logs. A log can only be read as a whole."""

    __slots__ = ()

    @overload
    async def list(
        self,
        params: Params = None,
        *,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
    ) -> builtins.list[L]: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def list(
        self,
        *,
        parameters: Params,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
    ) -> builtins.list[L]: ...

    @renamed(parameters="params")
    async def list(
        self,
        params: Params = None,
        *,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
    ) -> builtins.list[L]:
        """List the entries, all or those of a period.

        The server has no filters: the whole log is read, and the client selects the entries.

        Args:
            params: Extra members of the query.
            since: The start of the period, which includes it: a datetime with a time zone, or text in ISO 8601.
            until: The end of the period, which excludes it.

        Returns:
            The entries, in the server's order. With a period, entries without a time are left out.

        Raises:
            InvalidArgument: A bound has no time zone, or `until` is before `since`.
            InvalidDate: The time of an entry cannot be read, so that it is unknown whether it is in the period.
            EntityNotFoundException: The owner does not exist.
        """
        from comodit_client.aio._shared.periods import period

        wanted = period(since, until)
        return wanted.select(await super().list(params))


class AuditLogCollection(LogCollection[AuditLog]):
    """The actions of users."""

    __slots__ = ()

    @overload
    async def list(
        self,
        params: Params = None,
        *,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        user: str | None = None,
    ) -> builtins.list[AuditLog]: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def list(
        self,
        *,
        parameters: Params,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        user: str | None = None,
    ) -> builtins.list[AuditLog]: ...

    @renamed(parameters="params")
    async def list(
        self,
        params: Params = None,
        *,
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        user: str | None = None,
    ) -> builtins.list[AuditLog]:
        """List the actions, all or those of a period or a user.

        The server has no filters: the whole log is read, and the client selects the entries.

        Args:
            params: Extra members of the query.
            since: The start of the period, which includes it: a datetime with a time zone, or text in ISO 8601.
            until: The end of the period, which excludes it.
            user: The name of the user, as in `username`.

        Returns:
            The actions, in the server's order. With a period, entries without a time are left out.

        Raises:
            InvalidArgument: A bound has no time zone, `until` is before `since`, or `user` is not a name.
            InvalidDate: The time of an entry cannot be read, so that it is unknown whether it is in the period.
            EntityNotFoundException: The owner does not exist.
        """
        from comodit_client.aio._shared.periods import period

        if user is not None and (not isinstance(user, str) or not user):
            raise InvalidArgument(f"Cannot use user={user!r}: it is not a name. Pass the name of a user.")
        wanted = period(since, until)
        entries = await super().list(params)
        return wanted.select(entries if user is None else [entry for entry in entries if entry.username == user])

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
