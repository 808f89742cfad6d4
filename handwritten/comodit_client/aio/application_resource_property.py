"""Resource properties: values that an owner of settings sets for packages and RPM modules of applications."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.aio._client.operations import Parameters
from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.rest.exceptions import NoCollection, UnsupportedOperation
from comodit_client.wire import application_properties as views

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.aio.impacts import SettingImpact
    from comodit_client.wire.dicts.application_properties import ApplicationResourcePropertyMembers
    from comodit_client.wire.request import Request

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

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ApplicationResourcePropertyMembers],
        ) -> None: ...

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
        owner = self._properties.owner_url
        return f"{owner}applications/{application}/{FOLDERS[resource]}/{name}/properties/{key}/"

    def getUrl(self) -> str:  # noqa: N802 - the original client's name
        """Return the URL relative to the API root, with unencoded names and without a trailing slash.

        Returns:
            The URL.
        """
        return self.url.removesuffix("/")

    # Other entities return nothing here; scripts of the original client use the JSON object.
    async def create(self, parameters: Parameters = None) -> Any:
        """Create the property on the server.

        Args:
            parameters: Extra members of the query.

        Returns:
            The property's JSON object.

        Raises:
            Conflict: The owner already has that property.
            UnsupportedOperation: The property names neither a package nor an RPM module.
        """
        await super().create(parameters)
        return self.get_json()

    async def update(
        self,
        force: bool | Mapping[str, Any] = False,
        parameters: Mapping[str, Any] | None = None,
        *,
        if_unchanged: bool = False,
    ) -> Any:
        """Update the property on the server.

        Args:
            force: If True, send `force=true`. A dict is taken as `parameters`.
            parameters: Extra members of the query.
            if_unchanged: Not supported.

        Returns:
            The property's JSON object.

        Raises:
            EntityNotFoundException: It does not exist on the server.
            UnsupportedOperation: `if_unchanged` is True: properties have no version.
        """
        await super().update(force, parameters, if_unchanged=if_unchanged)
        return self.get_json()

    async def delete(self, parameters: Parameters = None) -> None:
        """Delete the property. The value of the next lower level that sets it applies then.

        Args:
            parameters: Extra members of the query.

        Raises:
            EntityNotFoundException: The property does not exist. Other entities raise nothing here; scripts of the
                original client rely on the error.
        """
        await self.client.run(self.request("delete", parameters))

    async def impact(self) -> SettingImpact:
        """Get the impact of changing the property.

        Returns:
            The handlers, hosts and orchestrations that the change would trigger.

        Raises:
            EntityNotFoundException: It does not exist on the server.
        """
        from comodit_client.aio.impacts import SettingImpact

        return SettingImpact((await self.client.run(self.request("get_impact"))).get_json())

    def request(self, verb: str, parameters: Parameters = None, **arguments: Any) -> Request[Any]:
        """Build the request of an operation on the property.

        Args:
            verb: The operation's name in the wire module.
            parameters: Extra members of the query.
            arguments: Further arguments of the operation.
        """
        resource, *names = self._url_parts()
        return self._properties.resource_request(resource, verb, *names, parameters=parameters, **arguments)

    def _url_parts(self) -> tuple[str, str, str, str]:
        for resource, member in MEMBERS.items():
            name = self._data.get(member)
            if name:
                return resource, self.application or "", name, self.key or ""
        raise NoCollection("Cannot build the URL of the property: set its package_name or rpm_module first.")

    @property
    def _properties(self) -> ApplicationResourcePropertyCollection:
        home = self._home
        if not isinstance(home, ApplicationResourcePropertyCollection):
            raise NoCollection(f"Cannot send a request for this property: it cannot be in {home!r}.")
        return home


class ApplicationResourcePropertyCollection(Collection[ApplicationResourceProperty]):
    """The properties that one owner of settings sets for packages and RPM modules of applications.

    Args:
        client: The client that sends the requests.
        where: The names of the owners, outermost first.
        level: The kind of the owner, which is the prefix of the wire modules: organization, environment and so on.
        owner_url: The owner's URL.
        folder: The rest of the collection's URL.
    """

    __slots__ = ("_folder", "_level", "owner_url")

    def __init__(self, client: Client, where: tuple[str, ...], level: str, owner_url: str, folder: str = "") -> None:
        super().__init__(client, where)
        self._level = level
        self.owner_url: str = owner_url
        self._folder = folder

    @property
    def url(self) -> str:
        """The URL relative to the API root, with unencoded names and a trailing slash."""
        return self.owner_url + self._folder

    def wrap(self, json_data: dict[str, Any] | None = None) -> ApplicationResourceProperty:
        return ApplicationResourceProperty(self, json_data)

    def new(
        self,
        name: str,
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
    ) -> ApplicationResourceProperty:
        """Build a property without sending it.

        Args:
            name: The key of the property, such as `release`.
            application: The application's name.
            package_name: The package's name; pass `rpm_module` instead for an RPM module.
            rpm_module: The RPM module's name.
            value: The value.

        Returns:
            The property, ready for `create`.
        """
        members = {"application": application, "packageName": package_name, "rpmModule": rpm_module, "value": value}
        return self.wrap({"key": name, **{member: text for member, text in members.items() if text is not None}})

    async def create(
        self,
        name: str,
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
    ) -> ApplicationResourceProperty:
        """Create a property.

        Args:
            name: The key of the property, such as `release`.
            application: The application's name.
            package_name: The package's name; pass `rpm_module` instead for an RPM module.
            rpm_module: The RPM module's name.
            value: The value.

        Returns:
            The property.

        Raises:
            Conflict: The owner already has that property.
            UnsupportedOperation: Neither `package_name` nor `rpm_module` was passed.
        """
        created = self.new(name, application, package_name, rpm_module, value)
        await created.create()
        return created

    async def refresh(self, entity: ApplicationResourceProperty, parameters: Parameters = None) -> None:
        """Read a property again. Unsent changes are lost.

        Args:
            entity: The property.
            parameters: Extra members of the query.

        Raises:
            EntityNotFoundException: It no longer exists.
        """
        entity.set_json((await self.client.run(entity.request("get", parameters))).get_json())

    async def get_property(self, resource: str, *names: str) -> ApplicationResourceProperty:
        """Get a property.

        Args:
            resource: The kind of resource.
            names: The application's name, the resource's name and the key.
        """
        return self.wrap((await self.client.run(self.resource_request(resource, "get", *names))).get_json())

    def impact_request(self, path: str) -> Request[Any]:
        """Build the request for the impact of a property, or of any resource of a host.

        Args:
            path: The path below the owner.
        """
        path = path.strip("/")
        found = PATH.fullmatch(path)
        if found is not None:
            application, folder, name, key = found.groups()
            resource = next(resource for resource, part in FOLDERS.items() if part == folder)
            return self.resource_request(resource, "get_impact", application, name, key)
        if self._level == "host":
            from comodit_client.wire import hosts

            organization, environment, host = self.where
            return hosts.get_resource_impact(organization, environment, host, path)
        raise UnsupportedOperation(
            f"Cannot get the impact of {path!r}: it is not the path of a property. "
            "Use applications/APP/packages/PACKAGE/properties/KEY, or the same with rpmmodules/MODULE."
        )

    async def send_new(self, entity: ApplicationResourceProperty, parameters: Parameters = None) -> None:
        request = entity.request("create", parameters, body=entity.get_json())
        self.take_response(entity, await self.client.session.run_or_none(request))

    async def send_changes(
        self, entity: ApplicationResourceProperty, parameters: Parameters = None, if_unchanged: bool = False
    ) -> None:
        if if_unchanged:
            raise UnsupportedOperation(f"Cannot check whether {entity!r} is unchanged: properties have no version.")
        request = entity.request("update", parameters, body=entity.get_json())
        self.take_response(entity, await self.client.session.run_or_none(request))

    async def send_rename(self, entity: ApplicationResourceProperty, new_name: str, if_unchanged: bool = False) -> None:
        raise UnsupportedOperation("Cannot rename a property: its key is part of its URL. Create a new one instead.")

    def request(self, verb: str, *names: str | int, parameters: Parameters = None, **arguments: Any) -> Request[Any]:
        return self.resource_request("application", verb, *names, parameters=parameters, **arguments)

    def resource_request(
        self, family: str, verb: str, *names: str | int, parameters: Parameters = None, **arguments: Any
    ) -> Request[Any]:
        """Build the request of an operation on the properties of one kind of resource.

        Args:
            family: The kind of resource.
            verb: The operation's name in the wire module.
            names: The names after those of the owners.
            parameters: Extra members of the query.
            arguments: Further arguments of the operation.

        Raises:
            UnsupportedOperation: The API has no such operation.
        """
        try:
            api = import_module(f"comodit_client.wire.{self._level}_{family}_properties")
            operation = getattr(api, verb)
        except (ModuleNotFoundError, AttributeError) as error:
            what = f"{family} properties of this {self._level}".replace("_", " ")
            raise UnsupportedOperation(f"Cannot {verb} {what}: ComodIT's API has no such operation.") from error
        request: Request[Any] = operation(*self.where, *names, **arguments)
        return request.with_query(parameters)
