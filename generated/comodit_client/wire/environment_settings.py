# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The settings of an environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.setting_impacts import SettingImpact
    from comodit_client.wire.settings import Setting, SettingList, SettingsChange


def get_impact(
    organization: str,
    environment: str,
    setting: str,
) -> Request[SettingImpact]:
    """Preview the impact of changing a setting of an environment.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        setting: Key of the setting.

    Returns:
        The request. Its response is a SettingImpact: the impact of the change.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core.
    """
    from comodit_client.wire.setting_impacts import SettingImpact

    return Request(
        "environment_settings.get_impact",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/settings/{segment('setting', setting)}/impact",
        "object",
        SettingImpact,
    )


def list(
    organization: str,
    environment: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
    key: str | None = None,
) -> Request[SettingList]:
    """List the settings of an environment.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.
        key: Key of the settings to return. Default: all settings.

    Returns:
        The request. Its response is a SettingList: the settings.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core, S2.
    """
    from comodit_client.wire.settings import SettingList

    return Request(
        "environment_settings.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/settings/",
        "object",
        SettingList,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
                "key": key,
            }
        ),
    )


def change(
    organization: str,
    environment: str,
    body: SettingsChange | Mapping[str, Any],
    *,
    no_delete: bool,
) -> Request[None]:
    """Replace all settings of an environment at once.

    Settings that are missing in the body are deleted unless no_delete is true. A setting may change its type. The
    response body has no known use.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        body: The request body.
        no_delete: Whether to keep the settings that are missing in the body.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core.
    """
    return Request(
        "environment_settings.change",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/settings/",
        "nothing",
        identity,
        query=drop_none(
            {
                "no_delete": no_delete,
            }
        ),
        body=unwrapped(body),
    )


def create(
    organization: str,
    environment: str,
    body: Setting | Mapping[str, Any],
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Setting]:
    """Create a setting of an environment.

    The handlers of applications may start work on machines.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        body: The request body.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Setting: the created setting.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core, S4, S87, S90.
    """
    from comodit_client.wire.settings import Setting

    return Request(
        "environment_settings.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/settings/",
        "object",
        Setting,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
    )


def clear(
    organization: str,
    environment: str,
) -> Request[None]:
    """Delete all settings of an environment.

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core. Inferred.
    """
    return Request(
        "environment_settings.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/settings/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    environment: str,
    setting: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Setting]:
    """Get a setting of an environment.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        setting: Key of the setting.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Setting: the setting.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core, S1.
    """
    from comodit_client.wire.settings import Setting

    return Request(
        "environment_settings.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/settings/{segment('setting', setting)}",
        "object",
        Setting,
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
    environment: str,
    setting: str,
    body: Setting | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Setting]:
    """Update a setting of an environment.

    The type of the setting may change too. The handlers of applications may start work on machines.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        setting: Key of the setting.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Setting: the updated setting.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core, S87, S94.
    """
    from comodit_client.wire.settings import Setting

    return Request(
        "environment_settings.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/settings/{segment('setting', setting)}",
        "object",
        Setting,
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
    environment: str,
    setting: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete a setting of an environment.

    The value of the next lower level applies then. This may start work on machines.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        setting: Key of the setting.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core, S87, S88.
    """
    return Request(
        "environment_settings.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/settings/{segment('setting', setting)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/settings/"

    def __init__(self, organization: str, environment: str) -> None:
        self._organization = organization
        self._environment = environment

    def get_impact(self, setting: str) -> Request[SettingImpact]:
        """Preview the impact of changing a setting of an environment."""
        return get_impact(self._organization, self._environment, setting)

    def list(
        self,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
        key: str | None = None,
    ) -> Request[SettingList]:
        """List the settings of an environment."""
        return list(
            self._organization,
            self._environment,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
            key=key,
        )

    def change(self, body: SettingsChange | Mapping[str, Any], *, no_delete: bool) -> Request[None]:
        """Replace all settings of an environment at once."""
        return change(self._organization, self._environment, body, no_delete=no_delete)

    def create(
        self,
        body: Setting | Mapping[str, Any],
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Setting]:
        """Create a setting of an environment."""
        return create(
            self._organization,
            self._environment,
            body,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clear(self) -> Request[None]:
        """Delete all settings of an environment."""
        return clear(self._organization, self._environment)

    def get(
        self,
        setting: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Setting]:
        """Get a setting of an environment."""
        return get(
            self._organization,
            self._environment,
            setting,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
        )

    def update(
        self,
        setting: str,
        body: Setting | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Setting]:
        """Update a setting of an environment."""
        return update(
            self._organization,
            self._environment,
            setting,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        setting: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete a setting of an environment."""
        return delete(
            self._organization,
            self._environment,
            setting,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )
