"""The impact of changing a setting."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from comodit_client.wire import setting_impacts as views
from comodit_client.wire.lazy import ViewList
from comodit_client.wire.setting_impacts import (
    ApplicationOperation,
    Do,
    HandlerSettingContext,
    HostSettingContext,
    SettingHandlerContext,
)

if TYPE_CHECKING:
    from comodit_client.wire.dicts.setting_impacts import OrchestrationHandlerExecutionDict

__all__ = [
    "Do",
    "HandlerSettingContext",
    "HostSettingContext",
    "OrchestrationExecution",
    "OrchestrationHandlerExecution",
    "SettingHandlerContext",
    "SettingImpact",
]


class OrchestrationExecution(views.OrchestrationExecution):
    """An orchestration that a change would start."""

    __slots__ = ()

    def application_operations(self) -> builtins.list[ApplicationOperation]:
        """Return the operations of the orchestration.

        Returns:
            The operations, in their order.
        """
        return [*self.application_operations_f]


class OrchestrationHandlerExecution(views.OrchestrationHandlerExecution):
    """An orchestration that a change would start, with its hosts."""

    __slots__ = ()

    @property
    def orchestration(self) -> OrchestrationExecution:
        """The orchestration."""
        return self._nested("orchestration", OrchestrationExecution)


class SettingImpact(views.SettingImpact):
    """The impact of changing one setting: handlers, other resources and orchestrations."""

    __slots__ = ()

    @property
    def orchestration_handler_executions_f(
        self,
    ) -> ViewList[
        OrchestrationHandlerExecution, views.OrchestrationHandlerExecution | OrchestrationHandlerExecutionDict
    ]:
        """The orchestrations that the change would start."""
        return self._views("orchestrationHandlerExecution", OrchestrationHandlerExecution)

    def orchestration_handler_execution(self) -> builtins.list[OrchestrationHandlerExecution]:
        """Return the orchestrations that the change would start.

        Returns:
            The orchestrations, each with its hosts.
        """
        return [*self.orchestration_handler_executions_f]
