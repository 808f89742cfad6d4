# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comodit_client.wire.request import Request, segment

if TYPE_CHECKING:
    from comodit_client.wire.other_logs import OtherLogList

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/{}/other/"


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[OtherLogList]:
    """List the log of other events of a host.

    Other events of a host. Whether the list is bounded is not known.

    Facts: core, S2.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is an OtherLogList: the entries.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.other_logs import OtherLogList

    return Request(
        "host_other_logs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/other/",
        "object",
        OtherLogList,
    )
