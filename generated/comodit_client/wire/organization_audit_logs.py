# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from comodit_client.wire.request import Request, segment
from comodit_client.wire.scope import Scope

if TYPE_CHECKING:
    from comodit_client.wire.audit_logs import AuditLogList


def list(
    organization: str,
) -> Request[AuditLogList]:
    """List the audit log of an organization.

    The list holds the actions of users on an organization and on the resources in it. It is unknown whether the
    list is limited.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is an AuditLogList: the entries.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S33, S43, core, S2.
    """
    from comodit_client.wire.audit_logs import AuditLogList

    return Request(
        "organization_audit_logs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/audit/",
        "object",
        AuditLogList,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/audit/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[AuditLogList]:
        """List the audit log of an organization."""
        return list(self._organization)
