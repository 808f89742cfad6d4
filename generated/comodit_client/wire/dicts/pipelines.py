# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for pipelines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.pipelines import Pipeline


class PipelineListDict(TypedDict, total=False):
    """The JSON object of `PipelineList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[PipelineDict] | None


class PipelineListMembers(TypedDict, total=False):
    """The keywords of `PipelineList`."""

    items: Iterable[Pipeline | PipelineDict] | None
    extra: Mapping[str, Any]


class PipelineDict(TypedDict, total=False):
    """The JSON object of `Pipeline`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str
    description: str | None
    organization: str | None


class PipelineMembers(TypedDict, total=False):
    """The keywords of `Pipeline`."""

    name: str
    description: str | None
    organization: str | None
    extra: Mapping[str, Any]


class PipelineOptions(TypedDict, total=False):
    """The keywords to create `Pipeline` with, besides the named arguments."""

    organization: str | None
    extra: Mapping[str, Any]
