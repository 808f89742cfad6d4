# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Sequences of operations on the hosts of host groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.host_groups import HostGroupDict
    from comodit_client.wire.dicts.orchestrations import (
        OrchestrationDict,
        OrchestrationListDict,
        OrchestrationListMembers,
        OrchestrationMembers,
        OrderedHostGroupDict,
        OrderedHostGroupMembers,
    )
    from comodit_client.wire.dicts.setting_impacts import ApplicationOperationDict
    from comodit_client.wire.host_groups import HostGroup
    from comodit_client.wire.orchestration_contexts import OrchestrationContext
    from comodit_client.wire.setting_impacts import ApplicationOperation


class OrchestrationList(View):
    """A list response: one page of Orchestration objects."""

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
            self, json_data: OrchestrationListDict | None = None, **members: Unpack[OrchestrationListMembers]
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
    def items(self) -> ViewList[Orchestration, Orchestration | OrchestrationDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Orchestration)

    @items.setter
    def items(self, value: Iterable[Orchestration | OrchestrationDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Orchestration(View):
    """A sequence of operations, run on each host of its host groups in turn."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
        "applicationsOperations": "application_operations",
        "orderedHostGroup": "ordered_hostgroups",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "organization": "organization",
        "applications_operations": "applicationsOperations",
        "ordered_host_group": "orderedHostGroup",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: OrchestrationDict | None = None, **members: Unpack[OrchestrationMembers]
        ) -> None: ...

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

    @organization.setter
    def organization(self, value: str | None) -> None:
        self._data["organization"] = value

    @organization.deleter
    def organization(self) -> None:
        self._data.pop("organization", None)

    @property
    def application_operations(self) -> ViewList[ApplicationOperation, ApplicationOperation | ApplicationOperationDict]:
        """Operations, each with its position."""
        from comodit_client.wire.setting_impacts import ApplicationOperation

        return self._views("applicationsOperations", ApplicationOperation)

    @application_operations.setter
    def application_operations(self, value: Iterable[ApplicationOperation | ApplicationOperationDict] | None) -> None:
        self._set_views("applicationsOperations", value)

    @application_operations.deleter
    def application_operations(self) -> None:
        self._data.pop("applicationsOperations", None)

    @property
    def ordered_hostgroups(self) -> ViewList[OrderedHostGroup, OrderedHostGroup | OrderedHostGroupDict]:
        """Host groups that it runs on. It is unknown whether the server reads them."""
        return self._views("orderedHostGroup", OrderedHostGroup)


class OrderedHostGroup(View):
    """A host group and its position in an orchestration or a step."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "position": "position",
        "hostGroup": "hostgroup",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "position": "position",
        "host_group": "hostGroup",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: OrderedHostGroupDict | None = None, **members: Unpack[OrderedHostGroupMembers]
        ) -> None: ...

    @property
    def position(self) -> int | None:
        """Position of the host group, from 0."""
        return self._data.get("position")

    @position.setter
    def position(self, value: int | None) -> None:
        self._data["position"] = value

    @position.deleter
    def position(self) -> None:
        self._data.pop("position", None)

    @property
    def hostgroup(self) -> HostGroup:
        """The host group. To send one, its name is enough."""
        from comodit_client.wire.host_groups import HostGroup

        return self._nested("hostGroup", HostGroup)

    @hostgroup.setter
    def hostgroup(self, value: HostGroup | HostGroupDict | None) -> None:
        self._set_nested("hostGroup", value)

    @hostgroup.deleter
    def hostgroup(self) -> None:
        self._data.pop("hostGroup", None)


def list(
    organization: str,
) -> Request[OrchestrationList]:
    """List the orchestrations of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is an OrchestrationList: the orchestrations.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
    """
    return Request(
        "orchestrations.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/orchestrations/",
        "object",
        OrchestrationList,
    )


def create(
    organization: str,
    body: Orchestration | Mapping[str, Any],
) -> Request[Orchestration]:
    """Create an orchestration.

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is an Orchestration: the created orchestration.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, organization.
    """
    return Request(
        "orchestrations.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/orchestrations/",
        "object",
        Orchestration,
        body=unwrapped(body),
    )


def get(
    organization: str,
    orchestration: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Orchestration]:
    """Get the orchestration.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is an Orchestration: the orchestration.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization, core.
    """
    return Request(
        "orchestrations.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}",
        "object",
        Orchestration,
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
    orchestration: str,
    body: Orchestration | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Orchestration]:
    """Update the orchestration.

    A new name in the body renames the orchestration.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is an Orchestration: the updated orchestration.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
    """
    return Request(
        "orchestrations.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}",
        "object",
        Orchestration,
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
    orchestration: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the orchestration.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "orchestrations.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}",
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
    orchestration: str,
    *,
    name: str,
) -> Request[Orchestration]:
    """Clone the orchestration under a new name.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        name: Name of the clone.

    Returns:
        The request. Its response is an Orchestration: the clone.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "orchestrations.clone",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/_clone",
        "object",
        Orchestration,
        query=drop_none(
            {
                "name": name,
            }
        ),
    )


def run(
    organization: str,
    orchestration: str,
) -> Request[OrchestrationContext]:
    """Run the orchestration on its host groups.

    The execution continues in the background; the response describes its start.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.

    Returns:
        The request. Its response is an OrchestrationContext: the execution that was started.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    from comodit_client.wire.orchestration_contexts import OrchestrationContext

    return Request(
        "orchestrations.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/_run",
        "object",
        OrchestrationContext,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/orchestrations/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[OrchestrationList]:
        """List the orchestrations of the organization."""
        return list(self._organization)

    def create(self, body: Orchestration | Mapping[str, Any]) -> Request[Orchestration]:
        """Create an orchestration."""
        return create(self._organization, body)

    def get(
        self,
        orchestration: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Orchestration]:
        """Get the orchestration."""
        return get(self._organization, orchestration, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        orchestration: str,
        body: Orchestration | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Orchestration]:
        """Update the orchestration."""
        return update(
            self._organization,
            orchestration,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        orchestration: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the orchestration."""
        return delete(
            self._organization,
            orchestration,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clone(self, orchestration: str, *, name: str) -> Request[Orchestration]:
        """Clone the orchestration under a new name."""
        return clone(self._organization, orchestration, name=name)

    def run(self, orchestration: str) -> Request[OrchestrationContext]:
        """Run the orchestration on its host groups."""
        return run(self._organization, orchestration)
