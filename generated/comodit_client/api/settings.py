# Made by `python -m generator` from handwritten/comodit_client/aio/settings.py.
# Do not edit: change that, then run `make generate`.
"""The settings of an owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from comodit_client.api._shared.has_settings import HasSettings
from comodit_client.api._shared.owned_operations import SettingOperations
from comodit_client.api.capabilities import Clearable, EditableCollection
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

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict

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


#: A setting, as the class of its kind.
AnySetting: TypeAlias = SimpleSetting | LinkSetting | PropertySetting
#: Settings to create something with: values by key, or settings of any kind.
Settings: TypeAlias = "Mapping[str, Any] | Iterable[Setting | SettingDict] | None"


class SettingCollection(
    OwnedCollection[AnySetting, SettingOperations], EditableCollection[AnySetting], Clearable[AnySetting]
):
    """The settings of one owner, by key."""

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
        """Build a setting with a value without sending it.

        Args:
            key: The key.
            value: The value, any JSON value.

        Returns:
            The setting, ready for `create`.
        """
        return SimpleSetting(self, {"key": key, "value": unwrapped(value)})

    def new_link(self, key: str, link: str, default: Any = None) -> LinkSetting:
        """Build a setting that takes the value of another setting, without sending it.

        Args:
            key: The key.
            link: The path of the other setting, such as `organizations/Acme/settings/zone`.
            default: The value if the other setting does not exist.

        Returns:
            The setting, ready for `create`.

        Facts: S91.
        """
        return LinkSetting(self, {"key": key, "link": link, "value": unwrapped(default)})

    def new_property(self, key: str, prop: str) -> PropertySetting:
        """Build a setting that takes the value of an instance's property, without sending it.

        Args:
            key: The key.
            prop: The property's key, such as `publicDnsName`.

        Returns:
            The setting, ready for `create`.
        """
        return PropertySetting(self, {"key": key, "property": prop})

    def create(self, key: str, value: Any) -> SimpleSetting:
        """Create a setting with a value. Same as `create_simple`.

        Args:
            key: The key. It must not begin with an underscore.
            value: The value, any JSON value.

        Returns:
            The setting.

        Raises:
            Conflict: The owner already has a setting with that key.

        Facts: S95.
        """
        return self.create_simple(key, value)

    def create_simple(self, key: str, value: Any) -> SimpleSetting:
        """Create a setting with a value.

        Args:
            key: The key. It must not begin with an underscore.
            value: The value, any JSON value.

        Returns:
            The setting.

        Raises:
            Conflict: The owner already has a setting with that key.

        Facts: S95.
        """
        setting = self.new_simple(key, value)
        setting.create()
        return setting

    def create_link(self, key: str, link: str, default: Any = None) -> LinkSetting:
        """Create a setting that takes the value of another setting.

        Args:
            key: The key.
            link: The path of the other setting.
            default: The value if the other setting does not exist.

        Returns:
            The setting.

        Raises:
            Conflict: The owner already has a setting with that key.

        Facts: S91, S92.
        """
        setting = self.new_link(key, link, default)
        setting.create()
        return setting

    def create_property(self, key: str, prop: str) -> PropertySetting:
        """Create a setting that takes the value of an instance's property.

        Args:
            key: The key.
            prop: The property's key.

        Returns:
            The setting.

        Raises:
            Conflict: The owner already has a setting with that key.
        """
        setting = self.new_property(key, prop)
        setting.create()
        return setting

    def update(self, key: str, new_val: Any) -> SimpleSetting | LinkSetting | PropertySetting:
        """Change the value of a setting.

        Args:
            key: The key.
            new_val: The new value, any JSON value.

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
        """Get a setting as a link setting, to turn it into one.

        Nothing changes on the server before `update`.

        Args:
            key: The key.

        Returns:
            The setting as a link setting.

        Raises:
            EntityNotFoundException: The owner has no setting with that key.

        Facts: S94.
        """
        document = (self.get(key)).get_json()
        document.pop("property", None)
        return LinkSetting(self, document)

    def change(self, settings: Iterable[Setting | Mapping[str, Any]], no_delete: bool = False) -> None:
        """Change many settings of the owner with one request.

        Args:
            settings: The new settings.
            no_delete: If True, keep the settings that are not in `settings`; otherwise delete them.
        """
        body = {"newOrUpdatedSettings": unwrapped([*settings])}
        self.client.run(self.operations.change(body, no_delete=no_delete))


def add_settings(container: HasSettings, settings: Settings) -> None:
    """Add settings to an owner, for its `create` to send.

    Args:
        container: The owner.
        settings: The values by key, or a list of settings.
    """
    if isinstance(settings, Mapping):
        for key, value in cast("Mapping[str, Any]", settings).items():
            container.add_simple_setting(key, value)
    elif settings:
        container.settings_f.extend(settings)
