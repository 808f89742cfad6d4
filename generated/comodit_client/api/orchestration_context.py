# Made by `python -m generator` from handwritten/comodit_client/aio/orchestration_context.py.
# Do not edit: change that, then run `make generate`.
"""Executions of orchestrations."""

from __future__ import annotations

import builtins
from typing import Any, ClassVar

from comodit_client.api._shared.execution import ERROR, Execution
from comodit_client.api.collection import Collection
from comodit_client.rest.failed_part import FailedPart
from comodit_client.wire import orchestration_contexts as views
from comodit_client.wire.orchestration_contexts import HostQueue

__all__ = ["HostQueue", "HostQueues", "OrchestrationContext", "OrchestrationContextCollection"]

#: The name that old scripts know; it is one host all the same.
HostQueues = HostQueue


class OrchestrationContext(views.OrchestrationContext, Execution):
    """One execution of an orchestration, with where each host stands in it."""

    __slots__ = ()

    WHAT: ClassVar[str] = "orchestration"

    def failed_parts(self) -> builtins.list[FailedPart]:
        """Find the hosts that failed, as the execution was last read.

        Returns:
            A part for each host that is in ERROR, with its error text.
        """
        return [
            FailedPart(host=_named(queue), error=queue.error)
            for queue in self.host_queues
            if isinstance(queue, HostQueue) and queue.status == ERROR
        ]


class OrchestrationContextCollection(Collection[OrchestrationContext]):
    """The executions of an orchestration, by their uuids; `Orchestration.run` makes them."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> OrchestrationContext:
        return OrchestrationContext(self, json_data)

    def new(self, json_data: dict[str, Any]) -> OrchestrationContext:
        """Show a JSON object as an execution; nothing is sent.

        Args:
            json_data: The JSON object; its `uuid` is enough to `refresh`.

        Returns:
            The execution.
        """
        return self.wrap(json_data)


def _named(queue: HostQueue) -> str:
    return queue.canonical_name or "/".join(filter(None, (queue.organization, queue.environment, queue.host)))
