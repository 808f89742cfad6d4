# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The platform selected for a host; a host has at most one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.platform_contexts import PlatformContextDict, PlatformContextMembers
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.settings import Setting


class PlatformContext(View):
    """The platform selected for a host, with its settings on that host."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "platform"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "organization": "organization",
        "environment": "environment",
        "host": "host",
        "platform": "platform",
        "settings": "settings_f",
        "versionStamp": "version_stamp",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "platform": "platform",
        "settings": "settings",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PlatformContextDict | None = None, **members: Unpack[PlatformContextMembers]
        ) -> None: ...

    @property
    def organization(self) -> str | None:
        """Name of the organization that owns the host."""
        return self._data.get("organization")

    @property
    def environment(self) -> str | None:
        """Name of the environment that holds the host."""
        return self._data.get("environment")

    @property
    def host(self) -> str | None:
        """Name of the host."""
        return self._data.get("host")

    @property
    def platform(self) -> str:
        """Name of the platform."""
        value: str = self._data.get("platform", NULL)
        return value

    @platform.setter
    def platform(self, value: str) -> None:
        self._data["platform"] = value

    @property
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Initial settings of the context; only read on creation."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def version_stamp(self) -> int | None:
        """Version of the platform at the time of selection."""
        return self._data.get("versionStamp")


def get(
    organization: str,
    environment: str,
    host: str,
) -> Request[PlatformContext]:
    """Get the platform context of the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a PlatformContext: the platform context.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S120, host.
    """
    return Request(
        "platform_contexts.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/",
        "object",
        PlatformContext,
    )


def create(
    organization: str,
    environment: str,
    host: str,
    body: PlatformContext | Mapping[str, Any],
) -> Request[PlatformContext]:
    """Select the platform of the host.

    This replaces the current platform context, if any.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: The request body.

    Returns:
        The request. Its response is a PlatformContext: the created platform context.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S120, host.
    """
    return Request(
        "platform_contexts.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/",
        "object",
        PlatformContext,
        body=unwrapped(body),
    )


def delete(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Delete the platform context of the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host.
    """
    return Request(
        "platform_contexts.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/platform/",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/platform/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def get(self) -> Request[PlatformContext]:
        """Get the platform context of the host."""
        return get(self._organization, self._environment, self._host)

    def create(self, body: PlatformContext | Mapping[str, Any]) -> Request[PlatformContext]:
        """Select the platform of the host."""
        return create(self._organization, self._environment, self._host, body)

    def delete(self) -> Request[None]:
        """Delete the platform context of the host."""
        return delete(self._organization, self._environment, self._host)
