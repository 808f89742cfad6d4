"""Hosts: machines as they are described, and what is done to them."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.aio._host import fleet_waits
from comodit_client.aio._host.base import HostBase
from comodit_client.aio._host.contexts import Contexts
from comodit_client.aio._host.live_actions import LiveActions
from comodit_client.aio._host.rendered_files import RenderedFiles
from comodit_client.aio._host.waits import Waits
from comodit_client.aio._shared.governed import HasGroupsAndLogs
from comodit_client.aio._shared.has_settings import HasSettings
from comodit_client.aio.alert import MonitoringAlert, MonitoringAlertCollection
from comodit_client.aio.change import Change, ChangeCollection, Task
from comodit_client.aio.collection import Collection
from comodit_client.aio.instance import Instance, InstanceCollection, Property, Vnc
from comodit_client.rest.strings import as_str_tuple
from comodit_client.wire import hosts as views

if TYPE_CHECKING:
    from comodit_client.aio._shared.waiting import Progress
    from comodit_client.aio.compliance import ComplianceCollection, ComplianceError
    from comodit_client.aio.orchestration import HostOrchestrationCollection
    from comodit_client.aio.orchestration_context import OrchestrationContext
    from comodit_client.wire.group_trees import GroupHostTree

__all__ = [
    "Change",
    "ChangeCollection",
    "Host",
    "HostCollection",
    "Instance",
    "InstanceCollection",
    "MonitoringAlert",
    "MonitoringAlertCollection",
    "Property",
    "Task",
    "Vnc",
]


class Host(Contexts, Waits, RenderedFiles, LiveActions, HasSettings, HasGroupsAndLogs, HostBase):
    """A machine as it is described in an environment; it may have one instance (S36)."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "host_settings"
    GROUPS_API: ClassVar[str] = "host_user_groups"
    LOGS_OF: ClassVar[str] = "host"

    def add_application(self, app_name: str) -> None:
        """Add an application to what `create` sends.

        Args:
            app_name: The application's name.
        """
        self.application_names.append(app_name)

    def instance(self) -> InstanceCollection:
        """The instance, as a collection of one at most. Costs no request."""
        return InstanceCollection(self.client, self._names)

    async def get_instance(self) -> Instance:
        """Get the instance.

        Returns:
            The machine behind the host.

        Raises:
            EntityNotFoundException: The host has none (S63).
        """
        return await self.instance().get()

    async def provision(self) -> Instance:
        """Make the machine; it goes on in the background: see `wait_for_state` (S50).

        Returns:
            The instance.

        Raises:
            BadRequest: The host lacks a platform or a distribution.
            Conflict: The host has an instance.
        """
        return await self.instance().create()

    async def clone(self) -> Host:
        """Copy the host within its environment; the server names the copy, which is DEFINED (S42).

        Returns:
            The copy.
        """
        return Host(self.collection, (await self.client.run(views.clone(*self._names))).get_json())

    def get_orchestrations(self) -> HostOrchestrationCollection:
        """The orchestrations that can run on the host. Costs no request."""
        from comodit_client.aio.orchestration import HostOrchestrationCollection

        return HostOrchestrationCollection(self.client, self._names)

    async def run_orchestration(self, orchestration_name: str) -> OrchestrationContext:
        """Run an orchestration on this host only; it goes on in the background: see its `wait_finished`.

        Args:
            orchestration_name: The orchestration's name.

        Returns:
            The execution.

        Raises:
            EntityNotFoundException: The organization has no such orchestration.
        """
        from comodit_client.wire import host_orchestrations

        answer = await self.client.run(host_orchestrations.run(*self._names, orchestration_name))
        return self.client.orchestration_contexts(self._names[0], orchestration_name).new(answer.get_json())

    def compliance(self) -> ComplianceCollection:
        """Where the machine is not as its applications say (S79). Costs no request."""
        from comodit_client.aio.compliance import ComplianceCollection

        return ComplianceCollection(self.client, self._names)

    async def get_compliance_error(self, identifier: str) -> ComplianceError:
        """Get a compliance error.

        Args:
            identifier: `applications/APPLICATION/COLLECTION/NAME`, such as `applications/Web/services/nginx`.

        Returns:
            The error.

        Raises:
            EntityNotFoundException: There is none: the resource is as it should be.
            InvalidName: The identifier is not of that form.
        """
        return await self.compliance().get(identifier)

    async def groups_tree(self) -> GroupHostTree:
        """Get who may do what with the host, with what it inherits.

        Returns:
            The tree.
        """
        return await self.client.run(views.get_groups_tree(*self._names))

    async def groupsTree(self) -> GroupHostTree:  # noqa: N802 - what old scripts call
        """The same as `groups_tree`."""
        return await self.groups_tree()


class HostCollection(Collection[Host]):
    """The hosts of an environment."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> Host:
        return Host(self, json_data)

    def new(
        self,
        name: str,
        description: str | None = "",
        plat: str | None = None,
        dist: str | None = None,
        apps: Iterable[str] = (),
    ) -> Host:
        """Describe a host; nothing is sent.

        Args:
            name: Its name.
            description: Free text.
            plat: The name of its platform.
            dist: The name of its distribution.
            apps: The names of the applications to install.

        Returns:
            The host, to `create` or to reach what is in it.
        """
        host = self.wrap({"name": name, "description": description, "platform": plat, "distribution": dist})
        for app in as_str_tuple(apps):
            host.add_application(app)
        return host

    async def create(
        self,
        name: str,
        description: str | None = "",
        plat: str | None = None,
        dist: str | None = None,
        apps: Iterable[str] = (),
    ) -> Host:
        """Create a host. It is only described: `provision` makes its machine (S37, S38, S45).

        Args:
            name: Its name, unique in the environment.
            description: Free text.
            plat: The name of its platform.
            dist: The name of its distribution.
            apps: The names of the applications to install.

        Returns:
            The host.

        Raises:
            Conflict: There is one with that name.
        """
        host = self.new(name, description, plat, dist, apps)
        await host.create()
        return host

    async def wait_for_state(
        self,
        state: str,
        names: Iterable[str] | None = None,
        time_out: float = 0,
        *,
        failures: Iterable[str] = (Host.State.ERROR,),
        progress: Progress | None = None,
    ) -> builtins.list[Host]:
        """Wait until many hosts are in a state, by one list request per look, whatever their number.

        A host that failed does not end the wait for the others: all that failed or are late are told at the end.

        Args:
            state: The state, such as `READY`.
            names: The names of the hosts; all hosts of the environment when not given.
            time_out: Seconds until the wait gives up; 0 waits for ever.
            failures: The states that mean that a host has failed.
            progress: Called after each look that has not seen all hosts in the state.

        Returns:
            The hosts.

        Raises:
            HostFailed: Hosts are in a failure state, or not there: see its `failed`, and `late` for those that had not
                got there either when the time ran out.
            WaitTimeout: The time ran out: see its `late`, and `last` for the state of each host.
        """
        return await fleet_waits.for_states(self, state, names, time_out, failures, progress)
