# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from comodit_client.wire.request import Request, segment
from comodit_client.wire.scope import Scope

if TYPE_CHECKING:
    from comodit_client.wire.notification_logs import NotificationLogList


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[NotificationLogList]:
    """List the notification log of a host.

    The list holds the notifications sent about a host. It is unknown whether the list is limited.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a NotificationLogList: the entries.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, S2.
    """
    from comodit_client.wire.notification_logs import NotificationLogList

    return Request(
        "host_notification_logs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/notification/",
        "object",
        NotificationLogList,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/notification/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def list(self) -> Request[NotificationLogList]:
        """List the notification log of a host."""
        return list(self._organization, self._environment, self._host)
