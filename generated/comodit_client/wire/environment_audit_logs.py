# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of an environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from comodit_client.wire.request import Request, segment
from comodit_client.wire.scope import Scope

if TYPE_CHECKING:
    from comodit_client.wire.audit_logs import AuditLogList


def list(
    organization: str,
    environment: str,
) -> Request[AuditLogList]:
    """List the audit log of an environment.

    The list holds the actions of users on an environment and on the resources in it. It is unknown whether the list
    is limited.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request. Its response is an AuditLogList: the entries.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S33, S43, core, S2.
    """
    from comodit_client.wire.audit_logs import AuditLogList

    return Request(
        "environment_audit_logs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/audit/",
        "object",
        AuditLogList,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/audit/"

    def __init__(self, organization: str, environment: str) -> None:
        self._organization = organization
        self._environment = environment

    def list(self) -> Request[AuditLogList]:
        """List the audit log of an environment."""
        return list(self._organization, self._environment)
