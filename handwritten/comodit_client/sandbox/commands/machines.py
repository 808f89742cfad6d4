"""Commands that act on machines: failing tasks, lost agents, alerts, deviations and files."""

from __future__ import annotations

from typing import Any

from comodit_client.sandbox.commands.base import CommandsBase
from comodit_client.sandbox.faults.kinds import fault_from_document
from comodit_client.sandbox.operations.alerts import add_alert
from comodit_client.sandbox.operations.compliance import deviate
from comodit_client.sandbox.simulation.agents import lose_agent, restore_agent
from comodit_client.sandbox.simulation.changes import fail_pending_task
from comodit_client.sandbox.simulation.filesystem import put_file


class MachineCommands(CommandsBase):
    """The commands that act on machines."""

    def fail_task(self, organization: str, environment: str, host: str, *, task: str, error: str) -> None:
        """Make a task of a host fail: the first pending one that matches, else the next one.

        All names can be patterns, such as `web-*`. The hosts need not exist yet.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            task: The task's description, for example "add package httpd".
            error: The error text that the task reports.

        Raises:
            ApiError: The sandbox serves an archive that is read-only.
        """
        names = {"organization": organization, "environment": environment, "host": host}
        fault = fault_from_document({"kind": "task", **names, "task": task, "error": error})
        with self._control.changing():
            if not fail_pending_task(self._world, fault):
                self._control.faults.add(fault)

    def lose_agent(self, organization: str, environment: str, host: str) -> None:
        """Make the agent of a ready machine go away; changes wait until it is back.

        It comes back with `restore_agent`, or when the machine is powered off and started.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.

        Raises:
            ApiError: The host does not exist, or is not ready.
        """
        with self._control.changing():
            lose_agent(self._world, self._place(organization, environment, host))

    def restore_agent(self, organization: str, environment: str, host: str) -> None:
        """Bring the agent of a machine back, if it is lost; changes continue.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.

        Raises:
            ApiError: The host does not exist or has no machine.
        """
        with self._control.changing():
            restore_agent(self._world, self._place(organization, environment, host))

    def add_alert(self, organization: str, environment: str, host: str, **members: Any) -> dict[str, Any]:
        """Raise an alert on a host's machine.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            **members: Members of the alert. Missing ones get defaults.

        Returns:
            The alert.

        Raises:
            ApiError: The host does not exist or has no machine.
        """
        with self._control.changing():
            return add_alert(self._world, self._place(organization, environment, host), members)

    def deviate(
        self, organization: str, environment: str, host: str, *, application: str, kind: str, name: str
    ) -> dict[str, Any]:
        """Make a machine deviate from its configuration; its agent reports a compliance error.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            application: The application that owns the resource.
            kind: "services" (the service is stopped), "files" or "packages" (the resource is removed).
            name: The name of the resource.

        Returns:
            The compliance error.

        Raises:
            ApiError: The machine has no such resource, or it deviates already.
        """
        with self._control.changing():
            return deviate(self._world, self._place(organization, environment, host), application, kind, name)

    def put_file(self, organization: str, environment: str, host: str, path: str, content: str | bytes) -> None:
        """Put a file on a host's machine, as a script run there would; it is read like any other file.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            path: The absolute path of the file; an existing file is replaced.
            content: The content; text is encoded as UTF-8.

        Raises:
            ApiError: The host does not exist or has no machine, or the path is not absolute.
        """
        encoded = content.encode() if isinstance(content, str) else content
        with self._world.store.contents.in_use(), self._control.changing():
            put_file(self._world, self._place(organization, environment, host), path, encoded)
