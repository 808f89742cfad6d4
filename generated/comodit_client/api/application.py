# Made by `python -m generator` from handwritten/comodit_client/aio/application.py.
# Do not edit: change that, then run `make generate`.
"""Applications: recipes of packages, files, services and handlers."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack

from comodit_client import wire
from comodit_client.api._shared.described import DescribedCollection
from comodit_client.api._shared.store_capable import IsStoreCapable
from comodit_client.api._shared.thumbnails import HasThumbnail
from comodit_client.api.application_file import ApplicationFile, ApplicationFileCollection, HasApplicationFiles
from comodit_client.api.application_resources import (
    Action,
    ApplicationGroup,
    ApplicationResource,
    ApplicationUser,
    CompatibilityRule,
    CustomAction,
    Directory,
    Handler,
    Package,
    Repository,
    Service,
)
from comodit_client.api.capabilities import Clearable
from comodit_client.api.editable import RenamableEntity
from comodit_client.api.parameters import HasParameters
from comodit_client.wire import applications as views
from comodit_client.wire.lazy import ViewList

if TYPE_CHECKING:
    from comodit_client.api.git import ApplicationGitCollection
    from comodit_client.api.purchased import PurchasedCollection
    from comodit_client.api.rpmmodules import ApplicationRpmModuleCollection, RpmModule
    from comodit_client.api.store import AppStoreCollection, PublishedApplication  # noqa: F401  a base class names it
    from comodit_client.wire.dicts.applications import (
        ApplicationMembers,
        ApplicationOptions,
        ApplicationUserDict,
        HandlerDict,
        PackageDict,
    )

__all__ = [
    "Action",
    "Application",
    "ApplicationCollection",
    "ApplicationFile",
    "ApplicationFileCollection",
    "ApplicationGroup",
    "ApplicationResource",
    "ApplicationUser",
    "CompatibilityRule",
    "CustomAction",
    "Directory",
    "Group",
    "Handler",
    "Package",
    "Repository",
    "Service",
    "User",
]

#: Users and groups of the machine, under the names of the original client.
User = ApplicationUser
Group = ApplicationGroup


class Application(
    HasApplicationFiles,
    HasParameters,
    HasThumbnail,
    IsStoreCapable["PublishedApplication"],
    views.Application,
    RenamableEntity,
):
    """A recipe for a machine: packages, files and services, and handlers for changed settings.

    Change lists such as `packages` and `handlers` in place; `update` sends them. Files and parameters are sent only by
    `create`. Later, use their own collections to change them.

    Facts: S111.
    """

    __slots__ = ()

    @property
    def _parameter_operations(self) -> type[wire.application_parameters.Operations]:
        return wire.application_parameters.Operations

    @property
    def _thumbnails(self) -> views.Operations:
        return self._home_as(ApplicationCollection).operations

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ApplicationCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ApplicationMembers],
        ) -> None: ...

        @property
        def collection(self) -> ApplicationCollection: ...

    @property
    def packages(self) -> ViewList[Package, views.Package | PackageDict]:
        """The packages to install."""
        return self._views("packages", Package)

    @packages.setter
    def packages(self, value: Iterable[views.Package | PackageDict] | None) -> None:
        self._set_views("packages", value)

    @packages.deleter
    def packages(self) -> None:
        self._data.pop("packages", None)

    @property
    def users(self) -> ViewList[ApplicationUser, views.ApplicationUser | ApplicationUserDict]:
        """The user accounts to create on the machine."""
        return self._views("users", ApplicationUser)

    @users.setter
    def users(self, value: Iterable[views.ApplicationUser | ApplicationUserDict] | None) -> None:
        self._set_views("users", value)

    @users.deleter
    def users(self) -> None:
        self._data.pop("users", None)

    @property
    def handlers(self) -> ViewList[Handler, views.Handler | HandlerDict]:
        """The actions to run when settings change, or when the application is installed or uninstalled."""
        return self._views("handlers", Handler)

    @handlers.setter
    def handlers(self, value: Iterable[views.Handler | HandlerDict] | None) -> None:
        self._set_views("handlers", value)

    @handlers.deleter
    def handlers(self) -> None:
        self._data.pop("handlers", None)

    def add_package(self, package: views.Package) -> None:
        """Add a package for `create` or `update` to send.

        Args:
            package: The package.
        """
        self.packages.append(package)

    def add_service(self, service: Service) -> None:
        """Add a service for `create` or `update` to send.

        Args:
            service: The service.
        """
        self.services.append(service)

    def add_repository(self, repo: Repository) -> None:
        """Add a package repository for `create` or `update` to send.

        Args:
            repo: The repository.
        """
        self.repositories.append(repo)

    def add_compatibility_rule(self, rule: CompatibilityRule) -> None:
        """Add an operating system that the application supports, for `create` or `update` to send.

        Args:
            rule: The operating system.
        """
        self.compatibility.append(rule)

    def add_handler(self, handler: views.Handler) -> None:
        """Add a handler for `create` or `update` to send.

        Args:
            handler: The handler.
        """
        self.handlers.append(handler)

    def get_handlers(self, name: str) -> builtins.list[Handler]:
        """Return the handlers with a name. Sends no request.

        Args:
            name: The name.

        Returns:
            The handlers in their order; usually one.
        """
        return [handler for handler in self.handlers if handler.name == name]

    def show_action(self, name: str) -> None:
        """Print the handlers with a name.

        Args:
            name: The name.
        """
        for handler in self.get_handlers(name):
            handler.show()

    def rpm_modules(self) -> ApplicationRpmModuleCollection:
        """Return the RPM modules. Sends no request."""
        return self.client.rpm_modules(*self._names)

    def get_rpm_modules(self, name: str) -> RpmModule:
        """Get one RPM module. The plural name is that of the original client.

        Args:
            name: The name.

        Returns:
            The module.

        Raises:
            EntityNotFoundException: The application has no module with that name.
        """
        return self.rpm_modules().get(name)

    def gits(self) -> ApplicationGitCollection:
        """Return the git repositories. Sends no request."""
        return self.client.gits(*self._names)

    def clone(self, clone_name: str) -> Application:
        """Copy the application within its organization.

        Args:
            clone_name: The name of the copy.

        Returns:
            The copy.

        Raises:
            Conflict: The name is already in use.

        Facts: S121.
        """
        response = self.client.run(views.clone(*self._names, name=clone_name))
        return Application(self.collection, response.get_json())

    def lock(self) -> None:
        """Lock the application against changes. A later `refresh` sets `locked`."""
        self.client.run(views.lock(*self._names))

    def unlock(self) -> None:
        """Unlock the application. A later `refresh` sets `locked`."""
        self.client.run(views.unlock(*self._names))

    def _store(self) -> AppStoreCollection:
        return self.client.app_store()

    def _purchases(self) -> PurchasedCollection:
        return self._organization().purchased_apps()


class ApplicationCollection(DescribedCollection[Application], Clearable[Application]):
    """The applications of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Application:
        return Application(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[ApplicationOptions]) -> Application:
        return self.build({"name": name, "description": description}, members)

    def create(self, name: str, description: str | None = "", **members: Unpack[ApplicationOptions]) -> Application:
        application = self.new(name, description, **members)
        application.create()
        return application
