"""Resource properties: values that an owner of settings sets for packages and RPM modules of applications."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack, overload

from comodit_client.aio._client.operations import Lists, Params
from comodit_client.aio.capabilities import Listable
from comodit_client.aio.editable import update_query
from comodit_client.aio.entity import Entity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import NoCollection
from comodit_client.wire import application_properties as views
from comodit_client.wire.request import drop_none

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.aio._shared.property_operations import OneProperty, PropertyOperations
    from comodit_client.aio.client import Client
    from comodit_client.aio.impacts import SettingImpact
    from comodit_client.wire.dicts.application_properties import (
        ApplicationResourcePropertyMembers,
        ApplicationResourcePropertyOptions,
    )
    from comodit_client.wire.request import Request
    from comodit_client.wire.setting_impacts import SettingImpact as ImpactView

#: The URL segment and the name member of each kind of resource with properties.
FOLDERS = {"package": "packages", "rpm_module": "rpmmodules"}
MEMBERS = {"package": "packageName", "rpm_module": "rpmModule"}
#: The path of a property below its owner.
PATH = re.compile("applications/(.+)/(packages|rpmmodules)/(.+)/properties/(.+)")


class ApplicationResourceProperty(views.ApplicationResourceProperty, Entity):
    """A property of a package or an RPM module of an application, such as the release to install.

    An organization, environment, host or host group sets it. Its URL consists of `application`, `package_name` or
    `rpm_module`, and `key`.
    """

    __slots__ = ()

    INSTEAD: ClassVar[Mapping[str, str]] = {"rename": "Its key is part of its URL: create a new one."}

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ApplicationResourcePropertyCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ApplicationResourcePropertyMembers],
        ) -> None: ...

        @property
        def collection(self) -> ApplicationResourcePropertyCollection: ...

    @property
    def identifier(self) -> str:
        """The identifier that the server assigned; empty before `create`."""
        return self.property_id or ""

    @property
    def url(self) -> str:
        """The URL relative to the API root, with unencoded names and a trailing slash.

        Raises:
            UnsupportedOperation: The property names neither a package nor an RPM module.
        """
        resource, application, name, key = self._url_parts()
        owner = self._home_as(ApplicationResourcePropertyCollection).owner_url
        return f"{owner}applications/{application}/{FOLDERS[resource]}/{name}/properties/{key}/"

    def getUrl(self) -> str:  # noqa: N802 - the original client's name
        """Return the URL relative to the API root, with unencoded names and without a trailing slash.

        Returns:
            The URL.
        """
        return self.url.removesuffix("/")

    @overload
    async def refresh(self, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def refresh(self, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    async def refresh(self, params: Params = None) -> None:
        """Read the property again. Unsent changes are lost.

        Args:
            params: Extra members of the query.

        Raises:
            EntityNotFoundException: It no longer exists.
        """
        self.set_json((await self.client.run(self._operations.get().with_query(params))).get_json())

    @overload
    async def create(self, params: Params = None) -> dict[str, Any]: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def create(self, *, parameters: Params) -> dict[str, Any]: ...

    # Other entities return nothing here; scripts of the original client use the JSON object.
    @renamed(parameters="params")
    async def create(self, params: Params = None) -> dict[str, Any]:
        """Create the property on the server.

        Args:
            params: Extra members of the query.

        Returns:
            The property's JSON object.

        Raises:
            Conflict: The owner already has that property.
            UnsupportedOperation: The property names neither a package nor an RPM module.
        """
        request = self._operations.create(self.get_json()).with_query(params)
        self.take_response(await self.client.session.run_or_none(request))
        return self.get_json()

    @overload
    async def update(self, force: bool | Params = False, params: Params = None) -> dict[str, Any]: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def update(self, force: bool | Params = False, *, parameters: Params) -> dict[str, Any]: ...

    @renamed(parameters="params")
    async def update(self, force: bool | Params = False, params: Params = None) -> dict[str, Any]:
        """Update the property on the server.

        Args:
            force: If True, send `force=true`. A dict is taken as `params`.
            params: Extra members of the query.

        Returns:
            The property's JSON object.

        Raises:
            EntityNotFoundException: It does not exist on the server.
        """
        request = self._operations.update(self.get_json()).with_query(update_query(force, params))
        self.take_response(await self.client.session.run_or_none(request))
        return self.get_json()

    @overload
    async def delete(self, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def delete(self, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    async def delete(self, params: Params = None) -> None:
        """Delete the property. The value of the next lower level that sets it applies then.

        Args:
            params: Extra members of the query.

        Raises:
            EntityNotFoundException: The property does not exist. Other entities raise nothing here; scripts of the
                original client rely on the error.
        """
        await self.client.run(self._operations.delete().with_query(params))

    async def impact(self) -> SettingImpact:
        """Get the impact of changing the property.

        Returns:
            The handlers, hosts and orchestrations that the change would trigger.

        Raises:
            EntityNotFoundException: It does not exist on the server.
        """
        from comodit_client.aio.impacts import SettingImpact

        return SettingImpact.from_json((await self.client.run(self._operations.get_impact())).get_json())

    @property
    def _operations(self) -> OneProperty:
        return self._home_as(ApplicationResourcePropertyCollection).operations_on(*self._url_parts())

    def _url_parts(self) -> tuple[str, str, str, str]:
        for resource, member in MEMBERS.items():
            name = self._data.get(member)
            if name:
                return resource, self.application or "", name, self.key or ""
        raise NoCollection("Cannot build the URL of the property: set its package_name or rpm_module first.")


class ApplicationResourcePropertyCollection(Listable[ApplicationResourceProperty]):
    """The properties that one owner of settings sets for packages and RPM modules of applications.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
        operations: The operations for this kind of owner.
        owner_url: The owner's URL.
        folder: The rest of the collection's URL.
    """

    __slots__ = ("_folder", "_operations", "owner_url")

    def __init__(
        self,
        client: Client,
        where: tuple[str, ...],
        operations: PropertyOperations,
        owner_url: str,
        folder: str = "",
    ) -> None:
        super().__init__(client, where)
        self._operations = operations
        self.owner_url: str = owner_url
        self._folder = folder

    @property
    def operations(self) -> Lists:
        return self._bound(self._operations.listing)

    @property
    def url(self) -> str:
        """The URL relative to the API root, with unencoded names and a trailing slash."""
        return self.owner_url + self._folder

    def wrap(self, json_data: dict[str, Any] | None = None) -> ApplicationResourceProperty:
        return ApplicationResourceProperty(self, json_data)

    @overload
    def new(
        self,
        name: str,
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
        **members: Unpack[ApplicationResourcePropertyOptions],
    ) -> ApplicationResourceProperty: ...

    @overload
    def new(
        self,
        *,
        key: str,
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
        **members: Unpack[ApplicationResourcePropertyOptions],
    ) -> ApplicationResourceProperty: ...

    def new(
        self,
        name: str = "",
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
        **members: Any,
    ) -> ApplicationResourceProperty:
        """Build a property without sending it.

        Args:
            name: The key of the property, such as `release`. `key=` is the same.
            application: The application's name.
            package_name: The package's name; pass `rpm_module` instead for an RPM module.
            rpm_module: The RPM module's name.
            value: The value.
            members: Other members, as keywords of `ApplicationResourceProperty`.

        Returns:
            The property, ready for `create`.
        """
        given = {"application": application, "packageName": package_name, "rpmModule": rpm_module, "value": value}
        return self.build({"key": name, **drop_none(given)}, members)

    @overload
    async def create(
        self,
        name: str,
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
        **members: Unpack[ApplicationResourcePropertyOptions],
    ) -> ApplicationResourceProperty: ...

    @overload
    async def create(
        self,
        *,
        key: str,
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
        **members: Unpack[ApplicationResourcePropertyOptions],
    ) -> ApplicationResourceProperty: ...

    async def create(
        self,
        name: str = "",
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
        **members: Any,
    ) -> ApplicationResourceProperty:
        """Create a property.

        Args:
            name: The key of the property, such as `release`. `key=` is the same.
            application: The application's name.
            package_name: The package's name; pass `rpm_module` instead for an RPM module.
            rpm_module: The RPM module's name.
            value: The value.
            members: Other members, as keywords of `ApplicationResourceProperty`.

        Returns:
            The property.

        Raises:
            Conflict: The owner already has that property.
            UnsupportedOperation: Neither `package_name` nor `rpm_module` was passed.
        """
        created = self.new(name, application, package_name, rpm_module, value, **members)
        await created.create()
        return created

    async def get_property(self, resource: str, *names: str) -> ApplicationResourceProperty:
        """Get a property.

        Args:
            resource: The kind of resource: `package` or `rpm_module`.
            names: The application's name, the resource's name and the key.
        """
        return self.wrap((await self.client.run(self.operations_on(resource, *names).get())).get_json())

    def operations_on(self, resource: str, *names: str) -> OneProperty:
        """Return the operations of the wire layer on one property.

        Args:
            resource: The kind of resource: `package` or `rpm_module`.
            names: The application's name, the resource's name and the key.
        """
        bind = self._operations.package if resource == "package" else self._operations.rpm_module
        return bind(*self.where, *names)

    def impact_request(self, path: str) -> Request[ImpactView] | None:
        """Build the request for the impact of a property.

        Args:
            path: The path below the owner.

        Returns:
            The request. None if the path is not that of a property.
        """
        found = PATH.fullmatch(path)
        if found is None:
            return None
        application, folder, name, key = found.groups()
        resource = next(resource for resource, part in FOLDERS.items() if part == folder)
        return self.operations_on(resource, application, name, key).get_impact()
