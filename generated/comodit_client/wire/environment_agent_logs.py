# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The logs of an environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from comodit_client.wire.request import Request, segment
from comodit_client.wire.scope import Scope

if TYPE_CHECKING:
    from comodit_client.wire.agent_logs import AgentLogList


def list(
    organization: str,
    environment: str,
) -> Request[AgentLogList]:
    """List the agent log of an environment.

    The list holds the messages of the agents of an environment. It is unknown whether the list is limited.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request. Its response is an AgentLogList: the entries.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, S2.
    """
    from comodit_client.wire.agent_logs import AgentLogList

    return Request(
        "environment_agent_logs.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/agent/",
        "object",
        AgentLogList,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/agent/"

    def __init__(self, organization: str, environment: str) -> None:
        self._organization = organization
        self._environment = environment

    def list(self) -> Request[AgentLogList]:
        """List the agent log of an environment."""
        return list(self._organization, self._environment)
