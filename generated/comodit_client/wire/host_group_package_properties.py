# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The properties of a package that a host group sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.application_properties import ApplicationResourceProperty
    from comodit_client.wire.setting_impacts import SettingImpact


def get(
    organization: str,
    host_group: str,
    application: str,
    package: str,
    property: str,
) -> Request[ApplicationResourceProperty]:
    """Get a property of a package that a host group sets.

    Facts: core, organization, recipes, S1.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.

    Returns:
        The request; its answer is an ApplicationResourceProperty: the property.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.application_properties import ApplicationResourceProperty

    return Request(
        "host_group_package_properties.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}/applications/{segment('application', application)}/packages/{segment('package', package)}/properties/{segment('property', property)}",
        "object",
        ApplicationResourceProperty,
    )


def update(
    organization: str,
    host_group: str,
    application: str,
    package: str,
    property: str,
    body: ApplicationResourceProperty | Mapping[str, Any],
    *,
    force: bool | None = None,
) -> Request[ApplicationResourceProperty]:
    """Update a property of a package that a host group sets.

    This may start work on machines.

    Facts: core, organization, recipes, S87.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.

    Returns:
        The request; its answer is an ApplicationResourceProperty: the property as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.application_properties import ApplicationResourceProperty

    return Request(
        "host_group_package_properties.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}/applications/{segment('application', application)}/packages/{segment('package', package)}/properties/{segment('property', property)}",
        "object",
        ApplicationResourceProperty,
        query=drop_none(
            {
                "force": force,
            }
        ),
        body=unwrapped(body),
    )


def create(
    organization: str,
    host_group: str,
    application: str,
    package: str,
    property: str,
    body: ApplicationResourceProperty | Mapping[str, Any],
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[ApplicationResourceProperty]:
    """Create a property of a package that a host group sets.

    It is sent to the URL of the property itself. This may start work on machines.

    Facts: core, organization, recipes, S87.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.
        body: What to send.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is an ApplicationResourceProperty: the property as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.application_properties import ApplicationResourceProperty

    return Request(
        "host_group_package_properties.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}/applications/{segment('application', application)}/packages/{segment('package', package)}/properties/{segment('property', property)}",
        "object",
        ApplicationResourceProperty,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
    )


def delete(
    organization: str,
    host_group: str,
    application: str,
    package: str,
    property: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete a property of a package that a host group sets.

    This may start work on machines.

    Facts: core, organization, recipes, S87.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "host_group_package_properties.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}/applications/{segment('application', application)}/packages/{segment('package', package)}/properties/{segment('property', property)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def get_impact(
    organization: str,
    host_group: str,
    application: str,
    package: str,
    property: str,
) -> Request[SettingImpact]:
    """Get what changing a property of a package that a host group sets would touch.

    Facts: core, organization, recipes.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.

    Returns:
        The request; its answer is a SettingImpact: what would be touched.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.setting_impacts import SettingImpact

    return Request(
        "host_group_package_properties.get_impact",
        "GET",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}/applications/{segment('application', application)}/packages/{segment('package', package)}/properties/{segment('property', property)}/impact",
        "object",
        SettingImpact,
    )
