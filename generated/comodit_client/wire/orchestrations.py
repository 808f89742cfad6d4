# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Ordered operations on the hosts of host groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.host_groups import HostGroup
    from comodit_client.wire.orchestration_contexts import OrchestrationContext
    from comodit_client.wire.setting_impacts import ApplicationOperation

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/orchestrations/"


class OrchestrationList(View):
    """A list answer: a page of Orchestration objects."""

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
    def items(self) -> ViewList[Orchestration]:
        """The items; may be absent when there is none."""
        return self._views("items", Orchestration)

    @items.setter
    def items(self, value: Iterable[Orchestration | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Orchestration(View):
    """Operations that are carried out in their order, on one host of its host groups after the other."""

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

    @organization.setter
    def organization(self, value: str | None) -> None:
        self._data["organization"] = value

    @organization.deleter
    def organization(self) -> None:
        self._data.pop("organization", None)

    @property
    def application_operations(self) -> ViewList[ApplicationOperation]:
        """Operations, each with its position."""
        from comodit_client.wire.setting_impacts import ApplicationOperation

        return self._views("applicationsOperations", ApplicationOperation)

    @application_operations.setter
    def application_operations(self, value: Iterable[ApplicationOperation | Mapping[str, Any]] | None) -> None:
        self._set_list("applicationsOperations", value)

    @application_operations.deleter
    def application_operations(self) -> None:
        self._data.pop("applicationsOperations", None)

    @property
    def ordered_hostgroups(self) -> ViewList[OrderedHostGroup]:
        """Host groups on whose hosts it runs; whether the server reads them is not known."""
        return self._views("orderedHostGroup", OrderedHostGroup)


class OrderedHostGroup(View):
    """A host group with its place in an orchestration or a step."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "position": "position",
        "hostGroup": "hostgroup",
    }

    @property
    def position(self) -> int | None:
        """Place among the host groups, from 0."""
        return self._data.get("position")

    @position.setter
    def position(self, value: int | None) -> None:
        self._data["position"] = value

    @position.deleter
    def position(self) -> None:
        self._data.pop("position", None)

    @property
    def hostgroup(self) -> HostGroup:
        """The host group; its name is enough when it is sent."""
        from comodit_client.wire.host_groups import HostGroup

        return self._nested("hostGroup", HostGroup)

    @hostgroup.setter
    def hostgroup(self, value: HostGroup | Mapping[str, Any] | None) -> None:
        self._data["hostGroup"] = unwrapped(value)

    @hostgroup.deleter
    def hostgroup(self) -> None:
        self._data.pop("hostGroup", None)


def list(
    organization: str,
) -> Request[OrchestrationList]:
    """List the orchestrations of the organization.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is an OrchestrationList: the orchestrations.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S4, organization.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is an Orchestration: the orchestration as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S1, organization, core.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is an Orchestration: the orchestration.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S5, organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is an Orchestration: the orchestration as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Clone the orchestration under another name.

    Facts: organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        name: Name of the clone.

    Returns:
        The request; its answer is an Orchestration: the clone.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    It goes on in the background: the answer is the execution as it begins.

    Facts: organization.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.

    Returns:
        The request; its answer is an OrchestrationContext: the execution as it begins.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.orchestration_contexts import OrchestrationContext

    return Request(
        "orchestrations.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/_run",
        "object",
        OrchestrationContext,
    )
