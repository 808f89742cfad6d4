# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The settings of a platform."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.settings import Setting, SettingList, SettingsChange


def list(
    organization: str,
    platform: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
    key: str | None = None,
) -> Request[SettingList]:
    """List the settings of a platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
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
        "platform_settings.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/settings/",
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
    platform: str,
    body: SettingsChange | Mapping[str, Any],
    *,
    no_delete: bool,
) -> Request[None]:
    """Replace all settings of a platform at once.

    Settings that are missing in the body are deleted unless no_delete is true. A setting may change its type. The
    response body has no known use.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        body: The request body.
        no_delete: Whether to keep the settings that are missing in the body.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core.
    """
    return Request(
        "platform_settings.change",
        "PUT",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/settings/",
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
    platform: str,
    body: Setting | Mapping[str, Any],
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Setting]:
    """Create a setting of a platform.

    The handlers of applications may start work on machines.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
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
        "platform_settings.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/settings/",
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
    platform: str,
) -> Request[None]:
    """Delete all settings of a platform.

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S86, core. Inferred.
    """
    return Request(
        "platform_settings.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/settings/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    platform: str,
    setting: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Setting]:
    """Get a setting of a platform.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
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
        "platform_settings.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/settings/{segment('setting', setting)}",
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
    platform: str,
    setting: str,
    body: Setting | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Setting]:
    """Update a setting of a platform.

    The type of the setting may change too. The handlers of applications may start work on machines.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
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
        "platform_settings.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/settings/{segment('setting', setting)}",
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
    platform: str,
    setting: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete a setting of a platform.

    The value of the next lower level applies then. This may start work on machines.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
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
        "platform_settings.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/settings/{segment('setting', setting)}",
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

    __slots__ = ("_organization", "_platform")

    URL: ClassVar[str] = "organizations/{}/platforms/{}/settings/"

    def __init__(self, organization: str, platform: str) -> None:
        self._organization = organization
        self._platform = platform

    def list(
        self,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
        key: str | None = None,
    ) -> Request[SettingList]:
        """List the settings of a platform."""
        return list(
            self._organization,
            self._platform,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
            key=key,
        )

    def change(self, body: SettingsChange | Mapping[str, Any], *, no_delete: bool) -> Request[None]:
        """Replace all settings of a platform at once."""
        return change(self._organization, self._platform, body, no_delete=no_delete)

    def create(
        self,
        body: Setting | Mapping[str, Any],
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Setting]:
        """Create a setting of a platform."""
        return create(
            self._organization,
            self._platform,
            body,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clear(self) -> Request[None]:
        """Delete all settings of a platform."""
        return clear(self._organization, self._platform)

    def get(
        self,
        setting: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Setting]:
        """Get a setting of a platform."""
        return get(
            self._organization,
            self._platform,
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
        """Update a setting of a platform."""
        return update(
            self._organization,
            self._platform,
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
        """Delete a setting of a platform."""
        return delete(
            self._organization,
            self._platform,
            setting,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )
