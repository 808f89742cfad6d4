# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of notification logs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.notification_logs import (
        NotificationLogDict,
        NotificationLogListDict,
        NotificationLogListMembers,
        NotificationLogMembers,
    )


class NotificationLogList(View):
    """A list response: one page of NotificationLog objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: NotificationLogListDict | None = None, **members: Unpack[NotificationLogListMembers]
        ) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[NotificationLog, NotificationLog | NotificationLogDict]:
        """The items; may be absent if there are none."""
        return self._views("items", NotificationLog)

    @items.setter
    def items(self, value: Iterable[NotificationLog | NotificationLogDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class NotificationLog(View):
    """An entry of the notification log."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "timestamp": "timestamp",
        "message": "message",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: NotificationLogDict | None = None, **members: Unpack[NotificationLogMembers]
        ) -> None: ...

    @property
    def timestamp(self) -> str | None:
        """Time of the event, in ISO 8601."""
        return self._data.get("timestamp")

    @property
    def time(self) -> datetime | None:
        """The date in `timestamp`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `timestamp` returns it as it is.
        """
        return self._date("timestamp")

    @property
    def message(self) -> str | None:
        """Description of the event."""
        return self._data.get("message")
