# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for agent logs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.agent_logs import AgentLog


class AgentLogListDict(TypedDict, total=False):
    """The JSON object of `AgentLogList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[AgentLogDict] | None


class AgentLogListMembers(TypedDict, total=False):
    """The keywords of `AgentLogList`."""

    items: Iterable[AgentLog | AgentLogDict] | None
    extra: Mapping[str, Any]


class AgentLogDict(TypedDict, total=False):
    """The JSON object of `AgentLog`. It may have other members too."""

    timestamp: str | None
    message: str | None


class AgentLogMembers(TypedDict, total=False):
    """The keywords of `AgentLog`."""

    extra: Mapping[str, Any]
