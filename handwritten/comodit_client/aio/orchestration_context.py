"""Executions of orchestrations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.aio._shared.execution import ERROR, NOT_STARTED, Execution
from comodit_client.aio.capabilities import Deletable, Gettable, Listable
from comodit_client.rest.failed_part import FailedPart
from comodit_client.wire import orchestration_contexts as views
from comodit_client.wire.orchestration_contexts import HostQueue

if TYPE_CHECKING:
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.orchestration_contexts import OrchestrationContextMembers

__all__ = ["HostQueue", "HostQueues", "OrchestrationContext", "OrchestrationContextCollection"]

#: The name in the original client, where a plural stands for one host.
HostQueues = HostQueue


class OrchestrationContext(views.OrchestrationContext, Execution):
    """One execution of an orchestration, with the progress of each host."""

    __slots__ = ()

    @property
    def _controls(self) -> views.Operations:
        return self._home_as(OrchestrationContextCollection).operations

    KIND: ClassVar[str] = "orchestration"
    READS: ClassVar[Mapping[str, Shape]] = {
        "status": str,
        "hostQueues": [dict.fromkeys(("status", "canonicalName", "organization", "environment", "host"), str)],
    }

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: OrchestrationContextCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[OrchestrationContextMembers],
        ) -> None: ...

        @property
        def collection(self) -> OrchestrationContextCollection: ...

    def failed_parts(self) -> builtins.list[FailedPart]:
        """Return the hosts that had failed when the execution was last read.

        Returns:
            One part for each host in ERROR, with its error text.
        """
        return [
            FailedPart(host=_host_name(queue), error=queue.error)
            for queue in self.host_queues
            if isinstance(queue, HostQueue) and queue.status == ERROR
        ]

    def _part_states(self) -> dict[str, str | None]:
        queues = [queue for queue in self.host_queues if isinstance(queue, HostQueue)]
        return {_host_name(queue): queue.status or NOT_STARTED for queue in queues}


class OrchestrationContextCollection(
    Listable[OrchestrationContext], Gettable[OrchestrationContext], Deletable[OrchestrationContext]
):
    """The executions of an orchestration, by uuid. `Orchestration.run` creates them."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> OrchestrationContext:
        return OrchestrationContext(self, json_data)

    def new(self, json_data: dict[str, Any]) -> OrchestrationContext:
        """Wrap a JSON object as an execution. Sends no request.

        Args:
            json_data: The JSON object. A `uuid` is enough for `refresh`.

        Returns:
            The execution.
        """
        return self.wrap(json_data)


def _host_name(queue: HostQueue) -> str:
    return queue.canonical_name or "/".join(filter(None, (queue.organization, queue.environment, queue.host)))
