"""Resource properties: what an owner of settings sets for the packages and RPM modules of applications."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from comodit_client.aio.collection import Collection, Parameters
from comodit_client.aio.entity import Entity
from comodit_client.rest.exceptions import UnsupportedOperation
from comodit_client.wire import application_properties as views

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.aio.impacts import SettingImpact
    from comodit_client.wire.request import Request

#: What has properties: its part of the URL, and the member that names it.
FOLDERS = {"package": "packages", "rpm_module": "rpmmodules"}
MEMBERS = {"package": "packageName", "rpm_module": "rpmModule"}
#: Where a property is, below its owner.
PATH = re.compile("applications/(.+)/(packages|rpmmodules)/(.+)/properties/(.+)")


class ApplicationResourceProperty(views.ApplicationResourceProperty, Entity):
    """A property of a package or an RPM module of an application, such as the release to install.

    An organization, environment, host or host group sets it. Its URL is made of `application`, `package_name` or
    `rpm_module`, and `key`.
    """

    __slots__ = ()

    @property
    def identifier(self) -> str:
        """The identifier that the server made; empty before that."""
        return self.property_id or ""

    @property
    def url(self) -> str:
        """The URL relative to the API root, names as they are, ending in a slash.

        Raises:
            UnsupportedOperation: The property does not say what it is of.
        """
        resource, application, name, key = self._place()
        owner = self._properties._owner_url
        return f"{owner}applications/{application}/{FOLDERS[resource]}/{name}/properties/{key}/"

    def getUrl(self) -> str:  # noqa: N802 - what old scripts call
        """Give the URL relative to the API root, names as they are, without a slash at its end.

        Returns:
            The URL.
        """
        return self.url.removesuffix("/")

    # An Entity gives nothing; old scripts take the JSON object.
    async def create(self, parameters: Parameters = None) -> Any:
        """Create the property on the server, as it is described here.

        Args:
            parameters: Members to add to the query.

        Returns:
            The property's JSON object.

        Raises:
            Conflict: The owner has that property.
            UnsupportedOperation: The property does not say what it is of.
        """
        await super().create(parameters)
        return self.get_json()

    async def update(self, force: bool | Mapping[str, Any] = False, parameters: Mapping[str, Any] | None = None) -> Any:
        """Send the whole property.

        Args:
            force: Whether to send `force=true`. A dict is taken as `parameters`.
            parameters: Members to add to the query.

        Returns:
            The property's JSON object.

        Raises:
            EntityNotFoundException: It is not on the server.
        """
        await super().update(force, parameters)
        return self.get_json()

    async def delete(self, parameters: Parameters = None) -> None:
        """Delete the property; the next lower level that sets it then counts.

        Args:
            parameters: Members to add to the query.

        Raises:
            EntityNotFoundException: It is not on the server: unlike other entities, old scripts count on that.
        """
        await self.client.run(self._request("delete", parameters))

    async def impact(self) -> SettingImpact:
        """Find out what a change of the property would touch.

        Returns:
            The handlers, hosts and orchestrations that it would set off.

        Raises:
            EntityNotFoundException: It is not on the server.
        """
        from comodit_client.aio.impacts import SettingImpact

        return SettingImpact((await self.client.run(self._request("get_impact"))).get_json())

    def _request(self, verb: str, parameters: Parameters = None, **arguments: Any) -> Request[Any]:
        resource, *names = self._place()
        return self._properties._resource_request(resource, verb, *names, parameters=parameters, **arguments)

    def _place(self) -> tuple[str, str, str, str]:
        for resource, member in MEMBERS.items():
            name = self._data.get(member)
            if name:
                return resource, self.application or "", name, self.key or ""
        raise UnsupportedOperation("a property needs a package_name or an rpm_module to have a URL")

    @property
    def _properties(self) -> ApplicationResourcePropertyCollection:
        collection = self.collection
        assert isinstance(collection, ApplicationResourcePropertyCollection)
        return collection


class ApplicationResourcePropertyCollection(Collection[ApplicationResourceProperty]):
    """What one owner of settings sets for the packages and RPM modules of applications.

    Args:
        client: The client that sends the requests.
        where: The names that lead to the owner, outermost first.
        level: The kind of the owner, as the modules of the wire layer begin: organization, environment and so on.
        owner_url: The owner's URL.
        folder: What the collection's URL adds to that.
    """

    __slots__ = ("_folder", "_level", "_owner_url")

    def __init__(self, client: Client, where: tuple[str, ...], level: str, owner_url: str, folder: str = "") -> None:
        super().__init__(client, where)
        self._level = level
        self._owner_url = owner_url
        self._folder = folder

    @property
    def url(self) -> str:
        """The URL relative to the API root, names as they are, ending in a slash."""
        return self._owner_url + self._folder

    def _new(self, json_data: dict[str, Any] | None = None) -> ApplicationResourceProperty:
        return ApplicationResourceProperty(self, json_data)

    def new(
        self,
        name: str,
        application: str | None = None,
        package_name: str | None = None,
        rpm_module: str | None = None,
        value: str | None = None,
    ) -> ApplicationResourceProperty:
        """Describe a property; nothing is sent.

        Args:
            name: Its key in the package or module, such as `release`.
            application: The application's name.
            package_name: The package's name; for an RPM module give `rpm_module` instead.
            rpm_module: The RPM module's name.
            value: Its value.

        Returns:
            The property, to `create`.
        """
        members = {"application": application, "packageName": package_name, "rpmModule": rpm_module, "value": value}
        return self._new({"key": name, **{member: text for member, text in members.items() if text is not None}})

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
            name: Its key in the package or module, such as `release`.
            application: The application's name.
            package_name: The package's name; for an RPM module give `rpm_module` instead.
            rpm_module: The RPM module's name.
            value: Its value.

        Returns:
            The property.

        Raises:
            Conflict: The owner has that property.
            UnsupportedOperation: Neither a package nor an RPM module is given.
        """
        created = self.new(name, application, package_name, rpm_module, value)
        await created.create()
        return created

    async def refresh(self, entity: ApplicationResourceProperty, parameters: Parameters = None) -> None:
        """Read a property again; what was changed in it and not sent is lost.

        Args:
            entity: The property.
            parameters: Members to add to the query.

        Raises:
            EntityNotFoundException: It is no longer there.
        """
        entity.set_json((await self.client.run(entity._request("get", parameters))).get_json())

    async def _get(self, resource: str, *names: str) -> ApplicationResourceProperty:
        """Get the property that an application's name, a resource's name and a key lead to."""
        return self._new((await self.client.run(self._resource_request(resource, "get", *names))).get_json())

    def _impact_at(self, path: str) -> Request[Any]:
        """What asks for the impact at a path below the owner: of a property, and at a host of any resource."""
        path = path.strip("/")
        found = PATH.fullmatch(path)
        if found is not None:
            application, folder, name, key = found.groups()
            resource = next(resource for resource, part in FOLDERS.items() if part == folder)
            return self._resource_request(resource, "get_impact", application, name, key)
        if self._level == "host":
            from comodit_client.wire import hosts

            organization, environment, host = self._where
            return hosts.get_resource_impact(organization, environment, host, path)
        raise UnsupportedOperation(
            f"{path!r} leads to no property: it is applications/APP/packages/PACKAGE/properties/KEY, "
            "or with rpmmodules/MODULE"
        )

    async def _create(self, entity: ApplicationResourceProperty, parameters: Parameters = None) -> None:
        request = entity._request("create", parameters, body=entity.get_json())
        self._take(entity, await self.client.session.run_or_none(request))

    async def _update(self, entity: ApplicationResourceProperty, parameters: Parameters = None) -> None:
        request = entity._request("update", parameters, body=entity.get_json())
        self._take(entity, await self.client.session.run_or_none(request))

    async def _rename(self, entity: ApplicationResourceProperty, new_name: str) -> None:
        raise UnsupportedOperation("the key of a property is a part of its URL: delete it, and create another")

    def _request(self, verb: str, *names: str | int, parameters: Parameters = None, **arguments: Any) -> Request[Any]:
        return self._resource_request("application", verb, *names, parameters=parameters, **arguments)

    def _resource_request(
        self, family: str, verb: str, *names: str | int, parameters: Parameters = None, **arguments: Any
    ) -> Request[Any]:
        try:
            api = import_module(f"comodit_client.wire.{self._level}_{family}_properties")
            operation = getattr(api, verb)
        except (ModuleNotFoundError, AttributeError) as error:
            what = f"{family} properties of this {self._level}".replace("_", " ")
            raise UnsupportedOperation(f"ComodIT's API has no {verb} for the {what}") from error
        request: Request[Any] = operation(*self._where, *names, **arguments)
        return request.with_query(parameters)
