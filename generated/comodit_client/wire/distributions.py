# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Operating systems to install on hosts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, Upload, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.distributions import (
        DistributionDict,
        DistributionListDict,
        DistributionListMembers,
        DistributionMembers,
    )
    from comodit_client.wire.dicts.files import FileDict
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.files import File
    from comodit_client.wire.parameters import Parameter
    from comodit_client.wire.settings import Setting


class DistributionList(View):
    """A list response: one page of Distribution objects."""

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
            self, json_data: DistributionListDict | None = None, **members: Unpack[DistributionListMembers]
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
    def items(self) -> ViewList[Distribution, Distribution | DistributionDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Distribution)

    @items.setter
    def items(self, value: Iterable[Distribution | DistributionDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Distribution(View):
    """An operating system to install on hosts."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "organization": "organization",
        "name": "name",
        "description": "description",
        "locked": "locked",
        "settings": "settings_f",
        "files": "files_f",
        "parameters": "parameters_f",
        "publishedAs": "published_as",
        "purchasedAs": "purchased_as",
        "canPull": "can_pull",
        "canPush": "can_push",
        "url": "url_f",
        "documentation": "documentation",
        "license": "license",
        "price": "price",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "settings": "settings",
        "files": "files",
        "parameters": "parameters",
        "url": "url",
        "documentation": "documentation",
        "license": "license",
        "price": "price",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: DistributionDict | None = None, **members: Unpack[DistributionMembers]
        ) -> None: ...

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
        """Name of the organization that owns the distribution."""
        return self._data.get("organization")

    @property
    def name(self) -> str:
        """Name, unique among the distributions of the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Description of the distribution."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def locked(self) -> bool | None:
        """Whether the distribution is protected against changes."""
        return self._data.get("locked")

    @property
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings for rendering the files, e.g. kernel; only set on creation."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def files_f(self) -> ViewList[File, File | FileDict]:
        """Files to render for a host, e.g. a kickstart file; only set on creation."""
        from comodit_client.wire.files import File

        return self._views("files", File)

    @property
    def parameters_f(self) -> ViewList[Parameter, Parameter | ParameterDict]:
        """Parameters for the settings that the distribution expects from a host; only set on creation."""
        from comodit_client.wire.parameters import Parameter

        return self._views("parameters", Parameter)

    @property
    def published_as(self) -> str | None:
        """Identifier of the store entry of this distribution."""
        return self._data.get("publishedAs")

    @property
    def purchased_as(self) -> str | None:
        """Identifier of the purchase of this distribution in the store."""
        return self._data.get("purchasedAs")

    @property
    def can_pull(self) -> bool | None:
        """Whether the store has a newer version of this purchased distribution."""
        return self._data.get("canPull")

    @property
    def can_push(self) -> bool | None:
        """Whether this published distribution is newer than the copy in the store."""
        return self._data.get("canPush")

    @property
    def url_f(self) -> str | None:
        """URL of a website about the distribution."""
        return self._data.get("url")

    @url_f.setter
    def url_f(self, value: str | None) -> None:
        self._data["url"] = value

    @url_f.deleter
    def url_f(self) -> None:
        self._data.pop("url", None)

    @property
    def documentation(self) -> str | None:
        """Usage instructions of the distribution."""
        return self._data.get("documentation")

    @documentation.setter
    def documentation(self, value: str | None) -> None:
        self._data["documentation"] = value

    @documentation.deleter
    def documentation(self) -> None:
        self._data.pop("documentation", None)

    @property
    def license(self) -> str | None:
        """Full text of the license."""
        return self._data.get("license")

    @license.setter
    def license(self, value: str | None) -> None:
        self._data["license"] = value

    @license.deleter
    def license(self) -> None:
        self._data.pop("license", None)

    @property
    def price(self) -> str | None:
        """Price in the store, a decimal number as text, e.g. "0.00"."""
        return self._data.get("price")

    @price.setter
    def price(self, value: str | None) -> None:
        self._data["price"] = value

    @price.deleter
    def price(self) -> None:
        self._data.pop("price", None)


def list(
    organization: str,
) -> Request[DistributionList]:
    """List the distributions of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a DistributionList: the distributions.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, recipes.
    """
    return Request(
        "distributions.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/distributions/",
        "object",
        DistributionList,
    )


def create(
    organization: str,
    body: Distribution | Mapping[str, Any],
    *,
    flavor: str | None = None,
) -> Request[Distribution]:
    """Create a distribution.

    Upload the contents of files afterwards.

    Args:
        organization: Name of the organization.
        body: The request body.
        flavor: Name of the flavor; the server adds its files, parameters and settings.

    Returns:
        The request. Its response is a Distribution: the created distribution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S131, recipes.
    """
    return Request(
        "distributions.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/distributions/",
        "object",
        Distribution,
        query=drop_none(
            {
                "flavor": flavor,
            }
        ),
        body=unwrapped(body),
    )


def clear(
    organization: str,
) -> Request[None]:
    """Delete all distributions of the organization.

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
        "distributions.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/distributions/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    distribution: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Distribution]:
    """Get the distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Distribution: the distribution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, S131, recipes, core.
    """
    return Request(
        "distributions.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}",
        "object",
        Distribution,
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
    distribution: str,
    body: Distribution | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Distribution]:
    """Update the distribution.

    Settings, files and parameters are ignored: change them through their own collections. A new name in the body
    renames the distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Distribution: the updated distribution.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "distributions.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}",
        "object",
        Distribution,
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
    distribution: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "distributions.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}",
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
    distribution: str,
    *,
    name: str,
) -> Request[Distribution]:
    """Clone the distribution in its organization.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        name: Name of the clone, which must be free.

    Returns:
        The request. Its response is a Distribution: the clone.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S121, recipes.
    """
    return Request(
        "distributions.clone",
        "PUT",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/_clone",
        "object",
        Distribution,
        query=drop_none(
            {
                "name": name,
            }
        ),
    )


def lock(
    organization: str,
    distribution: str,
) -> Request[None]:
    """Protect the distribution against changes.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, recipes.
    """
    return Request(
        "distributions.lock",
        "POST",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/lock",
        "nothing",
        identity,
    )


def unlock(
    organization: str,
    distribution: str,
) -> Request[None]:
    """Allow changes to the distribution again.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, recipes.
    """
    return Request(
        "distributions.unlock",
        "POST",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/unlock",
        "nothing",
        identity,
    )


def get_thumbnail(
    organization: str,
    distribution: str,
) -> Request[bytes]:
    """Get the thumbnail of the distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.

    Returns:
        The request. Its response is bytes: the thumbnail, usually a PNG of 128 by 128 pixels.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "distributions.get_thumbnail",
        "GET",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/thumb",
        "bytes",
        identity,
        timeout_class="long",
    )


def set_thumbnail(
    organization: str,
    distribution: str,
    upload: Upload,
) -> Request[None]:
    """Set the thumbnail of the distribution.

    The API cannot remove a thumbnail.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        upload: The thumbnail.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "distributions.set_thumbnail",
        "POST",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/thumb",
        "nothing",
        identity,
        parts={"file": upload},
        timeout_class="long",
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/distributions/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[DistributionList]:
        """List the distributions of the organization."""
        return list(self._organization)

    def create(self, body: Distribution | Mapping[str, Any], *, flavor: str | None = None) -> Request[Distribution]:
        """Create a distribution."""
        return create(self._organization, body, flavor=flavor)

    def clear(self) -> Request[None]:
        """Delete all distributions of the organization."""
        return clear(self._organization)

    def get(
        self,
        distribution: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Distribution]:
        """Get the distribution."""
        return get(self._organization, distribution, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        distribution: str,
        body: Distribution | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Distribution]:
        """Update the distribution."""
        return update(
            self._organization,
            distribution,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        distribution: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the distribution."""
        return delete(
            self._organization,
            distribution,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clone(self, distribution: str, *, name: str) -> Request[Distribution]:
        """Clone the distribution in its organization."""
        return clone(self._organization, distribution, name=name)

    def lock(self, distribution: str) -> Request[None]:
        """Protect the distribution against changes."""
        return lock(self._organization, distribution)

    def unlock(self, distribution: str) -> Request[None]:
        """Allow changes to the distribution again."""
        return unlock(self._organization, distribution)

    def get_thumbnail(self, distribution: str) -> Request[bytes]:
        """Get the thumbnail of the distribution."""
        return get_thumbnail(self._organization, distribution)

    def set_thumbnail(self, distribution: str, upload: Upload) -> Request[None]:
        """Set the thumbnail of the distribution."""
        return set_thumbnail(self._organization, distribution, upload)
