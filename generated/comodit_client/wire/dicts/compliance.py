# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for compliance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.compliance import ComplianceError, ComplianceType


class ComplianceErrorListDict(TypedDict, total=False):
    """The JSON object of `ComplianceErrorList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ComplianceErrorDict] | None


class ComplianceErrorListMembers(TypedDict, total=False):
    """The keywords of `ComplianceErrorList`."""

    items: Iterable[ComplianceError | ComplianceErrorDict] | None
    extra: Mapping[str, Any]


class ComplianceErrorDict(TypedDict, total=False):
    """The JSON object of `ComplianceError`. It may have other members too."""

    application: str | None
    type: ComplianceType | str | None
    name: str | None
    currentState: dict[str, Any] | None
    expectedState: dict[str, Any] | None


class ComplianceErrorMembers(TypedDict, total=False):
    """The keywords of `ComplianceError`."""

    extra: Mapping[str, Any]


class ServiceStateDict(TypedDict, total=False):
    """The JSON object of `ServiceState`. It may have other members too."""

    running: bool | None
    enabled: bool | None


class ServiceStateMembers(TypedDict, total=False):
    """The keywords of `ServiceState`."""

    extra: Mapping[str, Any]


class FileStateDict(TypedDict, total=False):
    """The JSON object of `FileState`. It may have other members too."""

    present: bool | None
    path: str | None
    owner: str | None
    group: str | None
    mode: str | None
    creationTime: str | None
    modificationTime: str | None


class FileStateMembers(TypedDict, total=False):
    """The keywords of `FileState`."""

    extra: Mapping[str, Any]


class PackageStateDict(TypedDict, total=False):
    """The JSON object of `PackageState`. It may have other members too."""

    installed: bool | None


class PackageStateMembers(TypedDict, total=False):
    """The keywords of `PackageState`."""

    extra: Mapping[str, Any]


class UserStateDict(TypedDict, total=False):
    """The JSON object of `UserState`. It may have other members too."""

    present: bool | None
    name: str | None
    uid: str | None
    gid: str | None
    dir: str | None
    shell: str | None
    gecos: str | None
    groups: list[str] | None


class UserStateMembers(TypedDict, total=False):
    """The keywords of `UserState`."""

    extra: Mapping[str, Any]


class GroupStateDict(TypedDict, total=False):
    """The JSON object of `GroupState`. It may have other members too."""

    present: bool | None
    name: str | None
    gid: str | None


class GroupStateMembers(TypedDict, total=False):
    """The keywords of `GroupState`."""

    extra: Mapping[str, Any]


class RepositoryStateDict(TypedDict, total=False):
    """The JSON object of `RepositoryState`. It may have other members too."""

    present: bool | None
    name: str | None
    location: str | None


class RepositoryStateMembers(TypedDict, total=False):
    """The keywords of `RepositoryState`."""

    extra: Mapping[str, Any]
