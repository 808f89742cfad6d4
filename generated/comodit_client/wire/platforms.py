# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Platforms to provision hosts on: a driver and its configuration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.files import FileDict
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.dicts.platforms import (
        DriverDict,
        DriverMembers,
        ImageDict,
        ImageListDict,
        ImageListMembers,
        ImageMembers,
        PlatformDict,
        PlatformListDict,
        PlatformListMembers,
        PlatformMembers,
    )
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.files import File
    from comodit_client.wire.parameters import Parameter, ParameterList
    from comodit_client.wire.settings import Setting

#: Java class of a driver. LibvirtDriver and VmWareDriver date from 2012.
DriverClass: TypeAlias = Literal[
    "com.guardis.cortex.server.driver.AmazonEc2Driver",
    "com.guardis.cortex.server.driver.CloudStackDriver",
    "com.guardis.cortex.server.driver.EucalyptusDriver",
    "com.guardis.cortex.server.driver.FreeDriver",
    "com.guardis.cortex.server.driver.OpenStackDriver",
    "com.guardis.cortex.server.driver.PxeDriver",
    "com.guardis.cortex.server.driver.RackspaceDriver",
    "com.guardis.cortex.server.driver.RackspaceDriver2",
    "com.guardis.cortex.server.driver.SynapseAgentDriver",
    "com.guardis.cortex.server.driver.LibvirtDriver",
    "com.guardis.cortex.server.driver.VmWareDriver",
]


