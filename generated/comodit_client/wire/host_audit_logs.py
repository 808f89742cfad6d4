# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comodit_client.wire.request import Request, segment

if TYPE_CHECKING:
    from comodit_client.wire.audit_logs import AuditLogList

#: The URL of the collection, relative to the API root; each pair of braces stands for a name.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/{}/audit/"


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[AuditLogList]:
    """List the audit log of a host.

    The list holds the actions of users on a host and on the resources in it. It is unknown whether the list is
    limited.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is an AuditLogList: the entries.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S33, S43, core, S2.
    """
    from comodit_client.wire.audit_logs import AuditLogList

    return Request(
        "host_audit_logs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/audit/",
        "object",
        AuditLogList,
    )
