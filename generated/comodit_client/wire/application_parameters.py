# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The parameters of an application."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.parameters import Parameter, ParameterList

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/applications/{}/parameters/"


def list(
    organization: str,
    application: str,
) -> Request[ParameterList]:
    """List the parameters of an application.

    Facts: recipes, S2, S97.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request; its answer is a ParameterList: the parameters.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: recipes, S4, S97.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        body: What to send.

    Returns:
        The request; its answer is a Parameter: the parameter as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Inherited by every collection of the old client; whether the server has it is not known.

    Facts: recipes. Inferred.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: recipes, S1, S97.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        parameter: Name of the parameter in its owner (not its key).

    Returns:
        The request; its answer is a Parameter: the parameter.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: recipes, S5, S97.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        parameter: Name of the parameter in its owner (not its key).
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.

    Returns:
        The request; its answer is a Parameter: the parameter as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: recipes, S8, S97.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        parameter: Name of the parameter in its owner (not its key).

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "application_parameters.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/parameters/{segment('parameter', parameter)}",
        "nothing",
        identity,
    )
