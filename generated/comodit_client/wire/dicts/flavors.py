# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for flavors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.flavors import Flavor


class FlavorListDict(TypedDict, total=False):
    """The JSON object of `FlavorList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[FlavorDict] | None


class FlavorListMembers(TypedDict, total=False):
    """The keywords of `FlavorList`."""

    items: Iterable[Flavor | FlavorDict] | None
    extra: Mapping[str, Any]


class FlavorDict(TypedDict, total=False):
    """The JSON object of `Flavor`. It may have other members too."""

    name: str
    uuid: str | None
    description: str | None
    parameters: list[ParameterDict] | None


class FlavorMembers(TypedDict, total=False):
    """The keywords of `Flavor`."""

    extra: Mapping[str, Any]
