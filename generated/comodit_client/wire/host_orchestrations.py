# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Orchestrations that can run on a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comodit_client.wire.request import Request, segment

if TYPE_CHECKING:
    from comodit_client.wire.orchestration_contexts import OrchestrationContext
    from comodit_client.wire.orchestrations import Orchestration, OrchestrationList

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/{}/hosts/{}/orchestrations/"


def list(
    organization: str,
    environment: str,
    host: str,
) -> Request[OrchestrationList]:
    """List the orchestrations that can run on the host.

    The old client sent no slash at the end.

    Facts: host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request; its answer is an OrchestrationList: the orchestrations.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    A mistake kept the old client from asking; whether the server has it is not known.

    Facts: host. Inferred.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        orchestration: Name of the orchestration.

    Returns:
        The request; its answer is an Orchestration: the orchestration.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    It goes on in the background: the answer is the execution as it begins.

    Facts: host.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        orchestration: Name of the orchestration.

    Returns:
        The request; its answer is an OrchestrationContext: the execution as it begins.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.orchestration_contexts import OrchestrationContext

    return Request(
        "host_orchestrations.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/orchestrations/{segment('orchestration', orchestration)}/_run",
        "object",
        OrchestrationContext,
    )
