"""The settings, groups and logs of a host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client import wire
from comodit_client.aio._host.base import HostBase
from comodit_client.aio._shared.groups_and_logs import HasGroupsAndLogs
from comodit_client.aio._shared.settings_of_levels import HasImpacts, HasSettingsTree

if TYPE_CHECKING:
    from comodit_client.aio._shared.log_operations import LogOperations
    from comodit_client.aio._shared.property_operations import PropertyOperations
    from comodit_client.wire.request import Request
    from comodit_client.wire.setting_impacts import SettingImpact


class HostLevel(HasSettingsTree, HasImpacts, HasGroupsAndLogs, HostBase):
    """Mixin of `Host`: a host as a level of settings, groups and logs."""

    __slots__ = ()

    @property
    def _setting_operations(self) -> type[wire.host_settings.Operations]:
        return wire.host_settings.Operations

    @property
    def _impact_operations(self) -> type[wire.host_settings.Operations]:
        return wire.host_settings.Operations

    @property
    def _property_operations(self) -> PropertyOperations:
        from comodit_client.aio._shared.property_operations import PropertyOperations

        return PropertyOperations(
            wire.host_application_properties.Operations,
            wire.host_package_properties.Operations,
            wire.host_rpm_module_properties.Operations,
        )

    @property
    def _group_operations(self) -> type[wire.host_user_groups.Operations]:
        return wire.host_user_groups.Operations

    @property
    def _log_operations(self) -> LogOperations:
        from comodit_client.aio._shared.log_operations import LogOperations

        return LogOperations(
            wire.host_audit_logs.Operations,
            wire.host_agent_logs.Operations,
            wire.host_notification_logs.Operations,
            wire.host_other_logs.Operations,
        )

    def _resource_impact_request(self, path: str) -> Request[SettingImpact]:
        request = self._resource_properties().impact_request(path)
        return wire.hosts.get_resource_impact(*self._names, path) if request is None else request
