# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The parameters of a distribution."""

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
    distribution: str,
) -> Request[ParameterList]:
    """List the parameters of a distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.

    Returns:
        The request. Its response is a ParameterList: the parameters.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S2, S97.
    """
    from comodit_client.wire.parameters import ParameterList

    return Request(
        "distribution_parameters.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/parameters/",
        "object",
        ParameterList,
    )


def create(
    organization: str,
    distribution: str,
    body: Parameter | Mapping[str, Any],
) -> Request[Parameter]:
    """Create a parameter of a distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        body: The request body.

    Returns:
        The request. Its response is a Parameter: the created parameter.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S4, S97.
    """
    from comodit_client.wire.parameters import Parameter

    return Request(
        "distribution_parameters.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/parameters/",
        "object",
        Parameter,
        body=unwrapped(body),
    )


def clear(
    organization: str,
    distribution: str,
) -> Request[None]:
    """Delete all parameters of a distribution.

    The original client has this method for every collection; the server may not support it.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes. Inferred.
    """
    return Request(
        "distribution_parameters.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/parameters/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    distribution: str,
    parameter: str,
) -> Request[Parameter]:
    """Get a parameter of a distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        parameter: Name of the parameter in its owner (not its key).

    Returns:
        The request. Its response is a Parameter: the parameter.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S1, S97.
    """
    from comodit_client.wire.parameters import Parameter

    return Request(
        "distribution_parameters.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/parameters/{segment('parameter', parameter)}",
        "object",
        Parameter,
    )


def update(
    organization: str,
    distribution: str,
    parameter: str,
    body: Parameter | Mapping[str, Any],
    *,
    force: bool | None = None,
) -> Request[Parameter]:
    """Update a parameter of a distribution.

    A new name in the body renames the parameter.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
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
        "distribution_parameters.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/parameters/{segment('parameter', parameter)}",
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
    distribution: str,
    parameter: str,
) -> Request[None]:
    """Delete a parameter of a distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        parameter: Name of the parameter in its owner (not its key).

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S8, S97.
    """
    return Request(
        "distribution_parameters.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/parameters/{segment('parameter', parameter)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_distribution", "_organization")

    URL: ClassVar[str] = "organizations/{}/distributions/{}/parameters/"

    def __init__(self, organization: str, distribution: str) -> None:
        self._organization = organization
        self._distribution = distribution

    def list(self) -> Request[ParameterList]:
        """List the parameters of a distribution."""
        return list(self._organization, self._distribution)

    def create(self, body: Parameter | Mapping[str, Any]) -> Request[Parameter]:
        """Create a parameter of a distribution."""
        return create(self._organization, self._distribution, body)

    def clear(self) -> Request[None]:
        """Delete all parameters of a distribution."""
        return clear(self._organization, self._distribution)

    def get(self, parameter: str) -> Request[Parameter]:
        """Get a parameter of a distribution."""
        return get(self._organization, self._distribution, parameter)

    def update(
        self, parameter: str, body: Parameter | Mapping[str, Any], *, force: bool | None = None
    ) -> Request[Parameter]:
        """Update a parameter of a distribution."""
        return update(self._organization, self._distribution, parameter, body, force=force)

    def delete(self, parameter: str) -> Request[None]:
        """Delete a parameter of a distribution."""
        return delete(self._organization, self._distribution, parameter)
