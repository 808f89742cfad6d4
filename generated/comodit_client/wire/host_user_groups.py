# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The groups of a host."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.wire.request import Request, drop_none, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.groups import Group, GroupList


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[GroupList]:
    """List the groups of a host.

    The groups are fixed; only their members change.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a GroupList: the groups.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host, organization, S2.
    """
    from comodit_client.wire.groups import GroupList

    return Request(
        "host_user_groups.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/groups/",
        "object",
        GroupList,
    )


def get(
    organization: str,
    environment: str,
    host: str,
    group: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Group]:
    """Get a group of a host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        group: Name of the group.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Group: the group.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host, organization, S27.
    """
    from comodit_client.wire.groups import Group

    return Request(
        "host_user_groups.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/groups/{segment('group', group)}",
        "object",
        Group,
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
    group: str,
    body: Group | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Group]:
    """Replace the members of a group of a host.

    Only members of the group admin may do this. New members only need a username.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        group: Name of the group.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Group: the updated group.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host, organization, S27.
    """
    from comodit_client.wire.groups import Group

    return Request(
        "host_user_groups.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/groups/{segment('group', group)}",
        "object",
        Group,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
        secret=(
            "password",
            "secretKey",
            "token",
        ),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/groups/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def list(self) -> Request[GroupList]:
        """List the groups of a host."""
        return list(self._organization, self._environment, self._host)

    def get(
        self,
        group: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Group]:
        """Get a group of a host."""
        return get(
            self._organization,
            self._environment,
            self._host,
            group,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
        )

    def update(
        self,
        group: str,
        body: Group | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Group]:
        """Replace the members of a group of a host."""
        return update(
            self._organization,
            self._environment,
            self._host,
            group,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )
