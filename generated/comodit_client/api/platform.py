# Made by `python -m generator` from handwritten/comodit_client/aio/platform.py.
# Do not edit: change that, then run `make generate`.
"""Platforms: the places where hosts are provisioned."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Unpack

from comodit_client import wire
from comodit_client.api._client.lists import ItemSpec, documents
from comodit_client.api._shared.has_settings import HasSettings
from comodit_client.api.capabilities import Clearable, EditableCollection
from comodit_client.api.editable import RenamableEntity
from comodit_client.api.files import HasFiles
from comodit_client.api.parameters import HasParameters, Parameter
from comodit_client.wire import platforms as views
from comodit_client.wire.platforms import Driver, Image

if TYPE_CHECKING:
    from comodit_client.wire.dicts.platforms import PlatformMembers, PlatformOptions
    from comodit_client.wire.platforms import DriverClass

__all__ = ["Driver", "Image", "Platform", "PlatformCollection"]


class Platform(HasSettings, HasParameters, HasFiles, views.Platform, RenamableEntity):
    """A place where hosts are provisioned: a driver and its configuration."""

    __slots__ = ()

    @property
    def _setting_operations(self) -> type[wire.platform_settings.Operations]:
        return wire.platform_settings.Operations

    @property
    def _parameter_operations(self) -> type[wire.platform_parameters.Operations]:
        return wire.platform_parameters.Operations

    @property
    def _file_operations(self) -> type[wire.platform_files.Operations]:
        return wire.platform_files.Operations

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: PlatformCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[PlatformMembers],
        ) -> None: ...

        @property
        def collection(self) -> PlatformCollection: ...

    def clone(self, clone_name: str) -> Platform:
        """Copy the platform within its organization.

        Args:
            clone_name: The name of the copy.

        Returns:
            The copy.

        Raises:
            Conflict: The name is already in use.

        Facts: S121.
        """
        response = self.client.run(views.clone(*self._names, name=clone_name))
        return Platform(self.collection, response.get_json())

    def list_images(self) -> builtins.list[Image]:
        """List the machine images that hosts can be created from.

        Returns:
            The images.

        Raises:
            ApiException: The platform's driver does not support images.
        """
        request = views.list_images(*self._names)
        return [Image.from_json(item) for item in documents(self.client, request, ItemSpec("id"))]

    def image_parameters(self) -> builtins.list[Parameter]:
        """List the parameters that the driver needs to create an image of an instance. Set them in an `Image`.

        Returns:
            The parameters. They have no URL of their own.

        Raises:
            ApiException: The platform's driver cannot create images.
        """
        request = views.list_image_parameters(*self._names)
        return [Parameter(None, item) for item in documents(self.client, request, ItemSpec("name"))]


class PlatformCollection(EditableCollection[Platform], Clearable[Platform]):
    """The platforms of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Platform:
        return Platform(self, json_data)

    def new(
        self,
        name: str,
        description: str | None = "",
        driver_class: DriverClass | str = "",
        **members: Unpack[PlatformOptions],
    ) -> Platform:
        """Build a platform without sending it.

        Args:
            name: The name.
            description: Free text.
            driver_class: The Java class of its driver on the server. If empty, the platform has no driver member.
            members: Other members, as keywords of `Platform`. `driver` replaces `driver_class`.

        Returns:
            The platform, ready for `create`.

        Facts: S124.
        """
        driver = {"driver": {"className": driver_class}} if driver_class else {}
        return self.build({"name": name, "description": description, **driver}, members)

    def create(
        self,
        name: str,
        description: str | None = "",
        driver_class: DriverClass | str = "",
        default: bool = True,
        test: bool = True,
        **members: Unpack[PlatformOptions],
    ) -> Platform:
        """Create a platform.

        Args:
            name: The name, unique in the organization.
            description: Free text.
            driver_class: The Java class of its driver on the server.
            default: If True, the driver adds its files and parameters.
            test: If True, the driver checks the settings.
            members: Other members, as keywords of `Platform`. `driver` replaces `driver_class`.

        Returns:
            The platform.

        Raises:
            Conflict: The name is already in use.

        Facts: S123, S124.
        """
        platform = self.new(name, description, driver_class, **members)
        platform.create({"default": default, "test": test})
        return platform
