# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The properties of an RPM module that an environment sets."""

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
    environment: str,
    application: str,
    rpm_module: str,
    property: str,
) -> Request[ApplicationResourceProperty]:
    """Get a property of an RPM module that an environment sets.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        application: Name of the application.
        rpm_module: Name of the DNF module in its application.
        property: Key of the property of a package or RPM module.

    Returns:
        The request. Its response is an ApplicationResourceProperty: the property.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S1.
    """
    from comodit_client.wire.application_properties import ApplicationResourceProperty

    return Request(
        "environment_rpm_module_properties.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/applications/{segment('application', application)}/rpmmodules/{segment('rpm_module', rpm_module)}/properties/{segment('property', property)}",
        "object",
        ApplicationResourceProperty,
    )


def update(
    organization: str,
    environment: str,
    application: str,
    rpm_module: str,
    property: str,
    body: ApplicationResourceProperty | Mapping[str, Any],
    *,
    force: bool | None = None,
) -> Request[ApplicationResourceProperty]:
    """Update a property of an RPM module that an environment sets.

    This may start work on machines.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        application: Name of the application.
        rpm_module: Name of the DNF module in its application.
        property: Key of the property of a package or RPM module.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.

    Returns:
        The request. Its response is an ApplicationResourceProperty: the updated property.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S87.
    """
    from comodit_client.wire.application_properties import ApplicationResourceProperty

    return Request(
        "environment_rpm_module_properties.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/applications/{segment('application', application)}/rpmmodules/{segment('rpm_module', rpm_module)}/properties/{segment('property', property)}",
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
    environment: str,
    application: str,
    rpm_module: str,
    property: str,
    body: ApplicationResourceProperty | Mapping[str, Any],
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[ApplicationResourceProperty]:
    """Create a property of an RPM module that an environment sets.

    The request goes to the URL of the property itself. It may start work on machines.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        application: Name of the application.
        rpm_module: Name of the DNF module in its application.
        property: Key of the property of a package or RPM module.
        body: The request body.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is an ApplicationResourceProperty: the created property.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S87.
    """
    from comodit_client.wire.application_properties import ApplicationResourceProperty

    return Request(
        "environment_rpm_module_properties.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/applications/{segment('application', application)}/rpmmodules/{segment('rpm_module', rpm_module)}/properties/{segment('property', property)}",
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
    environment: str,
    application: str,
    rpm_module: str,
    property: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete a property of an RPM module that an environment sets.

    This may start work on machines.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        application: Name of the application.
        rpm_module: Name of the DNF module in its application.
        property: Key of the property of a package or RPM module.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S87.
    """
    return Request(
        "environment_rpm_module_properties.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/applications/{segment('application', application)}/rpmmodules/{segment('rpm_module', rpm_module)}/properties/{segment('property', property)}",
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
    environment: str,
    application: str,
    rpm_module: str,
    property: str,
) -> Request[SettingImpact]:
    """Preview the impact of changing a property of an RPM module that an environment sets.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        application: Name of the application.
        rpm_module: Name of the DNF module in its application.
        property: Key of the property of a package or RPM module.

    Returns:
        The request. Its response is a SettingImpact: the impact of the change.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes.
    """
    from comodit_client.wire.setting_impacts import SettingImpact

    return Request(
        "environment_rpm_module_properties.get_impact",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/applications/{segment('application', application)}/rpmmodules/{segment('rpm_module', rpm_module)}/properties/{segment('property', property)}/impact",
        "object",
        SettingImpact,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_application", "_environment", "_organization", "_property", "_rpm_module")

    def __init__(self, organization: str, environment: str, application: str, rpm_module: str, property: str) -> None:
        self._organization = organization
        self._environment = environment
        self._application = application
        self._rpm_module = rpm_module
        self._property = property

    def get(self) -> Request[ApplicationResourceProperty]:
        """Get a property of an RPM module that an environment sets."""
        return get(self._organization, self._environment, self._application, self._rpm_module, self._property)

    def update(
        self, body: ApplicationResourceProperty | Mapping[str, Any], *, force: bool | None = None
    ) -> Request[ApplicationResourceProperty]:
        """Update a property of an RPM module that an environment sets."""
        return update(
            self._organization,
            self._environment,
            self._application,
            self._rpm_module,
            self._property,
            body,
            force=force,
        )

    def create(
        self,
        body: ApplicationResourceProperty | Mapping[str, Any],
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[ApplicationResourceProperty]:
        """Create a property of an RPM module that an environment sets."""
        return create(
            self._organization,
            self._environment,
            self._application,
            self._rpm_module,
            self._property,
            body,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self, *, trigger_orchestration_handler: bool | None = None, trigger_application_handler: bool | None = None
    ) -> Request[None]:
        """Delete a property of an RPM module that an environment sets."""
        return delete(
            self._organization,
            self._environment,
            self._application,
            self._rpm_module,
            self._property,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def get_impact(self) -> Request[SettingImpact]:
        """Preview the impact of changing a property of an RPM module that an environment sets."""
        return get_impact(self._organization, self._environment, self._application, self._rpm_module, self._property)
