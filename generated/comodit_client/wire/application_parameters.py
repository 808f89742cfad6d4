# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The parameters of an application."""

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
    application: str,
) -> Request[ParameterList]:
    """List the parameters of an application.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response is a ParameterList: the parameters.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, S2, S97.
    """
    from comodit_client.wire.parameters import ParameterList

    return Request(
        "application_parameters.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/parameters/",
        "object",
        ParameterList,
    )


def create(
    organization: str,
    application: str,
    body: Parameter | Mapping[str, Any],
) -> Request[Parameter]:
    """Create a parameter of an application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        body: The request body.

    Returns:
        The request. Its response is a Parameter: the created parameter.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, S4, S97.
    """
    from comodit_client.wire.parameters import Parameter

    return Request(
        "application_parameters.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/parameters/",
        "object",
        Parameter,
        body=unwrapped(body),
    )


def clear(
    organization: str,
    application: str,
) -> Request[None]:
    """Delete all parameters of an application.

    The original client has this method for every collection; the server may not support it.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes. Inferred.
    """
    return Request(
        "application_parameters.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/parameters/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    application: str,
    parameter: str,
) -> Request[Parameter]:
    """Get a parameter of an application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        parameter: Name of the parameter in its owner (not its key).

    Returns:
        The request. Its response is a Parameter: the parameter.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, S1, S97.
    """
    from comodit_client.wire.parameters import Parameter

    return Request(
        "application_parameters.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/parameters/{segment('parameter', parameter)}",
        "object",
        Parameter,
    )


def update(
    organization: str,
    application: str,
    parameter: str,
    body: Parameter | Mapping[str, Any],
    *,
    force: bool | None = None,
) -> Request[Parameter]:
    """Update a parameter of an application.

    A new name in the body renames the parameter.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        parameter: Name of the parameter in its owner (not its key).
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.

    Returns:
        The request. Its response is a Parameter: the updated parameter.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, S5, S97.
    """
    from comodit_client.wire.parameters import Parameter

    return Request(
        "application_parameters.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/parameters/{segment('parameter', parameter)}",
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
    application: str,
    parameter: str,
) -> Request[None]:
    """Delete a parameter of an application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        parameter: Name of the parameter in its owner (not its key).

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes, S8, S97.
    """
    return Request(
        "application_parameters.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/parameters/{segment('parameter', parameter)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_application", "_organization")

    URL: ClassVar[str] = "organizations/{}/applications/{}/parameters/"

    def __init__(self, organization: str, application: str) -> None:
        self._organization = organization
        self._application = application

    def list(self) -> Request[ParameterList]:
        """List the parameters of an application."""
        return list(self._organization, self._application)

    def create(self, body: Parameter | Mapping[str, Any]) -> Request[Parameter]:
        """Create a parameter of an application."""
        return create(self._organization, self._application, body)

    def clear(self) -> Request[None]:
        """Delete all parameters of an application."""
        return clear(self._organization, self._application)

    def get(self, parameter: str) -> Request[Parameter]:
        """Get a parameter of an application."""
        return get(self._organization, self._application, parameter)

    def update(
        self, parameter: str, body: Parameter | Mapping[str, Any], *, force: bool | None = None
    ) -> Request[Parameter]:
        """Update a parameter of an application."""
        return update(self._organization, self._application, parameter, body, force=force)

    def delete(self, parameter: str) -> Request[None]:
        """Delete a parameter of an application."""
        return delete(self._organization, self._application, parameter)
