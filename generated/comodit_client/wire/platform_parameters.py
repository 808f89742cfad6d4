# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The parameters of a platform."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.parameters import Parameter, ParameterList


def list(
    organization: str,
    platform: str,
) -> Request[ParameterList]:
    """List the parameters of a platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.

    Returns:
        The request. Its response is a ParameterList: the parameters.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S2, S97.
    """
    from comodit_client.wire.parameters import ParameterList

    return Request(
        "platform_parameters.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/parameters/",
        "object",
        ParameterList,
    )


def create(
    organization: str,
    platform: str,
    body: Parameter | Mapping[str, Any],
) -> Request[Parameter]:
    """Create a parameter of a platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        body: The request body.

    Returns:
        The request. Its response is a Parameter: the created parameter.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S4, S97.
    """
    from comodit_client.wire.parameters import Parameter

    return Request(
        "platform_parameters.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/parameters/",
        "object",
        Parameter,
        body=unwrapped(body),
    )


def clear(
    organization: str,
    platform: str,
) -> Request[None]:
    """Delete all parameters of a platform.

    The original client has this method for every collection; the server may not support it.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes. Inferred.
    """
    return Request(
        "platform_parameters.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/parameters/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    platform: str,
    parameter: str,
) -> Request[Parameter]:
    """Get a parameter of a platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        parameter: Name of the parameter in its owner (not its key).

    Returns:
        The request. Its response is a Parameter: the parameter.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S1, S97.
    """
    from comodit_client.wire.parameters import Parameter

    return Request(
        "platform_parameters.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/parameters/{segment('parameter', parameter)}",
        "object",
        Parameter,
    )


def update(
    organization: str,
    platform: str,
    parameter: str,
    body: Parameter | Mapping[str, Any],
    *,
    force: bool | None = None,
) -> Request[Parameter]:
    """Update a parameter of a platform.

    A new name in the body renames the parameter.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        parameter: Name of the parameter in its owner (not its key).
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.

    Returns:
        The request. Its response is a Parameter: the updated parameter.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S5, S97.
    """
    from comodit_client.wire.parameters import Parameter

    return Request(
        "platform_parameters.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/parameters/{segment('parameter', parameter)}",
        "object",
        Parameter,
        query=drop_none(
            {
                "force": force,
            }
        ),
        body=unwrapped(body),
    )


def delete(
    organization: str,
    platform: str,
    parameter: str,
) -> Request[None]:
    """Delete a parameter of a platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        parameter: Name of the parameter in its owner (not its key).

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S8, S97.
    """
    return Request(
        "platform_parameters.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/parameters/{segment('parameter', parameter)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization", "_platform")

    URL: ClassVar[str] = "organizations/{}/platforms/{}/parameters/"

    def __init__(self, organization: str, platform: str) -> None:
        self._organization = organization
        self._platform = platform

    def list(self) -> Request[ParameterList]:
        """List the parameters of a platform."""
        return list(self._organization, self._platform)

    def create(self, body: Parameter | Mapping[str, Any]) -> Request[Parameter]:
        """Create a parameter of a platform."""
        return create(self._organization, self._platform, body)

    def clear(self) -> Request[None]:
        """Delete all parameters of a platform."""
        return clear(self._organization, self._platform)

    def get(self, parameter: str) -> Request[Parameter]:
        """Get a parameter of a platform."""
        return get(self._organization, self._platform, parameter)

    def update(
        self, parameter: str, body: Parameter | Mapping[str, Any], *, force: bool | None = None
    ) -> Request[Parameter]:
        """Update a parameter of a platform."""
        return update(self._organization, self._platform, parameter, body, force=force)

    def delete(self, parameter: str) -> Request[None]:
        """Delete a parameter of a platform."""
        return delete(self._organization, self._platform, parameter)
