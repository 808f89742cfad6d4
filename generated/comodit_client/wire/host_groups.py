# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Ordered lists of hosts that orchestrations run on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.host_groups import (
        HostGroupDict,
        HostGroupListDict,
        HostGroupListMembers,
        HostGroupMembers,
        OrderedHostDict,
        OrderedHostMembers,
    )
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.settings import Setting


class HostGroupList(View):
    """A list response: one page of HostGroup objects."""

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
            self, json_data: HostGroupListDict | None = None, **members: Unpack[HostGroupListMembers]
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
    def items(self) -> ViewList[HostGroup, HostGroup | HostGroupDict]:
        """The items; may be absent if there are none."""
        return self._views("items", HostGroup)

    @items.setter
    def items(self, value: Iterable[HostGroup | HostGroupDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class HostGroup(View):
    """An ordered list of hosts, possibly from several environments."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
        "hosts": "ordered_host",
        "settings": "settings_f",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "hosts": "hosts",
        "settings": "settings",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: HostGroupDict | None = None, **members: Unpack[HostGroupMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")

    @property
    def name(self) -> str:
        """Name, unique in the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Description."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @property
    def ordered_host(self) -> ViewList[OrderedHost, OrderedHost | OrderedHostDict]:
        """Hosts, each with its position."""
        return self._views("hosts", OrderedHost)

    @ordered_host.setter
    def ordered_host(self, value: Iterable[OrderedHost | OrderedHostDict] | None) -> None:
        self._set_views("hosts", value)

    @ordered_host.deleter
    def ordered_host(self) -> None:
        self._data.pop("hosts", None)

    @property
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings; only read on creation, later they have their own collection."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)


class OrderedHost(View):
    """A host and its position in a host group."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "position": "position",
        "organization": "organization",
        "environment": "environment",
        "host": "host",
        "canonicalName": "canonical_name",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "position": "position",
        "organization": "organization",
        "environment": "environment",
        "host": "host",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: OrderedHostDict | None = None, **members: Unpack[OrderedHostMembers]) -> None: ...

    @property
    def position(self) -> int | None:
        """Position of the host in the group, from 0."""
        return self._data.get("position")

    @position.setter
    def position(self, value: int | None) -> None:
        self._data["position"] = value

    @position.deleter
    def position(self) -> None:
        self._data.pop("position", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @organization.setter
    def organization(self, value: str | None) -> None:
        self._data["organization"] = value

    @organization.deleter
    def organization(self) -> None:
        self._data.pop("organization", None)

    @property
    def environment(self) -> str | None:
        """Name of the environment."""
        return self._data.get("environment")

    @environment.setter
    def environment(self, value: str | None) -> None:
        self._data["environment"] = value

    @environment.deleter
    def environment(self) -> None:
        self._data.pop("environment", None)

    @property
    def host(self) -> str | None:
        """Name of the host."""
        return self._data.get("host")

    @host.setter
    def host(self, value: str | None) -> None:
        self._data["host"] = value

    @host.deleter
    def host(self) -> None:
        self._data.pop("host", None)

    @property
    def canonical_name(self) -> str | None:
        """Display name of the host."""
        return self._data.get("canonicalName")


def list(
    organization: str,
) -> Request[HostGroupList]:
    """List the host groups of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a HostGroupList: the host groups.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
    """
    return Request(
        "host_groups.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/hostgroups/",
        "object",
        HostGroupList,
    )


def create(
    organization: str,
    body: HostGroup | Mapping[str, Any],
) -> Request[HostGroup]:
    """Create a host group.

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is a HostGroup: the created host group.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, organization.
    """
    return Request(
        "host_groups.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/hostgroups/",
        "object",
        HostGroup,
        body=unwrapped(body),
    )


def get(
    organization: str,
    host_group: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[HostGroup]:
    """Get a host group.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a HostGroup: the host group.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "host_groups.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}",
        "object",
        HostGroup,
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
    host_group: str,
    body: HostGroup | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[HostGroup]:
    """Replace a host group.

    A new name in the body renames the host group.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a HostGroup: the updated host group.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
    """
    return Request(
        "host_groups.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}",
        "object",
        HostGroup,
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
    host_group: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete a host group.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "host_groups.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/hostgroups/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[HostGroupList]:
        """List the host groups of the organization."""
        return list(self._organization)

    def create(self, body: HostGroup | Mapping[str, Any]) -> Request[HostGroup]:
        """Create a host group."""
        return create(self._organization, body)

    def get(
        self,
        host_group: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[HostGroup]:
        """Get a host group."""
        return get(self._organization, host_group, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        host_group: str,
        body: HostGroup | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[HostGroup]:
        """Replace a host group."""
        return update(
            self._organization,
            host_group,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        host_group: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete a host group."""
        return delete(
            self._organization,
            host_group,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )
