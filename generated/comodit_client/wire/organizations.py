# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Tenants with their environments, applications, platforms and distributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.organizations import (
        OrganizationAccessDict,
        OrganizationAccessMembers,
        OrganizationDict,
        OrganizationListDict,
        OrganizationListMembers,
        OrganizationMembers,
    )
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.group_trees import GroupOrganizationTree
    from comodit_client.wire.hosts import HostList
    from comodit_client.wire.settings import Setting
    from comodit_client.wire.settings_tree import OrganizationSettingTree


class OrganizationList(View):
    """A list response: one page of Organization objects."""

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
            self, json_data: OrganizationListDict | None = None, **members: Unpack[OrganizationListMembers]
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
    def items(self) -> ViewList[Organization, Organization | OrganizationDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Organization)

    @items.setter
    def items(self, value: Iterable[Organization | OrganizationDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Organization(View):
    """A tenant. It owns all other resources and the key pair of its agents."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "environments": "environment_names",
        "groups": "group_names",
        "access": "access_f",
        "settings": "settings_f",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "settings": "settings",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: OrganizationDict | None = None, **members: Unpack[OrganizationMembers]
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
    def name(self) -> str:
        """Name, unique on the whole service."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Description of the organization."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def environment_names(self) -> BoundList[str]:
        """Names of the environments."""
        return self._values("environments")

    @property
    def group_names(self) -> BoundList[str]:
        """Names of the groups of users, e.g. admin."""
        return self._values("groups")

    @property
    def access_f(self) -> OrganizationAccess:
        """Key pair of the agents; absent or null if the caller may not see it."""
        return self._nested("access", OrganizationAccess)

    @property
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Initial settings of the organization; only read on creation."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)


class OrganizationAccess(View):
    """Key pair that the agents of an organization authenticate with."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "accessKey": "access_key",
        "secretKey": "secret_key",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "secretKey",
        }
    )
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: OrganizationAccessDict | None = None, **members: Unpack[OrganizationAccessMembers]
        ) -> None: ...

    @property
    def access_key(self) -> str | None:
        """Access key, 32 hexadecimal digits."""
        return self._data.get("accessKey")

    @property
    def secret_key(self) -> str | None:
        """Secret key, 32 letters and digits."""
        return self._data.get("secretKey")


def list() -> Request[OrganizationList]:
    """List the organizations of the caller.

    The list only holds organizations in which the caller belongs to a group.

    Returns:
        The request. Its response is an OrganizationList: the organizations.

    Facts: S2, S20, organization.
    """
    return Request(
        "organizations.list",
        "GET",
        "/organizations/",
        "object",
        OrganizationList,
    )


def create(
    body: Organization | Mapping[str, Any],
    *,
    populate: bool | None = None,
) -> Request[Organization]:
    """Create an organization.

    The creator becomes a member of the organization's group admin.

    Args:
        body: The request body.
        populate: Whether to add a default environment, applications, distributions and platforms.

    Returns:
        The request. Its response is an Organization: the created organization.

    Facts: S4, S20, S24, organization.
    """
    return Request(
        "organizations.create",
        "POST",
        "/organizations/",
        "object",
        Organization,
        query=drop_none(
            {
                "populate": populate,
            }
        ),
        body=unwrapped(body),
        secret=("secretKey",),
    )


def clear() -> Request[None]:
    """Delete all organizations of the caller.

    The original client has this method but never calls it; the server may not support it.

    Returns:
        The request. Its response body is ignored.

    Facts: organization. Inferred.
    """
    return Request(
        "organizations.clear",
        "DELETE",
        "/organizations/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Organization]:
    """Get the organization.

    Args:
        organization: Name of the organization.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is an Organization: the organization.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, S19, organization, core.
    """
    return Request(
        "organizations.get",
        "GET",
        f"/organizations/{segment('organization', organization)}",
        "object",
        Organization,
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
    body: Organization | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Organization]:
    """Update the organization.

    All members except name and description are ignored. A new name in the body renames the organization.

    Args:
        organization: Name of the organization.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is an Organization: the updated organization.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, S19, organization.
    """
    return Request(
        "organizations.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}",
        "object",
        Organization,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
        secret=("secretKey",),
    )


def delete(
    organization: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the organization.

    Args:
        organization: Name of the organization.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "organizations.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def list_hosts(
    organization: str,
) -> Request[HostList]:
    """List the hosts of all environments.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a HostList: the hosts.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S21.
    """
    from comodit_client.wire.hosts import HostList

    return Request(
        "organizations.list_hosts",
        "GET",
        f"/organizations/{segment('organization', organization)}/hosts",
        "object",
        HostList,
    )


def get_access(
    organization: str,
) -> Request[OrganizationAccess]:
    """Get the key pair of the organization's agents.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is an OrganizationAccess: the key pair.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S22, S23.
    """
    return Request(
        "organizations.get_access",
        "GET",
        f"/organizations/{segment('organization', organization)}/access",
        "object",
        OrganizationAccess,
    )


def renew_access(
    organization: str,
) -> Request[OrganizationAccess]:
    """Renew the secret key of the organization's agents.

    The access key does not change.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is an OrganizationAccess: the key pair with its new secret key.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S22, organization.
    """
    return Request(
        "organizations.renew_access",
        "POST",
        f"/organizations/{segment('organization', organization)}/access",
        "object",
        OrganizationAccess,
    )


def get_settings_tree(
    organization: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    key: str | None = None,
) -> Request[OrganizationSettingTree]:
    """Get all settings defined in the organization or below it.

    Args:
        organization: Name of the organization.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        key: Key of the settings to return. Default: all settings.

    Returns:
        The request. Its response is an OrganizationSettingTree: the settings by level.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core.
    """
    from comodit_client.wire.settings_tree import OrganizationSettingTree

    return Request(
        "organizations.get_settings_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/tree/settings/",
        "object",
        OrganizationSettingTree,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "key": key,
            }
        ),
    )


def get_groups_tree(
    organization: str,
) -> Request[GroupOrganizationTree]:
    """Get the access rights in the organization.

    The tree includes environments and hosts with their own access rights.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a GroupOrganizationTree: the tree of groups.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    from comodit_client.wire.group_trees import GroupOrganizationTree

    return Request(
        "organizations.get_groups_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/groups/tree",
        "object",
        GroupOrganizationTree,
    )


class Operations(Scope):
    """The operations of this module."""

    __slots__ = ()

    URL: ClassVar[str] = "organizations/"

    def list(self) -> Request[OrganizationList]:
        """List the organizations of the caller."""
        return list()

    def create(self, body: Organization | Mapping[str, Any], *, populate: bool | None = None) -> Request[Organization]:
        """Create an organization."""
        return create(body, populate=populate)

    def clear(self) -> Request[None]:
        """Delete all organizations of the caller."""
        return clear()

    def get(
        self,
        organization: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Organization]:
        """Get the organization."""
        return get(organization, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        organization: str,
        body: Organization | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Organization]:
        """Update the organization."""
        return update(
            organization,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        organization: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the organization."""
        return delete(
            organization,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def list_hosts(self, organization: str) -> Request[HostList]:
        """List the hosts of all environments."""
        return list_hosts(organization)

    def get_access(self, organization: str) -> Request[OrganizationAccess]:
        """Get the key pair of the organization's agents."""
        return get_access(organization)

    def renew_access(self, organization: str) -> Request[OrganizationAccess]:
        """Renew the secret key of the organization's agents."""
        return renew_access(organization)

    def get_settings_tree(
        self,
        organization: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        key: str | None = None,
    ) -> Request[OrganizationSettingTree]:
        """Get all settings defined in the organization or below it."""
        return get_settings_tree(organization, secret_only=secret_only, no_secret=no_secret, key=key)

    def get_groups_tree(self, organization: str) -> Request[GroupOrganizationTree]:
        """Get the access rights in the organization."""
        return get_groups_tree(organization)
