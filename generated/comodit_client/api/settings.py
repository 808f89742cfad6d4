# Made by `python -m generator` from handwritten/comodit_client/aio/settings.py.
# Do not edit: change that, then run `make generate`.
"""The settings of an owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from comodit_client.api._shared.has_settings import HasSettings
from comodit_client.api.collection import Collection as SettingImpactCollection
from comodit_client.api.collection import OwnedCollection
from comodit_client.api.impacts import (
    Do,
    HandlerSettingContext,
    HostSettingContext,
    OrchestrationExecution,
    OrchestrationHandlerExecution,
    SettingHandlerContext,
    SettingImpact,
)
from comodit_client.api.setting_kinds import LinkSetting, PropertySetting, Setting, SimpleSetting, setting_of
from comodit_client.wire.application_contexts import OriginSetting
from comodit_client.wire.settings import SettingSchema as Schema
from comodit_client.wire.settings_tree import (
    ApplicationSettingTree,
    DistributionSettingTree,
    EnvironmentSettingTree,
    HostSettingTree,
    OrganizationSettingTree,
    PlatformSettingTree,
)
from comodit_client.wire.view import unwrapped

__all__ = [
    "ApplicationSettingTree",
    "DistributionSettingTree",
    "Do",
    "EnvironmentSettingTree",
    "HandlerSettingContext",
    "HasSettings",
    "HostSettingContext",
    "HostSettingTree",
    "LinkSetting",
    "OrchestrationExecution",
    "OrchestrationHandlerExecution",
    "OrganizationSettingTree",
    "OriginSetting",
    "PlatformSettingTree",
    "PropertySetting",
    "Schema",
    "Setting",
    "SettingCollection",
    "SettingHandlerContext",
    "SettingImpact",
    "SettingImpactCollection",
    "SimpleSetting",
    "add_settings",
    "setting_of",
]


class SettingCollection(OwnedCollection[SimpleSetting | LinkSetting | PropertySetting]):
    """The settings of one owner, by their keys (S86)."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> SimpleSetting | LinkSetting | PropertySetting:
        return setting_of(self, json_data)

    def _new_simple(self, json_data: dict[str, Any] | None = None) -> SimpleSetting:
        return SimpleSetting(self, json_data)

    def _new_link(self, json_data: dict[str, Any] | None = None) -> LinkSetting:
        return LinkSetting(self, json_data)

    def _new_property(self, json_data: dict[str, Any] | None = None) -> PropertySetting:
        return PropertySetting(self, json_data)

    def new_simple(self, key: str, value: Any) -> SimpleSetting:
        """Describe a setting with a value; nothing is sent.

        Args:
            key: Its key.
            value: Its value, any JSON value.

        Returns:
            The setting, to `create`.
        """
        return SimpleSetting(self, {"key": key, "value": unwrapped(value)})

    def new_link(self, key: str, link: str, default: Any = None) -> LinkSetting:
        """Describe a setting that takes the value of another; nothing is sent.

        Args:
            key: Its key.
            link: The path of the other, such as `organizations/Acme/settings/zone` (S91).
            default: The value when there is no such setting.

        Returns:
            The setting, to `create`.
        """
        return LinkSetting(self, {"key": key, "link": link, "value": unwrapped(default)})

    def new_property(self, key: str, prop: str) -> PropertySetting:
        """Describe a setting that takes the value of an instance's property; nothing is sent.

        Args:
            key: Its key.
            prop: The property's key, such as `publicDnsName`.

        Returns:
            The setting, to `create`.
        """
        return PropertySetting(self, {"key": key, "property": prop})

    def create(self, key: str, value: Any) -> SimpleSetting:
        """Create a setting with a value; the same as `create_simple`.

        Args:
            key: Its key; it may not begin with an underscore (S95).
            value: Its value, any JSON value.

        Returns:
            The setting.

        Raises:
            Conflict: The owner has a setting with that key.
        """
        return self.create_simple(key, value)

    def create_simple(self, key: str, value: Any) -> SimpleSetting:
        """Create a setting with a value.

        Args:
            key: Its key; it may not begin with an underscore (S95).
            value: Its value, any JSON value.

        Returns:
            The setting.

        Raises:
            Conflict: The owner has a setting with that key.
        """
        setting = self.new_simple(key, value)
        setting.create()
        return setting

    def create_link(self, key: str, link: str, default: Any = None) -> LinkSetting:
        """Create a setting that takes the value of another.

        Args:
            key: Its key.
            link: The path of the other (S91).
            default: The value when there is no such setting (S92).

        Returns:
            The setting.

        Raises:
            Conflict: The owner has a setting with that key.
        """
        setting = self.new_link(key, link, default)
        setting.create()
        return setting

    def create_property(self, key: str, prop: str) -> PropertySetting:
        """Create a setting that takes the value of an instance's property.

        Args:
            key: Its key.
            prop: The property's key.

        Returns:
            The setting.

        Raises:
            Conflict: The owner has a setting with that key.
        """
        setting = self.new_property(key, prop)
        setting.create()
        return setting

    def update(self, key: str, new_val: Any) -> SimpleSetting | LinkSetting | PropertySetting:
        """Give a setting another value.

        Args:
            key: Its key.
            new_val: The value, any JSON value.

        Returns:
            The setting.

        Raises:
            EntityNotFoundException: The owner has no setting with that key.
        """
        setting = self.get(key)
        setting.value = new_val
        setting.update()
        return setting

    def get_as_link(self, key: str) -> LinkSetting:
        """Get a setting as a link, to give it one; nothing is changed on the server before `update` (S94).

        Args:
            key: Its key.

        Returns:
            The setting as a link setting.

        Raises:
            EntityNotFoundException: The owner has no setting with that key.
        """
        document = (self.get(key)).get_json()
        document.pop("property", None)
        return LinkSetting(self, document)

    def change(self, settings: Iterable[Setting | Mapping[str, Any]], no_delete: bool = False) -> None:
        """Change many settings of the owner by one request.

        Args:
            settings: The settings as they shall be.
            no_delete: Whether to keep the settings that are not among them; they are deleted otherwise.
        """
        body = {"newOrUpdatedSettings": unwrapped([*settings])}
        self.client.run(self.request("change", body=body, no_delete=no_delete))


def add_settings(container: HasSettings, settings: Mapping[str, Any] | None) -> None:
    """Add simple settings to what an owner's `create` sends.

    Args:
        container: The owner.
        settings: Values by their keys.
    """
    for key, value in (settings or {}).items():
        container.add_simple_setting(key, value)
