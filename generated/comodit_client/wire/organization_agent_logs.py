# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from comodit_client.wire.request import Request, segment
from comodit_client.wire.scope import Scope

if TYPE_CHECKING:
    from comodit_client.wire.agent_logs import AgentLogList


def list(
    organization: str,
) -> Request[AgentLogList]:
    """List the agent log of an organization.

    The list holds the messages of the agents of an organization. It is unknown whether the list is limited.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is an AgentLogList: the entries.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, S2.
    """
    from comodit_client.wire.agent_logs import AgentLogList

    return Request(
        "organization_agent_logs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/agent/",
        "object",
        AgentLogList,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/agent/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[AgentLogList]:
        """List the agent log of an organization."""
        return list(self._organization)
