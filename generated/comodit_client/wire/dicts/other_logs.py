# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for other logs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.other_logs import OtherLog


class OtherLogListDict(TypedDict, total=False):
    """The JSON object of `OtherLogList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[OtherLogDict] | None


class OtherLogListMembers(TypedDict, total=False):
    """The keywords of `OtherLogList`."""

    items: Iterable[OtherLog | OtherLogDict] | None
    extra: Mapping[str, Any]


class OtherLogDict(TypedDict, total=False):
    """The JSON object of `OtherLog`. It may have other members too."""

    timestamp: str | None
    message: str | None


class OtherLogMembers(TypedDict, total=False):
    """The keywords of `OtherLog`."""

    extra: Mapping[str, Any]
