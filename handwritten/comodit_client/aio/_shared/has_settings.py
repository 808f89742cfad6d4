"""What all owners of settings have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.aio.entity import Entity
from comodit_client.rest.exceptions import UnsupportedOperation
from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.view import View, unwrapped

if TYPE_CHECKING:
    from comodit_client.aio.application_resource_property import (
        ApplicationResourceProperty,
        ApplicationResourcePropertyCollection,
    )
    from comodit_client.aio.impacts import SettingImpact
    from comodit_client.aio.settings import LinkSetting, PropertySetting, Setting, SettingCollection, SimpleSetting
    from comodit_client.wire.settings_tree import OrganizationSettingTree


class HasSettings(Entity):
    """An entity that settings hang on (S86)."""

    __slots__ = ()

    #: The module of the wire layer that has the operations on the settings.
    SETTINGS_API: ClassVar[str]

    def settings(self) -> SettingCollection:
        """The settings. Costs no request."""
        from comodit_client.aio.settings import SettingCollection

        return SettingCollection(self.client, self._names, import_module(f"comodit_client.wire.{self.SETTINGS_API}"))

    async def get_setting(self, key: str) -> SimpleSetting | LinkSetting | PropertySetting:
        """Get a setting.

        Args:
            key: Its key.

        Returns:
            The setting, of the class of its kind.

        Raises:
            EntityNotFoundException: There is none at this owner.
        """
        return await self.settings().get(key)

    @property
    def settings_f(self) -> ViewList[Setting]:
        """The settings as the entity's JSON object lists them. The server looks at them on creation only (S37)."""
        from comodit_client.aio.settings import setting_of

        collection = None if self._collection is None else self.settings()

        def wrap(value: Any) -> Any:
            return setting_of(collection, value) if isinstance(value, dict) else value

        bound: Any = BoundList(self._data, "settings", wrap, unwrapped)
        settings: ViewList[Setting] = bound
        return settings

    @settings_f.setter
    def settings_f(self, value: Iterable[View | Mapping[str, Any]] | None) -> None:
        self._set_list("settings", value)

    @settings_f.deleter
    def settings_f(self) -> None:
        self._data.pop("settings", None)

    def add_setting(self, key: str, value: Any) -> None:
        """Add a simple setting to what `create` sends; the same as `add_simple_setting`.

        Args:
            key: Its key.
            value: Its value, any JSON value.
        """
        self.add_simple_setting(key, value)

    def add_simple_setting(self, key: str, value: Any) -> None:
        """Add a setting with a value to what `create` sends.

        Args:
            key: Its key.
            value: Its value, any JSON value (S87).
        """
        self.settings_f.append({"key": key, "value": unwrapped(value)})

    def add_link_setting(self, key: str, link: str, default: Any) -> None:
        """Add a setting that takes the value of another to what `create` sends.

        Args:
            key: Its key.
            link: The path of the other, such as `organizations/Acme/settings/zone` (S91).
            default: The value when there is no such setting (S92).
        """
        self.settings_f.append({"key": key, "link": link, "value": unwrapped(default)})

    def add_property_setting(self, key: str, prop: str) -> None:
        """Add a setting that takes the value of an instance's property to what `create` sends.

        Args:
            key: Its key.
            prop: The property's key, such as `publicDnsName` (S90).
        """
        self.settings_f.append({"key": key, "property": prop})

    async def tree(
        self, secret: bool = False, no_secret: bool = False, key: str | None = None
    ) -> OrganizationSettingTree:
        """Get the settings of the entity and of all below it.

        Args:
            secret: Whether to give secret settings only.
            no_secret: Whether to leave secret settings out.
            key: The key to look for; all keys when not given.

        Returns:
            The tree, from the organization down.

        Raises:
            UnsupportedOperation: The API has no tree for this kind of entity.
        """
        member = self.collection.member_names(self.identifier)
        request = self.collection.request(
            "get_settings_tree", *member, secret_only=secret, no_secret=no_secret, key=key or None
        )
        tree: OrganizationSettingTree = await self.client.run(request)
        return tree

    async def impact(self, key: str) -> SettingImpact:
        """Find out what a change of a setting would touch.

        Args:
            key: The setting's key.

        Returns:
            The handlers, hosts and orchestrations that it would set off.

        Raises:
            EntityNotFoundException: There is no such setting at this owner.
            UnsupportedOperation: The API does not tell for this kind of owner.
        """
        from comodit_client.aio.impacts import SettingImpact

        api = import_module(f"comodit_client.wire.{self.SETTINGS_API}")
        if not hasattr(api, "get_impact"):
            raise UnsupportedOperation(f"ComodIT's API tells no impact for the settings of a {type(self).__name__}")
        return SettingImpact((await self.client.run(api.get_impact(*self._names, key))).get_json())

    @property
    def application_properties(self) -> ApplicationResourcePropertyCollection:
        """What is set here for packages and RPM modules of applications, to list. Costs no request."""
        return self._resource_properties("application_properties/")

    @property
    def resource_properties(self) -> ApplicationResourcePropertyCollection:
        """The same, to create: its URL is that of the owner, as old scripts have it. Costs no request."""
        return self._resource_properties()

    async def package(self, app: str, package: str, key: str) -> ApplicationResourceProperty:
        """Get a property of a package of an application, as it is set here.

        Args:
            app: The application's name.
            package: The package's name.
            key: The property's key, such as `release`.

        Returns:
            The property.

        Raises:
            EntityNotFoundException: It is not set here.
        """
        return await self._resource_properties().get_property("package", app, package, key)

    async def rpm_module(self, app: str, name: str, key: str) -> ApplicationResourceProperty:
        """Get a property of an RPM module of an application, as it is set here.

        Args:
            app: The application's name.
            name: The module's name.
            key: The property's key, such as `stream`.

        Returns:
            The property.

        Raises:
            EntityNotFoundException: It is not set here.
        """
        return await self._resource_properties().get_property("rpm_module", app, name, key)

    async def resource_impact(self, path: str) -> SettingImpact:
        """Find out what a change of a resource's property would touch; `impact` of a property does the same.

        Args:
            path: `applications/APP/packages/PACKAGE/properties/KEY`, or with `rpmmodules/MODULE`; names as they are.
                At a host, the path of any resource below it, such as `applications/APP/packages/PACKAGE`.

        Returns:
            The handlers, hosts and orchestrations that it would set off.

        Raises:
            EntityNotFoundException: It is not set here, or the host has no such resource.
            UnsupportedOperation: The path is of another form, and this is no host.
        """
        from comodit_client.aio.impacts import SettingImpact

        request = self._resource_properties().impact_request(path)
        return SettingImpact((await self.client.run(request)).get_json())

    def _resource_properties(self, folder: str = "") -> ApplicationResourcePropertyCollection:
        from comodit_client.aio.application_resource_property import ApplicationResourcePropertyCollection

        level = self.SETTINGS_API.removesuffix("_settings")
        return ApplicationResourcePropertyCollection(self.client, self._names, level, self.url, folder)
