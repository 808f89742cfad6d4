# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for orchestration handlers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.iterables import Values
    from comodit_client.wire.orchestration_handlers import OrchestrationHandler


class OrchestrationHandlerListDict(TypedDict, total=False):
    """The JSON object of `OrchestrationHandlerList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[OrchestrationHandlerDict] | None


class OrchestrationHandlerListMembers(TypedDict, total=False):
    """The keywords of `OrchestrationHandlerList`."""

    items: Iterable[OrchestrationHandler | OrchestrationHandlerDict] | None
    extra: Mapping[str, Any]


class OrchestrationHandlerDict(TypedDict, total=False):
    """The JSON object of `OrchestrationHandler`. It may have other members too."""

    uuid: str | None
    name: str
    organization: str | None
    triggers: list[str] | None


class OrchestrationHandlerMembers(TypedDict, total=False):
    """The keywords of `OrchestrationHandler`."""

    name: str
    organization: str | None
    triggers: Values[str] | None
    extra: Mapping[str, Any]


class OrchestrationHandlerOptions(TypedDict, total=False):
    """The keywords to create `OrchestrationHandler` with, besides the named arguments."""

    organization: str | None
    extra: Mapping[str, Any]
