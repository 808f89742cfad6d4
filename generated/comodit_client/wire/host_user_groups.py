# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The groups of a host."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from comodit_client.wire.request import Request, drop_none, segment
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.groups import Group, GroupList

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/{}/groups/"


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[GroupList]:
    """List the groups of a host.

    They are fixed, only their members change.

    Facts: host, organization, S2.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is a GroupList: the groups.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: host, organization, S27.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        group: Name of the group.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Group: the group.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Members of group admin may do that. Of a new member the username is enough.

    Facts: host, organization, S27.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        group: Name of the group.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Group: the group as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
