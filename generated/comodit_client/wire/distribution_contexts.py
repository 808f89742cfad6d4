# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The distribution selected for a host; a host has at most one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.distribution_contexts import DistributionContextDict, DistributionContextMembers
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.settings import Setting


class DistributionContext(View):
    """The distribution selected for a host, with its settings on that host."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "distribution"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "organization": "organization",
        "environment": "environment",
        "host": "host",
        "distribution": "distribution",
        "settings": "settings_f",
        "versionStamp": "version_stamp",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "distribution": "distribution",
        "settings": "settings",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: DistributionContextDict | None = None, **members: Unpack[DistributionContextMembers]
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
    def distribution(self) -> str:
        """Name of the distribution."""
        value: str = self._data.get("distribution", NULL)
        return value

    @distribution.setter
    def distribution(self, value: str) -> None:
        self._data["distribution"] = value

    @property
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Initial settings of the context; only read on creation."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def version_stamp(self) -> int | None:
        """Version of the distribution at the time of selection."""
        return self._data.get("versionStamp")


def get(
    organization: str,
    environment: str,
    host: str,
) -> Request[DistributionContext]:
    """Get the distribution context of the host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a DistributionContext: the distribution context.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S120, host.
    """
    return Request(
        "distribution_contexts.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/distribution/",
        "object",
        DistributionContext,
    )


def create(
    organization: str,
    environment: str,
    host: str,
    body: DistributionContext | Mapping[str, Any],
) -> Request[DistributionContext]:
    """Select the distribution of the host.

    This replaces the current distribution context, if any.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: The request body.

    Returns:
        The request. Its response is a DistributionContext: the created distribution context.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S120, host.
    """
    return Request(
        "distribution_contexts.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/distribution/",
        "object",
        DistributionContext,
        body=unwrapped(body),
    )


def delete(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Delete the distribution context of the host.

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
        "distribution_contexts.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/distribution/",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/distribution/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def get(self) -> Request[DistributionContext]:
        """Get the distribution context of the host."""
        return get(self._organization, self._environment, self._host)

    def create(self, body: DistributionContext | Mapping[str, Any]) -> Request[DistributionContext]:
        """Select the distribution of the host."""
        return create(self._organization, self._environment, self._host, body)

    def delete(self) -> Request[None]:
        """Delete the distribution context of the host."""
        return delete(self._organization, self._environment, self._host)
