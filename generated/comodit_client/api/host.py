# Made by `python -m generator` from handwritten/comodit_client/aio/host.py.
# Do not edit: change that, then run `make generate`.
"""Hosts: descriptions of machines, and the operations on them."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Unpack, overload

from comodit_client.api._host.contexts import Contexts
from comodit_client.api._host.level import HostLevel
from comodit_client.api._host.live_actions import LiveActions
from comodit_client.api._host.rendered_files import RenderedFiles
from comodit_client.api._host.waits import Waits
from comodit_client.api.capabilities import Clearable, EditableCollection
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.strings import as_str_tuple
from comodit_client.wire import hosts as views
from comodit_client.wire.view import View as PackageResource

if TYPE_CHECKING:
    from comodit_client.api._shared.waiting import Progress
    from comodit_client.api.alert import MonitoringAlert, MonitoringAlertCollection
    from comodit_client.api.change import Change, ChangeCollection, Task
    from comodit_client.api.compliance import ComplianceCollection, ComplianceError
    from comodit_client.api.instance import Instance, InstanceCollection, Property, Vnc
    from comodit_client.api.orchestration import HostOrchestrationCollection
    from comodit_client.api.orchestration_context import OrchestrationContext
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.hosts import HostOptions
    from comodit_client.wire.group_trees import GroupHostTree
    from comodit_client.wire.hosts import HostState

__all__ = [
    "Change",
    "ChangeCollection",
    "Host",
    "HostCollection",
    "Instance",
    "InstanceCollection",
    "MonitoringAlert",
    "MonitoringAlertCollection",
    "PackageResource",
    "Property",
    "Task",
    "Vnc",
]

#: The modules of the names that this one only passes on. One that reads hosts needs none of them.
HOMES = {
    "Change": "change",
    "ChangeCollection": "change",
    "Instance": "instance",
    "InstanceCollection": "instance",
    "MonitoringAlert": "alert",
    "MonitoringAlertCollection": "alert",
    "Property": "instance",
    "Task": "change",
    "Vnc": "instance",
}

if not TYPE_CHECKING:  # with __getattr__ a type checker would accept any name

    def __getattr__(name: str) -> Any:
        if name in HOMES:
            return getattr(import_module(f"{__package__}.{HOMES[name]}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Host(Contexts, Waits, RenderedFiles, LiveActions, HostLevel):
    """The description of a machine in an environment. A host has at most one instance."""

    __slots__ = ()

    READS: ClassVar[Mapping[str, Shape]] = {"state": str, "organization": str, "environment": str}

    @property
    def _tree_operations(self) -> views.Operations:
        return self._home_as(HostCollection).operations

    def add_application(self, app_name: str) -> None:
        """Add an application for `create` to install.

        Args:
            app_name: The application's name.
        """
        self.application_names.append(app_name)

    def instance(self) -> InstanceCollection:
        """Return the instance, as a collection of at most one. Sends no request."""
        from comodit_client.api.instance import InstanceCollection

        return InstanceCollection(self.client, self._names)

    def get_instance(self) -> Instance:
        """Get the instance.

        Returns:
            The instance, which is the machine of the host.

        Raises:
            EntityNotFoundException: The host has no instance.

        Facts: S63.
        """
        return self.instance().get()

    def provision(self) -> Instance:
        """Provision the host: create its machine.

        The server continues in the background. `wait` of the instance waits until the host is READY.

        Returns:
            The instance.

        Raises:
            BadRequest: The host has no platform or no distribution.
            Conflict: The host already has an instance.

        Facts: S50.
        """
        return self.instance().create()

    def clone(self) -> Host:
        """Copy the host within its environment. The server chooses the name; the copy is in the state DEFINED.

        Returns:
            The copy.

        Facts: S42.
        """
        return Host(self.collection, (self.client.run(self.collection.checked(views.clone(*self._names)))).get_json())

    def get_orchestrations(self) -> HostOrchestrationCollection:
        """Return the orchestrations that can run on the host. Sends no request."""
        from comodit_client.api.orchestration import HostOrchestrationCollection

        return HostOrchestrationCollection(self.client, self._names)

    def run_orchestration(self, orchestration_name: str) -> OrchestrationContext:
        """Run an orchestration on this host only.

        The server continues in the background; use `wait` of the execution to wait for it.

        Args:
            orchestration_name: The orchestration's name.

        Returns:
            The execution.

        Raises:
            EntityNotFoundException: The organization has no such orchestration.
        """
        from comodit_client.wire import host_orchestrations

        response = self.client.run(host_orchestrations.run(*self._names, orchestration_name))
        return self.client.orchestration_contexts(self._names[0], orchestration_name).new(response.get_json())

    def compliance(self) -> ComplianceCollection:
        """Return the differences between the machine and its applications. Sends no request."""
        from comodit_client.api.compliance import ComplianceCollection

        return ComplianceCollection(self.client, self._names)

    def get_compliance_error(self, identifier: str) -> ComplianceError:
        """Get a compliance error.

        Args:
            identifier: `applications/APPLICATION/COLLECTION/NAME`, such as `applications/Web/services/nginx`.

        Returns:
            The error.

        Raises:
            EntityNotFoundException: The error does not exist: the resource is compliant.
            InvalidName: The identifier does not have that form.
        """
        return self.compliance().get(identifier)

    def groups_tree(self) -> GroupHostTree:
        """Get the tree of the groups with rights on the host, including inherited rights.

        Returns:
            The tree.
        """
        return self.client.run(views.get_groups_tree(*self._names))

    def groupsTree(self) -> GroupHostTree:  # noqa: N802 - the original client's name
        """Return the same tree as `groups_tree`."""
        return self.groups_tree()


class HostCollection(EditableCollection[Host], Clearable[Host]):
    """The hosts of an environment."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Host:
        return Host(self, json_data)

    @overload
    def new(
        self,
        name: str,
        description: str | None = "",
        platform: str | None = None,
        distribution: str | None = None,
        applications: Iterable[str] = (),
        **members: Unpack[HostOptions],
    ) -> Host: ...

    @overload
    @deprecated("Use platform=, distribution=, applications= instead of plat=, dist=, apps=.")
    def new(
        self,
        name: str,
        description: str | None = "",
        platform: str | None = None,
        distribution: str | None = None,
        applications: Iterable[str] = (),
        *,
        plat: str | None = None,
        dist: str | None = None,
        apps: Iterable[str] = (),
    ) -> Host: ...

    @renamed(plat="platform", dist="distribution", apps="applications")
    def new(
        self,
        name: str,
        description: str | None = "",
        platform: str | None = None,
        distribution: str | None = None,
        applications: Iterable[str] = (),
        **members: Unpack[HostOptions],
    ) -> Host:
        """Build a host without sending it.

        Args:
            name: The name.
            description: Free text.
            platform: The platform's name.
            distribution: The distribution's name.
            applications: The names of the applications to install.
            members: Other members, as keywords of `Host`.

        Returns:
            The host. It need not exist on the server.
        """
        described = {"name": name, "description": description, "platform": platform, "distribution": distribution}
        host = self.build(described, members)
        for app in as_str_tuple(applications):
            host.add_application(app)
        return host

    @overload
    def create(
        self,
        name: str,
        description: str | None = "",
        platform: str | None = None,
        distribution: str | None = None,
        applications: Iterable[str] = (),
        **members: Unpack[HostOptions],
    ) -> Host: ...

    @overload
    @deprecated("Use platform=, distribution=, applications= instead of plat=, dist=, apps=.")
    def create(
        self,
        name: str,
        description: str | None = "",
        platform: str | None = None,
        distribution: str | None = None,
        applications: Iterable[str] = (),
        *,
        plat: str | None = None,
        dist: str | None = None,
        apps: Iterable[str] = (),
    ) -> Host: ...

    @renamed(plat="platform", dist="distribution", apps="applications")
    def create(
        self,
        name: str,
        description: str | None = "",
        platform: str | None = None,
        distribution: str | None = None,
        applications: Iterable[str] = (),
        **members: Unpack[HostOptions],
    ) -> Host:
        """Create a host, without its machine. `provision` creates the machine.

        Args:
            name: The name, unique in the environment.
            description: Free text.
            platform: The platform's name.
            distribution: The distribution's name.
            applications: The names of the applications to install.
            members: Other members, as keywords of `Host`.

        Returns:
            The host.

        Raises:
            Conflict: The name is already in use.

        Facts: S37, S38, S45.
        """
        host = self.new(name, description, platform, distribution, applications, **members)
        host.create()
        return host

    @overload
    def wait_for_state(
        self,
        state: HostState,
        names: Iterable[str] | None = None,
        timeout: float | None = 0,
        *,
        failures: HostState | Iterable[HostState] = ...,
        progress: Progress[dict[str, str | None]] | None = None,
    ) -> builtins.list[Host]: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_state(
        self,
        state: HostState,
        names: Iterable[str] | None = None,
        *,
        time_out: float | None,
        failures: HostState | Iterable[HostState] = ...,
        progress: Progress[dict[str, str | None]] | None = None,
    ) -> builtins.list[Host]: ...

    @renamed(time_out="timeout")
    def wait_for_state(
        self,
        state: HostState,
        names: Iterable[str] | None = None,
        timeout: float | None = 0,
        *,
        failures: HostState | Iterable[HostState] = (Host.State.ERROR,),
        progress: Progress[dict[str, str | None]] | None = None,
    ) -> builtins.list[Host]:
        """Wait until many hosts are in a state. Each poll is one list request, regardless of the number of hosts.

        A failed host does not end the wait for the others. The exception at the end names all failed and late hosts.
        It also says why hosts are in ERROR, with two requests for each of the first 20, four hosts at a time. They end
        with the timeout of the wait. If they fail, the reason is left out.

        Args:
            state: The state, such as `READY`. A state that the schema does not know causes an `UnknownState` warning.
            names: The names of the hosts. Default: all hosts of the environment.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            failures: The states that count as failed.
            progress: Called after each poll, including the one that reaches the goal.

        Returns:
            The hosts.

        Raises:
            HostFailed: Hosts are in a failure state or do not exist. `failed` names them; `late` names the hosts that
                were not in the state either when the timeout passed. `diagnoses` has the reasons by name.
            WaitTimeout: The timeout passed. `late` names the hosts, `last` holds the state of each host.
        """
        from comodit_client.api._host import fleet_waits

        return fleet_waits.for_states(self, state, names, timeout, failures, progress)
