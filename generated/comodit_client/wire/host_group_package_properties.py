# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The properties of a package that a host group sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
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

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.

    Returns:
        The request. Its response is an ApplicationResourceProperty: the property.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, organization, recipes, S1.
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

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.

    Returns:
        The request. Its response is an ApplicationResourceProperty: the updated property.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, organization, recipes, S87.
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

    The request goes to the URL of the property itself. It may start work on machines.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.
        body: The request body.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is an ApplicationResourceProperty: the created property.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, organization, recipes, S87.
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

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, organization, recipes, S87.
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
    """Preview the impact of changing a property of a package that a host group sets.

    Args:
        organization: Name of the organization.
        host_group: Name of the host group.
        application: Name of the application.
        package: Name of the package in its application.
        property: Key of the property of a package or RPM module.

    Returns:
        The request. Its response is a SettingImpact: the impact of the change.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, organization, recipes.
    """
    from comodit_client.wire.setting_impacts import SettingImpact

    return Request(
        "host_group_package_properties.get_impact",
        "GET",
        f"/organizations/{segment('organization', organization)}/hostgroups/{segment('host_group', host_group)}/applications/{segment('application', application)}/packages/{segment('package', package)}/properties/{segment('property', property)}/impact",
        "object",
        SettingImpact,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_application", "_host_group", "_organization", "_package", "_property")

    def __init__(self, organization: str, host_group: str, application: str, package: str, property: str) -> None:
        self._organization = organization
        self._host_group = host_group
        self._application = application
        self._package = package
        self._property = property

    def get(self) -> Request[ApplicationResourceProperty]:
        """Get a property of a package that a host group sets."""
        return get(self._organization, self._host_group, self._application, self._package, self._property)

    def update(
        self, body: ApplicationResourceProperty | Mapping[str, Any], *, force: bool | None = None
    ) -> Request[ApplicationResourceProperty]:
        """Update a property of a package that a host group sets."""
        return update(
            self._organization, self._host_group, self._application, self._package, self._property, body, force=force
        )

    def create(
        self,
        body: ApplicationResourceProperty | Mapping[str, Any],
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[ApplicationResourceProperty]:
        """Create a property of a package that a host group sets."""
        return create(
            self._organization,
            self._host_group,
            self._application,
            self._package,
            self._property,
            body,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self, *, trigger_orchestration_handler: bool | None = None, trigger_application_handler: bool | None = None
    ) -> Request[None]:
        """Delete a property of a package that a host group sets."""
        return delete(
            self._organization,
            self._host_group,
            self._application,
            self._package,
            self._property,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def get_impact(self) -> Request[SettingImpact]:
        """Preview the impact of changing a property of a package that a host group sets."""
        return get_impact(self._organization, self._host_group, self._application, self._package, self._property)
