# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The groups of an organization."""

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
) -> Request[GroupList]:
    """List the groups of an organization.

    The groups are fixed; only their members change.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a GroupList: the groups.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S26, S27, organization, S2.
    """
    from comodit_client.wire.groups import GroupList

    return Request(
        "organization_groups.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/groups/",
        "object",
        GroupList,
    )


def get(
    organization: str,
    group: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Group]:
    """Get a group of an organization.

    Args:
        organization: Name of the organization.
        group: Name of the group.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Group: the group.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S26, S27, organization.
    """
    from comodit_client.wire.groups import Group

    return Request(
        "organization_groups.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/groups/{segment('group', group)}",
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
    group: str,
    body: Group | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Group]:
    """Replace the members of a group of an organization.

    Only members of the group admin may do this. New members only need a username.

    Args:
        organization: Name of the organization.
        group: Name of the group.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Group: the updated group.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S26, S27, organization.
    """
    from comodit_client.wire.groups import Group

    return Request(
        "organization_groups.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/groups/{segment('group', group)}",
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

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/groups/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[GroupList]:
        """List the groups of an organization."""
        return list(self._organization)

    def get(
        self,
        group: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Group]:
        """Get a group of an organization."""
        return get(self._organization, group, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        group: str,
        body: Group | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Group]:
        """Replace the members of a group of an organization."""
        return update(
            self._organization,
            group,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )
