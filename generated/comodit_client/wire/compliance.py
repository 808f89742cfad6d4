# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""What differs on a machine from the definitions of its applications."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.late import ViewList
from comodit_client.wire.request import Request, given, same, segment
from comodit_client.wire.view import View, unwrapped

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/{}/compliance/"

#: Kinds of resources.
ComplianceType: TypeAlias = (
    Literal["serviceResource", "fileResource", "packageResource", "userResource", "groupResource", "repoResource"] | str
)


class ComplianceErrorList(View):
    """A list answer: a page of ComplianceError objects."""

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
    def items(self) -> ViewList[ComplianceError]:
        """The items; may be absent when there is none."""
        return self._views("items", ComplianceError)

    @items.setter
    def items(self, value: Iterable[ComplianceError | Mapping[str, Any]] | None) -> None:
        self._data["items"] = None if value is None else unwrapped(builtins.list(value))

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class ComplianceError(View):
    """A resource of an application that differs, on the machine, from its definition."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "application": "application",
        "type": "resource_type",
        "name": "res_name",
        "currentState": "current_state_f",
        "expectedState": "expected_state_f",
    }

    @property
    def application(self) -> str | None:
        """Name of the application."""
        return self._data.get("application")

    @property
    def resource_type(self) -> ComplianceType | None:
        """Kind of the resource."""
        return self._data.get("type")

    @property
    def res_name(self) -> str | None:
        """Name of the resource."""
        return self._data.get("name")

    @property
    def current_state_f(self) -> dict[str, Any] | None:
        """State of the resource on the machine; its members depend on the kind."""
        return self._data.get("currentState")

    @property
    def expected_state_f(self) -> dict[str, Any] | None:
        """State that the resource should have."""
        return self._data.get("expectedState")


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[ComplianceErrorList]:
    """List the compliance errors of the host.

    Facts: S2, S79, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is a ComplianceErrorList: the compliance errors.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "compliance.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/",
        "object",
        ComplianceErrorList,
    )


def clear(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Delete all compliance errors of the host.

    This may bring the host back to READY.

    Facts: S82, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "compliance.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/",
        "nothing",
        same,
    )


def rebuild(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Have the machine made as it should be.

    The whole expected state is sent to the agent again.

    Facts: host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "compliance.rebuild",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/_rebuild",
        "nothing",
        same,
    )


def get(
    organization: str,
    environment: str,
    host: str,
    application: str,
    resource_kind: str,
    resource: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[ComplianceError]:
    """Get a compliance error.

    Facts: S82, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        resource_kind: Collection of the resource: services, files, packages, users, groups or repos.
        resource: Name of the resource, e.g. of a service.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a ComplianceError: the compliance error.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "compliance.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/applications/{segment('application', application)}/{segment('resource_kind', resource_kind)}/{segment('resource', resource)}",
        "object",
        ComplianceError,
        query=given(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def delete(
    organization: str,
    environment: str,
    host: str,
    application: str,
    resource_kind: str,
    resource: str,
) -> Request[None]:
    """Delete a compliance error.

    This may bring the host back to READY.

    Facts: S82, host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        application: Name of the application.
        resource_kind: Collection of the resource: services, files, packages, users, groups or repos.
        resource: Name of the resource, e.g. of a service.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "compliance.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/compliance/applications/{segment('application', application)}/{segment('resource_kind', resource_kind)}/{segment('resource', resource)}",
        "nothing",
        same,
    )
