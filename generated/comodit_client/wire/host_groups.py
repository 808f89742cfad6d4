# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Ordered hosts that orchestrations run on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.settings import Setting

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/hostgroups/"


class HostGroupList(View):
    """A list answer: a page of HostGroup objects."""

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
    def items(self) -> ViewList[HostGroup]:
        """The items; may be absent when there is none."""
        return self._views("items", HostGroup)

    @items.setter
    def items(self, value: Iterable[HostGroup | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class HostGroup(View):
    """Ordered hosts, possibly of several environments."""

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

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Number that the server raises on each change."""
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
        """Free text."""
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
    def ordered_host(self) -> ViewList[OrderedHost]:
        """Hosts, each with its position."""
        return self._views("hosts", OrderedHost)

    @ordered_host.setter
    def ordered_host(self, value: Iterable[OrderedHost | Mapping[str, Any]] | None) -> None:
        self._set_list("hosts", value)

    @ordered_host.deleter
    def ordered_host(self) -> None:
        self._data.pop("hosts", None)

    @property
    def settings_f(self) -> ViewList[Setting]:
        """Settings; looked at on creation only, later they have a collection of their own."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)


class OrderedHost(View):
    """A host with its place in a host group."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "position": "position",
        "organization": "organization",
        "environment": "environment",
        "host": "host",
        "canonicalName": "canonical_name",
    }

    @property
    def position(self) -> int | None:
        """Place of the host in the group, from 0."""
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
        """Name of the host for display."""
        return self._data.get("canonicalName")


def list(
    organization: str,
) -> Request[HostGroupList]:
    """List the host groups of the organization.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is a HostGroupList: the host groups.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S4, organization.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is a HostGroup: the host group as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: organization.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a HostGroup: the host group.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S5, organization.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a HostGroup: the host group as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: organization.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
