# Made by `python -m generator` from handwritten/comodit_client/aio/host.py.
# Do not edit: change that, then run `make generate`.
"""Hosts: machines as they are described, and what is done to them."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.api import host_waits, many_hosts
from comodit_client.api.alert import MonitoringAlert, MonitoringAlertCollection
from comodit_client.api.change import Change, ChangeCollection, Task
from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.api.governed import Governed
from comodit_client.api.has_settings import HasSettings
from comodit_client.api.host_files import RenderedFiles
from comodit_client.api.host_live import LiveActions
from comodit_client.api.instance import Instance, InstanceCollection, Property, Vnc
from comodit_client.rest.texts import texts
from comodit_client.wire import hosts as views

if TYPE_CHECKING:
    from comodit_client.api.compliance import ComplianceCollection, ComplianceError
    from comodit_client.api.contexts import (
        ApplicationContext,
        ApplicationContextCollection,
        DistributionContext,
        DistributionContextCollection,
        PlatformContext,
        PlatformContextCollection,
    )
    from comodit_client.api.orchestration import HostOrchestrationCollection
    from comodit_client.api.orchestration_context import OrchestrationContext
    from comodit_client.api.waiting import Progress
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


class Host(RenderedFiles, LiveActions, HasSettings, Governed, views.Host, Entity):
    """A machine as it is described in an environment; it may have one instance (S36)."""

    __slots__ = ()

    SETTINGS_API: ClassVar[str] = "host_settings"
    GROUPS_API: ClassVar[str] = "host_user_groups"
    LOGS_OF: ClassVar[str] = "host"

    class State:
        """The states of a host (S39). Others may come: a state is text."""

        DEFINED = "DEFINED"
        PROVISIONING = "PROVISIONING"
        READY = "READY"
        UPDATING = "UPDATING"
        ERROR = "ERROR"

    def add_application(self, app_name: str) -> None:
        """Add an application to what `create` sends.

        Args:
            app_name: The application's name.
        """
        self.application_names.append(app_name)

    def instance(self) -> InstanceCollection:
        """The instance, as a collection of one at most. Costs no request."""
        return InstanceCollection(self.client, self._names)

    def get_instance(self) -> Instance:
        """Get the instance.

        Returns:
            The machine behind the host.

        Raises:
            EntityNotFoundException: The host has none (S63).
        """
        return self.instance().get()

    def provision(self) -> Instance:
        """Make the machine; it goes on in the background: see `wait_for_state` (S50).

        Returns:
            The instance.

        Raises:
            BadRequest: The host lacks a platform or a distribution.
            Conflict: The host has an instance.
        """
        return self.instance().create()

    def clone(self) -> Host:
        """Copy the host within its environment; the server names the copy, which is DEFINED (S42).

        Returns:
            The copy.
        """
        return Host(self.collection, (self.client.run(views.clone(*self._names))).get_json())

    def applications(self) -> ApplicationContextCollection:
        """The applications that are installed. Costs no request."""
        from comodit_client.api.contexts import ApplicationContextCollection

        return ApplicationContextCollection(self.client, self._names)

    def get_application(self, name: str) -> ApplicationContext:
        """Get an application that is installed.

        Args:
            name: Its name.

        Returns:
            The application's context on the host.

        Raises:
            EntityNotFoundException: It is not installed.
        """
        return self.applications().get(name)

    def install(self, name: str, settings: Mapping[str, Any] | None = None) -> None:
        """Install an application; on a provisioned host a change is queued: see `wait_for_pending_changes` (S46, S119).

        Args:
            name: The application's name.
            settings: Values of its settings on the host, by their keys.

        Raises:
            Conflict: The application is installed already.
            EntityNotFoundException: The organization has no such application.
        """
        self.applications().create(name, settings)

    def uninstall(self, name: str) -> None:
        """Uninstall an application; silent when it is not installed.

        Args:
            name: The application's name.
        """
        self.applications().delete(name)

    def platform(self) -> PlatformContextCollection:
        """The platform, as a collection of one at most. Costs no request."""
        from comodit_client.api.contexts import PlatformContextCollection

        return PlatformContextCollection(self.client, self._names)

    def get_platform(self) -> PlatformContext:
        """Get the platform that the host is provisioned on.

        Returns:
            The platform's context on the host.

        Raises:
            EntityNotFoundException: None is chosen.
        """
        return self.platform().get()

    def distribution(self) -> DistributionContextCollection:
        """The distribution, as a collection of one at most. Costs no request."""
        from comodit_client.api.contexts import DistributionContextCollection

        return DistributionContextCollection(self.client, self._names)

    def get_distribution(self) -> DistributionContext:
        """Get the distribution that the host runs.

        Returns:
            The distribution's context on the host.

        Raises:
            EntityNotFoundException: None is chosen.
        """
        return self.distribution().get()

    def get_orchestrations(self) -> HostOrchestrationCollection:
        """The orchestrations that can run on the host. Costs no request."""
        from comodit_client.api.orchestration import HostOrchestrationCollection

        return HostOrchestrationCollection(self.client, self._names)

    def run_orchestration(self, orchestration_name: str) -> OrchestrationContext:
        """Run an orchestration on this host only; it goes on in the background: see its `wait_finished`.

        Args:
            orchestration_name: The orchestration's name.

        Returns:
            The execution.

        Raises:
            EntityNotFoundException: The organization has no such orchestration.
        """
        from comodit_client.wire import host_orchestrations

        answer = self.client.run(host_orchestrations.run(*self._names, orchestration_name))
        return self.client.orchestration_contexts(self._names[0], orchestration_name).new(answer.get_json())

    def changes(self) -> ChangeCollection:
        """The changes. Costs no request."""
        return ChangeCollection(self.client, self._names)

    def all_changes(self) -> builtins.list[Change]:
        """List all changes, those as well that are worked off (S70).

        Returns:
            The changes, oldest first.
        """
        return self.changes().list(show_processed=True)

    def get_change(self, num: str | int) -> Change:
        """Get a change.

        Args:
            num: Its number.

        Returns:
            The change.

        Raises:
            EntityNotFoundException: There is none of that number.
        """
        return self.changes().get(num)

    def wait_for_state(
        self,
        state: str,
        time_out: float = 0,
        *,
        failures: Iterable[str] = (State.ERROR,),
        progress: Progress | None = None,
    ) -> None:
        """Wait until the host is in a state.

        Args:
            state: The state, such as `READY`.
            time_out: Seconds until the wait gives up; 0 waits for ever.
            failures: The states that end the wait (S41).
            progress: Called after each look that has not seen the state.

        Raises:
            HostFailed: The host is in one of the failure states.
            WaitTimeout: The time ran out.
        """
        host_waits.for_state(self, state, time_out, failures, progress)

    def wait_for_pending_changes(self, time_out: float = 0, *, progress: Progress | None = None) -> None:
        """Wait until no change is pending (S70, S73).

        Args:
            time_out: Seconds until the wait gives up; 0 waits for ever.
            progress: Called after each look that has seen pending changes.

        Raises:
            ChangeFailed: A task failed of a change that was waited for; where none was pending any more, of the newest
                change.
            WaitTimeout: The time ran out.
        """
        host_waits.for_pending_changes(self, time_out, progress)

    def wait_for_change_terminated(
        self, change_id: str, time_out: float = 0, progress: bool | Progress = False
    ) -> None:
        """Wait until a change is over, such as the one that `ApplicationContext.run_handler` has queued (S77).

        Args:
            change_id: The change's key.
            time_out: Seconds until the wait gives up; 0 waits for ever.
            progress: Called after each look; True, as old scripts give it, shows nothing.

        Raises:
            ChangeFailed: A task failed.
            WaitTimeout: The time ran out.
            WaitException: The host has no such change.
            InvalidName: The key is empty.
        """
        host_waits.for_change(self, change_id, time_out, None if isinstance(progress, bool) else progress)

    def compliance(self) -> ComplianceCollection:
        """Where the machine is not as its applications say (S79). Costs no request."""
        from comodit_client.api.compliance import ComplianceCollection

        return ComplianceCollection(self.client, self._names)

    def get_compliance_error(self, identifier: str) -> ComplianceError:
        """Get a compliance error.

        Args:
            identifier: `applications/APPLICATION/COLLECTION/NAME`, such as `applications/Web/services/nginx`.

        Returns:
            The error.

        Raises:
            EntityNotFoundException: There is none: the resource is as it should be.
            InvalidName: The identifier is not of that form.
        """
        return self.compliance().get(identifier)

    def groups_tree(self) -> GroupHostTree:
        """Get who may do what with the host, with what it inherits.

        Returns:
            The tree.
        """
        return self.client.run(views.get_groups_tree(*self._names))

    def groupsTree(self) -> GroupHostTree:  # noqa: N802 - what old scripts call
        """The same as `groups_tree`."""
        return self.groups_tree()


class HostCollection(Collection[Host]):
    """The hosts of an environment."""

    __slots__ = ()
    _api = views

    def _new(self, json_data: dict[str, Any] | None = None) -> Host:
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
        host = self._new({"name": name, "description": description, "platform": plat, "distribution": dist})
        for app in texts(apps):
            host.add_application(app)
        return host

    def create(
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
        host.create()
        return host

    def wait_for_state(
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
        return many_hosts.for_states(self, state, names, time_out, failures, progress)
