# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for setting impacts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.applications import HandlerAction
    from comodit_client.wire.setting_impacts import (
        ServiceAction,
        ServiceActionType,
    )


class SettingImpactDict(TypedDict, total=False):
    """The JSON object of `SettingImpact`. It may have other members too."""

    settingHandlerContexts: list[SettingHandlerContextDict] | None
    orchestrationHandlerExecution: list[OrchestrationHandlerExecutionDict] | None
    otherResources: list[str] | None
    packageResources: list[str] | None
    rpmModuleResources: list[str] | None


class SettingImpactMembers(TypedDict, total=False):
    """The keywords of `SettingImpact`."""

    extra: Mapping[str, Any]


class SettingHandlerContextDict(TypedDict, total=False):
    """The JSON object of `SettingHandlerContext`. It may have other members too."""

    application: str | None
    noAccessToAllResources: bool | None
    hosts: list[HostSettingContextDict] | None
    handlers: list[HandlerSettingContextDict] | None


class SettingHandlerContextMembers(TypedDict, total=False):
    """The keywords of `SettingHandlerContext`."""

    extra: Mapping[str, Any]


class HostSettingContextDict(TypedDict, total=False):
    """The JSON object of `HostSettingContext`. It may have other members too."""

    name: str | None
    environment: str | None


class HostSettingContextMembers(TypedDict, total=False):
    """The keywords of `HostSettingContext`."""

    extra: Mapping[str, Any]


class HandlerSettingContextDict(TypedDict, total=False):
    """The JSON object of `HandlerSettingContext`. It may have other members too."""

    do: list[DoDict] | None


class HandlerSettingContextMembers(TypedDict, total=False):
    """The keywords of `HandlerSettingContext`."""

    extra: Mapping[str, Any]


class DoDict(TypedDict, total=False):
    """The JSON object of `Do`. It may have other members too."""

    action: HandlerAction | str | None
    resource: str | None


class DoMembers(TypedDict, total=False):
    """The keywords of `Do`."""

    extra: Mapping[str, Any]


class OrchestrationHandlerExecutionDict(TypedDict, total=False):
    """The JSON object of `OrchestrationHandlerExecution`. It may have other members too."""

    orchestration: OrchestrationExecutionDict | None
    hosts: list[HostSettingContextDict] | None


class OrchestrationHandlerExecutionMembers(TypedDict, total=False):
    """The keywords of `OrchestrationHandlerExecution`."""

    extra: Mapping[str, Any]


class OrchestrationExecutionDict(TypedDict, total=False):
    """The JSON object of `OrchestrationExecution`. It may have other members too."""

    name: str | None
    applicationsOperations: list[ApplicationOperationDict] | None


class OrchestrationExecutionMembers(TypedDict, total=False):
    """The keywords of `OrchestrationExecution`."""

    extra: Mapping[str, Any]


class ApplicationOperationDict(TypedDict, total=False):
    """The JSON object of `ApplicationOperation`. It may have other members too."""

    application: str | None
    handler: str | None
    position: int | None
    serviceAction: ServiceActionDict | None


class ApplicationOperationMembers(TypedDict, total=False):
    """The keywords of `ApplicationOperation`."""

    application: str | None
    handler: str | None
    position: int | None
    service_action: ServiceAction | ServiceActionDict | None
    extra: Mapping[str, Any]


class ServiceActionDict(TypedDict, total=False):
    """The JSON object of `ServiceAction`. It may have other members too."""

    name: str | None
    action: ServiceActionType | str | None


class ServiceActionMembers(TypedDict, total=False):
    """The keywords of `ServiceAction`."""

    name: str | None
    action: ServiceActionType | str | None
    extra: Mapping[str, Any]
