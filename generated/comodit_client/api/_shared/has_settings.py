# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/has_settings.py.
# Do not edit: change that, then run `make generate`.
"""The base class of entities with settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.api.entity import Entity
from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.api._shared.owned_operations import SettingOperations
    from comodit_client.api.settings import (
        LinkSetting,
        PropertySetting,
        Setting,
        SettingCollection,
        SimpleSetting,
    )
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.settings import Setting as SettingView


class HasSettings(Entity):
    """Base class of entities with settings."""

    __slots__ = ()

    INSTEAD: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("tree", "impact", "resource_impact", "application_properties", "resource_properties", "package", "rpm_module"),
        "Organizations, environments and hosts have it.",
    )

    @property
    def _setting_operations(self) -> Callable[..., SettingOperations]:
        raise NotImplementedError

    def settings(self) -> SettingCollection:
        """Return the settings. Sends no request."""
        from comodit_client.api.settings import SettingCollection

        return SettingCollection(self.client, self._names, self._setting_operations)

    def get_setting(self, key: str) -> SimpleSetting | LinkSetting | PropertySetting:
        """Get a setting.

        Args:
            key: The key.

        Returns:
            The setting, as the class of its kind.

        Raises:
            EntityNotFoundException: The owner has no such setting.
        """
        return self.settings().get(key)

    @property
    def settings_f(self) -> ViewList[Setting, SettingView | SettingDict]:
        """The settings in the entity's JSON object. The server reads them only when the entity is created."""
        from comodit_client.api.settings import setting_of

        collection = None if self._collection is None else self.settings()
        return self._views("settings", partial(setting_of, collection))

    @settings_f.setter
    def settings_f(self, value: Iterable[SettingView | SettingDict] | None) -> None:
        self._set_views("settings", value)

    @settings_f.deleter
    def settings_f(self) -> None:
        self._data.pop("settings", None)

    def add_setting(self, key: str, value: Any) -> None:
        """Add a simple setting for `create` to send. Same as `add_simple_setting`.

        Args:
            key: The key.
            value: The value, any JSON value.
        """
        self.add_simple_setting(key, value)

    def add_simple_setting(self, key: str, value: Any) -> None:
        """Add a setting with a value for `create` to send.

        Args:
            key: The key.
            value: The value, any JSON value.

        Facts: S87.
        """
        self.settings_f.append({"key": key, "value": unwrapped(value)})

    def add_link_setting(self, key: str, link: str, default: Any) -> None:
        """Add a setting that takes the value of another setting, for `create` to send.

        Args:
            key: The key.
            link: The path of the other setting, such as `organizations/Acme/settings/zone`.
            default: The value if the other setting does not exist.

        Facts: S91, S92.
        """
        self.settings_f.append({"key": key, "link": link, "value": unwrapped(default)})

    def add_property_setting(self, key: str, prop: str) -> None:
        """Add a setting that takes the value of an instance's property, for `create` to send.

        Args:
            key: The key.
            prop: The property's key, such as `publicDnsName`.

        Facts: S90.
        """
        self.settings_f.append({"key": key, "property": prop})
