"""Orchestrations: ordered operations on the hosts of host groups."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.aio._shared.described import DescribedCollection
from comodit_client.aio._shared.ordered_host_groups import HasOrderedHostGroups, in_order
from comodit_client.aio.capabilities import Gettable, Listable
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import host_orchestrations
from comodit_client.wire import orchestrations as views
from comodit_client.wire.orchestrations import OrderedHostGroup

if TYPE_CHECKING:
    from comodit_client.aio.orchestration_context import OrchestrationContext, OrchestrationContextCollection
    from comodit_client.aio.orchestration_handler import OrchestrationHandlerCollection
    from comodit_client.wire.dicts.orchestrations import OrchestrationMembers, OrchestrationOptions

__all__ = ["HostOrchestrationCollection", "Orchestration", "OrchestrationCollection", "OrderedHostGroup"]


class Orchestration(HasOrderedHostGroups, views.Orchestration, RenamableEntity):
    """Ordered operations, such as running a handler of an application, that run on one host after another."""

    __slots__ = ()

    HOST_GROUPS: ClassVar[tuple[str, str]] = ("orderedHostGroup", "orderedHostGroups")

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: OrchestrationCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[OrchestrationMembers],
        ) -> None: ...

        @property
        def collection(self) -> OrchestrationCollection: ...

    def contexts(self) -> OrchestrationContextCollection:
        """Return the executions of the orchestration. Sends no request."""
        return self.client.orchestration_contexts(*self._names)

    async def get_context(self, id: str) -> OrchestrationContext:  # noqa: A002 - the original client's name
        """Get an execution.

        Args:
            id: The execution's uuid.

        Returns:
            The execution.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.contexts().get(id)

    def handlers(self) -> OrchestrationHandlerCollection:
        """Return the handlers that start the orchestration when a setting changes. Sends no request."""
        return self.client.orchestration_handlers(*self._names)

    async def clone(self, clone_name: str) -> Orchestration:
        """Copy the orchestration.

        Args:
            clone_name: The name of the copy.

        Returns:
            The copy.

        Raises:
            Conflict: The name is already in use.
        """
        copy = await self.client.session.run_or_none(views.clone(*self._names, name=clone_name))
        return Orchestration(self.collection, {"name": clone_name} if copy is None else copy.get_json())

    async def run(self) -> OrchestrationContext:
        """Run the orchestration on its host groups.

        The server continues in the background; use `wait` of the execution to wait for it.

        Returns:
            The execution.

        Raises:
            ApiException: The orchestration has no hosts, a host group no longer exists, or it is already running.
        """
        return self.contexts().wrap((await self.client.run(views.run(*self._names))).get_json())

    def show_steps(self, indent: int = 0) -> None:
        """Print the orchestration without its host groups.

        Args:
            indent: The number of spaces before each line.
        """
        views.Orchestration.from_json({**self._sorted(), **dict.fromkeys(self.HOST_GROUPS)}).show(indent=indent)

    def show_lines(self, indent: int) -> builtins.list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of spaces before each line.
        """
        return views.Orchestration.from_json(self._sorted()).show_lines(indent)

    def _sorted(self) -> dict[str, Any]:
        return in_order(self._data, "applicationsOperations", *self.HOST_GROUPS)


class OrchestrationCollection(DescribedCollection[Orchestration]):
    """The orchestrations of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Orchestration:
        return Orchestration(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[OrchestrationOptions]) -> Orchestration:
        return self.build({"name": name, "description": description}, members)

    async def create(
        self, name: str, description: str | None = "", **members: Unpack[OrchestrationOptions]
    ) -> Orchestration:
        orchestration = self.new(name, description, **members)
        await orchestration.create()
        return orchestration


class HostOrchestrationCollection(Listable[Orchestration], Gettable[Orchestration]):
    """The orchestrations that can run on a host. Use `Host.run_orchestration` to run one."""

    __slots__ = ()

    @property
    def operations(self) -> host_orchestrations.Operations:
        return self._bound(host_orchestrations.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Orchestration:
        return Orchestration(self.client.orchestrations(self.where[0]), json_data)
