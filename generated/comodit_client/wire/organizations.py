# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Tenants with their environments, applications, platforms and distributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.group_trees import GroupOrganizationTree
    from comodit_client.wire.hosts import HostList
    from comodit_client.wire.settings import Setting
    from comodit_client.wire.settings_tree import OrganizationSettingTree

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/"


class OrganizationList(View):
    """A list answer: a page of Organization objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Organization]:
        """The items; may be absent when there is none."""
        return self._views("items", Organization)

    @items.setter
    def items(self, value: Iterable[Organization | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Organization(View):
    """A tenant; it owns every other resource and the key pair of its agents."""

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

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter, raised by the server on each change."""
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
        """Free text about the organization."""
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
        """Key pair of the agents; absent or null for callers who may not see it."""
        return self._nested("access", OrganizationAccess)

    @property
    def settings_f(self) -> ViewList[Setting]:
        """Settings that the organization starts with; looked at on creation only."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)


class OrganizationAccess(View):
    """Key pair with which the agents of an organization identify themselves."""

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

    @property
    def access_key(self) -> str | None:
        """Public half of the pair, 32 hexadecimal digits."""
        return self._data.get("accessKey")

    @property
    def secret_key(self) -> str | None:
        """Secret half of the pair, 32 letters and digits."""
        return self._data.get("secretKey")


def list() -> Request[OrganizationList]:
    """List the organizations of the caller.

    Only organizations in which the caller belongs to at least one group are listed.

    Facts: S2, S20, organization.

    Returns:
        The request; its answer is an OrganizationList: the organizations.
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

    The creator becomes a member of the new organization's group admin.

    Facts: S4, S20, S24, organization.

    Args:
        body: What to send.
        populate: Whether to add a default environment, applications, distributions and platforms.

    Returns:
        The request; its answer is an Organization: the organization as created.
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

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: organization. Inferred.

    Returns:
        The request; its answer is not read.
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

    Facts: S1, S19, organization, core.

    Args:
        organization: Name of the organization.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is an Organization: the organization.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    All but name and description is ignored. A new name in the body renames the organization.

    Facts: S5, S19, organization.

    Args:
        organization: Name of the organization.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is an Organization: the organization as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: organization.

    Args:
        organization: Name of the organization.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S21.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is a HostList: the hosts.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S22, S23.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is an OrganizationAccess: the key pair.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    The access key stays as it is.

    Facts: S22, organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is an OrganizationAccess: the key pair with its new secret key.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Get all settings that are defined in the organization or below it.

    Facts: core.

    Args:
        organization: Name of the organization.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        key: Key of the settings to give; without it, all are given.

    Returns:
        The request; its answer is an OrganizationSettingTree: the settings, level by level.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Get who has which right in the organization.

    Environments and hosts with rights of their own are in it.

    Facts: organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is a GroupOrganizationTree: the tree.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.group_trees import GroupOrganizationTree

    return Request(
        "organizations.get_groups_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/groups/tree",
        "object",
        GroupOrganizationTree,
    )
