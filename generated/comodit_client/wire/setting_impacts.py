# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of setting impacts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.wire.applications import HandlerAction
    from comodit_client.wire.dicts.setting_impacts import (
        ApplicationOperationDict,
        ApplicationOperationMembers,
        DoDict,
        DoMembers,
        HandlerSettingContextDict,
        HandlerSettingContextMembers,
        HostSettingContextDict,
        HostSettingContextMembers,
        OrchestrationExecutionDict,
        OrchestrationExecutionMembers,
        OrchestrationHandlerExecutionDict,
        OrchestrationHandlerExecutionMembers,
        ServiceActionDict,
        ServiceActionMembers,
        SettingHandlerContextDict,
        SettingHandlerContextMembers,
        SettingImpactDict,
        SettingImpactMembers,
    )

#: Type of an action on a service in an orchestration; only this value is known.
ServiceActionType: TypeAlias = Literal["STOP"]


class SettingImpact(View):
    """Impact of changing a setting."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "settingHandlerContexts": "setting_handler_contexts",
        "orchestrationHandlerExecution": "orchestration_handler_executions_f",
        "otherResources": "other_resources",
        "packageResources": "packages",
        "rpmModuleResources": "rpm_modules",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: SettingImpactDict | None = None, **members: Unpack[SettingImpactMembers]
        ) -> None: ...

    @property
    def setting_handler_contexts(
        self,
    ) -> ViewList[SettingHandlerContext, SettingHandlerContext | SettingHandlerContextDict]:
        """Handlers that would run, and their hosts, by application."""
        return self._views("settingHandlerContexts", SettingHandlerContext)

    @property
    def settingHandlerContexts(
        self,
    ) -> ViewList[SettingHandlerContext, SettingHandlerContext | SettingHandlerContextDict]:
        """Alias of `setting_handler_contexts`, kept for old scripts."""
        return self.setting_handler_contexts

    @property
    def orchestration_handler_executions_f(
        self,
    ) -> ViewList[OrchestrationHandlerExecution, OrchestrationHandlerExecution | OrchestrationHandlerExecutionDict]:
        """Orchestrations that would start."""
        return self._views("orchestrationHandlerExecution", OrchestrationHandlerExecution)

    @property
    def other_resources(self) -> BoundList[str]:
        """Resources that use the setting but have no handler for it."""
        return self._values("otherResources")

    @property
    def otherResources(self) -> BoundList[str]:
        """Alias of `other_resources`, kept for old scripts."""
        return self.other_resources

    @property
    def packages(self) -> BoundList[str]:
        """Packages that use the setting."""
        return self._values("packageResources")

    @property
    def rpm_modules(self) -> BoundList[str]:
        """RPM modules that use the setting."""
        return self._values("rpmModuleResources")


class SettingHandlerContext(View):
    """Handlers of an application that would run when a setting changes, and their hosts."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "application": "application",
        "noAccessToAllResources": "no_access_to_all_resources",
        "hosts": "hosts",
        "handlers": "handlers",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: SettingHandlerContextDict | None = None, **members: Unpack[SettingHandlerContextMembers]
        ) -> None: ...

    @property
    def application(self) -> str | None:
        """Name of the application."""
        return self._data.get("application")

    @property
    def no_access_to_all_resources(self) -> bool | None:
        """Whether parts of the impact are hidden from the caller."""
        return self._data.get("noAccessToAllResources")

    @property
    def noAccessAllResources(self) -> bool | None:
        """Alias of `no_access_to_all_resources`, kept for old scripts."""
        return self.no_access_to_all_resources

    @property
    def hosts(self) -> ViewList[HostSettingContext, HostSettingContext | HostSettingContextDict]:
        """Hosts on which the handlers would run."""
        return self._views("hosts", HostSettingContext)

    @property
    def handlers(self) -> ViewList[HandlerSettingContext, HandlerSettingContext | HandlerSettingContextDict]:
        """Handlers that would run."""
        return self._views("handlers", HandlerSettingContext)


