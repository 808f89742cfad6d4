# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/has_settings.py.
# Do not edit: change that, then run `make generate`.
"""The base class of entities with settings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.api.entity import Entity
from comodit_client.rest.exceptions import UnsupportedOperation
from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.api.application_resource_property import (
        ApplicationResourceProperty,
        ApplicationResourcePropertyCollection,
    )
    from comodit_client.api.impacts import SettingImpact
    from comodit_client.api.settings import LinkSetting, PropertySetting, Setting, SettingCollection, SimpleSetting
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.settings import Setting as SettingView
    from comodit_client.wire.settings_tree import OrganizationSettingTree


class HasSettings(Entity):
    """Base class of entities with settings."""

    __slots__ = ()

    #: The module of the wire layer that has the operations on the settings.
    SETTINGS_API: ClassVar[str]

    def settings(self) -> SettingCollection:
        """Return the settings. Sends no request."""
        from comodit_client.api.settings import SettingCollection

        return SettingCollection(self.client, self._names, import_module(f"comodit_client.wire.{self.SETTINGS_API}"))

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

    def tree(self, secret: bool = False, no_secret: bool = False, key: str | None = None) -> OrganizationSettingTree:
        """Get the settings of the entity and of everything below it.

        Args:
            secret: If True, return secret settings only.
            no_secret: If True, leave secret settings out.
            key: Return only the settings with this key. Default: all settings.

        Returns:
            The tree, starting at the organization.

        Raises:
            UnsupportedOperation: The API has no such operation for this kind of entity.
        """
        member = self._home.member_names(self.identifier)
        request = self._home.request(
            "get_settings_tree", *member, secret_only=secret, no_secret=no_secret, key=key or None
        )
        tree: OrganizationSettingTree = self.client.run(request)
        return tree

    def impact(self, key: str) -> SettingImpact:
        """Get the impact of changing a setting.

        Args:
            key: The setting's key.

        Returns:
            The handlers, hosts and orchestrations that the change would trigger.

        Raises:
            EntityNotFoundException: The owner has no such setting.
            UnsupportedOperation: The API has no such operation for this kind of owner.
        """
        from comodit_client.api.impacts import SettingImpact

        api = import_module(f"comodit_client.wire.{self.SETTINGS_API}")
        if not hasattr(api, "get_impact"):
            message = f"Cannot get the impact of a setting of {self!r}: ComodIT's API has no operation for it."
            raise UnsupportedOperation(message)
        return SettingImpact((self.client.run(api.get_impact(*self._names, key))).get_json())

    @property
    def application_properties(self) -> ApplicationResourcePropertyCollection:
        """The collection to list the properties that the entity sets for packages and RPM modules."""
        return self._resource_properties("application_properties/")

    @property
    def resource_properties(self) -> ApplicationResourcePropertyCollection:
        """The collection to create such properties. Its URL is the owner's, as in the original client."""
        return self._resource_properties()

    def package(self, app: str, package: str, key: str) -> ApplicationResourceProperty:
        """Get a property that the entity sets for a package of an application.

        Args:
            app: The application's name.
            package: The package's name.
            key: The property's key, such as `release`.

        Returns:
            The property.

        Raises:
            EntityNotFoundException: The owner does not set the property.
        """
        return self._resource_properties().get_property("package", app, package, key)

    def rpm_module(self, app: str, name: str, key: str) -> ApplicationResourceProperty:
        """Get a property that the entity sets for an RPM module of an application.

        Args:
            app: The application's name.
            name: The module's name.
            key: The property's key, such as `stream`.

        Returns:
            The property.

        Raises:
            EntityNotFoundException: The owner does not set the property.
        """
        return self._resource_properties().get_property("rpm_module", app, name, key)

    def resource_impact(self, path: str) -> SettingImpact:
        """Get the impact of changing a resource's property. `impact` of the property does the same.

        Args:
            path: `applications/APP/packages/PACKAGE/properties/KEY`, or the same with `rpmmodules/MODULE`. The names
                are not encoded. A host also takes the path of any resource below it, such as
                `applications/APP/packages/PACKAGE`.

        Returns:
            The handlers, hosts and orchestrations that the change would trigger.

        Raises:
            EntityNotFoundException: The owner does not set the property, or the host has no such resource.
            UnsupportedOperation: The path has another form, and the owner is not a host.
        """
        from comodit_client.api.impacts import SettingImpact

        request = self._resource_properties().impact_request(path)
        return SettingImpact((self.client.run(request)).get_json())

    def _resource_properties(self, folder: str = "") -> ApplicationResourcePropertyCollection:
        from comodit_client.api.application_resource_property import ApplicationResourcePropertyCollection

        level = self.SETTINGS_API.removesuffix("_settings")
        return ApplicationResourcePropertyCollection(self.client, self._names, level, self.url, folder)
