# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comodit_client.wire.request import Request, segment

if TYPE_CHECKING:
    from comodit_client.wire.audit_logs import AuditLogList

#: The URL of the collection, relative to the API root; each pair of braces stands for a name.
COLLECTION_URL: Final = "organizations/{}/audit/"


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
