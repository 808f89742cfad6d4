# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for application gits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.application_gits import Git, GitAuthenticationMethod


class GitListDict(TypedDict, total=False):
    """The JSON object of `GitList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[GitDict] | None


class GitListMembers(TypedDict, total=False):
    """The keywords of `GitList`."""

    items: Iterable[Git | GitDict] | None
    extra: Mapping[str, Any]


class GitDict(TypedDict, total=False):
    """The JSON object of `Git`. It may have other members too."""

    name: str
    endpoint: str | None
    username: str | None
    token: str | None
    keyName: str | None
    branch: str | None
    authenticationMethod: GitAuthenticationMethod | str | None
    uuid: str | None
    version: int | None


class GitMembers(TypedDict, total=False):
    """The keywords of `Git`."""

    name: str
    endpoint: str | None
    username: str | None
    token: str | None
    key_name: str | None
    branch: str | None
    authentication_method: GitAuthenticationMethod | str | None
    extra: Mapping[str, Any]


class GitOptions(TypedDict, total=False):
    """The keywords to create `Git` with, besides the named arguments."""

    extra: Mapping[str, Any]