class PlatformList(View):
    """A list response: one page of Platform objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PlatformListDict | None = None, **members: Unpack[PlatformListMembers]
        ) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Platform, Platform | PlatformDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Platform)

    @items.setter
    def items(self, value: Iterable[Platform | PlatformDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class ImageList(View):
    """A list response: one page of Image objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: ImageListDict | None = None, **members: Unpack[ImageListMembers]) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Image, Image | ImageDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Image)

    @items.setter
    def items(self, value: Iterable[Image | ImageDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Platform(View):
    """A platform to provision hosts on."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "organization": "organization",
        "name": "name",
        "description": "description",
        "driver": "driver",
        "settings": "settings_f",
        "files": "files_f",
        "parameters": "parameters_f",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "driver": "driver",
        "settings": "settings",
        "files": "files",
        "parameters": "parameters",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: PlatformDict | None = None, **members: Unpack[PlatformMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")

    @property
    def organization(self) -> str | None:
        """Name of the organization that owns the platform."""
        return self._data.get("organization")

    @property
    def name(self) -> str:
        """Name, unique among the platforms of the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Description of the platform."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def driver(self) -> Driver:
        """Driver of the platform."""
        return self._nested("driver", Driver)

    @driver.setter
    def driver(self, value: Driver | DriverDict | None) -> None:
        self._set_nested("driver", value)

    @driver.deleter
    def driver(self) -> None:
        self._data.pop("driver", None)

    @property
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Configuration of the driver; only set on creation."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def files_f(self) -> ViewList[File, File | FileDict]:
        """Files to render for a host; only set on creation."""
        from comodit_client.wire.files import File

        return self._views("files", File)

    @property
    def parameters_f(self) -> ViewList[Parameter, Parameter | ParameterDict]:
        """Parameters for the settings that the platform expects from a host; only set on creation."""
        from comodit_client.wire.parameters import Parameter

        return self._views("parameters", Parameter)


class Driver(View):
    """The part of the server that controls machines on a platform."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "className"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "className": "class_name",
        "parameters": "parameters",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "class_name": "className",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: DriverDict | None = None, **members: Unpack[DriverMembers]) -> None: ...

    @property
    def name(self) -> str | None:
        """Display name, e.g. Libvirt."""
        return self._data.get("name")

    @property
    def description(self) -> str | None:
        """Description of the driver."""
        return self._data.get("description")

    @property
    def class_name(self) -> DriverClass | str:
        """Java class of the driver."""
        value: DriverClass | str = self._data.get("className", NULL)
        return value

    @class_name.setter
    def class_name(self, value: DriverClass | str) -> None:
        self._data["className"] = value

    @property
    def parameters(self) -> ViewList[Parameter, Parameter | ParameterDict]:
        """Parameters for the settings that the driver expects from a platform."""
        from comodit_client.wire.parameters import Parameter

        return self._views("parameters", Parameter)


class Image(View):
    """An existing machine image of a platform, or one to create."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "id": "image_id",
        "name": "name",
        "createDistribution": "create_distribution",
        "settings": "settings",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "create_distribution": "createDistribution",
        "settings": "settings",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: ImageDict | None = None, **members: Unpack[ImageMembers]) -> None: ...

    @property
    def image_id(self) -> str | None:
        """Identifier of the image on the platform."""
        return self._data.get("id")

    @property
    def name(self) -> str | None:
        """Name of the image."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def create_distribution(self) -> bool | None:
        """Whether to create a distribution from the image too."""
        return self._data.get("createDistribution")

    @create_distribution.setter
    def create_distribution(self, value: bool | None) -> None:
        self._data["createDistribution"] = value

    @create_distribution.deleter
    def create_distribution(self) -> None:
        self._data.pop("createDistribution", None)

    @property
    def settings(self) -> ViewList[Setting, Setting | SettingDict]:
        """Values for the image parameters of the platform."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @settings.setter
    def settings(self, value: Iterable[Setting | SettingDict] | None) -> None:
        self._set_views("settings", value)

    @settings.deleter
    def settings(self) -> None:
        self._data.pop("settings", None)


def list(
    organization: str,
) -> Request[PlatformList]:
    """List the platforms of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a PlatformList: the platforms.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, recipes.
    """
    return Request(
        "platforms.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/",
        "object",
        PlatformList,
    )


def create(
    organization: str,
    body: Platform | Mapping[str, Any],
    *,
    default: bool | None = None,
    test: bool | None = None,
) -> Request[Platform]:
    """Create a platform.

    Upload the contents of files afterwards.

    Args:
        organization: Name of the organization.
        body: The request body.
        default: Whether the driver adds the files, parameters and settings that it needs.
        test: Whether the driver checks the settings.

    Returns:
        The request. Its response is a Platform: the created platform.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S122, S123, recipes.
    """
    return Request(
        "platforms.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/platforms/",
        "object",
        Platform,
        query=drop_none(
            {
                "default": default,
                "test": test,
            }
        ),
        body=unwrapped(body),
    )


def clear(
    organization: str,
) -> Request[None]:
    """Delete all platforms of the organization.

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes. Inferred.
    """
    return Request(
        "platforms.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/platforms/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    platform: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Platform]:
    """Get the platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Platform: the platform.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, S122, recipes, core.
    """
    return Request(
        "platforms.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}",
        "object",
        Platform,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    organization: str,
    platform: str,
    body: Platform | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Platform]:
    """Update the platform.

    Settings, files and parameters are ignored: change them through their own collections. A new name in the body
    renames the platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Platform: the updated platform.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "platforms.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}",
        "object",
        Platform,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
    )


def delete(
    organization: str,
    platform: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "platforms.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def clone(
    organization: str,
    platform: str,
    *,
    name: str,
) -> Request[Platform]:
    """Clone the platform in its organization.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        name: Name of the clone, which must be free.

    Returns:
        The request. Its response is a Platform: the clone.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S121, recipes.
    """
    return Request(
        "platforms.clone",
        "PUT",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/_clone",
        "object",
        Platform,
        query=drop_none(
            {
                "name": name,
            }
        ),
    )


def list_images(
    organization: str,
    platform: str,
) -> Request[ImageList]:
    """List the machine images of the platform.

    The server returns an error if the driver does not support images.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.

    Returns:
        The request. Its response is an ImageList: the images.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "platforms.list_images",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/images",
        "object",
        ImageList,
    )


def list_image_parameters(
    organization: str,
    platform: str,
) -> Request[ParameterList]:
    """List the parameters that the driver needs to make an image of a machine.

    The server returns an error if the driver does not support images.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.

    Returns:
        The request. Its response is a ParameterList: the parameters.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    from comodit_client.wire.parameters import ParameterList

    return Request(
        "platforms.list_image_parameters",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/driver/image_parameters",
        "object",
        ParameterList,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/platforms/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[PlatformList]:
        """List the platforms of the organization."""
        return list(self._organization)

    def create(
        self, body: Platform | Mapping[str, Any], *, default: bool | None = None, test: bool | None = None
    ) -> Request[Platform]:
        """Create a platform."""
        return create(self._organization, body, default=default, test=test)

    def clear(self) -> Request[None]:
        """Delete all platforms of the organization."""
        return clear(self._organization)

    def get(
        self,
        platform: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Platform]:
        """Get the platform."""
        return get(self._organization, platform, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        platform: str,
        body: Platform | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Platform]:
        """Update the platform."""
        return update(
            self._organization,
            platform,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        platform: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the platform."""
        return delete(
            self._organization,
            platform,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clone(self, platform: str, *, name: str) -> Request[Platform]:
        """Clone the platform in its organization."""
        return clone(self._organization, platform, name=name)

    def list_images(self, platform: str) -> Request[ImageList]:
        """List the machine images of the platform."""
        return list_images(self._organization, platform)

    def list_image_parameters(self, platform: str) -> Request[ParameterList]:
        """List the parameters that the driver needs to make an image of a machine."""
        return list_image_parameters(self._organization, platform)
