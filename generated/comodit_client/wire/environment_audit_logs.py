# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of an environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comodit_client.wire.request import Request, segment

if TYPE_CHECKING:
    from comodit_client.wire.audit_logs import AuditLogList

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/audit/"


def list(
    organization: str,
    environment: str,
) -> Request[AuditLogList]:
    """List the audit log of an environment.

    What users have done to an environment, and to what is in it. Whether the list is bounded is not known.

    Facts: S33, S43, core, S2.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request; its answer is an AuditLogList: the entries.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.audit_logs import AuditLogList

    return Request(
        "environment_audit_logs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/audit/",
        "object",
        AuditLogList,
    )
