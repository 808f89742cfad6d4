"""The base classes of the levels of settings: organizations, environments, hosts and host groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from comodit_client.aio._client.operations import bound
from comodit_client.aio._shared.has_settings import HasSettings
from comodit_client.rest.exceptions import UnsupportedOperation

if TYPE_CHECKING:
    from comodit_client.aio._shared.owned_operations import ImpactOperations, TreeOperations
    from comodit_client.aio._shared.property_operations import PropertyOperations
    from comodit_client.aio.application_resource_property import (
        ApplicationResourceProperty,
        ApplicationResourcePropertyCollection,
    )
    from comodit_client.aio.impacts import SettingImpact
    from comodit_client.wire.request import Request
    from comodit_client.wire.setting_impacts import SettingImpact as ImpactView
    from comodit_client.wire.settings_tree import OrganizationSettingTree


class HasSettingsTree(HasSettings):
    """Base class of levels that others are below: organizations, environments and hosts."""

    __slots__ = ()

    @property
    def _tree_operations(self) -> TreeOperations:
        raise NotImplementedError

    async def tree(
        self, secret: bool = False, no_secret: bool = False, key: str | None = None
    ) -> OrganizationSettingTree:
        """Get the settings of the entity and of everything below it.

        Args:
            secret: If True, return secret settings only.
            no_secret: If True, leave secret settings out.
            key: Return only the settings with this key. Default: all settings.

        Returns:
            The tree, starting at the organization.
        """
        return await self.client.run(
            self._tree_operations.get_settings_tree(
                self.identifier, secret_only=secret, no_secret=no_secret, key=key or None
            )
        )


class HasImpacts(HasSettings):
    """Base class of levels with properties of packages and RPM modules, and with impacts of changes."""

    __slots__ = ()

    @property
    def _impact_operations(self) -> Callable[..., ImpactOperations]:
        raise NotImplementedError

    async def impact(self, key: str) -> SettingImpact:
        """Get the impact of changing a setting.

        Args:
            key: The setting's key.

        Returns:
            The handlers, hosts and orchestrations that the change would trigger.

        Raises:
            EntityNotFoundException: The owner has no such setting.
        """
        from comodit_client.aio.impacts import SettingImpact

        request = bound(self, self._impact_operations, self._names).get_impact(key)
        return SettingImpact.from_json((await self.client.run(request)).get_json())

    @property
    def application_properties(self) -> ApplicationResourcePropertyCollection:
        """The collection to list the properties that the entity sets for packages and RPM modules."""
        return self._resource_properties("application_properties/")

    @property
    def resource_properties(self) -> ApplicationResourcePropertyCollection:
        """The collection to create such properties. Its URL is the owner's, as in the original client."""
        return self._resource_properties()

    async def package(self, app: str, package: str, key: str) -> ApplicationResourceProperty:
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
        return await self._resource_properties().get_property("package", app, package, key)

    async def rpm_module(self, app: str, name: str, key: str) -> ApplicationResourceProperty:
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
        return await self._resource_properties().get_property("rpm_module", app, name, key)

    async def resource_impact(self, path: str) -> SettingImpact:
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
        from comodit_client.aio.impacts import SettingImpact

        request = self._resource_impact_request(path.strip("/"))
        return SettingImpact.from_json((await self.client.run(request)).get_json())

    def _resource_impact_request(self, path: str) -> Request[ImpactView]:
        request = self._resource_properties().impact_request(path)
        if request is None:
            raise UnsupportedOperation(
                f"Cannot get the impact of {path!r}: it is not the path of a property. "
                "Use applications/APP/packages/PACKAGE/properties/KEY, or the same with rpmmodules/MODULE."
            )
        return request

    @property
    def _property_operations(self) -> PropertyOperations:
        raise NotImplementedError

    def _resource_properties(self, folder: str = "") -> ApplicationResourcePropertyCollection:
        from comodit_client.aio.application_resource_property import ApplicationResourcePropertyCollection

        return ApplicationResourcePropertyCollection(
            self.client, self._names, self._property_operations, self.url, folder
        )
