# Made by `python -m generator` from handwritten/comodit_client/aio/application_resource_property.py.
# Do not edit: change that, then run `make generate`.
"""Resource properties: what an owner of settings sets for the packages and RPM modules of applications."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from comodit_client.api._client.operations import Parameters
from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.rest.exceptions import UnsupportedOperation
from comodit_client.wire import application_properties as views

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.api.impacts import SettingImpact
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
        owner = self._properties.owner_url
        return f"{owner}applications/{application}/{FOLDERS[resource]}/{name}/properties/{key}/"

    def getUrl(self) -> str:  # noqa: N802 - what old scripts call
        """Give the URL relative to the API root, names as they are, without a slash at its end.

        Returns:
            The URL.
        """
        return self.url.removesuffix("/")

    # An Entity gives nothing; old scripts take the JSON object.
    def create(self, parameters: Parameters = None) -> Any:
        """Create the property on the server, as it is described here.

        Args:
            parameters: Members to add to the query.

        Returns:
            The property's JSON object.

        Raises:
            Conflict: The owner has that property.
            UnsupportedOperation: The property does not say what it is of.
        """
        super().create(parameters)
        return self.get_json()

    def update(self, force: bool | Mapping[str, Any] = False, parameters: Mapping[str, Any] | None = None) -> Any:
        """Send the whole property.

        Args:
            force: Whether to send `force=true`. A dict is taken as `parameters`.
            parameters: Members to add to the query.

        Returns:
            The property's JSON object.

        Raises:
            EntityNotFoundException: It is not on the server.
        """
        super().update(force, parameters)
        return self.get_json()

    def delete(self, parameters: Parameters = None) -> None:
        """Delete the property; the next lower level that sets it then counts.

        Args:
            parameters: Members to add to the query.

        Raises:
            EntityNotFoundException: It is not on the server: unlike other entities, old scripts count on that.
        """
        self.client.run(self.request("delete", parameters))

    def impact(self) -> SettingImpact:
        """Find out what a change of the property would touch.

        Returns:
            The handlers, hosts and orchestrations that it would set off.

        Raises:
            EntityNotFoundException: It is not on the server.
        """
        from comodit_client.api.impacts import SettingImpact

        return SettingImpact((self.client.run(self.request("get_impact"))).get_json())

    def request(self, verb: str, parameters: Parameters = None, **arguments: Any) -> Request[Any]:
        """Build the request of an operation on the property.

        Args:
            verb: The operation's name in the wire module.
            parameters: Members to add to the query.
            arguments: Further arguments of the operation.
        """
        resource, *names = self._place()
        return self._properties.resource_request(resource, verb, *names, parameters=parameters, **arguments)

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

    __slots__ = ("_folder", "_level", "owner_url")

    def __init__(self, client: Client, where: tuple[str, ...], level: str, owner_url: str, folder: str = "") -> None:
        super().__init__(client, where)
        self._level = level
        self.owner_url: str = owner_url
        self._folder = folder

    @property
    def url(self) -> str:
        """The URL relative to the API root, names as they are, ending in a slash."""
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
        return self.wrap({"key": name, **{member: text for member, text in members.items() if text is not None}})

    def create(
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
        created.create()
        return created

    def refresh(self, entity: ApplicationResourceProperty, parameters: Parameters = None) -> None:
        """Read a property again; what was changed in it and not sent is lost.

        Args:
            entity: The property.
            parameters: Members to add to the query.

        Raises:
            EntityNotFoundException: It is no longer there.
        """
        entity.set_json((self.client.run(entity.request("get", parameters))).get_json())

    def get_property(self, resource: str, *names: str) -> ApplicationResourceProperty:
        """Get a property.

        Args:
            resource: The kind of resource.
            names: The names of the application and of the resource, and the key.
        """
        return self.wrap((self.client.run(self.resource_request(resource, "get", *names))).get_json())

    def impact_request(self, path: str) -> Request[Any]:
        """Build the request for the impact at a path below the owner: of a property, or of any resource of a host.

        Args:
            path: The path.
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
            f"{path!r} leads to no property: it is applications/APP/packages/PACKAGE/properties/KEY, "
            "or with rpmmodules/MODULE"
        )

    def send_new(self, entity: ApplicationResourceProperty, parameters: Parameters = None) -> None:
        request = entity.request("create", parameters, body=entity.get_json())
        self.take_response(entity, self.client.session.run_or_none(request))

    def send_changes(self, entity: ApplicationResourceProperty, parameters: Parameters = None) -> None:
        request = entity.request("update", parameters, body=entity.get_json())
        self.take_response(entity, self.client.session.run_or_none(request))

    def send_rename(self, entity: ApplicationResourceProperty, new_name: str) -> None:
        raise UnsupportedOperation("the key of a property is a part of its URL: delete it, and create another")

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
            parameters: Members to add to the query.
            arguments: Further arguments of the operation.

        Raises:
            UnsupportedOperation: The API has no such operation.
        """
        try:
            api = import_module(f"comodit_client.wire.{self._level}_{family}_properties")
            operation = getattr(api, verb)
        except (ModuleNotFoundError, AttributeError) as error:
            what = f"{family} properties of this {self._level}".replace("_", " ")
            raise UnsupportedOperation(f"ComodIT's API has no {verb} for the {what}") from error
        request: Request[Any] = operation(*self.where, *names, **arguments)
        return request.with_query(parameters)
