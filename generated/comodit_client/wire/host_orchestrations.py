# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Orchestrations that can run on a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from comodit_client.wire.request import Request, segment
from comodit_client.wire.scope import Scope

if TYPE_CHECKING:
    from comodit_client.wire.orchestration_contexts import OrchestrationContext
    from comodit_client.wire.orchestrations import Orchestration, OrchestrationList


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[OrchestrationList]:
    """List the orchestrations that can run on the host.

    The original client sends no trailing slash.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is an OrchestrationList: the orchestrations.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host.
    """
    from comodit_client.wire.orchestrations import OrchestrationList

    return Request(
        "host_orchestrations.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/orchestrations/",
        "object",
        OrchestrationList,
    )


def get(
    organization: str,
    environment: str,
    host: str,
    orchestration: str,
) -> Request[Orchestration]:
    """Get an orchestration that can run on the host.

    A bug keeps the original client from sending this request; the server may not support it.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        orchestration: Name of the orchestration.

    Returns:
        The request. Its response is an Orchestration: the orchestration.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host. Inferred.
    """
    from comodit_client.wire.orchestrations import Orchestration

    return Request(
        "host_orchestrations.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/orchestrations/{segment('orchestration', orchestration)}",
        "object",
        Orchestration,
    )


def run(
    organization: str,
    environment: str,
    host: str,
    orchestration: str,
) -> Request[OrchestrationContext]:
    """Run the orchestration on this host only.

    The execution continues in the background; the response describes its start.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        orchestration: Name of the orchestration.

    Returns:
        The request. Its response is an OrchestrationContext: the execution that was started.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: host.
    """
    from comodit_client.wire.orchestration_contexts import OrchestrationContext

    return Request(
        "host_orchestrations.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/orchestrations/{segment('orchestration', orchestration)}/_run",
        "object",
        OrchestrationContext,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/orchestrations/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def list(self) -> Request[OrchestrationList]:
        """List the orchestrations that can run on the host."""
        return list(self._organization, self._environment, self._host)

    def get(self, orchestration: str) -> Request[Orchestration]:
        """Get an orchestration that can run on the host."""
        return get(self._organization, self._environment, self._host, orchestration)

    def run(self, orchestration: str) -> Request[OrchestrationContext]:
        """Run the orchestration on this host only."""
        return run(self._organization, self._environment, self._host, orchestration)
