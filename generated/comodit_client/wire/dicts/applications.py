# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for applications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.application_files import ApplicationFile
    from comodit_client.wire.applications import (
        Action,
        Application,
        ApplicationGroup,
        ApplicationUser,
        CompatibilityRule,
        CustomAction,
        Directory,
        Handler,
        HandlerAction,
        Package,
        Repository,
        Service,
    )
    from comodit_client.wire.dicts.application_files import ApplicationFileDict
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.iterables import Values
    from comodit_client.wire.parameters import Parameter


class ApplicationListDict(TypedDict, total=False):
    """The JSON object of `ApplicationList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ApplicationDict] | None


class ApplicationListMembers(TypedDict, total=False):
    """The keywords of `ApplicationList`."""

    items: Iterable[Application | ApplicationDict] | None
    extra: Mapping[str, Any]


class ApplicationDict(TypedDict, total=False):
    """The JSON object of `Application`. It may have other members too."""

    uuid: str | None
    version: int | None
    organization: str | None
    name: str
    description: str | None
    locked: bool | None
    packages: list[PackageDict] | None
    services: list[ServiceDict] | None
    files: list[ApplicationFileDict] | None
    parameters: list[ParameterDict] | None
    handlers: list[HandlerDict] | None
    repositories: list[RepositoryDict] | None
    users: list[ApplicationUserDict] | None
    groups: list[ApplicationGroupDict] | None
    directories: list[DirectoryDict] | None
    compatibility: list[CompatibilityRuleDict] | None
    actions: list[CustomActionDict] | None
    commands: list[Any] | None
    publishedAs: str | None
    purchasedAs: str | None
    canPull: bool | None
    canPush: bool | None
    url: str | None
    documentation: str | None
    license: str | None
    price: str | None


class ApplicationMembers(TypedDict, total=False):
    """The keywords of `Application`."""

    name: str
    description: str | None
    packages: Iterable[Package | PackageDict] | None
    services: Iterable[Service | ServiceDict] | None
    files: Iterable[ApplicationFile | ApplicationFileDict] | None
    parameters: Iterable[Parameter | ParameterDict] | None
    handlers: Iterable[Handler | HandlerDict] | None
    repositories: Iterable[Repository | RepositoryDict] | None
    users: Iterable[ApplicationUser | ApplicationUserDict] | None
    groups: Iterable[ApplicationGroup | ApplicationGroupDict] | None
    directories: Iterable[Directory | DirectoryDict] | None
    compatibility: Iterable[CompatibilityRule | CompatibilityRuleDict] | None
    actions: Iterable[CustomAction | CustomActionDict] | None
    commands: Values[Any] | None
    url: str | None
    documentation: str | None
    license: str | None
    price: str | None
    extra: Mapping[str, Any]


class ApplicationOptions(TypedDict, total=False):
    """The keywords to create `Application` with, besides the named arguments."""

    packages: Iterable[Package | PackageDict] | None
    services: Iterable[Service | ServiceDict] | None
    files: Iterable[ApplicationFile | ApplicationFileDict] | None
    parameters: Iterable[Parameter | ParameterDict] | None
    handlers: Iterable[Handler | HandlerDict] | None
    repositories: Iterable[Repository | RepositoryDict] | None
    users: Iterable[ApplicationUser | ApplicationUserDict] | None
    groups: Iterable[ApplicationGroup | ApplicationGroupDict] | None
    directories: Iterable[Directory | DirectoryDict] | None
    compatibility: Iterable[CompatibilityRule | CompatibilityRuleDict] | None
    actions: Iterable[CustomAction | CustomActionDict] | None
    commands: Values[Any] | None
    url: str | None
    documentation: str | None
    license: str | None
    price: str | None
    extra: Mapping[str, Any]


class PackageDict(TypedDict, total=False):
    """The JSON object of `Package`. It may have other members too."""

    name: str


class PackageMembers(TypedDict, total=False):
    """The keywords of `Package`."""

    name: str
    extra: Mapping[str, Any]


class RepositoryDict(TypedDict, total=False):
    """The JSON object of `Repository`. It may have other members too."""

    name: str
    location: str | None
    components: list[str] | None


class RepositoryMembers(TypedDict, total=False):
    """The keywords of `Repository`."""

    name: str
    location: str | None
    components: Values[str] | None
    extra: Mapping[str, Any]


class ApplicationUserDict(TypedDict, total=False):
    """The JSON object of `ApplicationUser`. It may have other members too."""

    name: str
    password: str | None
    loginGroup: str | None
    groups: list[str] | None
    home: str | None
    fullName: str | None
    uid: int | str | None
    gid: int | str | None
    shell: str | None
    system: bool | None
    createHome: bool | None


class ApplicationUserMembers(TypedDict, total=False):
    """The keywords of `ApplicationUser`."""

    name: str
    password: str | None
    login_group: str | None
    groups: Values[str] | None
    home: str | None
    full_name: str | None
    uid: int | str | None
    gid: int | str | None
    shell: str | None
    system: bool | None
    create_home: bool | None
    extra: Mapping[str, Any]


class ApplicationGroupDict(TypedDict, total=False):
    """The JSON object of `ApplicationGroup`. It may have other members too."""

    name: str
    gid: int | str | None


class ApplicationGroupMembers(TypedDict, total=False):
    """The keywords of `ApplicationGroup`."""

    name: str
    gid: int | str | None
    extra: Mapping[str, Any]


class ServiceDict(TypedDict, total=False):
    """The JSON object of `Service`. It may have other members too."""

    name: str
    enabled: bool | None


class ServiceMembers(TypedDict, total=False):
    """The keywords of `Service`."""

    name: str
    enabled: bool | None
    extra: Mapping[str, Any]


class DirectoryDict(TypedDict, total=False):
    """The JSON object of `Directory`. It may have other members too."""

    name: str
    path: str | None
    owner: str | None
    group: str | None
    mode: str | None


class DirectoryMembers(TypedDict, total=False):
    """The keywords of `Directory`."""

    name: str
    path: str | None
    owner: str | None
    group: str | None
    mode: str | None
    extra: Mapping[str, Any]


class HandlerDict(TypedDict, total=False):
    """The JSON object of `Handler`. It may have other members too."""

    name: str | None
    do: list[ActionDict] | None
    on: list[str] | None


class HandlerMembers(TypedDict, total=False):
    """The keywords of `Handler`."""

    name: str | None
    do: Iterable[Action | ActionDict] | None
    on: Values[str] | None
    extra: Mapping[str, Any]


class ActionDict(TypedDict, total=False):
    """The JSON object of `Action`. It may have other members too."""

    action: HandlerAction | str | None
    resource: str | None


class ActionMembers(TypedDict, total=False):
    """The keywords of `Action`."""

    action: HandlerAction | str | None
    resource: str | None
    extra: Mapping[str, Any]


class CompatibilityRuleDict(TypedDict, total=False):
    """The JSON object of `CompatibilityRule`. It may have other members too."""

    type: str | None
    version: str | None


class CompatibilityRuleMembers(TypedDict, total=False):
    """The keywords of `CompatibilityRule`."""

    type: str | None
    version: str | None
    extra: Mapping[str, Any]


class CustomActionDict(TypedDict, total=False):
    """The JSON object of `CustomAction`. It may have other members too."""

    key: str | None
    name: str | None
    description: str | None


class CustomActionMembers(TypedDict, total=False):
    """The keywords of `CustomAction`."""

    key: str | None
    name: str | None
    description: str | None
    extra: Mapping[str, Any]
