# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for stages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.stages import Stage


class StageListDict(TypedDict, total=False):
    """The JSON object of `StageList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[StageDict] | None


class StageListMembers(TypedDict, total=False):
    """The keywords of `StageList`."""

    items: Iterable[Stage | StageDict] | None
    extra: Mapping[str, Any]


class StageDict(TypedDict, total=False):
    """The JSON object of `Stage`. It may have other members too."""

    uuid: str | None
    name: str
    description: str | None
    pipeline: str | None
    order: int | None


class StageMembers(TypedDict, total=False):
    """The keywords of `Stage`."""

    name: str
    description: str | None
    order: int | None
    extra: Mapping[str, Any]


class StageOptions(TypedDict, total=False):
    """The keywords to create `Stage` with, besides the named arguments."""

    order: int | None
    extra: Mapping[str, Any]