class HostSettingContext(View):
    """A host affected by the change of a setting."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "environment": "environment",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: HostSettingContextDict | None = None, **members: Unpack[HostSettingContextMembers]
        ) -> None: ...

    @property
    def name(self) -> str | None:
        """Name of the host."""
        return self._data.get("name")

    @property
    def environment(self) -> str | None:
        """Name of the environment that holds the host."""
        return self._data.get("environment")


class HandlerSettingContext(View):
    """A handler that would run when a setting changes."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "do": "do",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: HandlerSettingContextDict | None = None, **members: Unpack[HandlerSettingContextMembers]
        ) -> None: ...

    @property
    def do(self) -> ViewList[Do, Do | DoDict]:
        """Actions of the handler, in the order of execution."""
        return self._views("do", Do)


class Do(View):
    """An action that would run when a setting changes."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "action": "action",
        "resource": "resource",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: DoDict | None = None, **members: Unpack[DoMembers]) -> None: ...

    @property
    def action(self) -> HandlerAction | str | None:
        """Type of the action."""
        return self._data.get("action")

    @property
    def resource(self) -> str | None:
        """Resource of the application: file:// or service:// followed by its name."""
        return self._data.get("resource")


class OrchestrationHandlerExecution(View):
    """An orchestration that would start when a setting changes, and its hosts."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "orchestration": "orchestration",
        "hosts": "hosts",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self,
            json_data: OrchestrationHandlerExecutionDict | None = None,
            **members: Unpack[OrchestrationHandlerExecutionMembers],
        ) -> None: ...

    @property
    def orchestration(self) -> OrchestrationExecution:
        """The orchestration."""
        return self._nested("orchestration", OrchestrationExecution)

    @property
    def hosts(self) -> ViewList[HostSettingContext, HostSettingContext | HostSettingContextDict]:
        """Hosts that it would run on."""
        return self._views("hosts", HostSettingContext)


class OrchestrationExecution(View):
    """Name and operations of an orchestration."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "applicationsOperations": "application_operations_f",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: OrchestrationExecutionDict | None = None, **members: Unpack[OrchestrationExecutionMembers]
        ) -> None: ...

    @property
    def name(self) -> str | None:
        """Name of the orchestration."""
        return self._data.get("name")

    @property
    def application_operations_f(
        self,
    ) -> ViewList[ApplicationOperation, ApplicationOperation | ApplicationOperationDict]:
        """Operations of the orchestration, in the order of their positions."""
        return self._views("applicationsOperations", ApplicationOperation)


class ApplicationOperation(View):
    """An operation of an orchestration: a handler of an application, or an action on a service."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "application": "application",
        "handler": "handler",
        "position": "position",
        "serviceAction": "service_action",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "application": "application",
        "handler": "handler",
        "position": "position",
        "service_action": "serviceAction",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationOperationDict | None = None, **members: Unpack[ApplicationOperationMembers]
        ) -> None: ...

    @property
    def application(self) -> str | None:
        """Name of the application."""
        return self._data.get("application")

    @application.setter
    def application(self, value: str | None) -> None:
        self._data["application"] = value

    @application.deleter
    def application(self) -> None:
        self._data.pop("application", None)

    @property
    def handler(self) -> str | None:
        """Name of the handler to run; null if serviceAction is set."""
        return self._data.get("handler")

    @handler.setter
    def handler(self, value: str | None) -> None:
        self._data["handler"] = value

    @handler.deleter
    def handler(self) -> None:
        self._data.pop("handler", None)

    @property
    def position(self) -> int | None:
        """Position of the operation in the orchestration, from 0."""
        return self._data.get("position")

    @position.setter
    def position(self, value: int | None) -> None:
        self._data["position"] = value

    @position.deleter
    def position(self) -> None:
        self._data.pop("position", None)

    @property
    def service_action(self) -> ServiceAction:
        """Action on a service; null if handler is set."""
        return self._nested("serviceAction", ServiceAction)

    @service_action.setter
    def service_action(self, value: ServiceAction | ServiceActionDict | None) -> None:
        self._set_nested("serviceAction", value)

    @service_action.deleter
    def service_action(self) -> None:
        self._data.pop("serviceAction", None)


class ServiceAction(View):
    """An action on a service."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "action": "action",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "action": "action",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ServiceActionDict | None = None, **members: Unpack[ServiceActionMembers]
        ) -> None: ...

    @property
    def name(self) -> str | None:
        """Name of the service in its application."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def action(self) -> ServiceActionType | str | None:
        """Type of the action."""
        return self._data.get("action")

    @action.setter
    def action(self, value: ServiceActionType | str | None) -> None:
        self._data["action"] = value

    @action.deleter
    def action(self) -> None:
        self._data.pop("action", None)
