# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The settings of the platform of a host."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.settings import Setting, SettingList, SettingsChange

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/{}/platform/settings/"


def list(
    organization: str,
    environment: str,
    host: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
    key: str | None = None,
) -> Request[SettingList]:
    """List the settings of the platform of a host.

    Facts: S86, host, core, S2.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.
        key: Key of the settings to give; without it, all are given.

    Returns:
        The request; its answer is a SettingList: the settings.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.settings import SettingList

    return Request(
        "platform_context_settings.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/settings/",
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
    host: str,
    body: SettingsChange | Mapping[str, Any],
    *,
    no_delete: bool,
) -> Request[None]:
    """Change all settings of the platform of a host at once.

    Settings that the body leaves out are deleted unless no_delete is true. A setting may change its kind. Whatever
    the answer holds has no use.

    Facts: S86, host, core.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: What to send.
        no_delete: Whether to keep the settings that the body leaves out.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "platform_context_settings.change",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/settings/",
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
    host: str,
    body: Setting | Mapping[str, Any],
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Setting]:
    """Create a setting of the platform of a host.

    This may start work on machines, as the handlers of their applications say.

    Facts: S86, host, core, S4, S87, S90.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: What to send.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Setting: the setting as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.settings import Setting

    return Request(
        "platform_context_settings.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/settings/",
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
    host: str,
) -> Request[None]:
    """Delete all settings of the platform of a host.

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: S86, host, core. Inferred.

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
        "platform_context_settings.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/settings/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    environment: str,
    host: str,
    setting: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Setting]:
    """Get a setting of the platform of a host.

    Facts: S86, host, core, S1.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        setting: Key of the setting.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Setting: the setting.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.settings import Setting

    return Request(
        "platform_context_settings.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/settings/{segment('setting', setting)}",
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
    host: str,
    setting: str,
    body: Setting | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Setting]:
    """Update a setting of the platform of a host.

    The kind of the setting may change as well. This may start work on machines, as the handlers of their
    applications say.

    Facts: S86, host, core, S87, S94.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        setting: Key of the setting.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Setting: the setting as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.settings import Setting

    return Request(
        "platform_context_settings.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/settings/{segment('setting', setting)}",
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
    host: str,
    setting: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete a setting of the platform of a host.

    The next lower level that defines the key then counts. This may start work on machines.

    Facts: S86, host, core, S87, S88.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        setting: Key of the setting.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "platform_context_settings.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/settings/{segment('setting', setting)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )
